// The words of the rows and hovers that tell what lies around an operation: waits, occurrences, trouble of
// hosts, holes, paces, where it parts from one that went well. In: values already rendered. Out: short texts;
// the sentences stand in storyWords. No logic but grammar.

import { translated } from '../../knowledge/language';

export const storyRowWords = translated('storyRows', {
  // ---- waits ----
  waited: (text: string) => `Waited ${text}`,
  /** Behind the duration of a phase. */
  phaseWaited: (seconds: string, name: string) => `waited ${seconds} for ${name}`,
  phaseLate: (name: string) => `${name} came too late`,
  phaseTimedOut: (name: string) => `${name} did not come in time`,
  phaseOpen: (name: string) => `${name} is not seen to come`,

  // ---- around an operation ----
  meanwhile: 'Meanwhile',
  missing: 'Lines may be missing',
  silence: (seconds: string) => `Nothing logged for ${seconds}`,
  rotation: (seconds: string) => `${seconds} without a line between rotated logs`,
  rotationMissing: (count: number) =>
    (count === 1 ? '1 rotated log missing' : `${count} rotated logs missing`),
  head: 'The log begins in the middle of it',
  'rate-limit': 'Lines dropped, there were too many',
  suppressed: (count: string) => `${count} messages dropped`,
  restart: (service: string) => `${service} was started anew`,
  service: (service: string) => `No log of ${service} is here`,
  unsureService: (service: string) => `No log here is known to be of ${service}`,
  /** A command, where nothing tells how Nova was deployed. */
  onPackages: (command: string) => `with packages: ${command}`,

  // ---- beside the operations ----
  lifecycle: (state: string) => `Guest ${state}`,
  'sync-skipped': 'Power state not compared',
  'state-differs': 'Power state in the database set right',
  'stopped-by-itself': 'Stopped outside Nova',
  'unexpected-state': 'In a state that Nova did not ask for',
  moved: 'Moved to another host meanwhile',
  evacuated: 'Removed here after its evacuation',
  'service-restart': 'nova-compute started again in the middle of a task',
  'event-received': 'External event came in',

  during: (operation: string) => `The operation ${operation} explains it.`,
  aroundOf: (operation: string) => `Around ${operation}`,
  heldMeanwhile: 'Another one waited while this one had the lock.',
  waitOf: (operation: string, instance: string) => `It delayed ${operation} of ${instance}.`,
  waitIn: (phase: string, operation: string, instance: string) =>
    `It delayed the phase “${phase}” of ${operation} of ${instance}.`,

  // ---- beside one that went well ----
  partsIn: (good: string, phase: string) => `Differs from ${good} in ${phase}`,
  partsBefore: (good: string, phase: string) => `Differs from ${good} before ${phase}`,
  slowerThan: (good: string, phase: string, here: string, there: string) =>
    `Slower than ${good} in ${phase}: ${here}, there ${there}`,
  wentWell: 'which went well',
  sameTraits: (traits: string) => `same ${traits}`,
  /** In front of a line. */
  common: 'last in common: ',
  here: 'here: ',
  there: 'there: ',

  // ---- how long a phase takes ----
  pace: (count: number, p50: string, p95: string) => `Half of ${count} took up to ${p50}, 95 % up to ${p95}.`,
  paceOn: (count: number, host: string, p50: string, p95: string) =>
    `Half of ${count} on ${host} took up to ${p50}, 95 % up to ${p95}.`,
  slower: (count: number) => `Slower than 95 % of the ${count} in these logs.`,
  slowerOn: (count: number, host: string) => `Slower than 95 % of the ${count} on ${host}.`,
});
