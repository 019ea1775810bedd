// The logs that were read → what stands on top of a report at a terminal: a line or more for each, with the
// host that wrote it. In: an Analysis and a way to paint. Out: lines; text from logs is cleaned.

import { marks } from '../../knowledge/marks';
import { hostOfLog } from '../extracts/origins';
import { deploymentOfLog } from '../conf/deployed';
import type { Analysis, Digest } from '../model';
import { countOtherLanguage } from '../reading/otherLanguage';
import { clockLines, zoneClashLine } from './clockText';
import { clockWords } from './clockWords';
import { partlyReadTexts, ruledToText } from './digestText';
import { english, sayIn } from './editorWords';
import { numberText } from './numberText';
import { cleanText, timeText } from './terminal';
import type { Paint } from './terminal';
import { reportWords as words } from './words';

/** @param shown the logs to name; the others are counted. */
export function* logsLines(
  analysis: Analysis, paint: Paint, shown: readonly Digest[] = analysis.digests,
): Generator<string> {
  for (const digest of shown) yield* logLines(digest, hostOfLog(analysis, digest), paint);
  const others = analysis.digests.length - shown.length;
  if (others > 0) yield paint('dim', words.otherLogs(numberText(others)));
  yield* clockLines(analysis, paint);
}

// What a method raised the messaging library logs alike in every service: that tells of none of them.
function mayBeOfNova({ faults }: Digest): boolean {
  const libraries = ['oslo_messaging.', 'oslo.messaging.'];
  return faults.some(({ logger }) => libraries.some((library) => logger.startsWith(library)));
}

/** What stands on top of a report of one of its logs. */
export function* logLines(digest: Digest, host: string | undefined, paint: Paint): Generator<string> {
  const { lines, unread, layout, levels, isNova } = digest;
  const parts = [words.logLines(numberText(lines)), ...whoWrote(digest, host)];
  if (layout.wrappedAt !== undefined) parts.push(words.wrapped(layout.wrappedAt));
  const span = spanOf(digest);
  if (span) parts.push(span);
  yield paint('bold', cleanText(digest.source)) + marks.colon + parts.join(marks.comma);
  if (isOther(digest)) yield paint('dim', `  ${clockWords.otherLog}`);
  else if (!isNova && lines > 0 && !mayBeOfNova(digest)) yield paint('yellow', `  ${words.notNova}`);
  if (isNova && !levels.has('DEBUG')) yield paint('dim', `  ${words.noDebug}`);
  const deployed = deploymentOfLog(digest);
  if (deployed?.at) yield paint('dim', `  ${words.deployed(deployed.spec.title, deployed.at.line + 1)}`);
  const foreign = countOtherLanguage(digest.troubles);
  if (foreign > 0) yield paint('dim', `  ${words.otherLanguage(numberText(foreign))}`);
  const clash = zoneClashLine(digest);
  if (clash !== undefined) yield paint('yellow', `  ${clash}`);
  const say = sayIn(english);
  for (const text of [...ruledToText(digest, say), ...partlyReadTexts(digest, say)]) {
    yield paint('yellow', `  ${text}`);
  }
  if (unread > 0) yield paint('dim', `  ${words.unread(numberText(unread), numberText(lines))}`);
}

/** Host and services, as far as they are known: `on cmp01 (nova-compute)`. */
function whoWrote({ services, origin }: Digest, host: string | undefined): readonly string[] {
  const own = services.map(cleanText);
  if (host !== undefined) {
    const say = origin?.host !== undefined && origin.hostFrom === 'folder' ? words.logOnFolder : words.logOn;
    return [say(cleanText(host), own.join(marks.list))];
  }
  const isSeveral = origin?.hostFrom !== undefined;
  return isSeveral ? [words.logOnSeveral(own.join(marks.list))] : own;
}

/** A log of Neutron, Cinder, … in which lines were understood. */
function isOther({ isNova, joins }: Digest): boolean {
  return !isNova && joins !== undefined && joins.mentions.length > 0;
}

function spanOf({ firstTime, lastTime }: Digest): string | undefined {
  if (firstTime === undefined || lastTime === undefined) return undefined;
  const first = timeText(firstTime);
  const last = timeText(lastTime);
  if (first === last) return first;
  const day = first.slice(0, first.indexOf(' ') + 1);
  return `${first} – ${last.startsWith(day) ? last.slice(day.length) : last}`;
}
