// Spans of an instance → those that may be told together: where one does not begin as an operation does, it
// may go on with an operation that was under way (core/timelines/strays.ts), so that what is told of either
// is told by both.

import { isOpen, mayGoOn, sortsOf } from '../../core/scan/outcomes';
import { mix, printAfter } from '../../core/scan/prints';
import { isDeletion, quietMs, strandFactor } from '../../core/scan/spanLayout';
import { boundsOfBoth, printOf } from './joinedSpans';
import type { Bounds, Said } from './joinedSpans';

/** @param spans all of an instance, in their order */
export function told(spans: readonly Said[]): readonly Said[] {
  const all: Said[] = [];
  for (const span of spans) {
    const last = all.findLastIndex((before) => mayBeOne(before, span));
    if (last < 0) all.push(span);
    else all.push(asOne([...all.splice(last), span]));
  }
  const end = all.findLastIndex(({ strands }) => strands.some(({ flags }) => (flags & isDeletion) !== 0));
  const deletion = all[end];
  return deletion ? all.map((span, at) => (at < end ? beforeDeletion(span, deletion) : span)) : all;
}

function mayBeOne(before: Said, { strands, ...next }: Said): boolean {
  const sorts = before.strands.reduce((sum, own) => sum | sortsOf(own.flags, own.sorts), 0);
  return silence(before, next) <= quietMs && strands.some((own) => mayGoOn(own.flags, own.sorts, sorts));
}

/** What has not ended when its instance is deleted ends otherwise than in what is still there. */
function beforeDeletion(span: Said, deletion: Said): Said {
  if (!span.strands.some(({ flags, sorts }) => isOpen(flags, sorts))) return span;
  const [own, other] = [printOf(span), printOf(deletion)];
  return { ...span, print: { low: mix(own.low, other.low), high: mix(own.high, other.high) } };
}

/** Spans that may be told together: a number tells what is said in all of them, and how soon. */
function asOne(spans: readonly Said[]): Said {
  return spans.reduce((one, next) => {
    const [own, other] = [printOf(one), printOf(next)];
    return {
      strands: [...one.strands, ...next.strands],
      asides: [],
      print: {
        low: printAfter(mix(own.low, other.low), silence(one, next)),
        high: mix(mix(own.high, strandFactor), other.high),
      },
      ...boundsOfBoth(one, next),
    };
  });
}

/** Milliseconds; 0 where no time tells it. */
function silence({ lastTime }: Bounds, { firstTime }: Pick<Bounds, 'firstTime'>): number {
  return lastTime === 0 || firstTime === 0 ? 0 : firstTime - lastTime;
}
