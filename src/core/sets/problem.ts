// What can be wrong with a file that was to be read, as data: its sentence stands in render/problemText.ts.

export type ProblemId =
  | 'missing' | 'forbidden' | 'unreadable' | 'notAFile' | 'noLogs' | 'cutShort' | 'packed'
  | 'notHere' | 'tooDeep' | 'tooMany' | 'tooLarge' | 'zipInside' | 'memory' | 'noMemory' | 'full'
  | 'changed' | 'noIndex' | 'damagedIndex' | 'noScratch';

export interface Problem {
  readonly id: ProblemId;
  /** `path`: what it is about, as the caller calls it; the rest is what the sentence is made of. */
  readonly args: Readonly<Record<string, string | number>>;
}

export function problemOf(
  id: ProblemId, path: string, args: Readonly<Record<string, string | number>> = {},
): Problem {
  return { id, args: { path, ...args } };
}
