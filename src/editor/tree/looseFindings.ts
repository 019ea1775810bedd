// A log → rows for the exceptions that none of its operations accounts for: of a paste without an instance
// they are all there is. Pure.

import type { Lookup } from '../../core/lookup';
import type { Finding } from '../../core/model';
import { placeKey } from '../../core/placeKey';
import { renderFinding } from '../../core/render/finding';
import { subjectOf } from '../../core/render/tip';
import { clockTime } from '../../core/render/titles';
import { diagnosesBeside } from './hostDiagnoses';
import type { Look, PresentationNeeds } from './presentation';
import type { NodeOf, TreeChoices } from './treeNode';

/** A filter is for operations and lets none of them through. */
export function findingNodes(
  parent: NodeOf<'log'>, lookup: Lookup, { filter }: TreeChoices,
): readonly NodeOf<'finding'>[] {
  if (filter !== 'all') return [];
  return looseFindings(lookup, parent.digest.source).map((finding, index) => ({
    kind: 'finding', id: `${parent.id}/finding:${index}`, parent, finding, name: subjectOf(finding),
  }));
}

/** What a diagnosis beside the instances tells has its row. */
export function looseFindings(lookup: Lookup, source: string): readonly Finding[] {
  const beside = diagnosesBeside(lookup, source).flatMap(({ evidence }) => evidence);
  const told = new Set(beside.map(({ at }) => placeKey(at)));
  return lookup.findingsIn(source)
    .filter(({ check, at }) => check === 'unknown-fault' && !told.has(placeKey(at)));
}

export function lookOfFinding({ finding, name }: NodeOf<'finding'>, { say }: PresentationNeeds): Look {
  const { at, args: { count, message } } = finding;
  const label = name ?? say('failed');
  const description = [
    clockTime(at), say('lineNumber', { line: at.line + 1 }),
    Number(count) > 1 ? say('times', { count: Number(count) }) : '', String(message ?? '').split('\n', 1)[0],
  ].filter((part) => part).join(say('separator'));
  return {
    label, description, icon: 'flame', color: 'testing.iconQueued', context: 'fault',
    spoken: `${label}, ${renderFinding(finding)}`,
  };
}
