// Records → the longest silences of each stream of a log, and what is usual in it. Streams are told apart by
// host and service; nothing is kept but counts and a few places.

import type { LogRecord, Place, Silence } from '../model';
import type { Sink } from '../sink';

export interface SilenceReader extends Sink<LogRecord> {
  silences(): readonly Silence[];
}

/** Silences below this are never told, seconds. */
const leastSeconds = 30;
const keptOfStream = 16;
const mostStreams = 256;
/** Steps of the histogram: each is a quarter longer than the one before. */
const step = Math.log(1.25);
const steps = 128;

interface Gap { readonly from: Place; readonly to: Place; readonly seconds: number }

interface Stream {
  readonly host: string | undefined;
  readonly service: string | undefined;
  records: number;
  last: Place | undefined;
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
    current = { host, service, records: 0, last: undefined, counts: new Uint32Array(steps), longest: [] };
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
    silences: () => [...streams.values()].flatMap(silencesOf),
  };
}

function add(stream: Stream, source: string, line: number, time: number): void {
  const { last } = stream;
  stream.records += 1;
  const ms = last?.time === undefined ? -1 : time - last.time;
  if (ms >= 0) {
    const at = Math.min(steps - 1, ms < 1 ? 0 : Math.floor(Math.log(ms) / step) + 1);
    stream.counts[at] = (stream.counts[at] ?? 0) + 1;
    const seconds = ms / 1000;
    const full = stream.longest.length >= keptOfStream;
    const shortest = full ? (stream.longest.at(-1)?.seconds ?? 0) : leastSeconds;
    if (last && seconds >= shortest) keepGap(stream, { from: last, to: { source, line, time }, seconds });
  }
  stream.last = { source, line, time };
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
    usual = Math.exp(at * step) / 1000;
  }
  return longest.map((gap) => ({
    ...gap,
    usualSeconds: usual,
    records,
    alike: longest.filter(({ seconds }) => seconds * 2 >= gap.seconds).length,
    host,
    service,
  }));
}
