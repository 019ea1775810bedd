// Spans of an instance → those that may be told together: where one does not begin as an operation does, it
// may go on with an operation that was under way (core/timelines/strays.ts), so that what is told of either
// is told by both.

import { mix } from '../../core/scan/prints';
import { isOpen, mayGoOn, sortsOf } from '../../core/scan/outcomes';
import { isDeletion, laterMs, quietMs, soonMs, strandFactor } from '../../core/scan/spanLayout';
import { printOf } from './joinedSpans';
import type { Bounds, Said } from './joinedSpans';

/** @param spans all of an instance, in their order */
export function told(spans: readonly Said[]): readonly Said[] {
  const all: Said[] = [];
  for (const span of spans) {
    const last = all.findLastIndex((before) => mayBeOne(before, span));
    if (last < 0) all.push(span);
    else all.push(asOne([...all.splice(last), span]));
  }
  const deletion = all.findLast(({ strands }) => strands.some(({ flags }) => (flags & isDeletion) !== 0));
  if (!deletion) return all;
  const end = all.indexOf(deletion);
  return all.map((span, at) => (at < end ? beforeDeletion(span, deletion) : span));
}

function mayBeOne(before: Said, { strands, ...next }: Said): boolean {
  const sorts = before.strands.reduce((sum, own) => sum | sortsOf(own.flags, own.sorts), 0);
  return isNear(before, next) && strands.some((own) => mayGoOn(own.flags, own.sorts, sorts));
}

/** What has not ended when its instance is deleted ends otherwise than in what is still there. */
function beforeDeletion(span: Said, deletion: Said): Said {
  if (!span.strands.some(({ flags, sorts }) => isOpen(flags, sorts))) return span;
  const [own, other] = [printOf(span), printOf(deletion)];
  return { ...span, print: { low: mix(own.low, other.low), high: mix(own.high, other.high) } };
}

/** Whether so little time lies between two that the second may go on with the first, as far as times tell. */
function isNear({ lastTime }: Bounds, { firstTime }: Pick<Bounds, 'firstTime'>): boolean {
  return lastTime === 0 || firstTime === 0 || firstTime - lastTime <= quietMs;
}

/** Spans that may be told together: a number tells what is said in all of them, and how soon. */
function asOne(spans: readonly Said[]): Said {
  return spans.reduce((one, next) => {
    const [own, other] = [printOf(one), printOf(next)];
    const times = [one.firstTime, next.firstTime].filter((time) => time > 0);
    return {
      strands: [...one.strands, ...next.strands],
      asides: [],
      print: {
        low: mix(mix(own.low, other.low), silence(one, next)),
        high: mix(mix(own.high, strandFactor), other.high),
      },
      firstTime: times.length > 0 ? Math.min(...times) : 0,
      lastTime: Math.max(one.lastTime, next.lastTime),
      firstLine: Math.min(one.firstLine, next.firstLine),
      lastLine: Math.max(one.lastLine, next.lastLine),
    };
  });
}

/** How long it was silent, as far as it counts. */
function silence({ lastTime }: Bounds, { firstTime }: Bounds): number {
  const since = lastTime === 0 || firstTime === 0 ? 0 : firstTime - lastTime;
  return since <= soonMs ? 47 : since <= laterMs ? 53 : since <= quietMs ? 59 : 61;
}
