// A traceback whose lines stand in one, as a page or the cell of a table leaves it → with its lines again.

import { looksLikeClass } from '../faults/className';

const breaks = / (?=File "[^"]{1,300}", line \d|Traceback \(most recent call last\)|During handling of the above|The above exception was)/;
const frame = /^(File "[^"]{1,300}", line \d{1,6}, in [\w<>]{1,100}) (.*)$/;
const className = /\s((?:[A-Za-z_]\w{0,80}\.){0,6}[A-Z]\w{0,80}): /g;

export function brokenAgain(text: string): string {
  if (text.includes('\n') || !text.includes('File "')) return text;
  const parts = text.trim().split(breaks);
  return parts.flatMap((part, at) => {
    const [, place, line = ''] = frame.exec(part) ?? [];
    if (place === undefined) return [part];
    const isLast = !(parts[at + 1] ?? '').startsWith('File ');
    const end = isLast ? placeOfClass(line) : line.length;
    return [`  ${place}`, `    ${line.slice(0, end)}`, line.slice(end).trim()].filter((one) => one !== '');
  }).join('\n');
}

/** The class behind the code of the last frame; the end where none stands there. */
function placeOfClass(line: string): number {
  const found = [...line.matchAll(className)].find(([, name = '']) => looksLikeClass(name));
  return found ? found.index : line.length;
}
