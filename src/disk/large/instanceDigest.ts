// An instance of a catalog → a digest of the lines that concern it, as the tolerant reader reads them: its
// own that mean something, those of its requests, and the stretches around errors.

import { openLineDigest } from '../../core/digest';
import type { Digest, Level } from '../../core/model';
import { trimLine } from '../../core/reading/lines';
import { serviceOfLogger } from '../../core/reading/serviceNames';
import type { Catalog, KnownRequest } from './catalog';
import { textOf } from './ids';
import type { LinePlace, Stretch } from './lines';
import type { ByteSource } from './byteSource';

const levelNames: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];
/** More than this of one instance are not read. */
const mostStretches = 20_000;

export function digestOfInstance(source: string, id: string, catalog: Catalog, bytes: ByteSource): Digest {
  const lines = openLineDigest(source);
  const instance = catalog.instances.find(id);
  if (instance < 0) {
    lines.end();
    return { ...lines.found(), ...aboutLog(catalog) };
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const requests = catalog.requestsOf(instance);
  for (const { begin, last, line } of stretchesOf(instance, requests, catalog)) {
    const text = decoder.decode(bytes.read(begin, bytes.endOfLine(last) - begin));
    text.split('\n').forEach((part, at) => lines.push({ number: line + at, text: trimLine(part) }));
  }
  lines.end();
  // the whole log knows better than these few lines what else a request touched
  for (const { words, owner } of requests) {
    if (owner === undefined) continue;
    lines.tie(`req-${textOf(words, 0)}`, owner < 0 ? '' : catalog.instances.text(owner));
  }
  return { ...lines.found(), ...aboutLog(catalog) };
}

function aboutLog(catalog: Catalog): Pick<Digest, 'lines' | 'levels' | 'services' | 'shows'> {
  const levels = new Set(levelNames.filter((_, bit) => (catalog.levels & (1 << bit)) !== 0));
  const services = [...new Set([...catalog.loggers].flatMap((logger) => serviceOfLogger(logger) ?? []))];
  const shows = new Set([...catalog.codes].map((code) => code - 1));
  return { lines: catalog.lines, levels, services, shows };
}

/** In the order of the file, none twice. */
function stretchesOf(
  instance: number, requests: readonly KnownRequest[], catalog: Catalog,
): readonly Stretch[] {
  const found = new Map<number, Stretch>();
  const add = ({ offset, line, marks }: LinePlace): void => {
    if (marks === 0 || found.size >= mostStretches) return;
    const wide = catalog.stretchAt(line);
    const stretch = wide ?? { begin: offset, last: offset, line };
    found.set(stretch.begin, stretch);
  };
  catalog.linesOf(instance).forEach(add);
  for (const request of requests) if (request.owner === instance) request.loose().forEach(add);
  return [...found.values()].sort((a, b) => a.begin - b.begin);
}
