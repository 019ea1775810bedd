// Logs and what is known of their clocks → the same logs with their times moved onto one clock. Only on wish:
// times that a log does not have are shown then.

import { shiftOf } from './ahead';
import { readClocks } from './clocks';
import { joinBorders } from '../sets/joinBorders';
import type { Clocks, Digest, Fault, LogJoins, LogSigns, Place } from '../model';

export interface Aligned {
  readonly digests: readonly Digest[];
  /** What was known before the times were moved. */
  readonly clocks: Clocks | undefined;
}

/** A log whose lines are of several clocks stays as it is. */
export function alignDigests(read: readonly Digest[]): Aligned {
  const digests = joinBorders(read);
  const work = readClocks(digests);
  if (!work) return { digests, clocks: undefined };
  const shifts = new Map(work.clocks.offsets.map((offset) => [offset.clock, shiftOf(offset)]));
  const moved = digests.map((digest) => {
    const node = work.map.onlyNodeOf(digest.source);
    const shift = node === undefined ? 0 : shifts.get(node.id) ?? 0;
    return shift === 0 ? digest : moveDigest(digest, shift);
  });
  return { digests: moved, clocks: { ...work.clocks, aligned: true } };
}

type Move = (at: Place) => Place;

function moveDigest(digest: Digest, shift: number): Digest {
  const time = (value: number | undefined) => (value === undefined ? undefined : value - shift);
  const move: Move = (at) => ({ ...at, time: time(at.time) });
  const fault = (one: Fault): Fault => ({ ...one, at: move(one.at), chain: one.chain.map(fault) });
  const { joins, optionDumps, arrivals, signs, own, continued } = digest;
  return {
    ...digest,
    firstTime: time(digest.firstTime),
    lastTime: time(digest.lastTime),
    events: digest.events.map((event) => ({ ...event, at: move(event.at) })),
    faults: digest.faults.map(fault),
    ...(continued && { continued: continued.map(fault) }),
    ...(own && { own: own.map((event) => ({ ...event, at: move(event.at) })) }),
    ...(optionDumps && { optionDumps: optionDumps.map((dump) => ({ ...dump, at: move(dump.at) })) }),
    ...(arrivals && { arrivals: arrivals.map((arrival) => ({ ...arrival, at: move(arrival.at) })) }),
    ...(joins && { joins: moveJoins(joins, move, shift) }),
    ...(signs && { signs: moveSigns(signs, move) }),
  };
}

function moveJoins(joins: LogJoins, move: Move, shift: number): LogJoins {
  return {
    ...joins,
    claims: joins.claims.map((claim) => ({ ...claim, at: move(claim.at) })),
    calls: joins.calls.map((call) => ({ ...call, at: move(call.at), asked: call.asked && move(call.asked) })),
    mentions: joins.mentions.map((mention) => ({ ...mention, at: move(mention.at) })),
    order: joins.order.map((point) => ({ ...point, at: move(point.at), time: point.time - shift })),
  };
}

function moveSigns(signs: LogSigns, move: Move): LogSigns {
  return {
    ...signs,
    signs: signs.signs.map((sign) => ({ ...sign, at: move(sign.at), lastAt: move(sign.lastAt) })),
    lockWaits: signs.lockWaits.map((wait) => ({
      ...wait,
      at: move(wait.at),
      asked: wait.asked && move(wait.asked),
      holders: wait.holders.map((holder) => ({ ...holder, at: move(holder.at) })),
    })),
    silences: signs.silences.map((one) => ({ ...one, from: move(one.from), to: move(one.to) })),
  };
}
