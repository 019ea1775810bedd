// What reading costs beside other tools, all in turns within one run. Run: npm run bench [-- MEGABYTES…]
// [--rounds N], or npm run bench -- --hostile [PART [ID…]]. Out: tables, printed and in docs/performance.md.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { activationMilliseconds } from './activation';
import { commandsOn } from './commands';
import type { Command } from './commands';
import { median, medianUsage, megabyte, number, ratio, table } from './figures';
import type { Usage } from './figures';
import { goalRows } from './goals';
import { hostileTable } from './hostile';
import { makeLog, packLog, rotateLog } from './logs';
import type { Log } from './logs';
import type { Answers } from './openLarge';
import { machineLine, readBlock, writeBlock } from './page';
import { shippedFiles } from './shipped';
import { isInstalled, run } from './usage';

interface Case {
  readonly log: Log;
  readonly command: Command;
  readonly runs: Usage[];
}

const folder = path.resolve('out/bench');
const usualSizes = [100, 1000];
/** The packed and the dense log are as large as the largest plain one, but not larger. */
const largestMain = 1000;
const largestFiles = 16;
const unknown: Usage = { seconds: Number.NaN, cpu: Number.NaN, megabytes: Number.NaN };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, hostile: { type: 'boolean', default: false } },
});
const rounds = Math.max(1, Number(values.rounds));

async function main(): Promise<void> {
  const machine = machineLine();
  if (values.hostile) return measureHostile(machine);
  const sizes = sizesWanted();
  const main = Math.max(...sizes.filter((size) => size <= largestMain), sizes[0] ?? 0);
  const logs = await makeLogs(sizes, main);
  const casesOf = (log: Log) => commandsOn(log, isInstalled).map((command) => ({ log, command, runs: [] }));
  const cases = logs.flatMap(casesOf);
  measure(cases);
  const answers = askLog(logs.find((log) => log.kind === 'mix' && log.size === main));
  const usage = (log: string, id: string) =>
    medianUsage(cases.find((one) => nameOf(one.log) === log && one.command.id === id)?.runs ?? [unknown]);
  const goals = goalRows({ usage, answers, sizes, main });
  const how = `${machine} Medians of ${rounds} rounds, all commands in turns; of memory the most.`;
  writeBlock('figures', [
    how,
    ...logs.map((log) => tableOf(log, cases.filter((one) => one.log === log))),
    table(['goal', 'bound', 'measured', ''], goals),
  ].join('\n\n'));
  writeBlock('size and start', startAndSizes());
}

/** Logs of a part of their size are looked at and not kept; of others rows that are not measured stay. */
function measureHostile(machine: string): void {
  const [part = '1', ...only] = positionals;
  const isWhole = Number(part) === 1;
  const rows = hostileTable(Number(part), only, isWhole ? readBlock('hostile') : '');
  const text = `${machine} All of a log's rows are of one run, one after another.\n\n${rows}`;
  if (isWhole) writeBlock('hostile', text);
  else console.log(text);
}

function sizesWanted(): readonly number[] {
  const sizes = positionals.length > 0 ? positionals.map(Number) : usualSizes;
  if (sizes.some((size) => !(size >= 1))) throw new Error('sizes are megabytes: npm run bench -- 100 1000');
  return sizes.sort((a, b) => a - b);
}

async function makeLogs(sizes: readonly number[], main: number): Promise<readonly Log[]> {
  const plain = sizes.map((size) => makeLog('mix', size));
  const packed = plain.find(({ size }) => size === main);
  return [...plain, makeLog('dense', main), ...packed ? [await packLog(packed), rotateLog(packed)] : []];
}

function nameOf({ kind, size }: Log): string {
  return `${kind}-${size}`;
}

/** In turns, so that what else runs on the machine hits all alike. */
function measure(cases: readonly Case[]): void {
  const home = path.join(folder, 'home');
  for (let round = 0; round < rounds; round++) {
    for (const { log, command, runs } of cases) {
      fs.rmSync(home, { recursive: true, force: true });
      fs.mkdirSync(home);
      // in the page cache for whoever comes first
      if (runs.length === 0) spawnSync('cat', log.files, { stdio: 'ignore' });
      const usage = run(command.order(log, home), folder);
      runs.push(usage);
      const took = `${number(usage.cpu)} s CPU, ${number(usage.seconds)} s`;
      console.error(`${round + 1}/${rounds} ${nameOf(log)} ${command.id}: ${took}`);
    }
  }
}

function askLog(log: Log | undefined): Answers | undefined {
  if (!log) return undefined;
  const opener = path.resolve('out/test/bench/openLarge.js');
  const asked = Array.from({ length: rounds }, () => {
    const words = [opener, 'ask', log.path];
    const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${log.path} could not be asked: ${stderr.slice(-600)}`);
    return JSON.parse(stdout) as Answers;
  });
  const of = (name: keyof Answers) => median(asked.map((one) => one[name]));
  return {
    first: of('first'), firstOpened: of('firstOpened'), index: of('index'), reopened: of('reopened'),
    reopenedAnew: of('reopenedAnew'), slice: of('slice'), page: of('page'), appended: of('appended'),
  };
}

const kindTitles = {
  mix: 'a mix of lines, with DEBUG', dense: 'without DEBUG, most lines name an instance',
  gz: 'the same as one `.gz`', rotated: 'the same as forty rotated `.gz`',
} as const;

function tableOf(log: Log, cases: readonly Case[]): string {
  const isPacked = log.kind === 'gz' || log.kind === 'rotated';
  const measure = isPacked ? 'gzip' : 'wc';
  const to = medianUsage(cases.find(({ command }) => command.id === measure)?.runs ?? [unknown]);
  const rows = cases.map(({ command, runs }) => {
    const { cpu, seconds, megabytes } = medianUsage(runs);
    return [
      command.title, number(cpu, 's'), ratio(cpu, to.cpu), number(seconds, 's'), ratio(seconds, to.seconds),
      number(log.size / cpu, 'MB/s'), number(megabytes, 'MB'),
    ];
  });
  const tool = isPacked ? '`gzip -dc`' : '`wc -l`';
  const bytes = log.files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const head = ['', 'CPU', `to ${tool}`, 'time', `to ${tool}`, 'of text in a CPU second', 'memory'];
  const what = `${kindTitles[log.kind]}; ${number(bytes / megabyte, 'MB')} on the disk`;
  return `**${log.size} MB of text** (${what})\n\n${table(head, rows)}`;
}

function startAndSizes(): string {
  const start = median(Array.from({ length: 7 }, activationMilliseconds));
  const files = shippedFiles();
  const [large, small] = [files.slice(0, largestFiles), files.slice(largestFiles)];
  const rest = small.reduce((sum, [, bytes]) => sum + bytes, 0);
  const rows = [...large, [`${small.length} further files`, rest] as const]
    .map(([name, bytes]) => [name, number(bytes / 1000, 'kB')]);
  return `The extension is loaded and active after ${number(start, 'ms')} (with a stand-in for VS Code's API).\n\n`
    + table(['shipped file', 'size'], rows);
}

void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
