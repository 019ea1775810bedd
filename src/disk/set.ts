// Files, folders and archives → the set of logs that lies in them: every log read, in order, with its origin,
// and what is missing. Only digests are kept, no text.

import type { DigestReader } from '../core/digest';
import { examineHead } from '../core/sets/head';
import { mayMatter } from '../core/sets/place';
import { originOfName } from '../core/sets/plan';
import type { HostFile } from '../core/sets/plan';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { buildSet } from '../core/sets/set';
import type { LogSet, ReadLog } from '../core/sets/set';
import type { Listing } from './files';
import type { FoundLog, LogSink } from './log';
import { memoryForLogs } from './limits';
import { isHostFile, longestHostFile } from './names';
import { readInputs } from './read';
import type { ReadOptions } from './read';

export interface SetOptions extends ReadOptions {
  /** Opens the reader of a log. */
  readonly open: (log: FoundLog, origin: ReturnType<typeof originOfName>) => DigestReader;
  /** Told of each log when it has been read. */
  readonly onLog?: (log: FoundLog) => void;
  /** Bytes of memory that all of them may take. */
  readonly memory?: number;
}

export interface DiskSet extends LogSet {
  readonly problems: readonly Problem[];
  /** Where each log lies, by its name. */
  readonly found: ReadonlyMap<string, FoundLog>;
}

/** @param listing files, folders, archives, as they were listed. */
export async function readSet({ inputs, problems }: Listing, options: SetOptions): Promise<DiskSet> {
  const set = new SetReader(options);
  const further = await readInputs(inputs, (log, head) => set.take(log, head), options);
  const { logs, hosts, found } = set;
  return { ...buildSet(logs, hosts), problems: [...problems, ...further, ...set.problems], found };
}

/** Reads logs one after another, and the files that name their hosts. */
export class SetReader {
  readonly logs: ReadLog[] = [];
  readonly hosts: HostFile[] = [];
  readonly found = new Map<string, FoundLog>();
  /** What there was no room for. */
  readonly problems: Problem[] = [];
  /** Logs that were not read to their ends. */
  readonly cut = new Set<string>();
  readonly #options: SetOptions;
  readonly #memory: number;
  #used = 0;

  constructor(options: SetOptions) {
    this.#options = options;
    this.#memory = options.memory ?? memoryForLogs();
  }

  take(log: FoundLog, bytes: Uint8Array): LogSink | undefined {
    const { source } = log;
    if (log.found && isHostFile(source)) {
      if (bytes.length < longestHostFile) this.hosts.push({ source, text: new TextDecoder().decode(bytes) });
      return undefined;
    }
    if (log.found && !mayMatter(source)) return undefined;
    if (this.#used >= this.#memory) {
      this.problems.push(problemOf('noMemory', source));
      return undefined;
    }
    return this.#sink(log, examineHead(bytes));
  }

  #sink(log: FoundLog, head: ReadLog['head']): LogSink {
    const { source } = log;
    const reader = this.#options.open(log, originOfName(source));
    const isFull = () => this.#used + reader.memory() >= this.#memory;
    return {
      push: (piece) => reader.push(piece),
      isFull,
      end: () => {
        const wasFull = isFull();
        const digest = reader.end();
        this.#used += reader.memory();
        if (wasFull) {
          this.cut.add(source);
          this.problems.push(problemOf('memory', source, { line: digest.lines }));
        }
        this.logs.push({ name: source, digest, head });
        this.found.set(source, log);
        this.#options.onLog?.(log);
      },
    };
  }
}
