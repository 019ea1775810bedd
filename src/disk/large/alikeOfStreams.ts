// The catalog of several logs that were written side by side → what instances are made of that they tell in
// the same words, as alike.ts does it for one. What the logs say of an instance is put in order by time: that
// holds as long as their clocks agree.

import { Bouts, saidIn, spansOf } from './bouts';
import type { Bout, SpanSink } from './bouts';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { mostWithoutRequest, readSpans } from './alike';
import { Episode } from './episode';
import { EpisodeReader } from './episodeReader';
import type { EpisodeColumns } from './episodeReader';
import { told } from './goingOn';
import { columnOf } from './knownPart';
import type { KnownPart } from './knownPart';
import type { OpenedLog } from './ownLines';
import { Places } from './places';
import { timeOf } from './rows';
import { rowWords } from '../../core/scan/columnLayout';
import { mix } from '../../core/scan/prints';
import { TroublePrints } from './troublePrint';

/** Bytes of columns that are held at once. */
const mostColumns = 600_000_000;

interface OpenPart {
  readonly part: KnownPart;
  readonly columns: EpisodeColumns;
  readonly reader: EpisodeReader;
}

/** Rows of one instance in one part, in words; `at`: the next one. */
interface Cursor {
  readonly part: number;
  readonly open: OpenPart;
  readonly local: number;
  readonly end: number;
  at: number;
}

/** What one stream says of an instance stands in order; of several only times tell it.
 *  @param most so many instances of each bout are named */
export function boutsOfLog(log: OpenedLog, most: number): readonly Bout[] | undefined {
  const found = new Bouts(most, log.isSeveral === true);
  return readSpansOf(log, found) ? found.all : undefined;
}

/** All spans of a log, for who looks for some of them.
 *  @returns whether they could be told. */
export function readSpansOf({ catalog, bytes, isSeveral = false }: OpenedLog, found: SpanSink): boolean {
  return isSeveral ? readStreams(catalog, bytes, found) : readSpans(catalog, found);
}

/** @returns whether they could be told: too many lines may belong to no request, or be too many. */
function readStreams(catalog: Catalog, bytes: ByteSource, found: SpanSink): boolean {
  const size = catalog.parts.reduce((sum, { entry }) =>
    sum + Object.values(entry.sections).reduce((all, { words }) => all + words * 4, 0), 0);
  if (size > mostColumns) return false;
  const reader = new StreamsReader(catalog, bytes, found);
  for (let instance = 0; instance < catalog.instances.size; instance++) reader.read(instance);
  return reader.tells();
}

class StreamsReader {
  readonly #catalog: Catalog;
  readonly #parts: readonly OpenPart[];
  readonly #places: Places;
  readonly #episode = new Episode();
  /** By strand of the episode: in which part it begins. */
  readonly #strandParts: number[] = [];
  readonly #found: SpanSink;

  constructor(catalog: Catalog, bytes: ByteSource, found: SpanSink) {
    const prints = new TroublePrints(bytes);
    this.#catalog = catalog;
    this.#found = found;
    this.#parts = catalog.parts.map((part) => {
      const columns = columnsIn(part);
      return { part, columns, reader: new EpisodeReader(part.entry, columns, prints) };
    });
    this.#places = new Places(catalog);
  }

  read(instance: number): void {
    const episode = this.#episode;
    episode.clear();
    const cursors = this.#places.of(instance).map(([part, local]) => this.#cursor(part, local));
    for (let next = earliest(cursors); next; next = earliest(cursors)) {
      const until = Math.min(...cursors.filter((one) => one !== next).map(timeAt));
      const from = next.at;
      while (next.at < next.end && (next.at === from || timeAt(next) <= until)) next.at += rowWords;
      const known = episode.strandCount;
      next.open.reader.read(next.local, from, next.at, episode);
      for (let i = known; i < episode.strandCount; i++) this.#strandParts[i] = next.part;
    }
    this.#readLoose(instance);
    if (hidesRequest(episode)) {
      for (const strand of episode.strands) strand.rows = mix(strand.rows, instance + 1);
    }
    const spans = spansOf(episode).map((span) => saidIn(episode, span));
    for (const said of told(spans)) this.#found.add(instance, said);
  }

  #cursor(part: number, local: number): Cursor {
    const open = this.#parts[part];
    if (!open) throw new Error('an instance stands in parts that are there');
    const { rowEnds } = open.columns;
    const at = (local === 0 ? 0 : rowEnds[local - 1] ?? 0) * rowWords;
    return { part, open, local, at, end: (rowEnds[local] ?? 0) * rowWords };
  }

  /** What requests say beside the instance, in all logs, where they are about this one alone. */
  #readLoose(instance: number): void {
    const { strands, strandCount } = this.#episode;
    for (let i = 0; i < strandCount; i++) {
      const strand = strands[i];
      const part = this.#strandParts[i] ?? 0;
      const requests = this.#parts[part]?.columns.requests;
      if (!strand || !requests || strand.request === 0) continue;
      const words = requests.subarray((strand.request - 1) * 4, strand.request * 4);
      const { owner, places } = this.#catalog.requestOf(words, part);
      if (owner !== instance) continue;
      for (const place of places) {
        this.#parts[place.part]?.reader.addLoose(place.number, strand);
      }
    }
  }

  tells(): boolean {
    const said = this.#parts.reduce((sum, { reader }) => sum + reader.said, 0);
    const without = this.#parts.reduce((sum, { reader }) => sum + reader.withoutRequest, 0);
    return without <= said * mostWithoutRequest;
  }
}

/** So many times are held against requests. */
const mostHeld = 1_000_000;

/** Whether something that names no request was said while a request spoke beside the instance, before all
 *  else that it says of it or behind it: then nothing tells whose it is, as in core/scan/nameless.ts. */
function hidesRequest({ strands, strandCount, namelessTimes }: Episode): boolean {
  if (namelessTimes.length === 0) return false;
  if (namelessTimes.length * strandCount > mostHeld) return true;
  return strands.slice(0, strandCount).some(({ looseFrom, looseTo, firstTime, namedTo }) => looseFrom > 0
    && namelessTimes.some((time) =>
      (time >= looseFrom && time <= firstTime) || (time >= namedTo && time <= looseTo)));
}

/** The one whose next row comes first; of the same time that of the part that stands first. */
function earliest(cursors: readonly Cursor[]): Cursor | undefined {
  let found: Cursor | undefined;
  for (const cursor of cursors) {
    if (cursor.at < cursor.end && (!found || timeAt(cursor) < timeAt(found))) found = cursor;
  }
  return found;
}

/** Of its next row; none comes after all. */
function timeAt({ open, at, end }: Cursor): number {
  return at < end ? timeOf(open.columns.rows, at) : Infinity;
}

function columnsIn(part: KnownPart): EpisodeColumns {
  const read = (name: keyof EpisodeColumns): Uint32Array => columnOf(part, name);
  return {
    rows: read('rows'), rowEnds: read('rowEnds'), loose: read('loose'), looseEnds: read('looseEnds'),
    requests: read('requests'),
  };
}
