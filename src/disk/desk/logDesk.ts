// One open large log at its desk: answers what is asked of it, and follows the file. In: a path. Out: answers
// and news, as calls.ts spells them. Runs in a worker.

import type { OwnRule } from '../../core/rules/rule';
import type { RuleSet } from '../../core/rules/ruleSet';
import { ByteSource, bytesOfOpen } from '../large/byteSource';
import type { LargeLog } from '../large/largeLog';
import type { LargeInstance } from '../large/lines';
import { openLargeLog } from '../large/openLargeLog';
import { turn } from '../turn';
import { firstRows, longestText, pageBytes } from './calls';
import type { DeskNews, LargeAbout, LargePage, SomeLines, WokenInstance } from './calls';
import { FileWatch } from './fileWatch';
import { linesOfSpan, linesWith } from './lineSearch';
import { Moments } from './moments';
import { plain } from './plainDigest';

/** An instance that was told of: its requests, and how many lines there were then. */
interface Woken {
  readonly requests: readonly string[];
  readonly count: number;
}

type Tell = (news: DeskNews) => void;

export interface OpenOrder {
  readonly path: string;
  /** How the places of digests call the log. */
  readonly source: string;
  readonly indexDir: string | undefined;
}

/** So many instances are looked through at once. */
const soughtAtOnce = 4096;

export class LogDesk {
  readonly #log: LargeLog;
  readonly #tell: Tell;
  readonly #bytes: ByteSource;
  readonly #moments: Moments;
  readonly #woken = new Map<string, Woken>();
  readonly #watch: FileWatch;
  #rules: RuleSet | undefined;
  #pagesTold = 0;
  #isClosed = false;

  /** @returns undefined: no log that can be read so. */
  static async open(
    { path, source, indexDir }: OpenOrder, tell: Tell, signal: AbortSignal,
  ): Promise<LogDesk | undefined> {
    let shown = 0;
    const log = await openLargeLog(path, {
      source,
      ...(indexDir === undefined ? {} : { indexDir }),
      signal,
      onProgress: ({ bytes, total, instances, first }) => {
        // until a page of rows is full
        const more = shown < firstRows ? first(firstRows) : [];
        shown = Math.max(shown, more.length);
        tell({ kind: 'progress', bytes, total, instances, first: more });
      },
    });
    if (log && !log.isFull && !signal.aborted) return new LogDesk(log, tell);
    log?.close();
    return undefined;
  }

  constructor(log: LargeLog, tell: Tell) {
    this.#log = log;
    this.#tell = tell;
    this.#bytes = new ByteSource(bytesOfOpen(log.file));
    this.#moments = new Moments(this.#bytes, log.prefix);
    this.#watch = new FileWatch(log, {
      size: () => log.bytes,
      grown: () => this.#readOn(),
      lost: (how) => tell({ kind: 'lost', how }),
    });
    this.#tellPages();
  }

  about(): LargeAbout {
    const { path, lines, bytes } = this.#log;
    const { digest } = plain(this.#log.digestOf());
    return { path, lines, bytes, instances: this.#log.size, digest };
  }

  instances(from: number, count: number): readonly LargeInstance[] {
    return this.#log.instances(from, count);
  }

  rows(ids: readonly string[]): readonly LargeInstance[] {
    const places = ids.map((id) => this.#log.placeOf(id)).filter((place) => place >= 0);
    return [...new Set(places)].sort((a, b) => a - b).flatMap((place) => this.#log.instances(place, 1));
  }

  find(text: string, most: number): readonly LargeInstance[] {
    const wanted = text.trim().toLowerCase();
    const found: LargeInstance[] = [];
    for (let from = 0; from < this.#log.size && found.length < most; from += soughtAtOnce) {
      found.push(...this.#log.instances(from, soughtAtOnce).filter(({ id }) => id.includes(wanted)));
    }
    return found.slice(0, most);
  }

  async wake(ids: readonly string[]): Promise<readonly WokenInstance[]> {
    const woken: WokenInstance[] = [];
    for (const id of ids) {
      if (this.#log.countOf(id) === 0) continue;
      woken.push(this.#awaken(id));
      await turn();
    }
    return woken;
  }

  async useRules(rules: readonly OwnRule[]): Promise<void> {
    this.#rules = rules.length > 0
      ? (await import('../../core/rules/ruleSet')).buildRuleSet(rules) : undefined;
  }

  #awaken(id: string, isGrown = false): WokenInstance {
    const read = this.#rules ? this.#log.digestBy(this.#rules, id)
      : isGrown ? this.#log.digestOfGrown(id) : this.#log.digestOf(id);
    const { digest, requests } = plain(read);
    const own = this.#log.numbersOf(id);
    const lines = new Map<string, readonly number[]>([[id, own]]);
    let count = this.#log.countOf(id);
    for (const [request, seen] of requests) {
      const loose = this.#log.numbersOf(request);
      count += loose.length;
      lines.set(request, [...new Set([...loose, ...seen])].sort((a, b) => a - b));
    }
    this.#woken.set(id, { requests: [...requests.keys()], count });
    return { id, digest, lines };
  }

  /** Lines of an instance and of its requests. */
  #linesNow(id: string, requests: readonly string[]): number {
    return [id, ...requests].reduce((sum, one) => sum + this.#log.countOf(one), 0);
  }

  texts(numbers: readonly number[]): readonly string[] {
    const texts: string[] = [];
    let next = -1;
    let at = 0;
    let size = 0;
    for (const number of numbers) {
      if (size > longestText) break;
      if (number !== next) at = this.#log.marks.offsetOf(number) ?? this.#log.bytes;
      const end = this.#bytes.endOfLine(at);
      size += end - at + 1;
      texts.push(this.#bytes.line(at, end));
      // of a line that is too long to be read whole the end is not known
      next = this.#bytes.read(end, 1)[0] === 10 ? number + 1 : -1;
      at = end + 1;
    }
    return texts;
  }

  page(number: number): LargePage {
    const { marks, bytes: size } = this.#log;
    const firstLine = marks.firstFrom(Math.min(number * pageBytes, size));
    const begin = marks.offsetOf(firstLine) ?? size;
    const behind = (number + 1) * pageBytes;
    const end = behind >= size ? size : marks.offsetOf(marks.firstFrom(behind)) ?? size;
    const stop = Math.min(end, begin + longestText);
    const bytes = this.#bytes.read(begin, Math.max(0, stop - begin));
    return { text: Buffer.from(bytes).toString('utf8'), firstLine, isCut: stop < end };
  }

  beside(instance: string): readonly [string | undefined, string | undefined] {
    const at = this.#log.placeOf(instance);
    if (at < 0) return [undefined, undefined];
    const [before] = at > 0 ? this.#log.instances(at - 1, 1) : [];
    const [behind] = this.#log.instances(at + 1, 1);
    return [before?.id, behind?.id];
  }

  linesOfRequest(request: string): Promise<SomeLines> {
    return linesWith(request, this.#bytes, this.#log, () => this.#isClosed);
  }

  linesOfSpan(from: number, to: number): Promise<SomeLines> {
    return linesOfSpan({ from, to }, this.#moments, this.#bytes, this.#log);
  }

  close(): void {
    this.#isClosed = true;
    this.#watch.close();
    this.#log.close();
  }

  /** The first lines of pages that were not told before. */
  #tellPages(): void {
    const from = this.#pagesTold;
    this.#pagesTold = Math.floor(this.#log.bytes / pageBytes) + 1;
    const firstLines = Array.from({ length: this.#pagesTold - from }, (_, at) =>
      this.#log.marks.firstFrom((from + at) * pageBytes));
    if (firstLines.length > 0) this.#tell({ kind: 'pages', from, firstLines });
  }

  async #readOn(): Promise<void> {
    const named = this.#isClosed ? undefined : await this.#log.follow();
    if (!named || this.#isClosed) return;
    this.#tellPages();
    const grown = [...this.#woken].filter(([id, { requests, count }]) =>
      [id, ...requests].some((one) => named.has(one)) && this.#linesNow(id, requests) !== count);
    this.#tell({ kind: 'grown', about: this.about(), woken: grown.map(([id]) => this.#awaken(id, true)) });
  }
}
