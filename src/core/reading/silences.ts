// Records → the longest silences of each stream of a log, and what is usual in it. Streams are told apart by
// host and service; nothing is kept but counts and a few places.

import type { Header, LogRecord, Place, Silence } from '../model';
import type { Sink } from '../sink';
import { unknownYear } from './timestamp';

export interface SilenceReader extends Sink<LogRecord> {
  silences(): readonly Silence[];
  /** So many records passed by, of a stream or of the one that was last pushed; `last` is the last of them,
   *  undefined: not known. */
  pass(count: number, last: Place | undefined, of?: Pick<Header, 'host' | 'service'>): void;
  /** How many gaps of each length were between records that passed by, by `placeOfGap`. */
  addGaps(counts: Int32Array, of?: Pick<Header, 'host' | 'service'>): void;
}

/** Silences below this are never told, seconds. */
const leastSeconds = 30;
const endOfUnknownYear = Date.UTC(unknownYear + 1, 0);
const keptOfStream = 16;
const mostStreams = 256;
/** Steps of the histogram: four to each doubling, from one millisecond to 24 days. */
const steps = 128;

interface Gap { readonly from: Place; readonly to: Place; readonly seconds: number }

interface Stream {
  readonly host: string | undefined;
  readonly service: string | undefined;
  records: number;
  lastLine: number;
  /** NaN: nothing came yet. */
  lastTime: number;
  readonly counts: Uint32Array;
  longest: Gap[];
}

export function readSilences(source: string): SilenceReader {
  const streams = new Map<string, Stream>();
  let current: Stream | undefined;

  function streamOf(host: string | undefined, service: string | undefined): Stream | undefined {
    if (current && current.host === host && current.service === service) return current;
    const key = `${host ?? ''} ${service ?? ''}`;
    current = streams.get(key);
    if (current || streams.size >= mostStreams) return current;
    const counts = new Uint32Array(steps);
    current = { host, service, records: 0, lastLine: 0, lastTime: Number.NaN, counts, longest: [] };
    streams.set(key, current);
    return current;
  }

  return {
    push({ header, inherited, line }) {
      if (inherited || header?.time === undefined) return;
      const stream = streamOf(header.host, header.service);
      if (stream) add(stream, source, line, header.time);
    },
    end: () => undefined,
    pass(count, last, of) {
      const stream = of ? streamOf(of.host, of.service) : current;
      if (!stream) return;
      stream.records += count;
      stream.lastLine = last?.line ?? 0;
      stream.lastTime = last?.time ?? Number.NaN;
    },
    addGaps(counts, of) {
      const stream = of ? streamOf(of.host, of.service) : current;
      counts.forEach((count, at) => { if (stream) stream.counts[at] = (stream.counts[at] ?? 0) + count; });
    },
    silences: () => [...streams.values()].flatMap(silencesOf),
  };
}

function add(stream: Stream, source: string, line: number, time: number): void {
  const { lastLine, lastTime, counts } = stream;
  stream.records += 1;
  stream.lastLine = line;
  stream.lastTime = time;
  const ms = time - lastTime;
  // what stands in a line may have a year where its wrapper has none
  if (!(ms >= 0) || (lastTime < endOfUnknownYear && time >= endOfUnknownYear)) return;
  const at = placeOfGap(ms);
  counts[at] = (counts[at] ?? 0) + 1;
  if (ms < leastSeconds * 1000) return;
  const seconds = ms / 1000;
  if (stream.longest.length >= keptOfStream && seconds < (stream.longest.at(-1)?.seconds ?? 0)) return;
  keepGap(stream, { from: { source, line: lastLine, time: lastTime }, to: { source, line, time }, seconds });
}

/** The position of the highest bit of a duration, and the two bits behind it. */
export function placeOfGap(ms: number): number {
  const whole = Math.min(ms, 0x7fff_ffff) | 0;
  const bit = 31 - Math.clz32(whole);
  return whole < 4 ? whole : bit * 4 + ((whole >> (bit - 2)) & 3);
}

/** The longest duration of a step, milliseconds. */
function longestOf(step: number): number {
  return step < 4 ? step : (5 + (step & 3)) * 2 ** ((step >> 2) - 2);
}

function keepGap(stream: Stream, gap: Gap): void {
  stream.longest.push(gap);
  stream.longest.sort((a, b) => b.seconds - a.seconds);
  if (stream.longest.length > keptOfStream) stream.longest.pop();
}

function silencesOf({ host, service, records, counts, longest }: Stream): readonly Silence[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  let usual = 0;
  for (let at = 0; at < steps && below < total * 0.99; at += 1) {
    below += counts[at] ?? 0;
    usual = longestOf(at) / 1000;
  }
  return longest.map((gap) => ({
    ...gap,
    usualSeconds: usual,
    moves: total - (counts[0] ?? 0),
    records,
    alike: longest.filter(({ seconds }) => seconds * 2 >= gap.seconds).length,
    host,
    service,
  }));
}
