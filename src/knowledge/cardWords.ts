// The words of cards that are made from facts alone: labels, outcomes, phases as the facts cut them.
// Sentences hold {placeholders}. A translation is a table with the same keys.

import type { CreateOutcome, RebuildOutcome } from './facts/shapes';
import { translated } from './language';

/** What the except clauses of nova-compute make of an exception while an instance is built. */
export const createOutcomeWords: Readonly<Record<CreateOutcome, string>> = translated('createOutcome', {
  abort: 'the build is aborted: no other host is tried, its networks are released, the instance goes to'
    + ' ERROR',
  'abort-unexpected': 'no handler knows it: "Unexpected build failure, not rescheduling build.", the instance'
    + ' goes to ERROR',
  reschedule: 'the build goes back to the conductor for another host; ERROR once no host or attempt is left',
  gone: 'the instance is being deleted: the build ends, its networks are released, no ERROR is set',
});

/** The same while an instance is rebuilt or evacuated. */
export const rebuildOutcomeWords: Readonly<Record<RebuildOutcome, string>> = translated('rebuildOutcome', {
  error: 'the instance goes to ERROR',
  rollback: 'the fault is recorded and the instance keeps the state it had',
  gone: 'the instance is being deleted: the rebuild ends without an error',
  'error (as BuildAbortException)': 'it becomes a BuildAbortException and the instance goes to ERROR',
});

/** Phases of create and rebuild as the facts cut them. */
export const factPhaseWords: Readonly<Record<string, string>> = translated('factPhase', {
  api: 'in the API',
  conductor: 'in the conductor',
  schedule: 'while scheduling',
  compute: 'on the compute host',
  any: 'at any time',
  accelerators: 'while accelerators are bound',
  'before claim': 'before the claim',
  claim: 'at the claim',
  'group policy': 'at the late server group check',
  network: 'while networks are asked for',
  'network (async)': 'while networks are allocated (it shows when the guest is spawned)',
  'device names': 'while devices get their names',
  'block device': 'in block device mapping',
  'spawn: disk image': 'at spawn, disk image',
  'spawn: guest definition': 'at spawn, guest definition',
  'spawn: plug and start': 'at spawn, plugging and starting',
  'spawn: config drive': 'at spawn, config drive',
  'spawn: other': 'at spawn',
  'reimage root volume': 'while the root volume is reimaged',
  'destroy old guest': 'while the old guest is destroyed',
  'detach volumes': 'while volumes are detached',
  'power off': 'while the guest is powered off',
  'clean up': 'while cleaning up',
  evacuate: 'while evacuating',
});

export const cardWords = translated('card', {
  // summaries of cards without an explanation
  classWithText: 'Exception of {module}. Its message: "{text}"',
  classWithoutText: 'Exception of {module}; whoever raises it words its message.',
  classOfPython: 'Exception of Python itself; its message is what the system or the interpreter says.',
  optionSummary: 'Option {name} of section [{group}] in nova.conf.',
  optionOfLibrary: 'Option {name} of section [{group}]; {library} registers it and reads it for Nova.',
  // effects computed from the except clauses
  createEffect: 'During create, {phase}: {outcome} ({release}).',
  rebuildEffect: 'During rebuild: {outcome} ({release}).',
  apiEffect: 'In the API the request is refused with HTTP {code}.',
  // labels of facts
  message: 'Message',
  earlierMessage: 'Message since {release}',
  httpCode: 'HTTP code',
  apiAnswers: 'The API answers',
  releases: 'Releases',
  library: 'Library',
  parent: 'Derived from',
  raisedIn: 'Raised in ({release})',
  madeIn: 'Made in ({release})',
  caughtIn: 'Caught in ({release})',
  more: 'and {count} more',
  duringCreate: 'During create ({release})',
  duringRebuild: 'During rebuild ({release})',
  namesakes: 'Others with a class of this name',
  otherName: 'Explained as',
  onlyChildren: 'Raised as',
  onlyChildrenValue: 'one of the classes derived from it, never itself',
  unused: 'Today',
  unusedValue: 'the class exists in master, but nothing in Nova raises it',
  type: 'Type',
  defaultValue: 'Default',
  noDefault: 'none',
  secretValue: 'not shown (secret)',
  defaultSince: 'Default since {release}',
  range: 'Range',
  choices: 'Choices',
  renamedTo: 'Renamed to',
  oldNames: 'Also accepted as',
  deprecated: 'Deprecated for removal since',
  unit: 'Unit',
  restart: 'Restart after a change',
  readBy: 'Read by (master)',
  symptom: 'When it is wrong',
  logger: 'Logged by',
  phaseService: 'Service',
  phaseStates: 'States while it runs',
  // releases
  orEarlier: '{release} or earlier',
  removedIn: '{span}, removed in {release}',
  // types of options
  itemsOf: '{type} of {item}',
  atLeast: '{type}, {min} or more',
  atMost: '{type}, {max} or less',
  between: '{type}, {min} to {max}',
} as const);
