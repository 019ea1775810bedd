// Events of releases before Essex → of the names of guests in them, which number each one stands for. The
// option instance_name_template makes the name of the number, in base 16 unless somebody chose base 10: the
// numbers and the names of the logs tell which.

import type { MarkerSpec } from '../../knowledge/schema';
import type { Digest } from '../model';

const guestName = /^instance-([0-9a-f]{8})$/;

interface Readings {
  readonly hex: number;
  /** Undefined: there are letters among its digits. */
  readonly decimal: number | undefined;
}

/** Name → number; a name that both bases explain differently, and no other line decides, is left out. */
export function numbersOfNames(
  digests: readonly Digest[],
  markers: readonly ({ readonly spec: MarkerSpec } | undefined)[],
): ReadonlyMap<string, string> {
  const numbers = new Set<number>();
  const names = new Map<string, Readings>();
  for (const { events } of digests) {
    for (const { marker, instance, captures } of events) {
      if (!markers[marker]?.spec.numbered) continue;
      const readings = readingsOf(captures['instance'] ?? '');
      if (readings) names.set(captures['instance'] ?? '', readings);
      else if (instance !== undefined) numbers.add(Number(instance));
    }
  }
  const base = baseOf([...names.values()], numbers);
  const found = [...names].flatMap(([name, readings]): (readonly [string, string])[] => {
    const number = base === undefined ? agreed(readings) : readings[base];
    return number === undefined ? [] : [[name, String(number)]];
  });
  return new Map(found);
}

function readingsOf(name: string): Readings | undefined {
  const digits = guestName.exec(name)?.[1];
  if (digits === undefined) return undefined;
  return { hex: parseInt(digits, 16), decimal: /^\d+$/.test(digits) ? Number(digits) : undefined };
}

function baseOf(names: readonly Readings[], numbers: ReadonlySet<number>): keyof Readings | undefined {
  if (names.some(({ decimal }) => decimal === undefined)) return 'hex';
  const differing = names.filter(({ hex, decimal }) => hex !== decimal);
  const inHex = differing.some(({ hex }) => numbers.has(hex));
  const inDecimal = differing.some(({ decimal }) => decimal !== undefined && numbers.has(decimal));
  return inHex === inDecimal ? undefined : inHex ? 'hex' : 'decimal';
}

function agreed({ hex, decimal }: Readings): number | undefined {
  return hex === decimal ? hex : undefined;
}
