// What is to be reached, each a ratio of two figures of one run or a figure of its own. In: what was
// measured. Out: rows: the goal, its bound, what was measured, met or missed.

import { number } from './figures';
import type { Usage } from './figures';
import type { Answers } from './openLarge';

export interface Measured {
  /** Of a command over a log; its figures are NaN where it was not run. */
  readonly usage: (log: string, command: string) => Usage;
  /** Of the log that was asked most. */
  readonly answers: Answers | undefined;
  /** Megabytes of the plain logs, ascending. */
  readonly sizes: readonly number[];
  /** Megabytes of the log that the packed and the dense one are as large as. */
  readonly main: number;
}

interface Goal {
  readonly title: string;
  readonly value: number;
  readonly bound: number;
  readonly atLeast?: boolean;
  readonly unit?: string;
}

type Part = 'cpu' | 'seconds';

/** Goals of which nothing was measured are left out. */
export function goalRows(measured: Measured): readonly (readonly string[])[] {
  const makers = [readingGoals, packedGoals, growthGoals, answerGoals];
  return makers.flatMap((make) => make(measured)).filter(({ value }) => Number.isFinite(value)).map(rowOf);
}

function rowOf({ title, value, bound, atLeast = false, unit = '' }: Goal): readonly string[] {
  return [
    title,
    `${atLeast ? 'at least' : 'at most'} ${bound}${unit === '' ? '×' : ` ${unit}`}`,
    unit === '' ? `${number(value)}×` : number(value, unit),
    (atLeast ? value >= bound : value <= bound) ? 'met' : '**missed**',
  ];
}

function readingGoals({ usage, main }: Measured): readonly Goal[] {
  const over = (log: string, a: string, b: string, part: Part) => usage(log, a)[part] / usage(log, b)[part];
  const mix = `mix-${main}`;
  const dense = `dense-${main}`;
  const both = [['open', 'opened and indexed'], ['report', '`report`']] as const;
  return both.flatMap(([id, title]): readonly Goal[] => [
    { title: `${title}, CPU to that of \`wc -l\``, value: over(mix, id, 'wc', 'cpu'), bound: 5 },
    { title: `${title}, time to that of \`wc -l\``, value: over(mix, id, 'wc', 'seconds'), bound: 3.5 },
    { title: `${title}, dense log, CPU to that of \`wc -l\``, value: over(dense, id, 'wc', 'cpu'), bound: 6 },
    { title: `lnav counting lines, CPU to ours (${title})`, value: over(mix, 'lnav', id, 'cpu'), bound: 4, atLeast: true },
    {
      title: `lnav, lines by instance, CPU to ours (${title})`, value: over(mix, 'lnavGroup', id, 'cpu'), bound: 10,
      atLeast: true,
    },
  ]);
}

function packedGoals({ usage, main }: Measured): readonly Goal[] {
  const over = (log: string, to: string, part: Part) => usage(log, 'report')[part] / usage(log, to)[part];
  return [
    { title: '`report` of a `.gz`, CPU to that of `gzip -dc`', value: over(`gz-${main}`, 'gzip', 'cpu'), bound: 0.75 },
    {
      title: '`report` of forty rotated `.gz`, time to that of `zcat \\| wc -l`',
      value: over(`rotated-${main}`, 'zcat', 'seconds'), bound: 0.6,
    },
  ];
}

function growthGoals({ usage, sizes }: Measured): readonly Goal[] {
  const grown = sizes.slice(1).flatMap((size, index) => {
    const from = sizes[index] ?? size;
    const value = usage(`mix-${size}`, 'report').cpu / usage(`mix-${from}`, 'report').cpu;
    return [{
      title: `\`report\`, CPU of ${size} MB to that of ${from} MB`, value, bound: Number((size / from * 1.075).toFixed(1)),
    }];
  });
  const memory = sizes.filter((size) => size >= 1000).flatMap((size) => ['open', 'report'].map((id) => ({
    title: `${id === 'open' ? 'opened and indexed' : '`report`'}, memory, ${size} MB`,
    value: usage(`mix-${size}`, id).megabytes, bound: size > 1000 ? 140 : 120, unit: 'MB',
  })));
  return [...grown, ...memory];
}

function answerGoals({ answers }: Measured): readonly Goal[] {
  if (!answers) return [];
  return [
    { title: 'index to the log', value: 100 * answers.index, bound: 5, unit: '%' },
    { title: 'first instances after the start of the process', value: answers.first, bound: 150, unit: 'ms' },
    {
      title: 'first instances after the log is opened, by the worker that stays for a while',
      value: answers.firstOpened, bound: 150, unit: 'ms',
    },
    {
      title: 'opened again by its index, by the worker that stays for a while: all instances, one timeline',
      value: answers.reopened, bound: 20, unit: 'ms',
    },
    {
      title: 'the same with a worker that begins and has read nothing',
      value: answers.reopenedAnew, bound: 20, unit: 'ms',
    },
    { title: 'all lines of one instance and what they say', value: answers.slice, bound: 10, unit: 'ms' },
    { title: 'a page of 4 MiB', value: answers.page, bound: 20, unit: 'ms' },
    { title: 'an appended line, from writing it to the news of its instance', value: answers.appended, bound: 5, unit: 'ms' },
  ];
}
