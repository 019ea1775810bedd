// What oslo.concurrency (and Nova's own copy of it before Kilo) logs when a lock is asked for, got and given
// back. Data only.

export interface LockSpec {
  readonly step: 'asked' | 'got' | 'released';
  readonly text: string;
  /** The placeholders that hold the lock, the function, and seconds waited or held. */
  readonly name: string;
  readonly by?: string;
  readonly seconds?: string;
  readonly sample: string;
}

/** The loggers that log them. */
export const lockLoggers: readonly string[] = [
  'oslo_concurrency.lockutils', 'oslo.concurrency.lockutils', 'nova.openstack.common.lockutils',
  'os_brick.initiator.connectors.base', 'nova.utils',
];

export const locks: readonly LockSpec[] = [
  { step: 'asked', text: 'Acquiring lock "%s" by "%s"', name: '0', by: '1',
    sample: 'Acquiring lock "compute_resources" by "nova.compute.resource_tracker.ResourceTracker.instance_claim"' },
  { step: 'got', text: 'Lock "%(name)s" acquired by "%(function)s" :: waited %(wait_secs)0.3fs',
    name: 'name', by: 'function', seconds: 'wait_secs',
    sample: 'Lock "compute_resources" acquired by "nova.compute.resource_tracker.ResourceTracker.instance_claim" '
      + ':: waited 0.000s' },
  { step: 'released', text: 'Lock "%(name)s" "%(gotten)s" by "%(function)s" :: held %(held_secs)s',
    name: 'name', by: 'function', seconds: 'held_secs',
    sample: 'Lock "compute_resources" "released" by "nova.compute.resource_tracker.ResourceTracker.instance_claim" '
      + ':: held 0.147s' },
  { step: 'released', text: 'Lock "%(name)s" released by "%(function)s" :: held %(held_secs)s',
    name: 'name', by: 'function', seconds: 'held_secs',
    sample: 'Lock "compute_resources" released by "nova.compute.resource_tracker.update_usage" :: held 0.147s' },
  { step: 'asked', text: 'Acquiring lock "%s"', name: '0',
    sample: 'Acquiring lock "refresh_cache-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70"' },
  { step: 'got', text: 'Acquired lock "%(lock)s"', name: 'lock',
    sample: 'Acquired lock "refresh_cache-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70"' },
  { step: 'released', text: 'Releasing lock "%(lock)s"', name: 'lock',
    sample: 'Releasing lock "refresh_cache-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70"' },
  { step: 'got', text: 'Acquired semaphore "%(lock)s"', name: 'lock', sample: 'Acquired semaphore "compute_resources"' },
  { step: 'released', text: 'Releasing semaphore "%(lock)s"', name: 'lock',
    sample: 'Releasing semaphore "compute_resources"' },
  { step: 'asked', text: 'Attempting to grab semaphore "%(lock)s" for method "%(method)s"...', name: 'lock', by: 'method',
    sample: 'Attempting to grab semaphore "connect_volume" for method "connect_volume"...' },
  { step: 'got', text: 'Got semaphore "%(lock)s" for method "%(method)s"...', name: 'lock', by: 'method',
    sample: 'Got semaphore "connect_volume" for method "connect_volume"...' },
  { step: 'got', text: 'Got semaphore "%(lock)s"', name: 'lock', sample: 'Got semaphore "compute_resources"' },
];
