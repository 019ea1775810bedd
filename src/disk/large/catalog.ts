// Rows of the scanner → what is known of a whole log: its instances with the lines that name them, requests
// and what they touch, stretches that have to be read in full. Columns only; text stays in the file.

import { Column, Places, RisingPlaces } from './columns';
import { Ids } from './ids';
import type { CatalogData, CatalogLine, LargeInstance, LinePlace, Stretch } from './lines';

/** Marks of a line. */
export const markRead = 1;
export const markEvent = 2;
const markShift = 30;
const lineMask = (1 << markShift) - 1;

const nothing = 0xffff_ffff;
const severalInstances = 0xffff_fffe;
/** Lines that are to be read and stand no farther apart are one stretch. */
const nearLines = 12;
const longestStretch = 1 << 20;

export class Catalog {
  instances = new Ids();
  requests = new Ids();
  readonly loggers = new Set<string>();
  readonly markers = new Set<number>();
  levels = 0;
  lines = 0;
  bytes = 0;
  // lines of instances, each with the one of the same instance before it
  #offsets = new RisingPlaces();
  /** The number of the line, its marks in the upper bits. */
  #lineNumbers = new Column();
  #before = new Column();
  // by instance
  #last = new Column();
  #counts = new Column();
  #firstTimes = new Places();
  #lastTimes = new Places();
  // by request: its instance, and the last of its lines that name none
  #ties = new Column();
  #lastLoose = new Column();
  #looseBefore = new Column();
  #looseOffsets = new Places();
  #looseLines = new Column();
  // stretches
  #begins = new Places();
  #ends = new Places();
  #beginLines = new Column();
  #endLines = new Column();
  /** Made when it is first asked for; forgotten when the log has grown. */
  #requestsOf: Map<number, number[]> | undefined;

  add(line: CatalogLine): void {
    this.#requestsOf = undefined;
    if (line.marker >= 0) this.markers.add(line.marker);
    if (line.isRead) this.#stretch(line);
    if (line.instance >= 0) this.#ofInstance(line);
    else if (line.request >= 0) this.#loose(line);
  }

  #ofInstance({ instance, offset, line, time, marker, isRead }: CatalogLine): void {
    while (this.#last.length <= instance) {
      this.#last.push(nothing);
      this.#counts.push(0);
      this.#firstTimes.push(time);
      this.#lastTimes.push(time);
    }
    this.#offsets.push(offset);
    const marks = (isRead ? markRead : 0) | (marker >= 0 ? markEvent : 0);
    this.#lineNumbers.push((marks << markShift) | line);
    const row = this.#before.push(this.#last.at(instance));
    this.#last.set(instance, row);
    this.#counts.set(instance, this.#counts.at(instance) + 1);
    if (time > 0) this.#lastTimes.set(instance, time);
  }

  #loose({ request, offset, line }: CatalogLine): void {
    this.#knowRequest(request);
    this.#looseOffsets.push(offset);
    this.#looseLines.push(line);
    this.#lastLoose.set(request, this.#looseBefore.push(this.#lastLoose.at(request)));
  }

  #knowRequest(request: number): void {
    while (this.#ties.length <= request) {
      this.#ties.push(nothing);
      this.#lastLoose.push(nothing);
    }
  }

  #stretch({ offset, end, line }: CatalogLine): void {
    const last = this.#begins.length - 1;
    const gap = last < 0 ? -1 : line - this.#endLines.at(last);
    const isNear = gap >= 0 && gap <= nearLines;
    if (isNear && end - this.#begins.at(last) <= longestStretch) {
      this.#ends.set(last, end);
      this.#endLines.set(last, line);
      return;
    }
    this.#begins.push(offset);
    this.#ends.push(end);
    this.#beginLines.push(line);
    this.#endLines.push(line);
  }

  /** A request touches an instance; -1: several. */
  tie(request: number, instance: number): void {
    this.#knowRequest(request);
    const before = this.#ties.at(request);
    const isShared = instance < 0 || (before !== nothing && before !== instance);
    this.#ties.set(request, isShared ? severalInstances : instance);
  }

  /** The only instance of a request: its number, -1 several, undefined none. */
  tieOf(request: number): number | undefined {
    const instance = request < this.#ties.length ? this.#ties.at(request) : nothing;
    if (instance === nothing) return undefined;
    return instance === severalInstances ? -1 : instance;
  }

  about(instance: number): Pick<LargeInstance, 'lines' | 'firstTime' | 'lastTime'> {
    return {
      lines: this.#counts.at(instance),
      firstTime: this.#firstTimes.at(instance),
      lastTime: this.#lastTimes.at(instance),
    };
  }

  /** All lines that name an instance, ascending. */
  linesOf(instance: number): readonly LinePlace[] {
    const lines: LinePlace[] = [];
    if (instance >= this.#last.length) return lines;
    for (let row = this.#last.at(instance); row !== nothing; row = this.#before.at(row)) {
      const marked = this.#lineNumbers.at(row);
      lines.push({ offset: this.#offsets.at(row), line: marked & lineMask, marks: marked >>> markShift });
    }
    return lines.reverse();
  }

  /** Lines of a request that name no instance and mean something, ascending. */
  looseLinesOf(request: number): readonly LinePlace[] {
    const lines: LinePlace[] = [];
    if (request >= this.#lastLoose.length) return lines;
    for (let row = this.#lastLoose.at(request); row !== nothing; row = this.#looseBefore.at(row)) {
      lines.push({ offset: this.#looseOffsets.at(row), line: this.#looseLines.at(row), marks: markRead });
    }
    return lines.reverse();
  }

  /** Requests of an instance alone that have lines which do not name it. */
  requestsOf(instance: number): readonly number[] {
    if (!this.#requestsOf) {
      this.#requestsOf = new Map();
      for (let request = 0; request < this.#ties.length; request++) {
        if (this.#lastLoose.at(request) === nothing) continue;
        const owner = this.#ties.at(request);
        const own = this.#requestsOf.get(owner);
        if (own) own.push(request);
        else this.#requestsOf.set(owner, [request]);
      }
    }
    return this.#requestsOf.get(instance) ?? [];
  }

  /** The stretch that a line stands in. */
  stretchAt(line: number): Stretch | undefined {
    let low = 0;
    let high = this.#begins.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#endLines.at(middle) < line) low = middle + 1;
      else high = middle - 1;
    }
    if (low >= this.#begins.length || this.#beginLines.at(low) > line) return undefined;
    return { begin: this.#begins.at(low), end: this.#ends.at(low), line: this.#beginLines.at(low) };
  }

  toData(): CatalogData {
    const columns: Record<string, Uint32Array> = {
      lineNumbers: this.#lineNumbers.toArray(), before: this.#before.toArray(),
      last: this.#last.toArray(), counts: this.#counts.toArray(), ties: this.#ties.toArray(),
      lastLoose: this.#lastLoose.toArray(), looseBefore: this.#looseBefore.toArray(),
      looseLines: this.#looseLines.toArray(), beginLines: this.#beginLines.toArray(),
      endLines: this.#endLines.toArray(),
    };
    const places = {
      firstTimes: this.#firstTimes, lastTimes: this.#lastTimes,
      looseOffsets: this.#looseOffsets, begins: this.#begins, ends: this.#ends,
    };
    [columns['offsets.low'], columns['offsets.passes']] = this.#offsets.toArrays();
    for (const [name, place] of Object.entries(places)) {
      [columns[`${name}.low`], columns[`${name}.high`]] = place.toArrays();
    }
    return {
      instances: this.instances.toArray(), requests: this.requests.toArray(), columns,
      loggers: [...this.loggers], levels: this.levels, markers: [...this.markers], lines: this.lines,
      bytes: this.bytes,
    };
  }

  static from(data: CatalogData): Catalog {
    const catalog = new Catalog();
    const column = (name: string) => Column.from(data.columns[name] ?? new Uint32Array(0));
    const places = (name: string) => new Places(column(`${name}.low`), column(`${name}.high`));
    catalog.instances = Ids.from(data.instances);
    catalog.requests = Ids.from(data.requests);
    for (const logger of data.loggers) catalog.loggers.add(logger);
    for (const marker of data.markers) catalog.markers.add(marker);
    [catalog.levels, catalog.lines, catalog.bytes] = [data.levels, data.lines, data.bytes];
    [catalog.#lineNumbers, catalog.#before] = [column('lineNumbers'), column('before')];
    [catalog.#last, catalog.#counts, catalog.#ties] = [column('last'), column('counts'), column('ties')];
    [catalog.#lastLoose, catalog.#looseBefore] = [column('lastLoose'), column('looseBefore')];
    [catalog.#looseLines, catalog.#beginLines] = [column('looseLines'), column('beginLines')];
    catalog.#endLines = column('endLines');
    catalog.#offsets = new RisingPlaces(column('offsets.low'), column('offsets.passes'));
    [catalog.#firstTimes, catalog.#lastTimes] = [places('firstTimes'), places('lastTimes')];
    [catalog.#looseOffsets, catalog.#begins] = [places('looseOffsets'), places('begins')];
    catalog.#ends = places('ends');
    return catalog;
  }
}
