// Whether a report is about one log that is too large to tell every instance. In: the command. Out: its path.

import fs from 'node:fs';
import type { ReportCommand } from './args';

/** From so many bytes on a log is summed up. */
const largeBytes = 64 << 20;

/** @returns the one large log that a command is about; undefined: it is about another thing. */
export function largeLogOf(command: ReportCommand): string | undefined {
  const { paths, json, all, rules, novaConf, alignClocks, by } = command;
  const [path, second] = paths;
  const isPlain = !json && !all && !alignClocks && rules.length === 0 && novaConf.length === 0;
  const isBy = by === 'instance' || by === 'cause';
  if (path === undefined || second !== undefined || !isPlain || !isBy) return undefined;
  const status = fs.statSync(path, { throwIfNoEntry: false });
  return status?.isFile() === true && status.size >= largeBytes ? path : undefined;
}

