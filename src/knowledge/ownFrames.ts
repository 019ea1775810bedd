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

/** Who prints a traceback to the error output by himself: functions that are its outermost frames then. */
export interface PrintedFrameSpec {
  /** A part of the file's path. */
  readonly file: string;
  readonly functions: readonly string[];
}

export const printedFrames: readonly PrintedFrameSpec[] = [
  // a thread, a timer or a listener that nobody caught
  { file: 'eventlet/hubs/', functions: ['fire_timers', 'wait'] },
  { file: 'eventlet/queue.py', functions: ['switch'] },
  { file: 'threading.py', functions: ['__bootstrap_inner', '_bootstrap_inner', '__bootstrap', '_bootstrap'] },
  // a statement whose arguments do not fit its text
  { file: 'logging/__init__.py', functions: ['emit'] },
];
