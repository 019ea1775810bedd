// The words of a report on a log that is too large to tell every instance. In: values already rendered. Out:
// English; a translation is a table of the same shape.

import { translated } from '../../knowledge/language';

export const summaryWords = translated('summary', {
  instances: (count: string) => (count === '1' ? '1 instance' : `${count} instances`),
  logs: (count: string) => (count === '1' ? '1 log' : `${count} logs`),
  operations: 'Operations',
  causes: 'Causes of failures',
  between: (first: string, last: string) => `between ${first} and ${last}`,
  some: (names: string, areMore: boolean) => `instances: ${names}${areMore ? ', …' : ''}`,
  hostsOfSome: (count: string, names: string) => `hosts of ${count} of them: ${names}`,
  example: (instance: string) => `for example ${instance}:`,
  read: (read: string, all: string) =>
    `${read} instances were read in full; what the log says of the other ${all} is the same in every step and`
    + ' in what went wrong, but for times, names and numbers.',
  partly: (count: string) =>
    `Of ${count === '1' ? '1 further instance' : `${count} further instances`} only the beginning and the end`
    + ' were read, for the log says too much of them.',
  notJoined: (services: string) =>
    `At this size the lines of ${services} were not laid beside the instances; --all does that.`,
  further: (file: string) =>
    `One instance, phase by phase: nova-lens report --instance UUID ${file}; every instance: --all.`,
});
