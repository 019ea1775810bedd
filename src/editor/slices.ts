// Work in steps → the same work in slices, between which the extension host does what else waits for it.

import type { Steps } from '../core/steps';

/** How long the host is held at a stretch, milliseconds. */
const STRETCH = 15;

export interface Sliced<T> {
  /** Undefined: nobody wanted it any more. */
  readonly made: T | undefined;
  /** The longest stretch for which the work held the host, milliseconds. */
  readonly longest: number;
}

export async function doInSlices<T>(steps: Steps<T>, isWanted: () => boolean): Promise<Sliced<T>> {
  let longest = 0;
  for (let since = Date.now(); isWanted();) {
    const { done, value } = steps.next();
    const held = Date.now() - since;
    longest = Math.max(longest, held);
    if (done) return { made: value, longest };
    if (held < STRETCH) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = Date.now();
  }
  return { made: undefined, longest };
}
