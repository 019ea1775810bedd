// Whether a command is about logs that are too large to be read in full. In: the command. Out: what it is
// about.

import { sizeOf } from '../disk/files';
import type { Input, Listing } from '../disk/files';
import { bytesAt } from '../disk/large/fileBytes';
import { packingHead, packingOf } from '../disk/packing';
import type { ReportCommand } from './args';

/** Of so many bytes of text on logs are summed up; logs pack to about an eighth. */
const largeBytes = 64 << 20;
/** Where each instance is told, so much is read in full: that tells more, in some hundred megabytes. */
const mostInFull = 256 << 20;
/** Who asks for all lines gets them as long as they fit in memory: of that much they hardly do. */
const mostOfAll = 1 << 30;
/** What befell hosts only all lines tell. */
const mostByHost = 2 * mostOfAll;
const usualRatio = 8;

export interface LargeSubject {
  /** As the caller calls it. */
  readonly name: string;
  /** Where one log lies, which was named or came from standard input. */
  readonly path: string | undefined;
  /** Several, or a folder. */
  readonly inputs: readonly Input[];
}

/** Whether a command asks for nothing that only a full reading tells. Clocks that differ are found out. */
function isSummable(command: ReportCommand): boolean {
  const { json, summary, all, rules, by, instance } = command;
  if (summary || isGathered(command)) return true;
  if (rules.length > 0 || (all && instance !== undefined)) return false;
  return by === 'instance' || (by === 'cause' && !tellsEveryInstance(command) && !json);
}

/** So much text is more than is read in full. */
export function largeFrom(command: ReportCommand): number {
  if (!tellsEveryInstance(command)) return largeBytes;
  if (command.by === 'host') return mostByHost;
  return command.json && !command.all ? mostInFull : mostOfAll;
}

/** Whether it is asked what only a full reading tells in full, and what can be put together from what is told
 *  of some instances at a time, too: how operations went on each host, what rules of one's own say. */
function isGathered({ json, summary, instance, rules, by }: ReportCommand): boolean {
  if (json || summary || instance !== undefined) return false;
  return rules.length > 0 ? by === 'instance' : by === 'host';
}

/** Whether it is told what happened to each instance: programs count for themselves, and what files of
 *  configuration say is said of each. */
export function tellsEveryInstance(command: ReportCommand): boolean {
  const { json, summary, instance, all, novaConf } = command;
  return isGathered(command) || (json || all || novaConf.length > 0) && !summary && instance === undefined;
}

/** Where standard input alone is to be read, or one pipe: how much of it makes it large. */
export function spoolFrom(command: ReportCommand, { inputs, problems }: Listing): number | undefined {
  const [only, second] = inputs;
  const isStream = only?.pipe === true && second === undefined && problems.length === 0;
  if (!isStream || !isSummable(command)) return undefined;
  return command.summary ? 0 : largeBytes;
}

/** @returns the large logs that a command is about; undefined: it is about another thing. */
export function largeLogOf(command: ReportCommand, listing: Listing): LargeSubject | undefined {
  if (!isSummable(command)) return undefined;
  return largeSubject(command.paths, listing, command.summary, largeFrom(command));
}

/** @returns the logs of which each instance can be told where all of them do not fit in memory; undefined:
 *  only a full reading tells what is asked for. */
export function everyOf(command: ReportCommand, listing: Listing): LargeSubject | undefined {
  if (!isSummable(command) || !tellsEveryInstance(command)) return undefined;
  return largeSubject(command.paths, listing, true);
}

/** @param isForced however small they are
 *  @param from so many bytes of text are large
 *  @returns undefined: these logs are not large. */
export function largeSubject(
  paths: readonly string[], { inputs, problems }: Listing, isForced = false, from = largeBytes,
): LargeSubject | undefined {
  const [path] = paths;
  if (path === undefined || path === '-') return undefined;
  const name = paths.join(' ');
  const [only, second] = inputs;
  const isOne = second === undefined && (only === undefined || !only.found);
  if (isOne && isForced && only?.pipe !== true) return { name, path, inputs };
  // who reads them says what is wrong
  if (problems.length > 0 || inputs.some((input) => input.path === undefined || input.pipe)) return undefined;
  if (!isForced && textSize(inputs, from) < from) return undefined;
  return { name, path: isOne ? path : undefined, inputs };
}

/** About how many bytes they unpack to; only what may be large is looked into. */
function textSize(inputs: readonly Pick<Input, 'path'>[], from: number): number {
  const sizes = inputs.map(({ path = '' }) => ({ path, size: sizeOf(path) }));
  const most = sizes.reduce((sum, { size }) => sum + size * usualRatio, 0);
  if (most < from) return most;
  return sizes.reduce((sum, { path, size }) => sum + (isPacked(path) ? size * usualRatio : size), 0);
}

function isPacked(path: string): boolean {
  try {
    const packing = packingOf(bytesAt(path, 0, packingHead));
    return packing !== 'none' && packing !== 'tar';
  } catch {
    // who reads it says why it cannot be read
    return false;
  }
}
