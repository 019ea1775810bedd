// The words of what is said beyond one operation: waits, hosts, holes, like failures, likenesses. In: values
// already rendered. Out: English; a translation is a table of the same shape. No logic but grammar.

import { translated } from '../../knowledge/language';

export const storyWords = translated('story', {
  // ---- below an operation ----
  wait: 'waited',
  around: 'meanwhile',
  mayLack: 'may lack',
  beside: 'beside',
  lockGot: (name: string, seconds: string) => `${seconds} for the lock ${name}`,
  lockOpen: (name: string) => `for the lock ${name}, and these logs do not show that it got it`,
  lockHeld: (who: string, seconds: string) => `${who} had it for ${seconds}`,
  lockHolds: (who: string, place: string) => `${who} has it since ${place}`,
  someone: 'a thread without a request',
  eventGot: (name: string, seconds: string) => `${seconds} for ${name}`,
  eventGotOnly: (name: string) => `for ${name}, which came`,
  eventLate: (name: string, seconds: string) =>
    `for ${name}, which came after ${seconds}, when Nova had given up`,
  eventTimedOut: (name: string, seconds: string) => `for ${name}, which did not come in ${seconds}`,
  eventTimedOutOnly: (name: string) => `for ${name}, which did not come in time`,
  eventOpen: (name: string) => `for ${name}, and these logs do not show that it came`,
  eventReceived: (name: string) => `${name} came, and nothing in these logs waited for it`,
  inPhase: (text: string, phase: string) => `${text} (in ${phase})`,
  spans: {
    service: 'service runs', 'amqp-lost': 'message bus lost', 'database-lost': 'database lost',
    'libvirt-lost': 'libvirt lost', disabled: 'disabled for scheduling',
    'report-missed': 'could not report that it is alive', 'placement-refused': 'Placement refused or silent',
  },
  span: (what: string, from: string, to: string) => `${what} from ${from} to ${to}`,
  before: 'before these logs',
  open: 'no end in these logs',
  ofService: (what: string, service: string) => `${service}: ${what}`,
  countLines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),

  // ---- holes ----
  holes: 'What may be missing',
  silence: (place: string, seconds: string, usual: string) =>
    `${place}: nothing was logged for ${seconds}; 99 of 100 silences there are no longer than ${usual}`,
  rotation: (place: string, next: string, seconds: string) =>
    `between ${place} and ${next} lie ${seconds} without a line`,
  rotationMissing: (place: string, next: string, count: number) =>
    `between ${place} and ${next} ${count === 1 ? '1 rotated file is' : `${count} rotated files are`}`
    + ' missing',
  head: (place: string) => `${place}: the log begins in the middle of an operation`,
  'rate-limit': (place: string) => `${place}: oslo.log dropped lines because there were too many`,
  suppressed: (place: string, count: string) =>
    `${place}: ${count} messages were dropped before they got here`,
  someMessages: 'some',
  restart: (place: string, service: string) => `${place}: ${service} was started anew`,
  someService: 'the service',
  service: (service: string) => `no log of ${service} is here`,
  unsureService: (service: string) => `no log here is known to be of ${service}`,
  wouldShow: (command: string) => `“${command}” would show it`,
  mightShow: (command: string) => `on a host with packages “${command}” would show it`,

  // ---- an operation beside one that went well ----
  partsPhase: (good: string, phase: string, there: string) =>
    `${good}: that one went on to ${phase} (${there})`,
  partsLine: (good: string, phase: string, here: string, there: string) =>
    `${good}: they part in ${phase}, here ${here}, there ${there}`,
  partsSlow: (good: string, phase: string, seconds: string, usual: string) =>
    `${good}: ${phase} took ${seconds} here and ${usual} there`,
  good: (instance: string, shared: string) =>
    (shared === '' ? `${instance}, which went well` : `${instance}, which went well (same ${shared})`),
  traits: { host: 'host', flavor: 'flavor', image: 'image', network: 'network', size: 'size' },
  nothing: 'nothing',

  // ---- by cause ----
  causes: 'Causes of failures',
  noCauses: 'No failure stands in these logs.',
  noClass: 'no exception in these logs',
  group: (count: number, what: string) => `${count} × ${what}`,
  firstLast: (first: string, last: string) => `first ${first}, last ${last}`,
  instances: (count: number, names: string) =>
    `${count} ${count === 1 ? 'instance' : 'instances'}: ${names}`,
  hosts: (names: string) => `hosts: ${names}`,
  hostCount: (host: string, count: number) => `${host} (${count})`,
  unknownHosts: (count: number) => `not known (${count})`,
  wentWell: (count: number) =>
    `${count} ${count === 1 ? 'operation was' : 'operations were'} done in the end`,
  shared: (trait: string, value: string, others: number, well: number) =>
    `all with ${trait} ${value}; ${others} others have another one, of which ${well} did not fail`,
  lines: (places: string) => `at ${places}`,

  // ---- by host ----
  hostUnknown: 'Host not in these logs',
  noHosts: 'These logs tell nothing of hosts.',
  operationsThere: (parts: string) => `operations there: ${parts}`,
  claimFailed: (instance: string, asked: string, free: string) =>
    `${instance} asked for ${asked}, and free was ${free}`,
  audit: (time: string, memory: string, disk: string, vcpus: string) =>
    `${time}: used ${memory} MB of memory, ${disk} GB of disk, ${vcpus} vCPUs`,
  paces: 'How long phases take',
  pace: (kind: string, phase: string, p50: string, p95: string, count: number) =>
    `${kind}, ${phase}: half of ${count} took up to ${p50}, 95 % up to ${p95}`,
  outlier: (instance: string, seconds: string, place: string) =>
    `out of line: ${instance} with ${seconds}, ${place}`,

  // ---- by request ----
  noRequests: 'No request of an instance stands in these logs.',
  linesOf: (service: string, lines: string) => `${service}: ${lines}`,
  caused: (request: string) => `caused ${request}`,
  causedWith: (request: string, lines: string) => `caused ${request} (${lines})`,
  requestOf: (request: string, instance: string) => `${request}, instance ${instance}`,
  seenIn: (where: string, lines: string, from: string, to: string) => {
    const times = from !== '' && to !== '' ? `, ${from} – ${to}`
      : from !== '' ? `, from ${from}` : to !== '' ? `, to ${to}` : '';
    return `${where === '' ? '' : `${where}: `}${lines}${times}`;
  },
});
