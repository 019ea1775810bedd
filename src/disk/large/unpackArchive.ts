// An archive → the logs in it, one behind the other in an open file, so that any place of them can be read.
// It goes by once, counted against the limits of archives; of what is cut off all comes that can be read.

import { mayMatter } from '../../core/sets/place';
import type { HostFile } from '../../core/sets/plan';
import type { Problem } from '../../core/sets/problem';
import type { Input } from '../files';
import type { FoundLog, LogSink } from '../log';
import { isHostFile, longestHostFile } from '../names';
import { readInput } from '../read';
import type { Copy } from './copies';
import { writeAt } from './fileBytes';
import { isOfDisk } from './scratch';

/** Where a log stands in a copy. */
export interface Member {
  readonly source: string;
  readonly at: number;
  readonly size: number;
}

export interface UnpackedArchive {
  readonly members: readonly Member[];
  readonly hosts: readonly HostFile[];
  readonly problems: readonly Problem[];
}

/** @param copy where it goes to
 *  @param room bytes that there is room for
 *  @returns undefined: there is not so much room */
export async function unpackArchive(
  input: Input, copy: Copy, room: number,
): Promise<UnpackedArchive | undefined> {
  const members: Member[] = [];
  const hosts: HostFile[] = [];
  let end = 0;
  let isFull = false;
  const take = ({ source, found }: FoundLog, head: Uint8Array): LogSink | undefined => {
    if (found && isHostFile(source)) {
      if (head.length < longestHostFile) hosts.push({ source, text: new TextDecoder().decode(head) });
      return undefined;
    }
    if (isFull || (found && !mayMatter(source))) return undefined;
    const at = end;
    return {
      push(piece) {
        isFull ||= end + piece.length > room || !isWritten(copy.file, piece, end);
        if (!isFull) end += piece.length;
      },
      isFull: () => isFull,
      end: () => void members.push({ source, at, size: end - at }),
    };
  };
  const problems = await readInput(input, take);
  return isFull ? undefined : { members, hosts, problems };
}

/** @returns whether there was room for it. */
function isWritten(file: number, piece: Uint8Array, at: number): boolean {
  try {
    writeAt(file, piece, at);
    return true;
  } catch (error) {
    if (isOfDisk(error)) return false;
    throw error;
  }
}
