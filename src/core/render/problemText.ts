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
});

export function problemText({ id, args }: Problem): string {
  return problemWords[id].replace(/\{([a-z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
