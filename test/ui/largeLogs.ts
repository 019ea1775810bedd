// What journeys through logs that no editor bears have in common.

import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { generateLarge } from '../samples/large';
import { drawnAfterNextAct } from './inPage.mjs';
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

/** Milliseconds from a click or a key to what it draws, as the page itself sees it: who asks the page from
 *  without does it twice a second. */
export async function timedFrom(
  act: () => Promise<unknown>, what: string, { page, selector, text }: Drawn,
): Promise<void> {
  const drawn = page.evaluate(drawnAfterNextAct, { selector, text });
  await act();
  console.log(`   ${what}: ${(await drawn).toFixed(0)} ms from the click`);
}

interface Drawn {
  readonly page: Page;
  readonly selector: string;
  readonly text: RegExp;
}

export const row = '.part.sidebar .monaco-list-row';
export const lens = '.editor-instance .codelens-decoration a';

type Row = ReturnType<Stage['tree']['row']>;

/** An instance that was not read yet. */
export const sleeping = /^\s*[0-9a-f]{8}\s*(failed\s*·\s*)?\d+ lines/;

/** The first of them, as the log names them. */
export function asleep({ tree }: Stage): Row {
  return tree.row(sleeping);
}

/** The first of those that failed, with the row above them open. */
export async function failed({ tree }: Stage): Promise<Row> {
  const one = /^\s*[0-9a-f]{8}\s*failed\s*·/;
  await tree.expand(/^\s*Failed\s*[\d,]+ instances/, one);
  return tree.row(one);
}
