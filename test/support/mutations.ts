// What happens to logs on their way: bytes flipped, lines lost, doubled, cut, joined and moved, other line
// ends, other layouts in their midst, lines as long as what holds them. In: bytes and chance. Out: bytes.

export type Chance = () => number;

const newline = 10;
/** Around these many bytes a line or a piece ends differently: vectors, chunks, what is looked at. */
const borders = [15, 16, 31, 32, 63, 64, 255, 4096, 32_768, 65_536, 262_144, 524_288];

/** What stands in a log and should not. */
const pieces: readonly string[] = [
  '\n', '\r\n', '\r', ' ', '\t', '\0', '\0\0\n', '\u001b[0m', '\u001b[01;35m', '\u001b[', '\u001b', '\u001b[;m', '\u001b[1m\u001b[0m',
  '^[[00m', '#033[00m', '{', '}', '"', '\\', '\\n', '\\"', '\\u001b[0m', '\\u00e9', '\\ud83d\\ude00', '\\u000a', '","stream":"stderr"', '{"log":"',
  '\u2026', 'é', '\u00a0', '\u{1f600}', '[instance: ', '[instance: none] ', '[req-', '[None ', '[-] ', 'ERROR ', 'INFO ', '-- ', '12:', ': ', '] ',
  '<134>', 'P ', ' F ', 'stdout P ', '\nTraceback (most recent call last):\n', '\n  File "/a.py", line 1, in x\n', '\nValueError: no\n',
  '2024-05-06 08:00:00.000 ', '2024-05-06T08:00:00.000Z ', 'May  6 08:00:00 cmp01 nova-compute[7]: ', '#012', '==> nova-api.log <==\n',
];
/** Bytes that are no UTF-8, or only the beginning of a character. */
const odd: readonly (readonly number[])[] = [
  [0xff], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0x80], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xfe, 0xff],
  [0xef, 0xbb, 0xbf], [0xf4, 0x90, 0x80, 0x80],
];

const fills = ['x', ' ', '\0', 'é', '\\', '\u001b[0m', '\\n'];
const none = Buffer.alloc(0);
const accents = [...odd.map((bytes) => Buffer.from(bytes)), Buffer.from('é'), Buffer.from('大'), Buffer.of(0)];

type Mutation = (lines: Buffer[], at: number, chance: Chance, others: readonly Buffer[]) => void;

const below = (chance: Chance, count: number): number => Math.floor(chance() * count);
const pick = <T>(chance: Chance, all: readonly T[]): T | undefined => all[below(chance, all.length)];

function put(line: Buffer, at: number, piece: Uint8Array): Buffer {
  return Buffer.concat([line.subarray(0, at), piece, line.subarray(at)]);
}

/** A line is a buffer without its end; what is between two is put there last. */
export const mutations: Readonly<Record<string, Mutation>> = {
  flip: (lines, at, chance) => {
    const line = Buffer.from(lines[at] ?? []);
    if (line.length > 0) line[below(chance, line.length)] = below(chance, 256);
    lines[at] = line;
  },
  lose: (lines, at, chance) => void lines.splice(at, 1 + below(chance, 3)),
  double: (lines, at, chance) => void lines.splice(at, 0, ...lines.slice(at, at + 1 + below(chance, 3))),
  cutEnd: (lines, at, chance) => {
    const line = lines[at] ?? none;
    lines[at] = line.subarray(0, below(chance, line.length + 1));
  },
  cutHead: (lines, at, chance) => {
    const line = lines[at] ?? none;
    lines[at] = line.subarray(below(chance, line.length + 1));
  },
  join: (lines, at) => void lines.splice(at, 2, Buffer.concat(lines.slice(at, at + 2))),
  break: (lines, at, chance) => {
    const line = lines[at] ?? none;
    const middle = below(chance, line.length + 1);
    lines.splice(at, 1, line.subarray(0, middle), line.subarray(middle));
  },
  move: (lines, at, chance) => {
    const moved = lines.splice(at, 1);
    lines.splice(Math.min(lines.length, at + below(chance, 12)), 0, ...moved);
  },
  piece: (lines, at, chance) => {
    const line = lines[at] ?? none;
    const place = chance() < 0.3 ? 0 : below(chance, line.length + 1);
    lines[at] = put(line, place, Buffer.from(pick(chance, pieces) ?? ''));
  },
  odd: (lines, at, chance) => {
    const line = lines[at] ?? none;
    lines[at] = put(line, below(chance, line.length + 1), Buffer.from(pick(chance, odd) ?? []));
  },
  /** In the message of a line: its head and its ids stay. */
  accent: (lines, at, chance) => {
    const line = lines[at] ?? none;
    const begin = line.lastIndexOf('] ');
    const place = Math.min(line.length, begin + 2 + below(chance, 20));
    const piece = pick(chance, accents);
    if (begin >= 0 && piece) lines[at] = put(line, place, piece);
  },
  return: (lines, at, chance) => {
    for (let line = at; line < at + 1 + below(chance, 5) && line < lines.length; line++) {
      lines[line] = Buffer.concat([lines[line] ?? none, Buffer.from('\r')]);
    }
  },
  other: (lines, at, chance, others) => void lines.splice(at, 0, pick(chance, others) ?? none),
  long: (lines, at, chance) => {
    const line = lines[at] ?? none;
    const wanted = (pick(chance, borders) ?? 0) + below(chance, 9) - 4;
    const fill = Buffer.alloc(Math.max(0, wanted - line.length), pick(chance, fills));
    lines[at] = put(line, chance() < 0.5 ? line.length : below(chance, line.length + 1), fill);
  },
};

export interface MutationOptions {
  readonly names: readonly string[];
  /** What stands before this byte stays. */
  readonly from?: number;
  /** How many mutations there are. */
  readonly count?: number;
  /** Lines of other layouts. */
  readonly others?: readonly Buffer[];
}

export function mutated(
  bytes: Uint8Array, chance: Chance, { names, from = 0, count = 60, others = [] }: MutationOptions,
): Buffer {
  const all = Buffer.from(bytes);
  const begin = from === 0 ? 0 : all.indexOf(newline, from) + 1;
  const lines: Buffer[] = [];
  for (let at = begin; at <= all.length;) {
    const end = all.indexOf(newline, at);
    lines.push(all.subarray(at, end < 0 ? all.length : end));
    at = end < 0 ? all.length + 1 : end + 1;
  }
  for (let i = 0; i < count; i++) {
    const name = pick(chance, names) ?? '';
    mutations[name]?.(lines, below(chance, lines.length), chance, others);
  }
  const joined = lines.flatMap((line, at) => (at === 0 ? [line] : [Buffer.of(newline), line]));
  return Buffer.concat([all.subarray(0, begin), ...joined]);
}
