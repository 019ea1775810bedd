// What journeys through logs that no editor bears have in common.

import fs from 'node:fs';
import { generateLarge } from '../samples/large';
import type { Stage } from './stage';

/** Writes a log of that size, or a copy of one that was made before. */
export function writeLog(file: string, megabytes: number, made?: string): void {
  if (made !== undefined) return fs.copyFileSync(made, file, fs.constants.COPYFILE_FICLONE);
  const out = fs.openSync(file, 'w');
  for (const text of generateLarge(megabytes * 1024 * 1024)) fs.writeSync(out, text);
  fs.closeSync(out);
}

/** Milliseconds until something is there. */
export async function timed(what: string, done: Promise<unknown>): Promise<void> {
  const started = performance.now();
  await done;
  console.log(`   ${what}: ${(performance.now() - started).toFixed(0)} ms`);
}

type Row = ReturnType<Stage['tree']['row']>;

/** The first instance that was not read yet, as the log names them. */
export function asleep({ tree }: Stage): Row {
  return tree.row(/^\s*[0-9a-f]{8}\s*(failed\s*·\s*)?\d+ lines/);
}

/** The first of those that failed, with the row above them open. */
export async function failed({ tree }: Stage): Promise<Row> {
  const one = /^\s*[0-9a-f]{8}\s*failed\s*·/;
  await tree.expand(/^\s*Failed\s*[\d,]+ instances/, one);
  return tree.row(one);
}
