// Whether a command is about logs that are too large to be read in full. In: the command. Out: what it is
// about.
import fs from 'node:fs';
import { listInputs, sizeOf } from '../disk/files';
import type { Input } from '../disk/files';
import { streamPackingOf } from '../disk/large/copies';
import type { ReportCommand } from './args';

/** Of so many bytes of text on logs are summed up; logs pack to about an eighth. */
const largeBytes = 64 << 20;
const usualRatio = 8;

export interface LargeSubject {
  /** As the caller calls it. */
  readonly name: string;
  /** One log, which was named. */
  readonly path: string | undefined;
  /** Several, or a folder. */
  readonly inputs: readonly Input[];
}

/** @returns the large logs that a command is about; undefined: it is about another thing. */
export function largeLogOf(command: ReportCommand): LargeSubject | undefined {
  const { paths, json, summary, all, rules, novaConf, alignClocks, by, instance } = command;
  const [path] = paths;
  const isPlain = !json && !all && !alignClocks && rules.length === 0
    && (instance !== undefined || novaConf.length === 0);
  const isBy = by === 'instance' || by === 'cause';
  if (path === undefined || (!summary && !(isPlain && isBy))) return undefined;
  const { inputs, problems } = listInputs(paths);
  const name = paths.join(' ');
  const [only, second] = inputs;
  const isOne = second === undefined && (only === undefined || !only.found);
  if (isOne && summary) return { name, path, inputs };
  // who reads them says what is wrong
  if (problems.length > 0 || inputs.some((input) => input.path === undefined || input.pipe)) return undefined;
  if (!summary && textSize(inputs) < largeBytes) return undefined;
  return { name, path: isOne ? path : undefined, inputs };
}

/** Whether a file holds so much text. */
export function isLarge(path: string): boolean {
  const isFile = fs.statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile && textSize([{ path }]) >= largeBytes;
}

/** About how many bytes they unpack to; only what may be large is looked into. */
function textSize(inputs: readonly Pick<Input, 'path'>[]): number {
  const sizes = inputs.map(({ path = '' }) => ({ path, size: sizeOf(path) }));
  const most = sizes.reduce((sum, { size }) => sum + size * usualRatio, 0);
  if (most < largeBytes) return most;
  return sizes.reduce((sum, { path, size }) => sum + (isPacked(path) ? size * usualRatio : size), 0);
}

function isPacked(path: string): boolean {
  try {
    return streamPackingOf(path) !== undefined;
  } catch {
    // who reads it says why it cannot be read
    return false;
  }
}
