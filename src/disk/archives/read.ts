// The bytes of one file → the logs in it: itself, what it packs, or the entries of an archive, also of
// archives within archives. Everything is counted against the limits, for the file may mean harm.

import { problemOf } from '../../core/sets/problem';
import type { Problem } from '../../core/sets/problem';
import { openBytes } from '../bytes';
import type { Bytes, Opened } from '../bytes';
import type { ArchiveLimits } from '../limits';
import { isArchiveName, isGeneralLogName, isHostFile, isLogName } from '../names';
import { isBinary, packingHead, packingOf, unpackCommands } from '../packing';
import type { FoundLog, LogSink, TakeLog } from '../log';
import { isStreamPacking, unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';
import type { Entry } from './entry';

const headSize = 64 * 1024;
/** Where others want their turn, so many bytes are read between two pauses: a few milliseconds. */
const sliceSize = 64 * 1024;

/** Reading goes no further, and why. */
class Stopped extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.id);
    this.problem = problem;
  }
}

/** Reads one file of the disk. */
export class ArchiveReader {
  readonly #limits: ArchiveLimits;
  readonly #take: TakeLog;
  readonly #tell: (problem: Problem) => void;
  /** Of what a .zip on the disk is read from, and not from a stream. */
  readonly #path: string | undefined;
  readonly #pause: (() => Promise<void>) | undefined;
  #entries = 0;
  #packed = 0;
  #unpacked = 0;

  constructor(
    limits: ArchiveLimits, take: TakeLog, tell: (problem: Problem) => void, path: string | undefined,
    pause?: () => Promise<void>,
  ) {
    this.#limits = limits;
    this.#take = take;
    this.#tell = tell;
    this.#path = path;
    this.#pause = pause;
  }

  /** So many bytes came from the disk. */
  packed(bytes: number): void {
    this.#packed += bytes;
  }

  /** @throws what the file system says of the file itself. */
  async read(log: FoundLog, bytes: Bytes): Promise<void> {
    try {
      await this.#content(log, bytes, 0, () => false);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#tell(error.problem);
    }
  }

  /** @param isCut whether the bytes have ended early, as far as is known by now. */
  async #content(log: FoundLog, bytes: Bytes, depth: number, isCut: () => boolean): Promise<void> {
    const opened = await openBytes(bytes, packingHead);
    try {
      const packing = packingOf(opened.head);
      if (packing === 'none') return await this.#log(log, opened, isCut);
      if (depth >= this.#limits.depth) throw new Stopped(problemOf('tooDeep', log.source));
      if (isStreamPacking(packing)) return await this.#stream(log, opened, packing, depth);
      if (packing === 'tar') return await this.#tar(log, opened, depth);
      if (packing === 'zip') return await this.#zip(log, opened, depth);
      const args = { format: packing, command: `${unpackCommands[packing]} ${log.source}` };
      this.#tell(problemOf('packed', log.source, args));
    } finally {
      await opened.close();
    }
  }

  async #log(log: FoundLog, opened: Opened, isCut: () => boolean): Promise<void> {
    const whole = await openBytes(opened.all, headSize);
    try {
      if (log.found && isBinary(whole.head)) return;
      // nothing at all came out of what should have held a log
      if (whole.head.length === 0 && isCut()) return;
      const sink = this.#take(log, whole.head);
      if (!sink) return;
      for await (const piece of whole.all) {
        await this.#push(piece, sink);
        if (sink.isFull?.()) break;
      }
      sink.end(isCut());
    } finally {
      await whole.close();
    }
  }

  async #push(piece: Uint8Array, sink: LogSink): Promise<void> {
    if (!this.#pause) return sink.push(piece);
    for (let from = 0; from < piece.length; from += sliceSize) {
      sink.push(piece.subarray(from, from + sliceSize));
      await this.#pause();
    }
  }

  async #stream(
    log: FoundLog, opened: Opened, packing: StreamPacking, depth: number,
  ): Promise<void> {
    let cut = false;
    const bytes = this.#untilCut(unpacked(opened.all, packing), () => {
      cut = true;
      this.#tell(problemOf('cutShort', log.source));
    });
    const inner = { ...log, packed: true };
    await this.#content(inner, this.#counted(bytes, log.source), depth + 1, () => cut);
  }

  async #tar(log: FoundLog, opened: Opened, depth: number): Promise<void> {
    const { walkTar } = await import('./tar');
    await this.#archive(log, () => walkTar(opened.all, (entry) => this.#entry(log, entry, depth)));
  }

  async #zip(log: FoundLog, opened: Opened, depth: number): Promise<void> {
    const { walkZip } = await import('./zip');
    const onDisk = depth === 0 && log.inside.length === 0 ? this.#path : undefined;
    const zip = onDisk ?? await this.#whole(log, opened.all);
    await this.#archive(log, () => walkZip(zip, (entry) => this.#entry(log, entry, depth)));
  }

  /** What was read of an archive before it turned out to be damaged stays. */
  async #archive(log: FoundLog, walk: () => Promise<void>): Promise<void> {
    try {
      await walk();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      this.#tell(problemOf('cutShort', log.source));
    }
  }

  async #entry(archive: FoundLog, entry: Entry, depth: number): Promise<void> {
    this.#entries += 1;
    if (this.#entries > this.#limits.entries) throw new Stopped(problemOf('tooMany', archive.source));
    const name = cleanName(entry.name);
    if (name === undefined || !isWorthReading(name)) return;
    const inside = [...archive.inside, name];
    const log: FoundLog = {
      source: `${archive.source}!/${name}`, path: archive.path, inside, packed: true, found: true,
    };
    await this.#content(log, this.#counted(entry.open(), log.source), depth + 1, () => false);
  }

  async *#untilCut(bytes: Bytes, tell: () => void): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      tell();
    }
  }

  async *#counted(bytes: Bytes, source: string): AsyncGenerator<Uint8Array> {
    const { unpacked: always, ratio } = this.#limits;
    for await (const piece of bytes) {
      this.#unpacked += piece.length;
      if (this.#unpacked > always && this.#unpacked > ratio * this.#packed) {
        throw new Stopped(problemOf('tooLarge', source, { ratio }));
      }
      yield piece;
    }
  }

  async #whole({ source }: FoundLog, bytes: Bytes): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const piece of bytes) {
      length += piece.length;
      if (length > this.#limits.zipInside) throw new Stopped(problemOf('zipInside', source));
      parts.push(Uint8Array.from(piece));
    }
    return Buffer.concat(parts);
  }
}

/** Undefined: it leads out of the archive. */
function cleanName(name: string): string | undefined {
  const parts = name.replaceAll('\\', '/').split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

function isWorthReading(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return isLogName(base) || isArchiveName(base) || isGeneralLogName(name) || isHostFile(name);
}
