// What an extract is about → its lines in a large log, the same that reading all of it would give.

import { linesAbout } from '../../core/extracts/linesAbout';
import type { LinesOfLogs } from '../../core/extracts/linesAbout';
import { lookupOf } from '../../core/lookup';
import type { Analysis, Subject } from '../../core/model';
import type { Catalog } from './catalog';
import { linesOfInstances, linesOfRequest } from './ownLines';
import type { OpenedLog } from './ownLines';

const idSize = 36;
const noLines: LinesOfLogs = new Map();

/** @param subject an instance, a request or an operation; the beginning of an id is enough, as long as only
 *  one goes on from it
 *  @param context lines around an operation */
export function subjectLines(
  log: OpenedLog, { kind, id }: Subject, context: number,
): LinesOfLogs {
  if (kind === 'request') {
    const found = linesOfRequest(log, id);
    return found ? linesIn(found.analysis, { kind, id: found.request }, context) : noLines;
  }
  const instances = instancesFrom(log.catalog, id.slice(0, idSize));
  const [instance] = instances;
  // what goes on with several ids is about none of them
  if (instance === undefined || instances.length > 1) return noLines;
  const { analysis } = linesOfInstances(log, [instance]);
  const whole = kind === 'instance' ? log.catalog.instances.text(instance) : operationFrom(analysis, id);
  return linesIn(analysis, { kind, id: whole }, context);
}

function linesIn(analysis: Analysis, subject: Subject, context: number): LinesOfLogs {
  return linesAbout(lookupOf(analysis), subject, context);
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

function operationFrom({ timelines }: Analysis, begin: string): string {
  const known = timelines.flatMap(({ operations }) => operations.map(({ id }) => id));
  const [only = begin, ...others] = known.filter((id) => id.startsWith(begin));
  return others.length === 0 ? only : begin;
}
