// How the lock that an action takes on its instance tells the action, where a release before Icehouse named
// both on one line (DEBUG). The functions are those that only this action runs.

import type { MarkerSpec, OperationKind } from '../schema';

const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';

export function semaphores(method: string, kind: OperationKind): readonly MarkerSpec[] {
  return ['Attempting to grab', 'Got'].map((step) => ({
    edge: 'note', logger: ['nova.utils', 'nova.openstack.common.lockutils'], level: 'DEBUG', old: true, kinds: [kind],
    captures: { instance: 'instance' },
    text: `${step} semaphore "%(instance)s" for method "${method}"...`,
    sample: `${step} semaphore "${vm}" for method "${method}"...`,
  }));
}
