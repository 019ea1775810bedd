// A fault without a tag → the same, with the instance that what was logged, or its own text, names.

import type { Fault } from '../model';
import { instanceInText } from '../reading/events';

/** @param numbers instances without a UUID, by the lines of their statements */
export function tied(fault: Fault, numbers: ReadonlyMap<number, string> = new Map()): Fault {
  if (fault.instance) return fault;
  const instance = numbers.get(fault.firstLine) ?? instanceInText(`${fault.logged}\n${fault.message}`);
  return instance ? { ...fault, instance, tie: 'name' } : fault;
}
