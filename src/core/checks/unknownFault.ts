// One finding for each kind of exception that was logged as an error, or that a statement of failure tells
// of, and that neither an operation nor a diagnosis beside the operations accounts for.

import { beginOf } from '../faults/faultLines';
import { classTail } from '../timelines/frameHints';
import { unnamedFailures } from '../timelines/unnamedFailures';
import type { Diagnosis, Fault, Finding } from '../model';
import { placeKey } from '../placeKey';
import type { CheckInput } from './input';

/** Like faults (same class, same logger) are told once, at the first of them, with their number. */
export function unknownFaults(input: CheckInput): readonly Finding[] {
  const groups = new Map<string, Fault[]>();
  const loose = looseFaults(input);
  // what made a request fail is told as that, also where it is diagnosed
  const failures = new Set(unnamedFailures(input, loose));
  for (const fault of [...loose, ...failures]) {
    const key = `${classTail(fault.type)} ${fault.logger}`;
    const group = groups.get(key);
    if (group) group.push(fault);
    else groups.set(key, [fault]);
  }
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first] = group;
    if (!first || (!failures.has(first) && isDiagnosed(group, input.diagnoses))) return [];
    const texts = new Set(group.map(({ message }) => message.split('\n', 1)[0])).size;
    return [
      {
        check: 'unknown-fault',
        severity: 'information',
        // of several instances none is the one that it is about
        instance: group.every(({ instance }) => instance === first.instance) ? first.instance : undefined,
        at: first.at,
        related: group.slice(1, 10).map((fault) => fault.at),
        operation: undefined,
        args: {
          type: classTail(first.type),
          message: first.message.slice(0, 300),
          count: group.length,
          logger: first.logger,
          ...(texts > 1 && { texts }),
        },
      },
    ];
  });
}

/** Diagnoses tell of as many as there are: of each but the first lines are kept, and their number. */
function isDiagnosed(group: readonly Fault[], diagnoses: readonly Diagnosis[]): boolean {
  const places = new Set(group.map(({ at }) => placeKey(at)));
  const told = new Set<string>();
  let counted = 0;
  for (const { evidence, count } of diagnoses) {
    const own = evidence.map(({ at }) => placeKey(at)).filter((place) => places.has(place));
    for (const place of own) told.add(place);
    if (evidence[0] && places.has(placeKey(evidence[0].at))) counted += count;
  }
  return Math.max(told.size, counted) >= group.length;
}

// Faults logged as errors that are part of no operation.
function looseFaults({ digests, timelines }: CheckInput): readonly Fault[] {
  const loose = new Map<string, Map<number, Fault>>();
  for (const fault of digests.flatMap((digest) => digest.faults)) {
    if (!fault.type || !isError(fault)) continue;
    const { source, line } = beginOf(fault);
    const lines = loose.get(source) ?? new Map<number, Fault>();
    loose.set(source, lines.set(line, fault));
  }
  const told = new Set<string>();
  for (const operation of timelines.flatMap((timeline) => timeline.operations)) {
    for (const { source, line } of operation.places) {
      const fault = loose.get(source)?.get(line);
      if (fault) told.add(sameFault(fault));
      loose.get(source)?.delete(line);
    }
  }
  // a log that was pasted or merged twice says nothing new the second time
  return [...loose.values()].flatMap((lines) =>
    [...lines.values()].filter((fault) => fault.at.time === undefined || !told.has(sameFault(fault))));
}

/** Where no head tells the level, a traceback through Nova's code does. */
function isError({ level, basis, frames }: Fault): boolean {
  if (level !== undefined) return level === 'ERROR' || level === 'CRITICAL' || level === 'TRACE';
  return basis === 'traceback' && frames.some(({ file }) => /(?:^|\/)nova\//.test(file));
}

function sameFault({ at, type, message, logger, process, instance }: Fault): string {
  return [at.time, type, message, logger, process, instance].join(' ');
}
