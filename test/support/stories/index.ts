// All stories of instance actions.

import { deviceStories } from './devices';
import { imageStories } from './images';
import { moveStories } from './moves';
import type { ActionStory } from './parts';
import { powerStories } from './power';
import { smallStories } from './small';

/** Of one log each. */
export const actionStories: readonly ActionStory[] = [
  ...powerStories, ...imageStories, ...deviceStories, ...smallStories,
];
export const allStories: readonly ActionStory[] = [...actionStories, ...moveStories];
