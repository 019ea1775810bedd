// What an extract is about → its lines in a large log, the same that reading all of it would give. What is
// read: the lines that columns know of the instances it is about, and those that hold an id of theirs.

import { analyse } from '../../core/analysis';
import { linesAbout } from '../../core/extracts/linesAbout';
import type { LinesOfLogs } from '../../core/extracts/linesAbout';
import { defaultLimits } from '../../core/limits';
import { lookupOf } from '../../core/lookup';
import type { Analysis, Digest, Subject } from '../../core/model';
import { scanIds } from '../../core/joins/scanIds';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { digestsOfInstances } from './instanceDigest';
import type { Stretch } from './lines';
import { extentOf } from './logFiles';
import type { LogFile } from './logFiles';
import { linesNaming } from './namedLines';

/** A log, its files and where its bytes come from. */
export interface OpenedLog {
  readonly files: readonly LogFile[];
  readonly catalog: Catalog;
  readonly bytes: ByteSource;
}

const idSize = 36;
const requestBegin = 'req-';
/** Instances that one request is followed to. */
const mostOfRequest = 1000;

/** @param subject an instance, a request or an operation; the beginning of an id is enough, as long as only
 *  one goes on from it
 *  @param context lines around an operation
 *  @returns numbers of lines in the text of all files, ascending, from 0 */
export function subjectLines(
  log: OpenedLog, { kind, id }: Subject, context: number,
): readonly number[] {
  if (kind === 'request') return ofRequest(log, id, context);
  const instances = instancesFrom(log.catalog, id.slice(0, idSize));
  const [instance] = instances;
  // what goes on with several ids is about none of them
  if (instance === undefined || instances.length > 1) return [];
  const analysis = analyse(digestsOf(log, [instance]), defaultLimits);
  const ids = [log.catalog.instances.text(instance), ...requestsIn(analysis)];
  const named = linesNaming(ids, log.bytes, log.catalog.parts);
  return about(log, [instance], named, kind === 'instance'
    ? () => ({ kind, id: ids[0] ?? '' })
    : (whole) => ({ kind, id: operationFrom(whole, id) }), context);
}

function ofRequest(log: OpenedLog, id: string, context: number): readonly number[] {
  const named = linesNaming([id], log.bytes, log.catalog.parts);
  const found = new Set<string>();
  const instances = new Set<number>();
  for (const text of textsOf(named, log.bytes)) {
    scanIds(text, (one) => {
      if (one.startsWith(id)) found.add(one);
      const instance = one.startsWith(requestBegin) ? -1 : log.catalog.instances.find(one);
      if (instance >= 0 && instances.size < mostOfRequest) instances.add(instance);
    });
  }
  const [request = id] = found;
  if (found.size > 1) return [];
  const numbers = [...instances];
  const caused = requestsIn(analyse(digestsOf(log, numbers, named), defaultLimits));
  const all = linesNaming([request, ...caused], log.bytes, log.catalog.parts);
  return about(log, numbers, all, () => ({ kind: 'request', id: request }), context);
}

function about(
  log: OpenedLog, instances: readonly number[], named: readonly Stretch[],
  subjectIn: (analysis: Analysis) => Subject, context: number,
): readonly number[] {
  const lookup = lookupOf(analyse(digestsOf(log, instances, named), defaultLimits));
  return numbersIn(log, linesAbout(lookup, subjectIn(lookup.analysis), context));
}

/** Lines of files → their numbers in the text of all, ascending. */
export function numbersIn({ files, catalog }: OpenedLog, lines: LinesOfLogs): readonly number[] {
  return files.flatMap((file) => {
    const { line } = extentOf(catalog.parts, file);
    return (lines.get(file.source) ?? []).map((own) => line + own);
  });
}

function digestsOf(
  { files, catalog, bytes }: OpenedLog, instances: readonly number[], named?: readonly Stretch[],
): readonly Digest[] {
  return digestsOfInstances(files, instances, catalog, bytes, { named });
}

function instancesFrom({ instances }: Catalog, begin: string): readonly number[] {
  if (begin.length === idSize) {
    const number = instances.find(begin);
    return number < 0 ? [] : [number];
  }
  const found: number[] = [];
  for (let number = 0; number < instances.size && found.length < 2; number++) {
    if (instances.text(number).startsWith(begin)) found.push(number);
  }
  return found;
}

/** Requests that may belong to what was read, and those that they caused. */
function requestsIn({ timelines, digests }: Analysis): readonly string[] {
  const requests = new Set([
    ...timelines.flatMap(({ operations }) => operations.flatMap(({ request }) => request ?? [])),
    ...digests.flatMap(({ ties }) => [...ties.keys()]),
  ]);
  for (const { caller, callee } of digests.flatMap(({ joins }) => joins?.calls ?? [])) {
    if (requests.has(caller)) requests.add(callee);
  }
  return [...requests];
}

function operationFrom({ timelines }: Analysis, begin: string): string {
  const known = timelines.flatMap(({ operations }) => operations.map(({ id }) => id));
  const [only = begin, ...others] = known.filter((id) => id.startsWith(begin));
  return others.length === 0 ? only : begin;
}

function* textsOf(stretches: readonly Stretch[], bytes: ByteSource): Generator<string> {
  for (const { begin, last } of stretches) {
    yield Buffer.from(bytes.read(begin, bytes.endOfLine(last) - begin)).toString('utf8');
  }
}
