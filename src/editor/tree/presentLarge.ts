// In: the row of a log that is read from its file, or of an instance in it that was not read yet. Out: how it
// looks. Pure.

import type { EditorWord } from '../../core/render/editorWords';
import { shortId } from '../../core/render/operationText';
import { spanInList } from '../../core/render/titles';
import type { Loss } from '../../disk/desk/calls';
import type { LargeInstance } from '../../disk/large/lines';
import { outcomeIcon } from './outcomeIcon';
import type { Look, PresentationNeeds } from './presentation';
import type { NodeOf } from './treeNode';

const losses: Readonly<Record<Loss, EditorWord>> = {
  renamed: 'largeRenamed', emptied: 'largeEmptied', gone: 'largeGone', unread: 'largeUnread',
};

export function lookOfLarge({ view }: NodeOf<'large'>, { say, nameOf }: PresentationNeeds): Look {
  const label = nameOf(view.source);
  const parts = view.failed.length > 0 ? [say('countFailed', { count: view.failed.length })] : [];
  parts.push(say('countInstances', { count: view.count }));
  if (view.isReading && view.total > 0) {
    parts.push(say('largeReading', { percent: Math.floor((100 * view.bytes) / view.total) }));
  } else if (view.isReading) {
    parts.push(say('largeUnpacking', { size: sizeText(view.bytes) }));
  }
  if (!view.isReading) parts.push(sizeText(view.total));
  if (view.lost) parts.push(say(losses[view.lost]));
  const description = parts.join(say('separator'));
  return {
    label, description, icon: view.lost ? 'warning' : 'output', context: 'log.large', collapsible: 'expanded',
    spoken: say('spokenLog', { log: label, detail: description }),
  };
}

export function sizeText(bytes: number): string {
  const megabytes = bytes / 2 ** 20;
  if (megabytes < 1) return `${Math.ceil(bytes / 1024)} kB`;
  return megabytes < 1000 ? `${megabytes.toFixed(0)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

export function lookOfFailures({ view }: NodeOf<'failures'>, { say }: PresentationNeeds): Look {
  const label = say('largeFailed');
  const count = view.failed.length;
  const description = view.verdicts === 'known'
    ? say('countInstances', { count })
    : say(view.verdicts === 'awaited' ? 'largeNotYetKnown' : 'largeNotKnown');
  return {
    label, description, ...(count > 0 ? outcomeIcon('failed') : { icon: 'circle-outline' }),
    context: 'note', collapsible: count > 0 ? 'collapsed' : 'none', spoken: `${label}, ${description}`,
  };
}

/** @param row what the lines of an instance say of it before they are read */
export function lookOfSleeping(
  { instance, parent }: NodeOf<'instance'>, row: LargeInstance, { say }: Pick<PresentationNeeds, 'say'>,
): Look {
  const hasFailed = parent?.kind === 'failures'
    || (parent?.kind === 'large' && parent.view.failed.some(({ id }) => id === instance));
  const placeAt = (time: number) => ({ source: '', line: 0, time: time > 0 ? time : undefined });
  const view = parent && 'view' in parent ? parent.view : undefined;
  const start = view?.instances[0]?.firstTime;
  const span = spanInList(start, placeAt(row.firstTime), placeAt(row.lastTime));
  const outcome = hasFailed ? say('failed') : '';
  const description = [outcome, say('countLines', { count: row.lines }), span]
    .filter((part) => part).join(say('separator'));
  return {
    label: shortId(instance), description, ...(hasFailed ? outcomeIcon('failed') : {}), icon: 'vm',
    context: 'instance', collapsible: 'collapsed',
    spoken: say('spokenInstance', { instance, detail: description }),
  };
}
