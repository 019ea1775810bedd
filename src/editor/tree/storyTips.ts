// In: a row on what lies around an operation, or a phase. Out: what it says when the pointer rests on it,
// paragraph by paragraph, as plain text. Pure.

import type { Lookup } from '../../core/lookup';
import type { Hole, Place, Wait } from '../../core/model';
import { occurrenceText } from '../../core/render/moveText';
import { paceTexts } from '../../core/render/storyRowText';
import { divergenceText, holeText, showText, spanText, waitText } from '../../core/render/storyText';
import { markerAt } from '../../core/render/titles';
import type { NodeOf, StoryNode } from './treeNode';

/** A tip is for a glance. */
const mostSpans = 10;

type NameOf = (source: string) => string;

export function tipsOf(node: StoryNode, lookup: Lookup, nameOf: NameOf): readonly string[] {
  const oneLog = lookup.analysis.digests.length === 1;
  const named = <T extends Place | undefined>(place: T): T =>
    (place ? { ...place, source: nameOf(place.source) } : place);
  const holeTip = (hole: Hole) => holeText(namedHole(hole, named, nameOf), oneLog);
  switch (node.kind) {
    case 'life': return node.lane.spans.slice(-mostSpans).map(spanText);
    case 'span': return [spanText(node.span)];
    case 'wait': return [waitText(namedWait(node.wait, named), oneLog)];
    case 'around': return [...node.spans.map(spanText), ...node.holes.map(holeTip)];
    case 'hole': return [holeTip(node.hole)];
    case 'divergence': {
      const { here, there } = node.divergence;
      const divergence = { ...node.divergence, here: named(here), there: named(there) };
      return [divergenceText(divergence, lookup.operation, oneLog)];
    }
    case 'occurrence': {
      const { occurrence } = node;
      return [occurrenceText(occurrence, markerAt(occurrence.marker)?.spec.text ?? '')];
    }
  }
}

/** How long the phase usually takes, and the command that would show the log that it needs. */
export function phaseTips({ operation, phase }: NodeOf<'phase'>, { analysis }: Lookup): readonly string[] {
  const { needsService } = phase;
  const hole = needsService && (analysis.holes ?? []).find(({ kind, service }) =>
    kind === 'service' && service === `nova-${needsService}`);
  const shows = hole && showText(hole);
  return [
    ...paceTexts(operation, phase, analysis),
    ...(shows === undefined ? [] : [shows]),
  ];
}

function namedWait(wait: Wait, named: (place: Place) => Place): Wait {
  return { ...wait, holders: wait.holders.map((hold) => ({ ...hold, at: named(hold.at) })) };
}

function namedHole(
  hole: Hole, named: <T extends Place | undefined>(place: T) => T, nameOf: NameOf,
): Hole {
  const source = hole.source === undefined ? undefined : nameOf(hole.source);
  return { ...hole, source, from: named(hole.from), to: named(hole.to) };
}
