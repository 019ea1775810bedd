// A value that an option does not take → values that it does, to choose from: its choices, the bound that was
// crossed, its default.

import type { OptionFacts } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import { nearest } from '../explaining/nearest';
import { defaultText } from '../explaining/optionCard';
import { sharedLength } from '../sharedLength';
import { listItems, plainType } from './optionValue';
import type { ValueProblem } from './optionValue';

/** A longer list is no help. */
const most = 12;

/** Whole values as nova.conf has them, the likeliest first. */
export function valuesInstead(
  option: OptionFacts, value: string, wrong: ValueProblem, release: ReleaseId | undefined,
): readonly string[] {
  switch (wrong.kind) {
    case 'out-of-range': {
      const isBelow = wrong.min !== undefined && Number(value) < wrong.min;
      const bound = isBelow ? wrong.min : wrong.max;
      return bound === undefined ? [] : [String(bound)];
    }
    case 'bad-type': {
      if (wrong.type === 'boolean') return ['True', 'False'];
      const standard = defaultText(option, release);
      return standard === undefined || !Number.isFinite(Number(standard)) ? [] : [standard];
    }
    case 'not-a-choice':
      return (plainType(option) === 'list' ? listsOf : nearestFirst)(value, wrong.choices);
  }
}

// With one wrong item there is a list for each choice that is not in it yet.
function listsOf(value: string, choices: readonly string[]): readonly string[] {
  const items = listItems(value);
  const isChoice = (item: string) => choices.some((choice) => choice.toLowerCase() === item.toLowerCase());
  const [wrong, ...more] = items.filter((item) => !isChoice(item));
  if (wrong === undefined || more.length > 0) return [];
  const left = choices.filter((choice) => !items.includes(choice));
  return nearestFirst(wrong, left).map((choice) =>
    items.map((item) => (item === wrong ? choice : item)).join(','));
}

function nearestFirst(value: string, choices: readonly string[]): readonly string[] {
  const named = choices.filter((choice) => choice !== '');
  const meant = nearest(value.toLowerCase(), named) ?? longestShared(value, named);
  return [...new Set([...(meant === undefined ? [] : [meant]), ...named])].slice(0, most);
}

// `host_passthru` has more of `host-passthrough` than of `host-model`.
function longestShared(value: string, choices: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-');
  const wrong = plain(value);
  const shared = choices.map((choice) => sharedLength(plain(choice), wrong));
  const longest = Math.max(...shared);
  return longest < 3 ? undefined : choices[shared.indexOf(longest)];
}
