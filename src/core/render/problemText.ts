// What is wrong with a file → one sentence that says what to do about it. In: ids and arguments.

import type { Problem, ProblemId } from '../sets/problem';

const words: Readonly<Record<ProblemId, string>> = {
  missing: 'There is no file “{path}”.',
  forbidden: '“{path}” may not be read: permission denied.',
  unreadable: '“{path}” could not be read: {reason}.',
  notAFile: '“{path}” is neither a file nor a directory nor a pipe.',
  noLogs: 'There are no logs in “{path}”.',
  cutShort: '“{path}” ends early or is damaged: what could be unpacked of it is reported.',
  packed: '“{path}” is packed with {format}: unpack it first, for example {command} | nova-lens report -',
};

export function problemText({ id, args }: Problem): string {
  return words[id].replace(/\{([a-z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}
