// What reading costs: throughput and memory of `report --json` beside `wc -l`, the start of the extension,
// the size of what is shipped. Run: npm run bench [-- MEGABYTES] [--rounds N]. Out: a table, also in
// out/bench/table.md.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateLarge } from '../samples/large';
import { activationMilliseconds } from './activation';
import { shippedFiles } from './shipped';

const folder = path.resolve('out/bench');
const cli = path.resolve('dist/cli.js');
const megabyte = 1_000_000;
/** Questions of users that fill a log to four times its text around the same operations. */
const manyPolls = 9400;

/** What else ran: figures from a busy machine are no figures. */
const loadBefore = os.loadavg();

interface Log {
  readonly title: string;
  readonly bytes: number;
  readonly polls: number;
}

interface Run {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { rounds: { type: 'string', default: '3' } },
});
const size = Number(positionals[0] ?? 500) * megabyte;
const rounds = Math.max(1, Number(values.rounds));

/** Measured in turns, so that what else runs on the machine hits all alike. */
function main(): void {
  fs.mkdirSync(folder, { recursive: true });
  const logs: readonly Log[] = [
    { title: `${text(size / 4)} of operations`, bytes: size / 4, polls: 260 },
    { title: `${text(size)} of operations`, bytes: size, polls: 260 },
    { title: `${text(size)}, as many operations as the first`, bytes: size, polls: manyPolls },
  ];
  const files = logs.map(makeLog);
  const reports: Run[][] = logs.map(() => []);
  const counts: number[][] = logs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, file] of files.entries()) {
      counts[index]?.push(countLines(file));
      reports[index]?.push(runReport(file));
    }
  }
  const rows = logs.map((log, index) => rowOf(log, reports[index] ?? [], counts[index] ?? []));
  const start = median(Array.from({ length: 7 }, activationMilliseconds));
  const table = renderTable(rows, start);
  fs.writeFileSync(path.join(folder, 'table.md'), table);
  console.log(table);
}

function text(bytes: number): string {
  return `${Math.round(bytes / megabyte)} MB`;
}

// Made once, and again when the generator writes something else: the name tells how its text begins.
function makeLog({ bytes, polls }: Log): string {
  const begin = createHash('sha256').update([...generateLarge(1, { polls })].join('')).digest('hex').slice(0, 12);
  const prefix = `nova-${bytes}-${polls}-`;
  const file = path.join(folder, `${prefix}${begin}.log`);
  if (fs.existsSync(file)) return file;
  for (const old of fs.readdirSync(folder)) if (old.startsWith(prefix)) fs.rmSync(path.join(folder, old));
  console.error(`writing ${file}`);
  const out = fs.openSync(`${file}.part`, 'w');
  for (const piece of generateLarge(bytes, { polls })) fs.writeSync(out, piece);
  fs.closeSync(out);
  fs.renameSync(`${file}.part`, file);
  return file;
}

/** Seconds of `wc -l`; NaN where there is none. */
function countLines(file: string): number {
  const begin = performance.now();
  const { status } = spawnSync('wc', ['-l', file], { stdio: 'ignore' });
  return status === 0 ? (performance.now() - begin) / 1000 : Number.NaN;
}

// The child says itself what it used: a module loaded before the command line writes it at the exit.
function runReport(file: string): Run {
  const usage = path.join(folder, 'usage.cjs');
  const result = path.join(folder, 'usage.json');
  const used = 'JSON.stringify(process.resourceUsage())';
  const write = `require('node:fs').writeFileSync(${JSON.stringify(result)}, ${used})`;
  fs.writeFileSync(usage, `process.on('exit', () => ${write});\n`);
  const out = fs.openSync(os.devNull, 'w');
  const begin = performance.now();
  const { status } = spawnSync(process.execPath, ['--require', usage, cli, 'report', '--json', file], {
    stdio: ['ignore', out, 'inherit'],
  });
  const seconds = (performance.now() - begin) / 1000;
  fs.closeSync(out);
  if (status !== 0 && status !== 1) throw new Error(`report ended with ${String(status)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(fs.readFileSync(result, 'utf8')) as NodeJS.ResourceUsage;
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
}

function rowOf({ title, bytes }: Log, runs: readonly Run[], counts: readonly number[]): readonly string[] {
  const seconds = median(runs.map((run) => run.seconds));
  const cpu = median(runs.map((run) => run.cpu));
  const counted = median(counts);
  return [
    title,
    `${seconds.toFixed(2)} s`,
    `${(bytes / megabyte / seconds).toFixed(0)} MB/s`,
    `${(bytes / megabyte / cpu).toFixed(0)} MB/s`,
    Number.isNaN(counted) ? '–' : `${(bytes / 1e9 / counted).toFixed(1)} GB/s`,
    Number.isNaN(counted) ? '–' : `${(seconds / counted).toFixed(0)}×`,
    `${Math.max(...runs.map((run) => run.megabytes)).toFixed(0)} MB`,
  ];
}

function renderTable(rows: readonly (readonly string[])[], start: number): string {
  const head = ['log', 'report --json', 'throughput', 'per CPU second', 'wc -l', 'ratio', 'peak memory'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shipped = shippedFiles().map(([name, bytes]) => line([name, `${(bytes / 1000).toFixed(0)} kB`]));
  const cores = os.availableParallelism();
  const [load = 0] = loadBefore;
  return [
    `Node ${process.versions.node}, ${cores} cores, medians of ${rounds} rounds with wc -l in each;`
      + ` load average ${load.toFixed(1)} before.`,
    '', line(head), line(head.map(() => '---')), ...rows.map(line),
    '', `The extension is loaded and active after ${start.toFixed(0)} ms (with a stand-in for VS Code's API).`,
    '', line(['shipped file', 'size']), line(['---', '---']), ...shipped, '',
  ].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

main();
