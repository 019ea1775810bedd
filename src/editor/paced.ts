// Work that is wanted again and again → done at once, and then no more often than it bears: the next time
// begins when the last one has ended and has rested.

/** How many times as long as the work took. */
const rest = 2;
const shortestRest = 150;

/** @returns wants the work; several wishes while it is done, or rests, are one. Never rejects. */
export function paced(work: () => Promise<void>): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      const started = performance.now();
      await work().catch(() => undefined);
      const pause = Math.max(shortestRest, rest * (performance.now() - started));
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
