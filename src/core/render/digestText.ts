// How a log was read, in one line: for the status item, and for the row of the log in the tree.

import { countOtherLanguage } from '../reading/otherLanguage';
import type { Digest } from '../model';
import { mostForRules } from '../rules/rule';
import type { Say } from './editorWords';
import { numberText } from './numberText';

/** `6 012 lines, 3 unread`. */
export function linesText({ lines, unread, partlyRead = [] }: Digest, say: Say): string {
  if (unread > 0) return say('statusLines', { count: lines, unread });
  const part = partlyRead.reduce((sum, kind) => sum + kind.lines, 0);
  return part > 0 ? say('statusPartly', { count: lines, part }) : say('statusAllRead', { count: lines });
}

/** Layout, wrapper, services and levels; or that the log is none of Nova's. */
export function readingText(digest: Digest, say: Say): string {
  const { isNova, layout, levels, lines, services, troubles } = digest;
  if (lines === 0) return say('statusEmpty');
  if (!isNova) return say('statusNotNova');
  const parts = [say('statusLayout', { layout: layout.layout })];
  if (layout.wrapper !== 'none') parts.push(say('statusWrapper', { wrapper: layout.wrapper }));
  if (layout.wrappedAt !== undefined) parts.push(say('statusWrapped', { column: layout.wrappedAt }));
  if (services.length > 0) parts.push(say('statusServices', { services: services.join(', ') }));
  const foreign = countOtherLanguage(troubles);
  if (foreign > 0) parts.push(say('statusOtherLanguage', { count: foreign }));
  if (!levels.has('DEBUG')) parts.push(say('statusNoDebug'));
  parts.push(...ruledToText(digest, say), ...partlyReadTexts(digest, say));
  return parts.join(say('separator'));
}

/** That rules of the operator's own match more of its lines than count. */
export function ruledToText({ ruledTo }: Digest, say: Say): readonly string[] {
  if (ruledTo === undefined) return [];
  return [say('statusRuledTo', { most: numberText(mostForRules), line: ruledTo + 1 })];
}

/** That something stands in its lines which was not read. */
export function partlyReadTexts({ partlyRead = [] }: Digest, say: Say): readonly string[] {
  return partlyRead.map(({ why, lines, first }) =>
    say(why === 'long' ? 'statusLongLines' : 'statusCutAnswers', { count: lines, line: first + 1 }));
}

/** Instances that open logs name and that a large one was not searched for. */
export function leftOutText(count: number, say: Say): string {
  return say('largeLeftOut', { count });
}

/** Logs that say more of an instance than rules were held against. */
export function partlyRuledTexts(
  instance: string, digests: readonly Digest[], nameOf: (source: string) => string, say: Say,
): readonly string[] {
  return digests.filter(({ partlyRuled }) => partlyRuled?.has(instance)).map(({ source }) =>
    say('largePartlyRuled', { log: nameOf(source), count: numberText(mostForRules) }));
}
