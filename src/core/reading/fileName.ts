// The name of a log file at the beginning of a line, with its path and rotation suffix → where it ends.

import { endOfDateTime } from './timestamp';

const longestName = 300;
const extensions = ['.log', '.txt', '.out'];
const bareNames = ['/messages', '/syslog'];
const compressed = ['.gz', '.xz', '.bz2', '.zst'];

/** -1: no file name begins here. */
export function endOfFileName(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  const limit = Math.min(space < 0 ? text.length : space, at + longestName);
  let end = -1;
  for (const extension of extensions) {
    const found = text.indexOf(extension, at + 1);
    if (found > 0 && found < limit && (end < 0 || found + 4 < end)) end = found + 4;
  }
  if (end < 0) end = endOfBareName(text, at, limit);
  return end < 0 ? -1 : endOfRotation(text, end);
}

/** `/var/log/messages`: files of syslog that have no extension, only with a path before them. */
function endOfBareName(text: string, at: number, limit: number): number {
  for (const name of bareNames) {
    const found = text.indexOf(name, at);
    const end = found + name.length;
    const next = text.charCodeAt(end);
    if (found >= 0 && end < limit && (next === 58 || next === 45 || next === 46)) return end;
  }
  return -1;
}

/** Behind `.1`, `-20200101`, `.2017-05-16_13:53:08`, `.gz`, in any number. */
function endOfRotation(text: string, at: number): number {
  for (let end = at; ;) {
    const next = endOfSuffix(text, end);
    if (next === end) return end;
    end = next;
  }
}

function endOfSuffix(text: string, at: number): number {
  const mark = text.charCodeAt(at);
  if (mark !== 46 && mark !== 45) return at;
  for (const extension of compressed) if (text.startsWith(extension, at)) return at + extension.length;
  // What looks like a rotation date may be the time of the line itself, behind grep's `-`.
  if (endOfDateTime(text, at + 1) > 0) return at;
  const digits = endOfDigits(text, at + 1);
  const count = digits - at - 1;
  const isDate = count === 4 && text.charCodeAt(at + 5) === 45 && text.charCodeAt(at + 8) === 45;
  if (isDate) return endOfStamp(text, at + 1);
  if (mark === 46 && count > 0 && count <= 3) return digits;
  return count === 8 || count === 10 ? digits : at;
}

/** `2020-01-01`, and a time behind it: `_13:53:08`, `T13-53`, `-1353`. */
function endOfStamp(text: string, at: number): number {
  const mark = text.charAt(at + 10);
  const digits = endOfDigits(text, at + 11);
  const hasTime = (mark === '_' || mark === 'T' || mark === '-') && digits > at + 12;
  if (!hasTime) return at + 10;
  // `-215531`: a time without colons, behind which grep's own colon may stand
  if (digits === at + 15 || digits === at + 17) return digits;
  let end = at + 11;
  while (end < at + 19 && isStampCharacter(text.charCodeAt(end), text.charCodeAt(end + 1))) end += 1;
  return end;
}

function isStampCharacter(code: number, next: number): boolean {
  if (code >= 48 && code <= 57) return true;
  return (code === 45 || code === 95 || code === 84 || code === 58) && next >= 48 && next <= 57;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end;
}
