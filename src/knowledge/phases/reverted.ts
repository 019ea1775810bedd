// The line by which any action of nova-compute says that it failed: it names the task_state that the failure
// took back, and with it the action (reverts_task_state in nova/compute/manager.py).

import type { MarkerSpec, OperationKind } from '../schema';

/** @param state the task_state as the line spells it. */
export function reverted(state: string, kinds: readonly OperationKind[]): MarkerSpec {
  return {
    edge: 'fail', logger: 'nova.compute.manager', level: 'INFO', says: 'failed', narrow: true, kinds,
    text: `Successfully reverted task state from ${state} on failure for instance.`,
  };
}
