// A kind of hole → a hole of which nothing else is known yet.

import type { Hole } from '../model';

export function emptyHole(kind: Hole['kind']): Hole {
  return {
    kind, source: undefined, host: undefined, service: undefined, from: undefined, to: undefined,
    seconds: undefined, usualSeconds: undefined, count: undefined, command: undefined,
  };
}
