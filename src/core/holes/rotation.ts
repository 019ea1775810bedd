// Logs whose names say that they are one stream, rotated → where a file is missing between them, or where one
// ends long before the next begins.

import { emptyHole } from './emptyHole';
import type { Digest, Hole, Place } from '../model';

const packed = /\.(?:gz|xz|bz2|zst)$/;
const numbered = /\.(\d{1,3})$/;
const dated = /[-.](?:\d{8,14}|\d{8}[-_]\d{4,6}|\d{4}-\d{2}-\d{2}(?:[-_T][\d:-]{2,10})?)$/;

/** Between two files of a stream more than this is told, seconds, unless such silences are usual in it. */
const leastGap = 60;

export function rotationHoles(digests: readonly Digest[]): readonly Hole[] {
  const streams = new Map<string, { digest: Digest; number: number | undefined }[]>();
  for (const digest of digests) {
    const name = digest.source.replace(packed, '');
    const number = numbered.exec(name)?.[1];
    const stem = number === undefined ? name.replace(dated, '') : name.slice(0, -number.length - 1);
    const plain = name === stem ? 0 : undefined;
    const file = { digest, number: number === undefined ? plain : Number(number) };
    const known = digest.origin?.stream ?? digest.source;
    const stream = known === digest.source ? stem : known;
    streams.set(stream, [...(streams.get(stream) ?? []), file]);
  }
  return [...streams.values()].flatMap((files) => (files.length < 2 ? [] : holesOf(files)));
}

function holesOf(files: readonly { digest: Digest; number: number | undefined }[]): readonly Hole[] {
  const timed = files.filter(({ digest }) => digest.firstTime !== undefined && digest.lastTime !== undefined)
    .sort((a, b) => (a.digest.firstTime ?? 0) - (b.digest.firstTime ?? 0));
  return timed.flatMap(({ digest, number }, at): readonly Hole[] => {
    const next = timed[at + 1];
    if (!next) return [];
    const missing = number === undefined || next.number === undefined ? 0 : number - next.number - 1;
    const seconds = ((next.digest.firstTime ?? 0) - (digest.lastTime ?? 0)) / 1000;
    const usual = Math.max(...[digest, next.digest].map(usualSilence));
    if (missing <= 0 && (seconds < leastGap || seconds < 2 * usual)) return [];
    if (seconds < 0) return [];
    const to = { source: next.digest.source, line: 0, time: next.digest.firstTime };
    return [{
      ...emptyHole('rotation'),
      source: digest.source, from: lastPlace(digest), to, seconds, usualSeconds: usual,
      count: missing > 0 ? missing : undefined,
    }];
  });
}

function usualSilence({ signs }: Digest): number {
  return Math.max(0, ...(signs?.silences ?? []).map(({ seconds }) => seconds));
}

function lastPlace({ source, lines, lastTime }: Digest): Place {
  return { source, line: Math.max(0, lines - 1), time: lastTime };
}
