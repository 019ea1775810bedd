// What is wrong with a file → one sentence that says what to do about it. In: ids and arguments.

import { translated } from '../../knowledge/language';
import type { Problem, ProblemId } from '../sets/problem';

export const problemWords: Readonly<Record<ProblemId, string>> = translated('problems', {
  missing: 'There is no file “{path}”.',
  forbidden: '“{path}” may not be read: permission denied.',
  unreadable: '“{path}” could not be read: {reason}.',
  notAFile: '“{path}” is neither a file nor a directory nor a pipe.',
  noLogs: 'There are no logs in “{path}”.',
  cutShort: '“{path}” ends early or is damaged: what could be unpacked of it is reported.',
  packed: '“{path}” is packed with {format}: unpack it first, for example {command} | nova-lens report -',
  notHere: '“{path}” cannot be unpacked in a browser: unpack it first, or open it in VS Code on a machine.',
  tooDeep: '“{path}” is an archive within too many archives: unpack the outer ones first.',
  tooMany: '“{path}” has too many entries: it was not read to its end.',
  tooLarge: '“{path}” unpacks to more than {ratio} times its size: it was not read to its end.',
  zipInside: '“{path}” is too large for a .zip within another archive: unpack the outer one first.',
  memory: '“{path}” says more than fits in memory: it was read up to line {line}. Give node more with'
    + ' NODE_OPTIONS=--max-old-space-size=…, or read fewer logs at once.',
  full: '“{path}” names more instances or requests than fit in memory: it was read up to line {line}.',
  noMemory: '“{path}” was not read: the logs before it say as much as fits in memory.',
  changed: '“{path}” was rotated, shortened or replaced while it was read: read it again.',
  noIndex: 'No index of “{path}” could be kept: {reason}. What is told of it is whole.',
  damagedIndex: 'The index of “{path}” was damaged and has been removed: read it again.',
  noScratch: '“{path}” cannot be summed up: there is no room for temporary files ({reason}). Make some, or'
    + ' give another folder with TMPDIR=…',
});

export function problemText({ id, args }: Problem): string {
  return problemWords[id].replace(/\{([a-z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
