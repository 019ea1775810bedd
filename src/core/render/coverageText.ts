// How much of logs is known → lines for a terminal. Text from a log steers nothing.

import type { Coverage } from '../statements/coverage';
import type { ExplainedTroubles, LineKind } from '../statements/explainedTroubles';
import type { ReleaseGuess } from '../statements/inferRelease';
import { fill } from '../explaining/optionCard';
import { releaseName } from '../statements/release';
import { spansText } from '../statements/releaseRange';
import { coverageWords as w } from './coverageWords';
import { cutText } from './cutText';
import { cleanText, placeText } from './terminal';
import type { Paint } from './terminal';

export interface ShownCoverage extends Coverage {
  readonly source: string;
  readonly release: ReleaseGuess | undefined;
}

const mostKinds = 20;
const mostInReport = 5;
const mostEvidence = 3;
const longestText = 140;

export function* coverageLines(
  logs: readonly ShownCoverage[], total: Coverage, paint: Paint,
): Generator<string, void, undefined> {
  for (const log of logs) {
    const release = releaseText(log.release);
    const source = cleanText(log.source);
    yield paint('bold', fill(w.log, { source, own: log.own, release }));
    if (log.own > 0) yield* shareLines(log);
    yield* evidenceLines(log.release, logs.length === 1, paint);
  }
  if (logs.length !== 1) {
    yield '';
    yield paint('bold', fill(w.total, { count: logs.length, own: total.own }));
    if (total.own > 0) yield* shareLines(total);
  }
  yield* kindLines(w.unexplained, total.unexplained, paint);
  yield* kindLines(w.ambiguous, total.ambiguous, paint);
  yield* kindLines(w.unmatched, total.unmatched, paint);
}

/** What a report says: the share, and the most frequent kinds that are not explained. */
export function* explainedLines(found: ExplainedTroubles, paint: Paint): Generator<string> {
  if (found.troubles === 0) return;
  yield troublesText(found);
  for (const kind of found.unexplained.slice(0, mostInReport)) yield paint('dim', kindLine(kind));
  const more = found.unexplained.length - mostInReport;
  if (more > 0) yield paint('dim', `  ${fill(w.more, { count: more })}`);
}

function* shareLines(coverage: Coverage): Generator<string> {
  const { own, one } = coverage;
  yield `  ${fill(w.statements, { one, share: percent(one, own) })}`;
  if (coverage.troubles > 0) yield `  ${troublesText(coverage)}`;
}

function troublesText({ troubles, explained }: ExplainedTroubles): string {
  return fill(w.troubles, { explained, troubles, share: percent(explained, troubles) });
}

/** What is not all is not 100 %. */
function percent(part: number, whole: number): string {
  const share = whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10;
  return `${share.toFixed(1)} %`;
}

function releaseText(release: ReleaseGuess | undefined): string {
  if (!release) return '';
  const [from, to] = [releaseName(release.from), releaseName(release.to)];
  return from === to ? fill(w.oneRelease, { from }) : fill(w.between, { from, to });
}

function* evidenceLines(
  release: ReleaseGuess | undefined, oneLog: boolean, paint: Paint,
): Generator<string> {
  for (const { text, releases, at } of release?.evidence.slice(0, mostEvidence) ?? []) {
    const shown = { text: shorten(text), releases: spansText(releases), place: placeText(at, oneLog) };
    yield paint('dim', `  ${fill(w.evidence, shown)}`);
  }
}

function* kindLines(title: string, kinds: readonly LineKind[], paint: Paint): Generator<string> {
  if (kinds.length === 0) return;
  yield '';
  yield paint('bold', title);
  for (const kind of kinds.slice(0, mostKinds)) yield kindLine(kind);
  if (kinds.length > mostKinds) yield `  ${fill(w.more, { count: kinds.length - mostKinds })}`;
}

function kindLine({ count, level, logger, text, first }: LineKind): string {
  const shown = { count, level: level ?? '', logger: cleanText(logger), text: shorten(text) };
  return `  ${fill(w.kind, { ...shown, place: placeText(first, false) })}`;
}

function shorten(text: string): string {
  return cutText(cleanText(text), longestText);
}
