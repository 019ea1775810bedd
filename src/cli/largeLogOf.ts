// Whether a command is about one log that is too large to be read in full. In: the command. Out: its path.

import fs from 'node:fs';
import { streamPackingOf } from '../disk/large/copies';
import type { ReportCommand } from './args';

/** From so many bytes on a log is summed up; logs pack to about an eighth. */
const largeBytes = 64 << 20;
const largePacked = 8 << 20;

/** @returns the one large log that a command is about; undefined: it is about another thing. */
export function largeLogOf(command: ReportCommand): string | undefined {
  const { paths, json, summary, all, rules, novaConf, alignClocks, by } = command;
  const [path, second] = paths;
  if (summary) return path;
  const isPlain = !json && !all && !alignClocks && rules.length === 0 && novaConf.length === 0;
  const isBy = by === 'instance' || by === 'cause';
  return path !== undefined && second === undefined && isPlain && isBy && isLarge(path) ? path : undefined;
}

export function isLarge(path: string): boolean {
  const status = fs.statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true || status.size < largePacked) return false;
  return status.size >= largeBytes || isPacked(path);
}

function isPacked(path: string): boolean {
  try {
    return streamPackingOf(path) !== undefined;
  } catch {
    // who reads it says why it cannot be read
    return false;
  }
}
