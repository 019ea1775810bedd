// What a person may choose to see of the tree, in words.

import type { EditorWord } from '../../core/render/editorWords';
import { renderSeconds } from '../../core/render/operationText';
import { say } from '../say';
import type { Settings } from '../settings';
import type { TreeFilter, TreeGrouping } from './treeNode';

export const groupings: readonly TreeGrouping[] = ['instance', 'instance+host', 'request', 'host', 'cause'];

const groupingWords: Readonly<Record<TreeGrouping, EditorWord>> = {
  instance: 'groupByInstance', 'instance+host': 'groupByInstanceAndHost', request: 'groupByRequest',
  host: 'groupByHost', cause: 'groupByCause',
};

/** What stands at the top, in words. */
export function groupingName(grouping: TreeGrouping): string {
  return say(groupingWords[grouping]);
}

/** The filter in words. */
export function filterName(filter: TreeFilter, settings: Settings): string {
  switch (filter) {
    case 'all':
      return say('filterAll');
    case 'failed':
      return say('filterFailed');
    case 'in-progress':
      return say('filterInProgress');
    case 'slow':
      return `${say('filterSlow')}, ${say('slowFrom', {
        duration: renderSeconds(settings.current.slowPhaseSeconds),
      })}`;
  }
}
