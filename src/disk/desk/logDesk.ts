// One open large log at its desk: answers what is asked of it, counts its lines while nobody asks, and
// follows the file. In: a path. Out: answers and news, as calls.ts spells them. Runs in a worker.

import { trimLine } from '../../core/reading/lines';
import type { OwnRule } from '../../core/rules/rule';
import type { RuleSet } from '../../core/rules/ruleSet';
import { noPrefix } from '../../core/scan/engine';
import { bytesToLookAt, indexableAs } from '../../core/scan/scannable';
import { ByteSource } from '../large/byteSource';
import type { LargeLog } from '../large/largeLog';
import type { LargeInstance } from '../large/lines';
import { openLargeLog } from '../large/openLargeLog';
import { firstRows, longestText, pageBytes } from './calls';
import type { DeskNews, LargeAbout, LargePage, SomeLines, WokenInstance } from './calls';
import { FileWatch } from './fileWatch';
import { LineMarks } from './lineMarks';
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

/** Waits until everybody else had a turn. */
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

export class LogDesk {
  readonly #log: LargeLog;
  readonly #tell: Tell;
  readonly #bytes: ByteSource;
  readonly #marks: LineMarks;
  readonly #moments: Moments;
  readonly #woken = new Map<string, Woken>();
  readonly #watch: FileWatch;
  #rules: RuleSet | undefined;
  #instances: readonly LargeInstance[];
  #pagesTold = 0;
  #isClosed = false;
  #counting: Promise<void> | undefined;

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
    if (log && !signal.aborted) return new LogDesk(log, tell);
    log?.close();
    return undefined;
  }

  constructor(log: LargeLog, tell: Tell) {
    this.#log = log;
    this.#tell = tell;
    this.#bytes = new ByteSource(log.path);
    this.#marks = new LineMarks(this.#bytes);
    const head = this.#bytes.read(0, bytesToLookAt);
    this.#moments = new Moments(this.#bytes, indexableAs(head)?.prefix ?? noPrefix);
    this.#instances = log.instances();
    this.#watch = new FileWatch(log.path, () => log.bytes, {
      grown: () => this.#readOn(),
      lost: (how) => tell({ kind: 'lost', how }),
    });
    void this.#countAll();
  }

  about(): LargeAbout {
    const { path, lines, bytes } = this.#log;
    const { digest } = plain(this.#log.digestOf());
    return { path, lines, bytes, instances: this.#instances.length, digest };
  }

  instances(from: number, count: number): readonly LargeInstance[] {
    return this.#instances.slice(from, from + count);
  }

  rows(ids: readonly string[]): readonly LargeInstance[] {
    const wanted = new Set(ids);
    return this.#instances.filter(({ id }) => wanted.has(id));
  }

  find(text: string, most: number): readonly LargeInstance[] {
    const wanted = text.trim().toLowerCase();
    const found: LargeInstance[] = [];
    for (const one of this.#instances) {
      if (one.id.includes(wanted)) found.push(one);
      if (found.length >= most) break;
    }
    return found;
  }

  async wake(ids: readonly string[]): Promise<readonly WokenInstance[]> {
    const woken: WokenInstance[] = [];
    for (const id of ids) {
      if (this.#log.linesOf(id).length === 0) continue;
      woken.push(this.#awaken(id));
      await turn();
    }
    const last = woken.reduce((most, { lines }) =>
      [...lines.values()].reduce((far, own) => Math.max(far, own.at(-1) ?? 0), most), 0);
    await this.countTo(last);
    return woken;
  }

  async useRules(rules: readonly OwnRule[]): Promise<void> {
    this.#rules = rules.length > 0
      ? (await import('../../core/rules/ruleSet')).buildRuleSet(rules) : undefined;
  }

  #awaken(id: string): WokenInstance {
    const read = this.#rules ? this.#log.digestBy(this.#rules, id) : this.#log.digestOf(id);
    const { digest, requests } = plain(read);
    const own = this.#log.linesOf(id).map(({ line }) => line);
    const lines = new Map<string, readonly number[]>([[id, own]]);
    for (const [request, seen] of requests) {
      const loose = this.#log.linesOf(request).map(({ line }) => line);
      lines.set(request, [...new Set([...loose, ...seen])].sort((a, b) => a - b));
    }
    const told = [...requests.keys()];
    this.#woken.set(id, { requests: told, count: this.#linesNow(id, told) });
    return { id, digest, lines };
  }

  /** Lines of an instance and of its requests. */
  #linesNow(id: string, requests: readonly string[]): number {
    return [id, ...requests].reduce((sum, one) => sum + this.#log.linesOf(one).length, 0);
  }

  async texts(numbers: readonly number[]): Promise<readonly string[]> {
    await this.countTo(numbers.at(-1) ?? 0);
    const texts: string[] = [];
    let next = -1;
    let at = 0;
    let size = 0;
    for (const number of numbers) {
      if (size > longestText) break;
      if (number !== next) at = this.#marks.offsetOf(number);
      const end = this.#bytes.endOfLine(at);
      size += end - at + 1;
      texts.push(this.#textAt(at, end));
      // of a line that is too long to be read whole the end is not known
      next = this.#bytes.read(end, 1)[0] === 10 ? number + 1 : -1;
      at = end + 1;
    }
    return texts;
  }

  #textAt(begin: number, end: number): string {
    return trimLine(Buffer.from(this.#bytes.read(begin, end - begin)).toString('utf8'));
  }

  async page(number: number): Promise<LargePage> {
    await this.#countBytes((number + 1) * pageBytes);
    const begin = this.#marks.lineFrom(Math.min(number * pageBytes, this.#marks.counted));
    const behind = Math.min((number + 1) * pageBytes, this.#marks.counted);
    const end = behind === this.#marks.counted ? behind : this.#marks.lineFrom(behind).offset;
    const stop = Math.min(end, begin.offset + longestText);
    const bytes = this.#bytes.read(begin.offset, Math.max(0, stop - begin.offset));
    return { text: Buffer.from(bytes).toString('utf8'), firstLine: begin.line, isCut: stop < end };
  }

  beside(instance: string): readonly [string | undefined, string | undefined] {
    const at = this.#instances.findIndex(({ id }) => id === instance);
    return at < 0 ? [undefined, undefined] : [this.#instances[at - 1]?.id, this.#instances[at + 1]?.id];
  }

  async linesOfRequest(request: string): Promise<SomeLines> {
    await this.#countAll();
    return linesWith(request, this.#bytes, this.#marks, () => this.#isClosed);
  }

  async linesOfSpan(from: number, to: number): Promise<SomeLines> {
    await this.#countAll();
    return linesOfSpan({ from, to }, this.#moments, this.#bytes, this.#marks);
  }

  close(): void {
    this.#isClosed = true;
    this.#watch.close();
    this.#log.close();
    this.#bytes.close();
  }

  async countTo(line: number): Promise<void> {
    while (!this.#isClosed && this.#marks.lines <= line && this.#count()) await turn();
  }

  async #countBytes(end: number): Promise<void> {
    while (!this.#isClosed && this.#marks.counted < end && this.#count()) await turn();
  }

  #countAll(): Promise<void> {
    this.#counting ??= this.#countBytes(Number.MAX_SAFE_INTEGER)
      .finally(() => { this.#counting = undefined; });
    return this.#counting;
  }

  /** Counts a stretch and tells of the pages that are known by now. @returns false: nothing is left. */
  #count(): boolean {
    const more = this.#marks.countOn(this.#log.bytes);
    const { counted } = this.#marks;
    const known = Math.floor(counted / pageBytes) + 1;
    if (known > this.#pagesTold) {
      const from = this.#pagesTold;
      const firstLines = Array.from({ length: known - from }, (_, at) =>
        this.#marks.lineFrom(Math.min(counted, (from + at) * pageBytes)).line);
      // of the last one the first line may still be on its way
      this.#pagesTold = known;
      this.#tell({ kind: 'pages', from, firstLines });
    }
    return more;
  }

  async #readOn(): Promise<void> {
    if (this.#isClosed || !(await this.#log.follow()) || this.#isClosed) return;
    this.#instances = this.#log.instances();
    await this.#countAll();
    const grown = [...this.#woken]
      .filter(([id, { requests, count }]) => this.#linesNow(id, requests) !== count);
    this.#tell({ kind: 'grown', about: this.about(), woken: grown.map(([id]) => this.#awaken(id)) });
  }
}
