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
/** More than this of one instance are not read. */
const mostStretches = 20_000;

/** What these instances' lines make of the log; lines of others that stand between may be in it too.
 *  @param instances their numbers in the catalog */
export function digestOfInstances(
  source: string, instances: readonly number[], catalog: Catalog, bytes: ByteSource,
): Digest {
  const lines = openLineDigest(source);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const requests = instances.map((instance) => catalog.requestsOf(instance));
  const stretches = new Map<number, Stretch>();
  instances.forEach((instance, at) => addStretches(instance, requests[at] ?? [], catalog, stretches));
  let read = -1;
  for (const { begin, last, line } of [...stretches.values()].sort((a, b) => a.begin - b.begin)) {
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

function addStretches(
  instance: number, requests: readonly KnownRequest[], catalog: Catalog, found: Map<number, Stretch>,
): void {
  let count = 0;
  const add = ({ offset, line, marks }: LinePlace): void => {
    if (marks === 0 || count >= mostStretches) return;
    // what is below a line matters only where it is to be read
    const wide = (marks & markRead) === 0 ? undefined : catalog.stretchAt(line);
    const stretch = wide ?? { begin: offset, last: offset, line };
    const known = found.get(stretch.begin);
    if (!known) count += 1;
    if (!known || known.last < stretch.last) found.set(stretch.begin, stretch);
  };
  catalog.linesOf(instance).forEach(add);
  for (const { owner, loose } of requests) if (owner === instance) loose().forEach(add);
}
