// In: the life of a host, or a stretch of it. Out: how it looks. Pure.

import type { HostSpan } from '../../core/model';
import type { EditorWord, Say } from '../../core/render/editorWords';
import { clockSpan, clockTime } from '../../core/render/titles';
import type { Look, PresentationNeeds } from './presentation';
import type { NodeOf } from './treeNode';

export function lookOfLife({ lane }: NodeOf<'life'>, { say }: PresentationNeeds): Look {
  const label = say('hostLife');
  const troubles = lane.spans.filter(({ kind }) => kind !== 'service').length;
  const description = troubles > 0 ? say('countTroubles', { count: troubles }) : '';
  return {
    label, description, icon: 'pulse', context: 'group', dimmed: troubles === 0, collapsible: 'collapsed',
    spoken: `${label}, ${description}`,
  };
}

const spanWords: Readonly<Record<HostSpan['kind'], EditorWord>> = {
  service: 'spanService',
  'amqp-lost': 'spanAmqpLost',
  'database-lost': 'spanDatabaseLost',
  'libvirt-lost': 'spanLibvirtLost',
  disabled: 'spanDisabled',
  'report-missed': 'spanReportMissed',
  'placement-refused': 'spanPlacementRefused',
};

export function lookOfSpan({ span }: NodeOf<'span'>, { say }: PresentationNeeds): Look {
  const isService = span.kind === 'service';
  const label = say(spanWords[span.kind], { service: span.service ?? say('someService') });
  const service = isService ? '' : (span.service ?? '');
  const description = [spanTimes(span, say), service, ...Object.values(span.values)]
    .filter((part) => part).join(say('separator'));
  return {
    label, description, icon: isService ? 'play-circle' : 'warning', context: 'span',
    color: isService ? undefined : 'list.warningForeground',
    collapsible: span.places.length > 0 ? 'collapsed' : 'none', spoken: `${label}, ${description}`,
  };
}

// A stretch that has no begin or end in the logs is said to have none.
function spanTimes({ begin, end }: HostSpan, say: Say): string {
  if (begin && end) return clockSpan(begin, end);
  const from = begin ? clockTime(begin) : say('spanBefore');
  const to = end ? clockTime(end) : say('spanOpen');
  return `${from} – ${to}`;
}
