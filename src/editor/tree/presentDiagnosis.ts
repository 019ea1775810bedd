// In: a diagnosis, or a line of its evidence. Out: how its row in the tree looks. Pure.

import {
  attemptOfText, causeText, certaintyText, headingText, roleText,
} from '../../core/render/diagnosis';
import { withShortIds } from '../../core/render/operationText';
import { clockTime } from '../../core/render/titles';
import { lineLabel } from './lineLabel';
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

export function lookOfEvidence(node: NodeOf<'evidence'>, needs: PresentationNeeds): Look {
  const { say, nameOf } = needs;
  const { at } = node.evidence;
  const role = roleText(node.evidence);
  // of several lines of one role each says what it says
  const isOneOfMany = node.parent.kind === 'diagnosis'
    && node.parent.diagnosis.evidence.filter((one) => one.role === node.evidence.role).length > 1;
  const where = at.source === logOf(node) ? '' : nameOf(at.source);
  const description = [
    isOneOfMany ? role : '', clockTime(at), say('lineNumber', { line: at.line + 1 }), where,
  ].filter((part) => part).join(say('separator'));
  const label = isOneOfMany ? lineLabel(at, undefined, needs).label : role;
  return { label, description, icon: 'list-selection', context: 'line', spoken: `${label}, ${description}` };
}
