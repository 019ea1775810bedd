// Figures → text of docs/performance.md: a block for each part that was measured, between marks; what was not
// measured stays. In: blocks by name. Out: the page, written.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { number } from './figures';

const page = path.resolve('docs/performance.md');

/** What else ran before: figures of a busy machine are no figures. */
const [loadBefore = Number.NaN] = os.loadavg();

export function writeBlock(name: string, text: string): void {
  const { before, behind } = blockOf(name);
  fs.writeFileSync(page, `${before}\n\n${text}\n\n${behind}`);
  console.log(`\n${text}`);
}

/** What was written before. */
export function readBlock(name: string): string {
  return blockOf(name).text;
}

function blockOf(name: string): Readonly<Record<'before' | 'text' | 'behind', string>> {
  const begin = `<!-- ${name}: written by npm run bench -->`;
  const whole = fs.readFileSync(page, 'utf8');
  const from = whole.indexOf(begin) + begin.length;
  const to = whole.indexOf(`<!-- end of ${name} -->`);
  if (from < begin.length || to < from) throw new Error(`${page} has no place for ${name}`);
  return { before: whole.slice(0, from), text: whole.slice(from, to), behind: whole.slice(to) };
}

/** Where and when the figures are from, as one sentence. */
export function machineLine(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = `${number(os.totalmem() / 2 ** 30)} GiB`;
  const tools = [['rg', '--version'], ['lnav', '-V'], ['gzip', '--version'], ['wc', '--version']]
    .map(([tool = '', word = '']) => versionOf(tool, word)).filter((version) => version !== '');
  return `${os.availableParallelism()} processors (${cpu}), ${memory}, ${os.type()} ${os.release()}, node ${process.versions.node}; `
    + `${tools.join(', ')}; load average ${number(loadBefore)} before; ${new Date().toISOString().slice(0, 10)}.`;
}

function versionOf(tool: string, word: string): string {
  try {
    return execFileSync(tool, [word], { encoding: 'utf8' }).split('\n')[0]?.trim() ?? '';
  } catch {
    return '';
  }
}
