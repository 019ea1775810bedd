// The lines by which a live migration tells how far it is → samples, rate, and the limit it runs towards.

import type { Item } from './items';
import type { Progress, ProgressLimit, ProgressSample } from '../model';
import type { Sight } from './sight';

const keptSamples = 100;
const option = 'libvirt.live_migration_completion_timeout';
/** Nova's default since Liberty, for each GiB to be copied. */
const defaultSecondsPerGib = 800;
const gib = 1024 ** 3;
/** LibvirtDriver._live_migration_data_gb counts less memory than this as so much. */
const leastGib = 2;

/** @returns undefined where no line of the phase tells its progress. */
export function progressOf(items: readonly Item[], sight: Sight): Progress | undefined {
  const samples = items.flatMap((item) => sampleOf(item) ?? []);
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) return undefined;
  const limit = limitOf(items, samples, sight);
  return { samples: thinned(samples), bytesPerSecond: rateOf(first, last), limit };
}

function sampleOf({ spec, event, at }: Item): ProgressSample | undefined {
  if (!spec?.elapsed || !event) return undefined;
  const { seconds, percent, processed, remaining, total, diskPercent } = event.captures;
  const numbers = [seconds, percent, processed, remaining, total].map(Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers;
  // before libvirt knows how much there is, it says 0 of 0
  if (!numbers.every(Number.isFinite) || e <= 0) return undefined;
  return {
    at, seconds: a, percent: b, processed: c, remaining: d, total: e,
    diskPercent: diskPercent === undefined ? undefined : Number(diskPercent),
  };
}

function thinned(samples: readonly ProgressSample[]): readonly ProgressSample[] {
  if (samples.length <= keptSamples) return samples;
  const step = (samples.length - 1) / (keptSamples - 1);
  const places = Array.from({ length: keptSamples }, (_, at) => Math.round(at * step));
  return places.flatMap((at) => samples[at] ?? []);
}

// Bytes that were sent once more because the guest changed them count: that is what the network carried.
function rateOf(first: ProgressSample, last: ProgressSample): number | undefined {
  const from = first === last ? { seconds: 0, processed: 0 } : first;
  const seconds = last.seconds - from.seconds;
  const bytes = last.processed - from.processed;
  return seconds > 0 && bytes >= 0 ? Math.round(bytes / seconds) : undefined;
}

function limitOf(
  items: readonly Item[], samples: readonly ProgressSample[], sight: Sight,
): ProgressLimit | undefined {
  const total = Math.max(...samples.map((sample) => sample.total));
  const size = Math.max(leastGib, total / gib);
  const over = items.find(({ spec }) => spec?.text === 'Live migration not completed after %d sec');
  const told = Number(over?.event?.captures['seconds']);
  if (Number.isFinite(told)) {
    return { option, seconds: told, secondsPerGib: Math.round(told / size), basis: 'log', atLeast: false };
  }
  const value = sight.option?.(option);
  const secondsPerGib = value === undefined ? defaultSecondsPerGib : Number(value);
  // 0 switches it off
  if (!(secondsPerGib > 0) || total <= 0) return undefined;
  return {
    option, secondsPerGib, seconds: Math.round(secondsPerGib * size),
    basis: value === undefined ? 'default' : 'dump',
    // with shared storage Nova reports the disks as 100 % remaining, there being none to copy
    atLeast: samples.some(({ diskPercent }) => diskPercent !== undefined && diskPercent < 100),
  };
}
