// A fault without a tag → the same, with the instance that what was logged, or its own text, names.

import type { Fault } from '../model';
import { instanceInText } from '../reading/events';

export function tied(fault: Fault): Fault {
  if (fault.instance) return fault;
  const instance = instanceInText(`${fault.logged}\n${fault.message}`);
  return instance ? { ...fault, instance, tie: 'name' } : fault;
}
