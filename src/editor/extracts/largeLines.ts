// Lines of large logs for extracts: of which instances the logs must tell, what a digest of a few instances
// does not know, and rows with the true numbers of lines beside them.

import type { ExtractRow } from '../../core/extracts/rows';
import type { LogLines } from '../../core/extracts/weave';
import type { Subject } from '../../core/model';
import { say } from '../say';
import type { LargeLogs } from '../large/largeLogs';
import type { Logs } from '../logs';

/** So many failed instances of large logs are in one document. */
const mostFailed = 300;

/** The instances that must be read before lines can be looked for. */
export function instancesOf({ kind, id }: Subject, { files }: LargeLogs): readonly string[] {
  // an operation's id begins with its instance
  if (kind === 'instance') return [id];
  if (kind === 'failures') return failedIn(files).slice(0, mostFailed);
  return kind === 'operation' ? [id.split(' ', 1)[0] ?? ''] : [];
}

function failedIn(files: LargeLogs['files']): readonly string[] {
  return [...files.values()].flatMap(({ failed }) => failed.map(({ id }) => id));
}

/** Says how many failures a document of all of them lacks. */
export function lackingRows({ kind }: Subject, { files }: LargeLogs): readonly ExtractRow[] {
  const count = kind === 'failures' ? failedIn(files).length - mostFailed : 0;
  return count > 0 ? [{ text: say('largeFailures', { count }), place: undefined, margin: '' }] : [];
}

/**
 * Lines of a request or of a span of time: every line of the file counts, also of instances that nobody asked
 * for.
 * @param lines by their logs, with those that are known
 * @returns how many more there are than one document bears
 */
export async function linesOfLarge(
  { kind, id }: Subject, { files }: LargeLogs, lines: Map<string, readonly number[]>,
  spanOfId: (id: string) => { readonly from: number; readonly to: number } | undefined,
): Promise<number> {
  let hidden = 0;
  for (const [source, file] of files) {
    const span = kind === 'time' ? spanOfId(id) : undefined;
    const found = span ? await file.linesOfSpan(span.from, span.to)
      : kind === 'request' ? await file.linesOfRequest(id) : undefined;
    if (!found) continue;
    hidden += found.hidden;
    if (found.numbers.length > 0) lines.set(source, found.numbers);
    else lines.delete(source);
  }
  return hidden;
}

/** Lines of one log, each with its number. @param hidden how many more there are */
export function numberedRows(
  { source, numbers, texts }: LogLines, hidden: number,
): readonly ExtractRow[] {
  const width = String((numbers.at(-1) ?? 0) + 1).length;
  const rows = texts.map((text, at): ExtractRow => {
    const line = numbers[at] ?? 0;
    return {
      text: text.includes('\r') ? text.replaceAll('\r', ' ') : text,
      place: { source, line, time: undefined },
      margin: String(line + 1).padStart(width, '\u00a0'),
    };
  });
  if (hidden === 0) return rows;
  return [...rows, { text: say('extractCut', { count: hidden }), place: undefined, margin: '' }];
}

const tag = /\[instance: ([0-9a-f]{8}-[0-9a-f-]{27})\]/;
/** Instances that are read with the lines that name them. */
const mostShown = 120;

/** What became of the instances that these lines name is read as well, and shown when it is known. */
export function wakeSoon({ source, texts }: Pick<LogLines, 'source' | 'texts'>, logs: Logs): void {
  const shown = new Set<string>();
  for (const text of texts) {
    const id = tag.exec(text.slice(0, 1000))?.[1];
    if (id !== undefined) shown.add(id);
    if (shown.size >= mostShown) break;
  }
  if (shown.size > 0) void logs.wake([...shown], source).catch(() => undefined);
}
