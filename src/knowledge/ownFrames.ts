// Files of Nova whose code runs in one service alone: who logs that it raised there is that service. Code
// that several services call (nova/compute/api.py, the rpcapi modules, nova/objects) proves nothing.

export interface OwnFrameSpec {
  readonly service: string;
  /** The end of a file's path, or a part of it that ends with `/`. */
  readonly file: string;
  /** A file whose frame above it tells that the code runs in the caller's process. */
  readonly unlessUnder?: string;
}

/** In the order in which they count. */
export const ownFrames: readonly OwnFrameSpec[] = [
  { service: 'nova-compute', file: 'nova/compute/manager.py' },
  // Placement's own API, while Nova had it, and the metadata API lie beside it
  { service: 'nova-api', file: 'nova/api/openstack/compute/' },
  { service: 'nova-scheduler', file: 'nova/scheduler/manager.py' },
  // with `[conductor] use_local`, until Liberty, every service ran it itself
  { service: 'nova-conductor', file: 'nova/conductor/manager.py', unlessUnder: 'nova/conductor/api.py' },
];
