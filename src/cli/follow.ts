// `nova-lens follow`: logs while they are written → a line for each operation that begins, goes on or ends.
// In: the command. Out: lines on standard output until it is interrupted.

import { analyse } from '../core/analysis';
import type { DigestReader } from '../core/digest';
import { defaultLimits } from '../core/limits';
import type { Digest } from '../core/model';
import { changeJson, changeLine } from '../core/render/changeText';
import { problemText } from '../core/render/problemText';
import { ChangeWatch } from '../core/sets/changes';
import type { Change } from '../core/sets/changes';
import { originOfName } from '../core/sets/plan';
import { openSieve } from '../core/sieve';
import { openEngine } from '../disk/kernel';
import { listInputs, problemOfError } from '../disk/files';
import type { Input } from '../disk/files';
import { Follower } from '../disk/follow';
import { memoryForLogs } from '../disk/limits';
import type { FollowSink } from '../disk/follow';
import { baseName, isArchiveName, isHostFile, isLive, isLogName } from '../disk/names';
import type { FollowCommand } from './args';
import { painterFor } from './output';
import { problems as words } from './words';

type Tell = (problem: string) => void;

/** Of each log so many files that had its name are remembered, so that memory does not grow for ever. */
const remembered = 2;
/** Bytes of memory that all logs together may take: what goes on now is told, and that for days. */
const mostMemory = 0.5e9;
/** An analysis may take no more than this part of the time. */
const share = 4;

/** @returns 0 when it is interrupted, 2 when there is nothing to follow. */
export async function runFollow(command: FollowCommand, tell: Tell): Promise<number> {
  const { inputs, problems } = listInputs(command.paths);
  problems.map(problemText).forEach(tell);
  const paths = inputs.filter(isFollowed).flatMap(({ path }) => path ?? []);
  if (paths.length === 0) {
    if (problems.length === 0) tell(words.noLogs(command.paths.join(', ')));
    return 2;
  }
  const paint = painterFor(process.stdout, process.env);
  const print = (changes: readonly Change[]) => {
    const lines = changes.map((change) => (command.json ? changeJson(change) : changeLine(change, paint)));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  };
  const logs = new GrowingLogs(print, tell);
  const interrupted = interruption();
  await logs.follow(paths, command.paths);
  await interrupted;
  logs.dispose();
  return 0;
}

/** What is rotated no longer grows; who names a file knows what it is. */
function isFollowed({ path, pipe, found, source }: Input): boolean {
  if (path === undefined || pipe) return false;
  return !found || (isLive(source) && !isArchiveName(source) && !isHostFile(source));
}

function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

class GrowingLogs {
  readonly #print: (changes: readonly Change[]) => void;
  readonly #tell: Tell;
  readonly #follower = new Follower();
  readonly #logs = new Map<string, GrowingLog>();
  readonly #watch = new ChangeWatch();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;
  #analysed = 0;
  #ready = false;

  constructor(print: (changes: readonly Change[]) => void, tell: Tell) {
    this.#print = print;
    this.#tell = tell;
  }

  /** @param asked what was named: files that appear in a folder among them are followed too. */
  async follow(paths: readonly string[], asked: readonly string[]): Promise<void> {
    this.#follower.onAppear = (path) => {
      if (!asked.includes(path) && isLogName(baseName(path)) && isLive(path)) void this.#add(path);
    };
    await Promise.all(paths.map((path) => this.#add(path)));
    // what was over before is not news; what is under way is
    const begun = this.#watch.next(this.#analyse());
    this.#print(begun.filter(({ operation }) => operation.outcome === 'in-progress'));
    this.#ready = true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#follower.dispose();
  }

  #add(path: string): Promise<void> {
    const room = () => Math.min(mostMemory, memoryForLogs()) / this.#logs.size;
    const log = new GrowingLog(path, { settled: () => this.#settled(), tell: this.#tell, room });
    this.#logs.set(path, log);
    return this.#follower.add(path, log);
  }

  #settled(): void {
    if (!this.#ready || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#print(this.#watch.next(this.#analyse()));
    }, Math.max(0, this.#analysed + share * this.#cost - performance.now()));
  }

  #analyse() {
    const started = performance.now();
    const digests = [...this.#logs.values()].flatMap((log) => log.digests());
    const analysis = analyse(digests, defaultLimits);
    this.#analysed = performance.now();
    this.#cost = this.#analysed - started;
    return analysis;
  }
}

interface Surroundings {
  readonly settled: () => void;
  readonly tell: Tell;
  /** Bytes of memory that a log may take. */
  readonly room: () => number;
}

/** One path, behind which one file after the other may stand. */
class GrowingLog implements FollowSink {
  readonly #path: string;
  readonly #around: Surroundings;
  readonly #over: Digest[] = [];
  #reader: DigestReader;
  #files = 1;
  /** Lines of this file that are forgotten. */
  #forgotten = 0;

  constructor(path: string, around: Surroundings) {
    this.#path = path;
    this.#around = around;
    this.#reader = this.#open();
  }

  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
    if (this.#reader.memory() >= this.#around.room()) this.#forget();
  }

  /** A log that is followed for ever says more than can be kept: what comes is what matters. */
  #forget(): void {
    this.#forgotten += this.#reader.digest().lines;
    this.#around.tell(words.forgotten(this.#path, this.#forgotten));
    this.#over.length = 0;
    this.#reader = this.#open();
  }

  restart(): void {
    const over = this.#reader.end();
    if (over.lines > 0) this.#over.push(over);
    this.#over.splice(0, Math.max(0, this.#over.length - remembered));
    this.#files += 1;
    this.#forgotten = 0;
    this.#reader = this.#open();
  }

  settle(): void {
    this.#around.settled();
  }

  lost(error: unknown): void {
    this.#around.tell(problemText(problemOfError(this.#path, error)));
  }

  digests(): readonly Digest[] {
    return [...this.#over, this.#reader.digest()];
  }

  /** The second file of this name is called so: places in it are not those of the first. */
  #open(): DigestReader {
    const file = this.#files === 1 ? this.#path : `${this.#path} (${this.#files})`;
    const source = this.#forgotten === 0 ? file : `${file} (+${this.#forgotten})`;
    const order = this.#files;
    const origin = { ...originOfName(this.#path), stream: this.#path, order };
    return openSieve(source, openEngine, { origin });
  }
}
