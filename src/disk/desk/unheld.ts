// A timer → the same, for which alone a program of node does not go on. In a browser a timer is a number, and
// no program goes on for it.

type Timer = ReturnType<typeof setTimeout>;

export function unheld(timer: Timer): Timer {
  if (typeof timer === 'object') timer.unref();
  return timer;
}
