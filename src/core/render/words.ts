// The words of reports and findings. In: ids and arguments. Out: sentences; a translation is a table of the
// same shape in zh/. No logic stands here but grammar.

import { translated } from '../../knowledge/language';

/** What a finding's sentence is made of; each part may be unknown. */
export interface FindingParts {
  readonly kind: string | undefined;
  readonly phase: string | undefined;
  /** Already rendered: `189 s`. */
  readonly after: string | undefined;
  readonly type: string | undefined;
  readonly message: string | undefined;
  readonly remedy: string | undefined;
  readonly due: string | undefined;
  readonly service: string | undefined;
  readonly since: string | undefined;
  /** How long the log went on after the last line. */
  readonly quiet: string | undefined;
  readonly limit: string | undefined;
  readonly count: number | undefined;
  /** Of an exception among the lines of an operation: whether that tells what it failed with; of one in the
   *  body of an action, or of one of several, of an instance that nothing names: `unnamed`. */
  readonly during?: 'failed' | 'open' | 'unnamed' | undefined;
  /** How many texts differ among those that are counted. */
  readonly texts?: number | undefined;
  /** An option as nova.conf groups it, and two values of it. */
  readonly option?: string | undefined;
  readonly before?: string | undefined;
  readonly value?: string | undefined;
  /** The file whose value is not the one in force; undefined: two starts differ. */
  readonly file?: string | undefined;
  /** What a rule of the operator's own says. */
  readonly title?: string | undefined;
  readonly bug?: string | undefined;
  readonly fixedIn?: string | undefined;
  /** What a timeout would have needed, whole sentences. */
  readonly advice?: string | undefined;
  /** What happened around that time, already in words. */
  readonly meanwhile?: readonly string[] | undefined;
  /** What a diagnosis says: the cause, and how sure it is. */
  readonly cause?: string | undefined;
  readonly certainty?: string | undefined;
  /** Another host may have gone on with what failed. */
  readonly mayGoOn?: boolean | undefined;
  /** Whether it is only likely that the exception is its own. */
  readonly isGuess?: boolean | undefined;
}

const optionFileRemedy = 'Either the file was changed after this start and the service waits for a restart,'
  + ' or another file, an environment variable or the command line sets the option';

export const findingWords = translated('finding', {
  'failed-operation': (parts: FindingParts) => {
    const { kind = 'operation', phase, after, type, message, remedy, mayGoOn, isGuess } = parts;
    const where = phase === undefined ? '' : ` in ${phase}`;
    const when = after === undefined ? '' : ` after ${after}`;
    const next = mayGoOn ? ' (another host may have gone on)' : '';
    const guess = isGuess ? ' (a guess: it names no instance)' : '';
    const said = message === undefined ? '; this log shows no exception' : `: “${message.replace(/\.$/, '')}”`;
    const why = type === undefined ? said : `: ${type}${guess}`;
    const text = remedy ?? (type === undefined ? undefined : message);
    return join(`${kind} failed${where}${when}${next}${why}`, text);
  },
  'stuck-operation': (parts: FindingParts) => {
    const { kind = 'operation', phase, since, quiet, due, service, meanwhile = [] } = parts;
    const where = phase === undefined ? '' : ` before ${phase}`;
    const long = quiet === undefined ? '' : ` (the log goes on for ${quiet})`;
    const when = since === undefined ? '' : ` since ${since}${long}`;
    const by = service === undefined ? '' : ` from nova-${service}`;
    const gone = 'is not in these logs';
    const what = due === undefined ? `the next line${by} ${gone}` : `“${due}” is due${by} and ${gone}`;
    const around = meanwhile.length === 0 ? undefined
      : `Around that time ${meanwhile.join(', ')}; whether that is why, these logs do not say`;
    return join(`${kind} stands${where}${when}: ${what}`, around);
  },
  'slow-phase': ({ kind, phase = 'a phase', after = 'long', limit }: FindingParts) => {
    const whose = kind === undefined ? '' : `${kind}: `;
    const than = limit === undefined || limit === after ? '' : `, longer than ${limit}`;
    return join(`${whose}${phase} took ${after}${than}`, undefined);
  },
  'unknown-fault': ({ type, message, count, texts = 1, remedy, during, kind }: FindingParts) => {
    const isCut = type === undefined && during === 'unnamed'; // a traceback without its last line
    const what = isCut ? 'An exception that is cut off'
      : type === undefined || type === 'error' ? 'An error' : type; // what Python 2 calls that of its sockets
    const often = count === undefined || count < 2 ? 'once' : `${count} times`;
    const text = message !== undefined && texts > 1 ? `The first: ${message}` : message;
    const further = text === undefined || remedy === undefined ? text ?? remedy : `${text.replace(/\.$/, '')}. ${remedy}`;
    const beside = during === 'failed' ? ', beside what it failed with'
      : '; whether it did harm, these logs do not say';
    const actions = (kind ?? '').replaceAll(' ', ' or ');
    const where = during === undefined ? ' and no operation accounts for it'
      : during === 'unnamed' ? ` during ${actions}; of which instance could not be made out`
      : ` during ${kind ?? 'an operation'}${beside}`;
    return join(`${what} was logged ${often}${where}`, further);
  },
  'option-drift': ({ option = 'an option', before = '?', value = '?', file }: FindingParts) =>
    (file === undefined
      ? join(`${option} changed between two starts: from ${before} to ${value}`, undefined)
      : join(`${option} is ${before} in ${file}, and the service runs with ${value}`, optionFileRemedy)),
  'own-rule': ({ title = 'a rule of yours', count, bug, fixedIn }: FindingParts) => {
    const often = count === undefined || count < 2 ? '' : `, ${count} times`;
    const fixed = fixedIn === undefined ? '' : `, fixed in ${fixedIn}`;
    return join(`${title}${bug === undefined ? '' : ` (${bug}${fixed})`}${often}`, undefined);
  },
  'timeout-advice': ({ advice }: FindingParts) => join(advice ?? '', undefined),
  'diagnosis': ({ cause = '', certainty = '', remedy, count }: FindingParts) => {
    const often = count === undefined || count < 2 ? certainty : `${certainty}, ${count} times`;
    return join(`${cause.replace(/\.$/, '')} (${often})`, remedy);
  },
});

/** What happened or is missing around an operation, within a sentence. */
export const meanwhileWords = translated('meanwhile', {
  service: 'a service started',
  'amqp-lost': 'the message bus was lost',
  'database-lost': 'the database was lost',
  'libvirt-lost': 'libvirt was lost',
  disabled: 'the host was disabled for scheduling',
  'report-missed': 'a service could not report that it is alive',
  'placement-refused': 'Placement refused or did not answer',
  silence: 'nothing was logged for a while',
  rotation: 'a part of the rotated logs is missing',
  head: 'the log begins in the middle',
  'rate-limit': 'lines were dropped',
  suppressed: 'messages were dropped',
  restart: 'a service was started anew',
});

export const reportWords = /* @__PURE__ */ translated('report', {
  rootCause: 'root cause',
  between: 'then',
  recorded: 'recorded',
  remedy: 'to do',
  configuration: 'nova.conf',
  tie: 'why here',
  others: 'or else',
  reason: 'reason',
  saidAt: (place: string) => `in words only, at ${place}`,
  due: 'due',
  unattributed: 'no line accounts for',
  states: 'left as',
  alike: 'like',
  alikeTo: (instance: string) =>
    `${instance} above, in what failed and why (in full with --instance or --all)`,
  at: (type: string, place: string) => `${type} at ${place}`,
  dueText: (message: string, service: string) => `“${message}” from nova-${service}`,
  since: (place: string) => `no line of it is known after ${place}`,
  slow: 'slow',
  remote: 'raised in another service',
  wouldShow: (level: string | undefined, service: string | undefined) => {
    const log = service === undefined ? undefined : `the log of nova-${service}`;
    const what = log === undefined ? level : level === undefined ? log : `${log} at ${level}`;
    return what === undefined ? '' : ` (${what} would show it)`;
  },
  notVisible: (why: string, phases: string) => `not visible${why}: ${phases}`,
  line: (line: string) => `line ${line}`,
  lines: (first: string, last: string) => `lines ${first}–${last}`,
  logLines: (lines: string) => (lines === '1' ? '1 line' : `${lines} lines`),
  logOn: (host: string, services: string) => (services === '' ? `on ${host}` : `on ${host} (${services})`),
  logOnFolder: (host: string, services: string) =>
    `on ${host}, as its folder is called${services === '' ? '' : ` (${services})`}`,
  logOnSeveral: (services: string) =>
    (services === '' ? 'on several hosts' : `on several hosts (${services})`),
  otherLogs: (count: string) =>
    `and ${count} more ${count === '1' ? 'log' : 'logs'} in which nothing of it was found`,
  unread: (unread: string, lines: string) => `${unread} of ${lines} lines were not understood`,
  otherLanguage: (count: string) =>
    (count === '1' ? '1 warning or error is' : `${count} warnings and errors are`)
    + ' in another language: recognised by exception or logger only',
  wrapped: (column: number) => `hard-wrapped at column ${column}`,
  notNova: 'this does not look like a nova log',
  deployed: (deployment: string, line: number) =>
    `its code lies where ${deployment} puts it (line ${line}): commands are as they are typed there`,
  noDebug: 'no DEBUG lines: what Nova logs only at DEBUG cannot be seen',
  otherFindings: 'Also seen',
  alsoAt: (places: string) => `Also at ${places}.`,
  more: (count: string) => `and ${count} more`,
  noOperations: 'No operation on an instance was made out in these logs.',
  tally: (operations: number, instances: number, parts: string) =>
    `${operations} ${operations === 1 ? 'operation' : 'operations'} on ${instances}`
    + ` ${instances === 1 ? 'instance' : 'instances'}: ${parts}`,
  tallyWords: {
    failed: 'failed', 'in-progress': 'in progress', success: 'done',
    unknown: 'with an outcome not in these logs',
  },
  shortened: (count: string) =>
    `Phases of the ${count} that are done are left out; --instance UUID shows them.`,
});

// A sentence ends with one full stop, also when a message brought its own.
function join(head: string, tail: string | undefined): string {
  const text = tail === undefined || tail === '' ? head : `${head}. ${tail}`;
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
