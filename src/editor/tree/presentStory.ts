// In: a row on what lies around an operation, or beside all operations. Out: how it looks. Pure.

import type { Occurrence, Phase, Place, Wait } from '../../core/model';
import type { Say } from '../../core/render/editorWords';
import {
  divergenceLabel, holeCommand, holeLabel, likenessText, occurrenceLabel, phaseWaitText, shortHolderTexts,
  waitLabel,
} from '../../core/render/storyRowText';
import { storyRowWords as words } from '../../core/render/storyRowWords';
import { clockTime } from '../../core/render/titles';
import { lookOfLife, lookOfSpan } from './presentLife';
import type { Look, PresentationNeeds } from './presentation';
import { logOf, type NodeOf, type StoryNode, type TreeNode } from './treeNode';

const warning = 'list.warningForeground';

/** What the row of a phase says of its waits; undefined: nothing. */
export function waitedIn(phase: Phase): string | undefined {
  return phaseWaitText(phase);
}

export function lookOfStory(node: StoryNode, needs: PresentationNeeds): Look {
  switch (node.kind) {
    case 'wait': return lookOfWait(node, needs);
    case 'life': return lookOfLife(node, needs);
    case 'span': return lookOfSpan(node, needs);
    case 'around': return lookOfAround(node, needs);
    case 'hole': return lookOfHole(node, needs);
    case 'divergence': return lookOfDivergence(node);
    case 'occurrence': return lookOfOccurrence(node, needs);
  }
}

const waitIcons: Readonly<Record<Wait['outcome'], string>> = {
  got: 'bell', late: 'bell-slash', 'timed-out': 'bell-slash', open: 'bell-dot', received: 'bell',
};

function lookOfWait({ wait }: NodeOf<'wait'>, { say }: PresentationNeeds): Look {
  const { kind, outcome } = wait;
  const label = waitLabel(wait);
  const held = shortHolderTexts(wait);
  const description = held.length > 0 ? held.join(say('separator')) : clockTime(wait.at);
  const isMissed = outcome === 'late' || outcome === 'timed-out';
  return {
    label, description, icon: kind === 'lock' ? 'lock' : waitIcons[outcome],
    color: isMissed ? warning : undefined, context: 'wait', collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

function lookOfAround({ what, spans, holes, parent }: NodeOf<'around'>, needs: PresentationNeeds): Look {
  const label = words[what];
  const parts = [
    ...spans.map((span) => lookOfSpan({ kind: 'span', id: '', parent, span }, needs).label),
    ...holes.map(holeLabel),
  ];
  const description = [...new Set(parts)].join(needs.say('separator'));
  return {
    label, description, icon: what === 'meanwhile' ? 'pulse' : 'eye-closed', context: 'group',
    color: spans.length > 0 ? warning : undefined, collapsible: 'collapsed',
    // that logs are not here the phases say as well
    dimmed: spans.length === 0 && holes.every(({ kind }) => kind === 'service'),
    spoken: `${label}, ${description}`,
  };
}

function lookOfHole(node: NodeOf<'hole'>, needs: PresentationNeeds): Look {
  const { hole } = node;
  const { kind, from, to, command } = hole;
  const label = holeLabel(hole);
  const place = kind === 'restart' ? to : (from ?? to);
  const description = holeCommand(hole) ?? (place ? placeText(node, place, needs) : '');
  return {
    label,
    description,
    icon: kind === 'restart' ? 'debug-restart' : 'eye-closed',
    context: command === undefined ? 'hole' : 'hole.command',
    collapsible: kind === 'service' ? 'none' : 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

function lookOfDivergence({ divergence, good }: NodeOf<'divergence'>): Look {
  const label = divergenceLabel(divergence, good);
  const description = likenessText(divergence);
  return {
    label, description, icon: 'git-compare', context: 'divergence', collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

const occurrenceIcons: Readonly<Record<Occurrence['kind'], string>> = {
  lifecycle: 'pulse',
  'sync-skipped': 'sync-ignored',
  'state-differs': 'sync',
  'stopped-by-itself': 'debug-stop',
  'unexpected-state': 'warning',
  moved: 'arrow-swap',
  evacuated: 'trash',
  'service-restart': 'debug-restart',
  'event-received': 'bell',
};

const alarming: ReadonlySet<Occurrence['kind']> = new Set(['stopped-by-itself', 'unexpected-state']);

function lookOfOccurrence(node: NodeOf<'occurrence'>, needs: PresentationNeeds): Look {
  const { occurrence } = node;
  const label = occurrenceLabel(occurrence);
  const description = placeText(node, occurrence.at, needs);
  return {
    label, description, icon: occurrenceIcons[occurrence.kind], context: 'occurrence',
    color: alarming.has(occurrence.kind) ? warning : undefined, spoken: `${label}, ${description}`,
  };
}

/** What an instance without operations is told of for: the last things that happened to it. */
export function besideText(beside: readonly Occurrence[], say: Say): string {
  return [...new Set(beside.map(occurrenceLabel))].slice(-mostNamed).join(say('separator'));
}

const mostNamed = 2;

function placeText(node: TreeNode, at: Place, { say, originOf, lookup }: PresentationNeeds): string {
  const isClear = lookup.analysis.digests.length === 1 || logOf(node) === at.source;
  return [clockTime(at), say('lineNumber', { line: at.line + 1 }), isClear ? '' : originOf(at.source)]
    .filter((part) => part)
    .join(say('separator'));
}
