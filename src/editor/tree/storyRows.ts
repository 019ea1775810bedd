// The rows that tell what lies around an operation are a chunk of their own, loaded when the first log is
// read. In: nothing. Out: the chunk, as soon as it is there; until then the tree has no such rows.

import type { StoryRows } from './story';

let rows: StoryRows | undefined;

/** Loads the chunk, once. */
export async function loadStoryRows(): Promise<void> {
  rows ??= (await import('./story')).storyRowsOf();
}

/** Undefined: not loaded yet. */
export function storyRows(): StoryRows | undefined {
  return rows;
}
