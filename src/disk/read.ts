// Inputs → their logs, unpacked, one after another. In: what was listed, and who takes the logs. Out: bytes
// in pieces that are only good until the next one, and a problem for each file that could not be read whole.
// Archives are read in place: nothing is written, links in them are not followed.

import type { Problem } from '../core/sets/problem';
import { ArchiveReader } from './archives/read';
import { bytesOfInput } from './bytes';
import type { Bytes } from './bytes';
import { problemOfError } from './files';
import type { Input } from './files';
import { archiveLimits } from './limits';
import type { ArchiveLimits } from './limits';
import type { FoundLog, TakeLog } from './log';

export interface ReadOptions {
  readonly limits?: ArchiveLimits;
  readonly signal?: AbortSignal;
  /** Told how many bytes were read from the disk since it was last told. */
  readonly progress?: (bytes: number) => void;
  /** Waited for between pieces, so that others may have their turn. */
  readonly pause?: () => Promise<void>;
  /** Standard input or the only pipe, where somebody has begun to read it. */
  readonly input?: Bytes | undefined;
}

export async function readInputs(
  inputs: readonly Input[], take: TakeLog, options: ReadOptions = {},
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const input of inputs) {
    if (options.signal?.aborted) break;
    problems.push(...await readInput(input, take, options));
  }
  return problems;
}

export async function readInput(
  input: Input, take: TakeLog, options: ReadOptions = {},
): Promise<readonly Problem[]> {
  const { source, path, found } = input;
  const problems: Problem[] = [];
  const { limits = archiveLimits, pause } = options;
  const reader = new ArchiveReader(limits, take, (problem) => void problems.push(problem), path, pause);
  const log: FoundLog = { source, path, inside: [], packed: false, found };
  try {
    await reader.read(log, watched(open(input, options), reader, options));
  } catch (error) {
    if (!options.signal?.aborted) problems.push(problemOfError(source, error));
  }
  return problems;
}

function open(named: Input, { input }: ReadOptions): Bytes {
  return (named.pipe ? input : undefined) ?? bytesOfInput(named);
}

async function* watched(
  bytes: Bytes, reader: ArchiveReader, { signal, progress, pause }: ReadOptions,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    if (signal?.aborted) throw new Error('no longer wanted');
    reader.packed(piece.length);
    yield piece;
    progress?.(piece.length);
    if (pause) await pause();
  }
}
