// What files of configuration add to a report. In: an analysis and the files behind its logs. Out: further
// findings: options that are set otherwise than the service runs, and what failures would have needed.

import { adviceFinding } from '../core/conf/advice';
import type { ConfFile } from '../core/conf/conf';
import { openBook } from '../core/conf/confBook';
import type { ConfBook } from '../core/conf/confBook';
import { deploymentIn } from '../core/conf/restart';
import type { Analysis, Diagnosis, Digest, Finding } from '../core/model';
import { adviceArgs, statedText } from '../core/render/confText';
import { confEnglish, sayConfIn } from '../core/render/confWords';
import { optionsOfDiagnosis } from '../core/render/diagnosisCard';
import type { ContextOf } from '../core/render/diagnosisLines';
import { loadFacts } from '../knowledge/facts/index';

export interface ConfNews {
  readonly findings: readonly Finding[];
  /** How Nova was deployed around a diagnosis, and what its options are set to. */
  readonly contextOf: ContextOf;
}

/** @param filesOf the files behind a log; asked only for logs of which something could be said. */
export async function confFindings(
  analysis: Analysis, filesOf: (digest: Digest) => readonly ConfFile[],
): Promise<ConfNews> {
  const failed = analysis.timelines.flatMap(({ operations }) => operations)
    .filter(({ outcome }) => outcome === 'failed');
  const sources = new Set([
    ...failed.map(({ rootCause, begin }) => (rootCause?.at ?? begin).source),
    ...analysis.diagnoses.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ at }) => at.source)),
  ]);
  const told = analysis.digests.filter(({ source, optionDumps = [], arrivals = [] }) =>
    optionDumps.length > 0 || sources.has(source) || arrivals.some(({ kind }) => kind === 'reply'));
  if (told.length === 0) return { findings: [], contextOf: () => undefined };
  const facts = await loadFacts();
  const books = new Map(told.map((digest): [string, ConfBook] =>
    [digest.source, openBook({ digest, files: filesOf(digest), facts, release: undefined })]));
  const called = (source: string) => source;
  const advised = failed.flatMap((operation) => {
    const book = books.get((operation.rootCause?.at ?? operation.begin).source);
    const advice = book?.adviceFor(operation, analysis.digests);
    return advice ? [adviceFinding(advice, operation, adviceArgs(advice, called))] : [];
  });
  const others = analysis.findings.filter(({ check }) => check === 'unknown-fault').flatMap((finding) => {
    const { digest } = books.get(finding.at.source)?.configuration ?? {};
    const places = [finding.at, ...finding.related].map(({ line }) => line);
    const faults = digest?.faults.filter(({ at }) => places.includes(at.line)) ?? [];
    const advices = faults.flatMap((fault) =>
      books.get(fault.at.source)?.adviceForFault(fault, analysis.digests) ?? []);
    const [first] = advices.sort((a, b) => (b.neededSeconds ?? 0) - (a.neededSeconds ?? 0));
    return first ? [adviceFinding(first, undefined, adviceArgs(first, called))] : [];
  });
  return {
    findings: [...advised, ...others, ...[...books.values()].flatMap((book) => book.drifts(called))],
    contextOf: (diagnosis) => contextIn(books, diagnosis),
  };
}

function contextIn(books: ReadonlyMap<string, ConfBook>, diagnosis: Diagnosis): ReturnType<ContextOf> {
  const { at } = diagnosis.evidence[0] ?? {};
  const book = at && books.get(at.source);
  if (!book) return undefined;
  const values = optionsOfDiagnosis(diagnosis).map((name) => book.valueOf(name, at.line));
  return {
    deployment: deploymentIn(book.configuration),
    values: statedText(values, (source) => source, sayConfIn(confEnglish)),
  };
}
