// A large log that was scanned for all that any stage remembers → lines that name neither an instance nor a
// request of one, with the instances whose ids they hold: ports, volumes, guests, and requests that others
// caused. Rows are gone through twice: first by what ties ids to instances, then by what names these ids.

import { markerIndex } from '../../core/digest';
import { scanIds } from '../../core/joins/scanIds';
import { readJoins } from '../../core/joins/readJoins';
import type { LogEvent } from '../../core/model';
import { readEvents } from '../../core/reading/events';
import { readRecords } from '../../core/reading/records';
import { claimingCodes, codes } from '../../core/reportTables';
import { rowWords } from '../../core/scan/columnLayout';
import { indexedTrouble } from '../../core/scan/layout';
import { fanOut, sinkOf } from '../../core/sink';
import type { ByteSource } from './byteSource';
import { Groups } from './groups';
import { IdOwners } from './idOwners';
import { LineHeads } from './lineHeads';
import { LineMarks } from './lineMarks';
import type { Stretch } from './lines';
import { extentOf } from './logFiles';
import { Numbers } from './numbers';
import type { OpenedLog } from './ownLines';
import { codeOf, isMarked } from './part';

/** Lines that are looked at are no longer than this. */
const longestLine = 64 * 1024;
/** Lines of XML below one line. */
const mostBelow = 2000;
/** Lines of one instance that hold its ids and name no instance. */
const mostOfInstance = 20_000;

/** A row's line: where it begins in the text of all, its number there, and what the row says. */
interface RowLine {
  readonly offset: number;
  readonly line: number;
  readonly code: number;
}

export class LinkedLines {
  readonly #log: OpenedLog;
  readonly #owners: IdOwners;
  readonly #marks: LineMarks;
  readonly #heads: LineHeads;
  readonly #found = new InstanceLines();

  constructor(log: OpenedLog) {
    this.#log = log;
    this.#heads = new LineHeads(log.bytes);
    this.#marks = new LineMarks(log.bytes, log.catalog.parts);
    this.#owners = new IdOwners(log.catalog, (instance, line) => {
      const offset = this.#marks.offsetOf(line);
      if (offset !== undefined) this.#found.add(instance, offset, line);
    });
    this.#readClaims();
    this.#owners.settle();
    this.#link();
    this.#found.sort(log.catalog.instances.size);
  }

  /** Ascending. */
  of(instance: number): readonly Stretch[] {
    return this.#found.of(instance).map(([offset, line]) =>
      this.#log.catalog.stretchAt(line) ?? { begin: offset, last: offset, line });
  }

  #readClaims(): void {
    const { files, catalog, bytes } = this.#log;
    const claiming = claimingCodes();
    for (const file of files) {
      const { line: first } = extentOf(catalog.parts, file);
      let joins = readJoins(file.source);
      let events: LogEvent[] = [];
      const toEvents = readEvents(file.source, markerIndex, sinkOf((event) => void events.push(event)));
      const toJoins = sinkOf((record: Parameters<typeof joins.push>[0]) => joins.push(record));
      const records = readRecords(fanOut([toJoins, toEvents]), { sample: file.sample });
      for (let part = file.first; part < file.behind; part++) {
        for (const { offset, line, code } of rowsIn(this.#log, part, (one) => claiming.all.has(one))) {
          records.push({ number: line - first, text: textAt(bytes, offset) });
          if (!claiming.xml.has(code)) continue;
          this.#below(offset, (text, below) => records.push({ number: line - first + below, text }));
        }
        if (part === file.behind - 1) records.end();
        this.#owners.add(joins.joins(records.times), events, first);
        // readers keep so many of one log
        joins = readJoins(file.source);
        events = [];
      }
    }
  }

  /** The lines below one that have no head. */
  #below(offset: number, take: (text: string, number: number) => void): void {
    const { bytes } = this.#log;
    let end = bytes.endOfLine(offset);
    for (let number = 1; number <= mostBelow && bytes.read(end, 2).length === 2; number++) {
      if (this.#heads.isAt(end + 1)) return;
      take(textAt(bytes, end + 1), number);
      end = bytes.endOfLine(end + 1);
    }
  }

  #link(): void {
    const { catalog, bytes } = this.#log;
    catalog.parts.forEach((_, part) => {
      for (const { offset, line, code } of unownedRows(this.#log, part)) {
        const owners = new Set<number>();
        scanIds(textAt(bytes, offset).toLowerCase(), (id) => {
          const owner = this.#owners.ownerOf(id);
          if (owner >= 0) owners.add(owner);
        });
        // what is about several instances is the line of none, where another service wrote it
        const isOthers = code === codes.others || code === 0;
        if (owners.size > 1 && isOthers) continue;
        for (const owner of owners) this.#found.add(owner, offset, line);
      }
    });
  }
}

function textAt(bytes: ByteSource, offset: number): string {
  return bytes.line(offset, Math.min(bytes.endOfLine(offset), offset + longestLine));
}

/** Rows of a part with some codes, in the order of the text. */
function rowsIn(
  { catalog }: OpenedLog, part: number, isMeant: (code: number) => boolean,
): readonly RowLine[] {
  const { begin = 0, line = 0 } = catalog.parts[part]?.entry ?? {};
  const found: RowLine[] = [];
  for (const rows of [catalog.column(part, 'rows'), catalog.column(part, 'loose')]) {
    for (let at = 0; at < rows.length; at += rowWords) {
      const code = codeOf(rows[at + 4] ?? 0);
      if (!isMeant(code)) continue;
      found.push({ offset: begin + (rows[at] ?? 0), line: line + (rows[at + 1] ?? 0), code });
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Rows of a part that name no instance, nor a request that is one instance's, in the order of the text. */
function unownedRows({ catalog }: OpenedLog, part: number): readonly RowLine[] {
  const { begin = 0, line = 0 } = catalog.parts[part]?.entry ?? {};
  const [loose, ends] = [catalog.column(part, 'loose'), catalog.column(part, 'looseEnds')];
  const requests = catalog.column(part, 'requests');
  const found: RowLine[] = [];
  let from = 0;
  ends.forEach((end, request) => {
    const to = end * rowWords;
    const isNamed = request * 4 < requests.length;
    const words = requests.subarray(request * 4, request * 4 + 4);
    const owner = from < to && isNamed ? catalog.requestOf(words, part).owner : undefined;
    if (owner === undefined || owner < 0) {
      for (let at = from; at < to; at += rowWords) {
        const word = loose[at + 4] ?? 0;
        const code = codeOf(word);
        if (code === 0 && !isMarked(word, indexedTrouble)) continue;
        found.push({ offset: begin + (loose[at] ?? 0), line: line + (loose[at + 1] ?? 0), code });
      }
    }
    from = to;
  });
  return found.sort((a, b) => a.offset - b.offset);
}

/** Instances with lines, in any order → the lines of each, ascending. */
class InstanceLines {
  readonly #instances = new Numbers();
  readonly #offsets = new Numbers();
  readonly #lines = new Numbers();
  #count = 0;
  #groups: Groups | undefined;

  add(instance: number, offset: number, line: number): void {
    this.#instances.set(this.#count, instance);
    this.#offsets.set(this.#count, offset);
    this.#lines.set(this.#count, line);
    this.#count += 1;
  }

  /** No more are added. */
  sort(instances: number): void {
    this.#groups = new Groups(this.#count, instances, (at) => this.#instances.at(at));
  }

  of(instance: number): readonly (readonly [offset: number, line: number])[] {
    const own = this.#groups?.of(instance).subarray(0, mostOfInstance) ?? [];
    return Array.from(own, (at) => [this.#offsets.at(at), this.#lines.at(at)] as const)
      .sort(([a], [b]) => a - b);
  }
}
