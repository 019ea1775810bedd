// Instances of a catalog → a digest of the lines that concern them, as the tolerant reader reads them: their
// own that mean something, those of their requests, and the stretches around errors.

import { openLineDigest } from '../../core/digest';
import type { Digest, Level, LogEvent } from '../../core/model';
import { trimLine } from '../../core/reading/lines';
import { serviceOfLogger } from '../../core/reading/serviceNames';
import type { Catalog, KnownRequest } from './catalog';
import { textOf } from './ids';
import { markRead } from './lines';
import type { LinePlace, Stretch } from './lines';
import type { ByteSource } from './byteSource';

const levelNames: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];
/** Bytes that are read at once of all instances, and of each whatever the others say. */
const wholeBudget = 32 << 20;
const leastBudget = 1 << 20;
const usualLine = 200;

/** What these instances' lines make of the log; lines of others that stand between may be in it too.
 *  @param instances their numbers in the catalog */
export function digestOfInstances(
  source: string, instances: readonly number[], catalog: Catalog, bytes: ByteSource,
): Digest {
  const lines = openLineDigest(source);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const requests = instances.map((instance) => catalog.requestsOf(instance));
  const budget = Math.max(leastBudget, wholeBudget / instances.length);
  const stretches = instances.flatMap((instance, at) =>
    withinBudget(stretchesOf(instance, requests[at] ?? [], catalog), budget));
  let read = -1;
  for (const { begin, last, line } of stretches.sort((a, b) => a.begin - b.begin || b.last - a.last)) {
    if (last <= read) continue;
    read = last;
    const text = decoder.decode(bytes.read(begin, bytes.endOfLine(last) - begin));
    text.split('\n').forEach((part, at) => lines.push({ number: line + at, text: trimLine(part) }));
  }
  lines.end();
  // the whole log knows better than these few lines what else a request touched
  for (const { words, owner } of requests.flat()) {
    if (owner === undefined) continue;
    lines.tie(`req-${textOf(words, 0)}`, owner < 0 ? '' : catalog.instances.text(owner));
  }
  const found = lines.found();
  // silences and what stands at the top are the log's, not that of these few lines
  const signs = found.signs && { ...found.signs, silences: [], headless: 0 };
  const isOwn = ownLines(found, new Set(instances.map((number) => catalog.instances.text(number))));
  return {
    ...found, events: found.events.filter(isOwn), faults: found.faults.filter(isOwn), ...aboutLog(catalog),
    ...(signs && { signs }),
  };
}

/** Lines of other instances stand between, and not all of them. */
function ownLines(
  { ties }: Digest, own: ReadonlySet<string>,
): (line: Pick<LogEvent, 'instance' | 'request'>) => boolean {
  return ({ instance, request }) => {
    const owner = instance ?? (request === undefined ? undefined : ties.get(request));
    return owner === undefined || owner === '' || own.has(owner);
  };
}

export function servicesOf(catalog: Catalog): Digest['services'] {
  return [...new Set([...catalog.loggers].flatMap((logger) => serviceOfLogger(logger) ?? []))];
}

type AboutLog = Pick<Digest, 'lines' | 'levels' | 'services' | 'shows' | 'firstTime' | 'lastTime' | 'unread'>;

function aboutLog(catalog: Catalog): AboutLog {
  const levels = new Set(levelNames.filter((_, bit) => (catalog.levels & (1 << bit)) !== 0));
  const shows = new Set([...catalog.codes].map((code) => code - 1));
  const { lines, firstTime, lastTime } = catalog;
  return { lines, levels, services: servicesOf(catalog), shows, firstTime, lastTime, unread: 0 };
}

/** So much of an instance is read: its beginning and its end, where it says more than that. */
function withinBudget(stretches: readonly Stretch[], budget: number): readonly Stretch[] {
  const sizes = stretches.map(({ begin, last }) => last - begin + usualLine);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= budget) return stretches;
  let before = 0;
  return stretches.filter((_, at) => {
    const size = sizes[at] ?? 0;
    const isKept = before + size <= budget / 2 || before >= total - budget / 2;
    before += size;
    return isKept;
  });
}

function stretchesOf(
  instance: number, requests: readonly KnownRequest[], catalog: Catalog,
): readonly Stretch[] {
  const found = new Map<number, Stretch>();
  let before: Stretch | undefined;
  const add = ({ offset, line, marks }: LinePlace): void => {
    if (marks === 0) return;
    // what is below a line matters only where it is to be read
    const isWide = (marks & markRead) !== 0;
    if (isWide && before && offset >= before.begin && offset <= before.last) return;
    const wide = isWide ? catalog.stretchAt(line) : undefined;
    before = wide ?? before;
    const stretch = wide ?? { begin: offset, last: offset, line };
    const known = found.get(stretch.begin);
    if (!known || known.last < stretch.last) found.set(stretch.begin, stretch);
  };
  catalog.linesOf(instance).forEach(add);
  for (const { owner, loose } of requests) if (owner === instance) loose().forEach(add);
  return [...found.values()].sort((a, b) => a.begin - b.begin);
}
