// The path of a large log → the log as views see it: a worker reads and answers, here is kept what was asked
// for. Loaded with the first such log.

import type { Digest } from '../../core/model';
import type { OwnRule } from '../../core/rules/rule';
import type {
  DeskNews, LargeAbout, LargePage, Loss, SomeLines, WokenInstance,
} from '../../disk/desk/calls';
import { firstRows } from '../../disk/desk/calls';
import type { DeskClient, DeskLog } from '../../disk/desk/deskClient';
import { searchApart } from '../../disk/desk/searchClient';
import type { LargeInstance } from '../../disk/large/lines';
import type { Wanted } from '../../disk/large/search';
import { Judging } from './judging';
import type { LargeFile, LargeView, SearchSink } from './view';
import { wokenDigest, wokenParts } from './wokenDigest';
import type { WokenParts } from './wokenDigest';

/** More instances than these are not known at once: those that nobody looked at for the longest time go. */
const mostAwake = 400;
/** So many are asked for at once: what comes back takes the extension host half a millisecond each. */
const mostAtOnce = 40;
export interface LargeNews {
  /** There is more to show. */
  readonly redraw: () => void;
  /** What was known of instances has changed. */
  readonly changed: () => void;
  /** The log has become longer, and no instance that was asked for has changed. */
  readonly longer: () => void;
  readonly lost: (how: Loss) => void;
}

export class LargeReading implements LargeFile {
  readonly source: string;
  bytes = 0;
  total = 0;
  isReading = true;
  count = 0;
  instances: readonly LargeInstance[] = [];
  leftOut = 0;
  lost: Loss | undefined;
  readonly firstLines: number[] = [];
  readonly #path: string;
  readonly #news: LargeNews;
  readonly #desk: DeskLog;
  readonly #awake = new Map<string, WokenInstance>();
  #about: LargeAbout | undefined;
  #woken: WokenParts | undefined;
  #digest: Digest | undefined;
  readonly #judging: Judging;
  #hasRules = false;
  #wanted = firstRows;

  /** @param path by which workers know it */
  constructor(source: string, path: string, client: DeskClient, news: LargeNews) {
    this.source = source;
    this.#path = path;
    this.#news = news;
    this.#desk = client.log((one) => this.#take(one));
    this.#judging = new Judging(this.#desk, () => news.redraw());
  }

  /** @returns false: it is no log that can be read so, or the reading was stopped. */
  async open(indexDir: string | undefined): Promise<boolean> {
    const about = await this.#desk.ask('open', this.#path, this.source, indexDir);
    if (!about) return false;
    this.#about = about;
    this.isReading = false;
    this.count = about.instances;
    [this.bytes, this.total] = [about.bytes, about.bytes];
    await this.want(this.#wanted);
    // a copy has no index, and is gone when the log is closed
    const isCopy = about.path !== this.#path;
    this.#judging.begin({ path: about.path, indexDir: isCopy ? undefined : indexDir });
    return true;
  }

  get digest(): Digest | undefined {
    if (!this.#about) return undefined;
    this.#woken ??= wokenParts(this.#awake);
    this.#digest ??= wokenDigest(this.source, this.#about.digest, this.#woken);
    return this.#digest;
  }

  get failed(): readonly LargeInstance[] {
    return this.#judging.failed;
  }

  get running(): readonly LargeInstance[] {
    return this.#judging.running;
  }

  get verdicts(): LargeView['verdicts'] {
    return this.#judging.verdicts;
  }

  isAwake(instance: string): boolean {
    return this.#awake.has(instance);
  }

  async want(count: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, count);
    const wanted = Math.min(this.count, this.#wanted);
    if (this.isReading || this.instances.length >= wanted) return;
    this.instances = await this.#desk.ask('instances', 0, wanted);
    this.#news.redraw();
  }

  find(text: string, most: number): Promise<readonly LargeInstance[]> {
    return this.#desk.ask('find', text, most);
  }

  async useRules(rules: readonly OwnRule[]): Promise<void> {
    if (rules.length === 0 && !this.#hasRules) return;
    this.#hasRules = rules.length > 0;
    await this.#desk.ask('useRules', rules);
    await this.#read([...this.#awake.keys()]);
  }

  async wake(instances: readonly string[]): Promise<boolean> {
    const fresh = instances.filter((id) => !this.#awake.has(id));
    // those that are looked at again are the last to go
    for (const id of instances) this.#refresh(id);
    if (fresh.length === 0 || this.isReading) return false;
    return this.#read(fresh);
  }

  async #read(instances: readonly string[]): Promise<boolean> {
    let any = false;
    for (let at = 0; at < instances.length; at += mostAtOnce) {
      const woken = await this.#desk.ask('wake', instances.slice(at, at + mostAtOnce));
      this.#keep(woken);
      any ||= woken.length > 0;
    }
    return any;
  }

  #refresh(id: string): void {
    const known = this.#awake.get(id);
    if (!known) return;
    this.#awake.delete(id);
    this.#awake.set(id, known);
  }

  #keep(woken: readonly WokenInstance[]): void {
    if (woken.length === 0) return;
    for (const one of woken) this.#awake.set(one.id, one);
    for (const id of this.#awake.keys()) {
      if (this.#awake.size <= mostAwake) break;
      this.#awake.delete(id);
    }
    this.#woken = undefined;
    this.#digest = undefined;
  }

  texts(numbers: readonly number[]): Promise<readonly string[]> {
    return this.#desk.ask('texts', numbers);
  }

  page(number: number): Promise<LargePage> {
    return this.#desk.ask('page', number);
  }

  beside(instance: string): Promise<readonly [string | undefined, string | undefined]> {
    return this.#desk.ask('beside', instance);
  }

  linesOfRequest(request: string): Promise<SomeLines> {
    return this.#desk.ask('linesOfRequest', request);
  }

  linesOfSpan(from: number, to: number): Promise<SomeLines> {
    return this.#desk.ask('linesOfSpan', from, to);
  }

  search(wanted: Wanted, sink: SearchSink): Promise<void> {
    const { most, ...ears } = sink;
    const path = this.#about?.path ?? this.#path;
    return searchApart({ path, end: this.#about?.bytes ?? 0, most }, wanted, ears);
  }

  close(): void {
    this.#judging.end();
    void this.#desk.ask('close').catch(() => undefined);
  }

  #take(news: DeskNews): void {
    switch (news.kind) {
      case 'progress': return this.#progress(news);
      case 'pages':
        news.firstLines.forEach((line, at) => { this.firstLines[news.from + at] = line; });
        return;
      case 'grown': return this.#grown(news.about, news.woken);
      case 'lost':
        this.lost = news.how;
        // what it is judged by is read from the name, which leads to another file now
        this.#judging.end();
        this.#news.lost(news.how);
        return this.#news.redraw();
    }
  }

  #progress({ bytes, total, instances, first }: Extract<DeskNews, { kind: 'progress' }>): void {
    [this.bytes, this.total, this.count] = [bytes, total, instances];
    if (first.length > 0) this.instances = first;
    this.#news.redraw();
  }

  #grown(about: LargeAbout, woken: readonly WokenInstance[]): void {
    this.#about = about;
    this.#digest = undefined;
    this.count = about.instances;
    [this.bytes, this.total] = [about.bytes, about.bytes];
    const known = woken.filter(({ id }) => this.#awake.has(id));
    this.#keep(known);
    void this.#rows();
    this.#judging.again();
    if (known.length > 0) this.#news.changed();
    else this.#news.longer();
  }

  /** What is known of the instances that are shown has changed: how many lines, how far. */
  async #rows(): Promise<void> {
    const count = Math.min(this.count, Math.max(this.#wanted, this.instances.length));
    this.instances = await this.#desk.ask('instances', 0, count);
    this.#news.redraw();
  }
}
