// Logs that no service would write, in full size, through each command and as the editor opens them: how it
// ends, how long it takes, in how much memory. In: which part of the full size. Out: a table; each log is
// made, read and thrown away.

import fs from 'node:fs';
import path from 'node:path';
import { hostileLogs } from '../support/hostile';
import { megabyte, number, table } from './figures';
import { makeLog } from './logs';
import { runToEnd } from './usage';
import type { Ended, Order } from './usage';

const folder = path.resolve('out/bench');
const cli = path.resolve('dist/cli.js');
const opener = path.resolve('out/test/bench/openLarge.js');

// A log is followed until it is interrupted: that is when it has been read and nothing goes on any more.
const untilIdle = `"$@" & pid=$!; before=-9; idle=0
while [ $idle -lt 4 ] && [ -d /proc/$pid ]; do
  sleep 0.5; now=$(awk '{ print $14 + $15 }' /proc/$pid/stat)
  if [ $((now - before)) -le 2 ]; then idle=$((idle + 1)); else idle=0; fi; before=$now
done
kill -TERM $pid; wait $pid`;
const throughPipe = 'rm -f "$2"; mkfifo "$2"; cat "$1" > "$2" & shift 2; exec "$@"';

type Way = readonly [title: string, order: (file: string) => Order];

function ours(words: readonly string[]): readonly string[] {
  return [process.execPath, cli, ...words];
}

const ways: readonly Way[] = [
  ['`report FILE`', (file) => ({ argv: ours(['report', file]) })],
  ['`report -`', (file) => ({ argv: ours(['report', '-']), input: file })],
  ['`follow FILE`', (file) => ({ argv: ['bash', '-c', untilIdle, 'bash', ...ours(['follow', file])] })],
  ['`cut --failures FILE`', (file) => ({ argv: ours(['cut', '--failures', file]) })],
  ['opened in the editor', (file) => ({ argv: [process.execPath, opener, 'look', file] })],
];

const pipe = { id: 'pipe', title: 'a usual log through a named pipe' } as const;
const all = [...hostileLogs, pipe];

/** @param part 1: logs of a gigabyte, ten million lines that say something
 *  @param only the ids of some of the logs; none: all of them
 *  @param before a table, of which rows of other logs are kept */
export function hostileTable(part: number, only: readonly string[], before = ''): string {
  const rows = all.flatMap((log) => {
    if (only.length > 0 && !only.includes(log.id)) return rowsIn(before, log.title);
    if (!('pieces' in log)) return [pipeRow(1000 * part)];
    const { id, title, pieces } = log;
    const file = path.join(folder, `hostile-${id}.log`);
    const out = fs.openSync(file, 'w');
    for (const piece of pieces(part)) fs.writeSync(out, piece);
    fs.closeSync(out);
    const size = fs.statSync(file).size / megabyte;
    try {
      return ways.map(([way, order]) => rowOf(title, size, way, runToEnd(order(file), folder)));
    } finally {
      fs.rmSync(file);
    }
  });
  return table(['log', 'size', 'command', 'ends with', 'time', 'CPU', 'memory'], rows);
}

function rowsIn(text: string, title: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith(`| ${title} |`));
  return lines.map((line) => line.slice('| '.length, -' |'.length).split(' | '));
}

function pipeRow(size: number): readonly string[] {
  const { path: mix } = makeLog('mix', size);
  const place = path.join(folder, 'hostile-pipe');
  const argv = ['bash', '-c', throughPipe, 'bash', mix, place, ...ours(['report', place])];
  const row = rowOf(pipe.title, size, '`report PIPE`', runToEnd({ argv }, folder));
  fs.rmSync(place, { force: true });
  return row;
}

function rowOf(title: string, size: number, way: string, ended: Ended): readonly string[] {
  const { seconds, cpu, megabytes } = ended;
  console.error(`${title}, ${way}: ${endOf(ended)}, ${number(cpu)} s CPU, ${number(megabytes)} MB`);
  const figures = [number(seconds, 's'), number(cpu, 's'), number(megabytes, 'MB')];
  return [title, number(size, 'MB'), way, endOf(ended), ...figures];
}

/** A result, or the sentence that says why there is none or not all of it. */
function endOf({ code, said }: Ended): string {
  const [sentence = ''] = said.split('\n').filter((line) => line.startsWith('nova-lens: ')).slice(-1);
  const told = sentence.replace('nova-lens: ', '').replaceAll(/“[^”]*”/g, 'the log').replaceAll('|', '\\|');
  if (told !== '') return told;
  return code === 0 || code === 1 ? 'a result' : `**exit code ${code}**`;
}
