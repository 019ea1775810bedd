// In: a diagnosis, or a line of its evidence. Out: how its row in the tree looks. Pure.

import {
  attemptOfText, causeText, certaintyText, headingText, roleText,
} from '../../core/render/diagnosis';
import { withShortIds } from '../../core/render/operationText';
import { clockTime } from '../../core/render/titles';
import type { Look, PresentationNeeds } from './presentation';
import { logOf, type NodeOf } from './treeNode';

export function lookOfDiagnosis({ diagnosis }: NodeOf<'diagnosis'>, { say }: PresentationNeeds): Look {
  const cause = causeText(diagnosis) ?? diagnosis.id;
  const { certainty } = diagnosis;
  const description = [certaintyText(diagnosis), attemptOfText(diagnosis)]
    .filter((part) => part)
    .join(say('separator'));
  return {
    label: withShortIds(cause),
    description,
    icon: certainty === 'open' ? 'question' : 'lightbulb',
    color: certainty === 'stated' ? 'testing.iconFailed' : 'testing.iconQueued',
    context: 'diagnosis',
    collapsible: 'collapsed',
    spoken: `${headingText('diagnosis')}, ${cause}, ${description}`,
  };
}

export function lookOfEvidence(node: NodeOf<'evidence'>, { say, nameOf }: PresentationNeeds): Look {
  const { at } = node.evidence;
  const where = at.source === logOf(node) ? '' : nameOf(at.source);
  const description = [clockTime(at), say('lineNumber', { line: at.line + 1 }), where]
    .filter((part) => part)
    .join(say('separator'));
  const label = roleText(node.evidence);
  return { label, description, icon: 'list-selection', context: 'line', spoken: `${label}, ${description}` };
}
