// How a line of a log is laid out, and what other tools put around it: data that core/ reads lines by.

export type LayoutId =
  | 'oslo' | 'oslo-no-process' | 'oslo-seconds' | 'oslo-no-time' | 'time-only' | 'unknown';
