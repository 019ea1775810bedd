// `nova-lens report` on logs that are read whole: logs → timelines, as text or as JSON. In: the command. Out:
// text on standard output, sentences for what went wrong, and the exit status.

import { analyse } from '../core/analysis';
import { alignDigests } from '../core/clocks/align';
import { defaultLimits } from '../core/limits';
import type { Analysis, Digest, Origin } from '../core/model';
import { logsAbout, onlyInstance } from '../core/onlyInstance';
import type { ContextOf } from '../core/render/diagnosisLines';
import { problemText } from '../core/render/problemText';
import { explainedLines } from '../core/render/coverageText';
import { reportPieces } from '../core/render/reportPieces';
import type { Paint } from '../core/render/terminal';
import { causeGroupLines, holeLines, hostLines } from '../core/render/groupText';
import { requestLines } from '../core/render/requestText';
import { logsLines } from '../core/render/logsText';
import { timelineLines } from '../core/render/timelineText';
import type { RuleSet } from '../core/rules/ruleSet';
import { openSieve } from '../core/sieve';
import type { ExplainedTroubles } from '../core/statements/explainedTroubles';
import type { Bytes } from '../disk/bytes';
import type { Listing } from '../disk/files';
import type { ReportCommand } from './args';
import { confFindings } from './confFindings';
import { ConfReader } from './novaConf';
import { hasFailure } from './failure';
import { linesOf, painterFor, writePieces } from './output';
import { openEngine } from '../disk/kernel';
import type { FoundLog } from '../disk/log';
import { readSet } from '../disk/set';
import { readRules } from './rules';
import { problems as words } from './words';

export interface WholeOptions {
  /** Standard input or the only pipe, if somebody has begun to read it. */
  readonly input: Bytes | undefined;
  /** Logs that say more than fits in memory are told as far as they were read. */
  readonly mayBePart: boolean;
}

/** @returns 0 nothing failed, 1 something failed, 2 there is no log; what else went wrong is told. Undefined:
 *  nothing was told, for only a part could be. */
export async function runWholeReport(
  command: ReportCommand, listing: Listing, tell: (problem: string) => void,
  { input, mayBePart }: WholeOptions,
): Promise<number | undefined> {
  const rules = await readRules(command.rules, tell);
  // how many lines a request has only a full reading tells
  const keepLines = command.by === 'request';
  const open = ({ source }: FoundLog, origin: Partial<Origin>) =>
    openSieve(source, openEngine, { origin, rules, keepLines });
  const set = await readSet(listing, { open, input });
  const { digests } = set;
  const isPart = set.problems.some(({ id }) => id === 'memory' || id === 'noMemory');
  if (isPart && !mayBePart) return undefined;
  set.problems.map(problemText).forEach(tell);
  if (digests.length === 0) {
    if (set.problems.length === 0) tell(words.noLogs(command.paths.join(', ')));
    return 2;
  }
  const whole = analysed(digests, rules, command.alignClocks);
  const reader = new ConfReader(command.novaConf, tell);
  const further = await confFindings(whole, ({ source, optionDumps = [] }) =>
    reader.beside(set.found.get(source)?.path, optionDumps.at(-1)?.configFiles));
  const findings = [...whole.findings, ...further.findings];
  const analysis = onlyInstance({ ...whole, findings }, command.instance);
  if (command.instance !== undefined && analysis.timelines.length === 0) {
    tell(words.noInstance(command.instance));
  }
  const { explainedIn } = await import('./explained');
  const explained = command.instance === undefined ? await explainedIn(whole.digests) : undefined;
  const { contextOf } = further;
  await writePieces(command.json ? reportPieces(analysis, { explained, contextOf, by: command.by })
    : textPieces(analysis, command, explained, contextOf), process.stdout);
  return hasFailure(analysis) ? 1 : 0;
}

/** On wish with the times of all logs on one clock. */
function analysed(digests: readonly Digest[], rules: RuleSet, alignClocks: boolean): Analysis {
  if (!alignClocks) return analyse(digests, defaultLimits, rules);
  const { digests: moved, clocks } = alignDigests(digests);
  const analysis = analyse(moved, defaultLimits, rules);
  return clocks ? { ...analysis, clocks } : analysis;
}

function textPieces(
  analysis: Analysis, { instance, by, all }: ReportCommand, explained: ExplainedTroubles | undefined,
  contextOf: ContextOf,
): Iterable<string> {
  const paint = painterFor(process.stdout, process.env);
  const full = instance !== undefined;
  const logs = instance === undefined ? analysis.digests : logsAbout(analysis);
  const onceEach = !full && !all;
  const options = { paint, width: process.stdout.columns, full, onceEach, contextOf, logs };
  const lines = by === 'instance' ? timelineLines(analysis, options)
    : groupedLines(analysis, by, paint, logs);
  return linesOf(allLines(lines, explained ? explainedLines(explained, paint) : []));
}

function* groupedLines(
  analysis: Analysis, by: keyof typeof groupingLines, paint: Paint, logs: readonly Digest[],
): Generator<string> {
  yield* logsLines(analysis, paint, logs);
  yield* groupingLines[by](analysis, paint);
  yield* holeLines(analysis, paint);
}

const groupingLines = { cause: causeGroupLines, host: hostLines, request: requestLines } as const;

function* allLines(...parts: readonly Iterable<string>[]): Generator<string> {
  for (const part of parts) yield* part;
}
