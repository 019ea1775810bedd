// An instance of a catalog → a digest of the lines that concern it, as the tolerant reader reads them: its
// own that mean something, those of its requests, and the stretches around errors.

import { openLineDigest } from '../../core/digest';
import type { Digest, Level } from '../../core/model';
import { trimLine } from '../../core/reading/lines';
import { serviceOfLogger } from '../../core/reading/serviceNames';
import type { Catalog } from './catalog';
import type { LinePlace, Stretch } from './lines';
import type { ByteSource } from './byteSource';

const levelNames: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];
/** More than this of one instance are not read. */
const mostStretches = 20_000;

export function digestOfInstance(source: string, id: string, catalog: Catalog, bytes: ByteSource): Digest {
  const lines = openLineDigest(source);
  const instance = catalog.instances.find(id);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const { begin, end, line } of instance < 0 ? [] : stretchesOf(instance, catalog, bytes)) {
    const text = decoder.decode(bytes.read(begin, end - begin));
    text.split('\n').forEach((part, at) => lines.push({ number: line + at, text: trimLine(part) }));
  }
  lines.end();
  for (const request of requestsOf(lines.found())) tieRequest(request, catalog, lines.tie.bind(lines));
  return { ...lines.found(), ...aboutLog(catalog) };
}

function aboutLog(catalog: Catalog): Pick<Digest, 'lines' | 'levels' | 'services' | 'shows'> {
  const levels = new Set(levelNames.filter((_, bit) => (catalog.levels & (1 << bit)) !== 0));
  const services = [...new Set([...catalog.loggers].flatMap((logger) => serviceOfLogger(logger) ?? []))];
  return { lines: catalog.lines, levels, services, shows: catalog.markers };
}

function requestsOf({ events, faults }: Digest): ReadonlySet<string> {
  return new Set([...events, ...faults].flatMap(({ request }) => request ?? []));
}

/** The whole log knows better than these few lines what else a request touched. */
type Tie = (request: string, instance: string) => void;

function tieRequest(request: string, catalog: Catalog, tie: Tie): void {
  const number = catalog.requests.find(request.slice('req-'.length));
  const instance = number < 0 ? undefined : catalog.tieOf(number);
  if (instance !== undefined) tie(request, instance < 0 ? '' : catalog.instances.text(instance));
}

/** In the order of the file, none twice. */
function stretchesOf(instance: number, catalog: Catalog, bytes: ByteSource): readonly Stretch[] {
  const found = new Map<number, Stretch>();
  const add = ({ offset, line, marks }: LinePlace): void => {
    if (marks === 0 || found.size >= mostStretches) return;
    const wide = catalog.stretchAt(line);
    const stretch = wide ?? { begin: offset, end: bytes.endOfLine(offset), line };
    found.set(stretch.begin, stretch);
  };
  catalog.linesOf(instance).forEach(add);
  for (const request of catalog.requestsOf(instance)) catalog.looseLinesOf(request).forEach(add);
  return [...found.values()].sort((a, b) => a.begin - b.begin);
}
