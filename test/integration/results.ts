// In: a Mocha runner. Out: what came of each test, on the console for the runner outside (which must see it
// to pass).

import type Mocha from 'mocha';

export interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** How long it took, hooks left out. */
  readonly seconds: number;
  readonly error?: string | undefined;
}

/** Collects results; `onEnd` gets them all. */
export function collectResults(runner: Mocha.Runner, onEnd: (results: readonly Result[]) => void): void {
  const results: Result[] = [];
  const collect = (test: Mocha.Test | Mocha.Hook, state: Result['state'], error?: string) =>
    results.push({ title: test.fullTitle(), state, seconds: (test.duration ?? 0) / 1000, error });
  runner.on('pass', (test) => collect(test, 'passed'));
  runner.on('pending', (test) => collect(test, 'skipped'));
  runner.on('fail', (test, error: unknown) =>
    collect(test, 'failed', error instanceof Error ? error.stack ?? error.message : String(error)));
  runner.on('end', () => onEnd(results));
}

/** The workbench passes on all that is logged; the prefix tells which lines are meant for the runner
 *  outside. */
export function sayResults(results: readonly Result[]): void {
  console.log(`[nova-lens results] ${JSON.stringify(results)}`);
}
