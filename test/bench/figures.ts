// Runs of commands → figures: medians, and how they are written. In: what each run took. Out: a table.

export const megabyte = 1_000_000;

/** What one run took. NaN: this machine cannot say. */
export interface Usage {
  readonly seconds: number;
  /** User and system time of the process and of all that it started. */
  readonly cpu: number;
  /** The most memory that one of its processes held. */
  readonly megabytes: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Each figure's own median; of memory the most. */
export function medianUsage(runs: readonly Usage[]): Usage {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

/** Three digits that count; a dash for what is not known. */
export function number(value: number, unit = ''): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(digits) + (unit === '' ? '' : ` ${unit}`);
}

export function ratio(value: number, to: number): string {
  return Number.isFinite(value / to) ? `${number(value / to)}×` : '–';
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
