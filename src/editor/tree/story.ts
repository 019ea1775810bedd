// What the tree tells of what lies around an operation: its nodes, how they look, what they say when the
// pointer rests on them. A chunk of its own, see storyRows.ts.

import { around, below, placeOf, waits } from './storyNodes';
import { besideText, lookOfStory, waitedIn } from './presentStory';
import { phaseTips, tipsOf } from './storyTips';

const storyRows = {
  around, below, waits, placeOf, lookOf: lookOfStory, waitedIn, besideText, tipsOf, phaseTips,
};

export type StoryRows = typeof storyRows;

export function storyRowsOf(): StoryRows {
  return storyRows;
}
