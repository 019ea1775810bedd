// What is run over a log, ours and others'. In: a log. Out: the words of each command; where they change,
// this is the place.

import path from 'node:path';
import type { Kind, Log } from './logs';
import type { Order } from './usage';

export interface Command {
  readonly id: string;
  readonly title: string;
  /** The logs that it is run over. */
  readonly on: readonly Kind[];
  /** No larger ones, in megabytes. */
  readonly upTo?: number;
  /** What has to be installed. */
  readonly needs?: string;
  /** @param home an empty folder, new for each run: nothing is known from the last one. */
  readonly order: (log: Log, home: string) => Order;
}

const cli = path.resolve('dist/cli.js');
const opener = path.resolve('out/test/bench/openLarge.js');
const plain = ['mix', 'dense'] as const;
const packed = ['gz', 'rotated'] as const;
const all = [...plain, ...packed] as const;

function ours(words: readonly string[], home: string, env: Readonly<Record<string, string>> = {}): Order {
  return { argv: [process.execPath, ...words], env: { XDG_CACHE_HOME: home, HOME: home, ...env } };
}

function lnav(question: string, { files }: Log, home: string): Order {
  return { argv: ['lnav', '-n', '-c', `;${question}`, ...files], env: { HOME: home, XDG_CONFIG_HOME: home } };
}

const countLines = 'SELECT count(*) FROM all_logs';
const groupLines = 'SELECT count(*), sum(n) FROM (SELECT regexp_match(\'\\[instance: ([0-9a-f-]{36})\\]\', log_text) AS id,'
  + ' min(log_time), max(log_time), count(*) AS n FROM all_logs GROUP BY id)';

export const commands: readonly Command[] = [
  { id: 'wc', title: '`wc -l`', on: plain, order: ({ path: file }) => ({ argv: ['wc', '-l', file] }) },
  {
    id: 'rg', title: '`rg -c \'\\[instance: \'`', on: plain, needs: 'rg',
    order: ({ path: file }) => ({ argv: ['rg', '-c', '\\[instance: ', file] }),
  },
  { id: 'gzip', title: '`gzip -dc`', on: packed, order: ({ files }) => ({ argv: ['gzip', '-dc', ...files] }) },
  {
    id: 'zcat', title: '`zcat \\| wc -l`', on: packed,
    order: ({ files }) => ({ argv: ['bash', '-c', 'zcat "$@" | wc -l', 'bash', ...files] }),
  },
  {
    id: 'lnav', title: 'lnav, lines counted', on: all, upTo: 1000, needs: 'lnav',
    order: (log, home) => lnav(countLines, log, home),
  },
  {
    id: 'lnavGroup', title: 'lnav, lines by instance', on: plain, upTo: 1000, needs: 'lnav',
    order: (log, home) => lnav(groupLines, log, home),
  },
  { id: 'open', title: 'Nova Lens, opened and indexed', on: plain, order: ({ path: file }, home) => ours([opener, 'open', file], home) },
  { id: 'report', title: '`nova-lens report`', on: all, order: ({ path: file }, home) => ours([cli, 'report', file], home) },
  {
    id: 'twin', title: '`nova-lens report` without WebAssembly', on: ['mix'], upTo: 1000,
    order: ({ path: file }, home) => ours([cli, 'report', file], home, { NOVA_LENS_TWIN: '1' }),
  },
  {
    id: 'json', title: '`nova-lens report --json`', on: ['mix'], upTo: 1000,
    order: ({ path: file }, home) => ours([cli, 'report', '--json', file], home),
  },
];

export function commandsOn({ kind, size }: Log, isHere: (program: string) => boolean): readonly Command[] {
  return commands.filter(({ on, upTo = Infinity, needs }) => (
    on.includes(kind) && size <= upTo && (needs === undefined || isHere(needs))));
}
