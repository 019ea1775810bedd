// Every word that the editor's views say and that package.nls.json and knowledge/ do not: one table per
// language with the same keys. `{name}` is replaced by an argument; `{count|line|lines}` by the first word
// when count is 1.

import { groupWords } from './groupWords';
import { largeWords } from './largeWords';
import { translated } from '../../knowledge/language';

const words = {
  ...groupWords,
  ...largeWords,
  // ---- outcomes ----
  success: 'done',
  failed: 'failed',
  'in-progress': 'in progress',
  unknown: 'outcome not in this log',
  'not-visible': 'not visible',
  rescheduled: 'failed, rescheduled',
  aborted: 'aborted',

  // ---- operations, in lenses, hovers and the tree ----
  operationOf: '{operation} {instance}',
  failedIn: 'failed in {phase}',
  failedInAfter: 'failed in {phase} after {duration}',
  failedAfter: 'failed after {duration}',
  doneIn: 'done in {duration}',
  inProgressFor: 'in progress, {duration} so far',
  afterTries: '{count} attempts',
  mayGoOn: 'another host may have gone on',
  guessedCause: 'cause guessed',
  guessedCauseLong: 'That this exception is its own is a guess: it names neither instance nor request, and '
    + 'these logs show no other {kind} going on in that process.',
  implied: 'action guessed',
  impliedOr: 'action guessed, or {kinds}',
  impliedOrOthers: 'action guessed, or one of {count} others',
  impliedLong: 'The kind of the operation is a guess: no line of this log states it.',
  impliedFits: 'The same lines would fit: {kinds}.',
  separator: ' · ',
  failedWith: '{cause}: {what}',

  // ---- lenses ----
  goToCause: 'Go to cause',
  explain: 'Explain',
  rootCauseOf: 'Root cause of {operation}: {chain}',
  recordedBy: '{operation} ended here: {exception}',
  attemptFailed: '{operation}: attempt {number} failed · {exception}',
  sideFailed: '{operation}: {side} failed · {exception}',
  moreLenses: '{count} more in the tree',
  lensTooltip: 'Show this operation in the tree "Nova Instances"',
  lensCauseTooltip: 'Go to the exception that started the failure',

  // ---- tree ----
  logDescription: '{instances|instance|instances}',
  countInstances: '{count} {count|instance|instances}',
  countFailed: '{count} failed',
  countOperations: '{count} {count|operation|operations}',
  rulesUnread: 'The settings name “{path}” as a file of rules, and it cannot be read.',
  spanPrompt: 'From when to when? The logs are of {span}, by their own clocks.',
  spanWrong: 'Write it like 2024-05-06 09:11:19 – 09:14.',
  spanBackwards: 'The end lies before the beginning.',
  spanNoTimes: 'No log that is open has times.',
  explainedName: 'Warnings and errors explained',
  explainedWaiting: 'Warnings and errors: …',
  explainedNone: 'No warnings or errors',
  explainedShare: '{explained} of {troubles} warnings and errors explained',
  explainedOpen: '{count} {count|kind|kinds} not explained',
  explainedList: 'List the others',
  explainedPrompt: 'Warnings and errors without an explanation',
  notNova: 'no line of Nova in it',
  emptyLog: 'empty',
  reading: 'reading …',
  attempt: 'Attempt {number}',
  onHost: 'on {host}',
  needsLog: 'not visible, the log of nova-{service} would show it',
  needsLevel: 'not visible, {level} would show it',
  notVisibleHere: 'not visible in this log',
  unattributed: 'Unattributed time',
  unattributedLong: 'Time of the operation that no line of this log accounts for.',
  due: 'Waiting for “{message}”',
  dueFrom: 'due from nova-{service} since {time}',
  dueFromUndated: 'due from nova-{service}',
  dueLong: 'The operation is last seen on line {line}; nova-{service} should have logged this line next.',
  more: 'Show {count} more …',
  moreHidden: '{count} hidden',
  roleRootCause: 'root cause',
  roleRecorded: 'recorded by Nova',
  lineNumber: 'line {line}',
  lineIn: '{log}, line {line}',
  tookByNova: 'as Nova says',
  tookByLines: 'from the times of the lines',
  filterAll: 'All operations',
  filterFailed: 'Failed',
  filterSlow: 'Slow',
  filterInProgress: 'In progress',
  filterPrompt: 'Which operations shall the tree show?',
  filterShown: 'Only: {filter}',
  filterNothing: 'No operation passes the filter “{filter}”.',
  slowFrom: 'with a phase of {duration} or more',
  searchPrompt: 'UUID of an instance, or part of it',
  searchNothing: 'No open log shows an instance yet.',
  searchPart: 'operations in {log}',
  noOperation: 'No operation of the open logs has this line.',
  hiddenByFilter: 'The filter of the tree hid this operation; it shows all operations now.',

  // ---- spoken ----
  spokenLog: 'Log {log}, {detail}',
  spokenRequest: 'Request {request}, {detail}',
  spokenHost: 'Host {host}, {detail}',
  spokenCause: 'Failures by {cause}, {detail}',
  spokenInstance: 'Instance {instance}, {detail}',
  spokenOperation: '{operation} of instance {instance}, {detail}',
  spokenAttempt: 'Attempt {number}, {detail}',
  spokenPhase: 'Phase {phase}, {detail}',
  spokenLine: 'Line {line}, {detail}',

  // ---- hovers ----
  hoverThisLog: 'In this log:',
  hoverInstance: 'Instance',
  hoverRequest: 'Request',
  hoverTied: 'It belongs to this instance:',
  hoverUsed: 'This instance uses it, and in these logs no other does:',
  hoverNoOperations: 'This log shows no operation of it.',
  hoverLines: '{count} {count|line|lines} in this log',
  hoverManyInstances: 'It touches several instances, so it ties none of them.',
  hoverPhase: '{phase} of {operation}',
  hoverService: 'nova-{service}',
  hoverState: 'vm_state `{vm}`',
  hoverStates: 'vm_state `{vm}`, task_state `{task}`',
  hoverTaskState: 'task_state `{task}`',
  hoverOptions: 'Options that matter here',
  hoverTook: 'Took {duration}',
  hoverTookPart: '{percent} % of the {whole} that this operation took',
  hoverTookSlow: 'Slower than the {duration} set as slow.',
  hoverTookBy: 'Nova measured this itself; it covers {phase}.',
  hoverDefault: 'default {value}',
  hoverTie: 'Tied to instance {instance}: {reason}.',
  tieTag: 'the line says so',
  tieName: 'its message names the instance',
  tieRequest: 'its request belongs to this instance alone',
  tieId: 'this log ties the port or volume it names to the instance',
  tieTraceback: 'it stands in a traceback of this instance',
  tieSole: 'a guess, for this log shows no other operation of this kind going on there',
  openExplanation: 'Open the whole explanation',
  showInTree: 'Show in tree',
  showLines: 'Show all lines',
  nothingElse: 'and {count} more',

  // ---- jumping ----
  noPhaseAfter: 'No later phase of this instance in the open logs.',
  noPhaseBefore: 'No earlier phase of this instance in the open logs.',
  noFailureAfter: 'No later failure in this log.',
  noFailureBefore: 'No earlier failure in this log.',
  noInstanceHere: 'No line of an instance here: place the cursor on a line that belongs to one.',
  noCause: '{operation} has no root cause in the open logs.',
  notALog: 'Open a Nova log first.',

  // ---- problems and quick fixes ----
  problemSource: 'Nova Lens',
  fixExplain: 'Explain {name}',
  fixCopyConf: 'Copy the nova.conf lines',
  fixCopyChecks: 'Copy the check commands',
  fixGoToPhase: 'Go to the phase “{phase}”',
  fixShow: 'Show the operation in the tree',
  fixPrompt: 'What to do about it',
  noFixHere: 'There is no problem on this line.',
  relatedRootCause: 'root cause: {exception}',
  relatedFault: 'recorded as {exception}',
  relatedBetween: 'became {exception}',
  relatedBegin: '{operation} is first seen here',
  relatedLine: 'another line of it',
  relatedMeanwhile: 'around that time',
  copiedConf: 'Copied {count} {count|line|lines} for nova.conf. Nothing was changed on any host.',
  copiedChecks: 'Copied {count} {count|command|commands}. Nothing was run.',
  copiedInstance: 'Copied {instance}.',
  nothingToCopy: 'There is nothing to copy for {name}.',
  confNote: 'default {value}',
  confNoteUnset: 'no default',
  confFrom: '{option} is {value} in this log',

  // ---- explanation ----
  explainPrompt: 'An exception, option, phase or message',
  explainHere: 'in this log',
  explainException: 'exception',
  explainOption: 'option',
  explainPhase: 'phase',
  explainUnknown: 'Nova Lens knows nothing about “{name}”.',
  explainTitle: 'Explanation of {name}',

  // ---- status ----
  statusLines: '{count} {count|line|lines}, {unread} unread',
  statusAllRead: '{count} {count|line|lines}, all read',
  statusPartly: '{count} {count|line|lines}, {part} read in part',
  statusLongLines: '{count} {count|line is|lines are} read in part, for no more is read of one line'
    + ' (first: line {line})',
  statusCutAnswers: '{count} {count|answer is|answers are} cut off, or longer than 32 MB:'
    + ' what stood behind is unknown (first: line {line})',
  statusName: 'Nova Lens',
  statusLayout: 'layout {layout}',
  statusWrapper: 'around the lines: {wrapper}',
  statusWrapped: 'hard-wrapped at column {column}',
  statusLevels: 'levels {levels}',
  statusServices: 'services {services}',
  statusEmpty: 'This log is empty: what is written to it will be read.',
  statusNotNova: 'This does not look like a log of Nova: no line comes from a Nova logger.',
  statusOtherLanguage: '{count} {count|warning or error|warnings and errors} in another language',
  statusNoDebug: 'no DEBUG lines: some phases cannot be seen',
  statusRuledTo: 'your rules match more than {most} lines: those behind line {line} do not count',
  statusShow: 'Show Instances',

  // ---- opening ----
  openPrompt: 'Read Nova Logs',
  openFolderPrompt: 'Read Folders, Archives and Packed Logs',
  readingSet: 'Reading logs',
  noLogsThere: 'There are no logs there.',
  moreInOutput: '{count} more {count|file is|files are} named in the output.',
  packedReadOnly: 'This is the unpacked text of a packed log: it can only be read.',
  packedLarge: '{log} is too large to be shown unpacked: open it with Open Large Log…, or unpack the archive '
    + 'in which it lies.',
  siblings: '{count} more {count|log|logs} of Nova {count|lies|lie} beside {log} ({size}). '
    + 'Read {count|it|them} too?',
  siblingsRead: 'Read',
  siblingsNever: 'Never Ask',
  openFailed: 'Could not read {log}: {reason}',
} as const;

/** The words in the language that is spoken. */
export const english = translated('editor', words);

export type EditorWord = keyof typeof words;
export type EditorWords = Readonly<Record<EditorWord, string>>;
export type WordArgs = Readonly<Record<string, string | number>>;

/** Says a word of the table with its arguments filled in. */
export type Say = (word: EditorWord, args?: WordArgs) => string;

/** A way to say the words of one language. */
export function sayIn(words: EditorWords): Say {
  return (word, args = {}) => fillSlots(words[word], args);
}

const slot = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** Fills the slots of a word; what is not given leaves nothing. */
export function fillSlots(template: string, args: WordArgs): string {
  return template.replace(slot, (_all, name: string, one: string | undefined, many: string | undefined) => {
    const value = args[name];
    if (one !== undefined && many !== undefined) return value === 1 ? one : many;
    return value === undefined ? '' : String(value);
  });
}
