// Two pieces of a hard-wrapped line → whether a blank was lost between them. The rule: what is one
// name, one number or one word stays whole, and two known words that make no known word are two words.

import { messageWords } from '../../knowledge/messageWords';

const knownWords: ReadonlySet<string> = new Set(messageWords);
/** Frequent words with which no other word ends. */
const noEnding: ReadonlySet<string> = new Set([
  'of', 'the', 'and', 'for', 'with', 'from', 'was', 'has', 'not', 'this', 'that', 'are', 'been', 'because',
]);
const longestToken = 200;
/** Where Nova's code and files lie. */
const absolutePath = /^\/(?:usr|opt|var|etc|snap|openstack|home|dev|run)\//;
const opening = /^["'<[{(]/;

/** What stands on both sides of a cut: the last word of the left piece, the first of the right one. */
interface Sides {
  readonly left: string;
  readonly before: string;
  readonly after: string;
  readonly isWord: (word: string) => boolean;
}

/** True where a blank stood. `words`: words in lower case that this log uses elsewhere. */
export function blankLost(left: string, right: string, words: ReadonlySet<string>): boolean {
  const before = lastToken(left);
  const after = firstToken(right);
  if (before === '' || after === '') return false;
  const last = before.slice(-1);
  const next = after.charAt(0);
  const between = (isLetter(last) || isDigit(last)) && (isLetter(next) || isDigit(next));
  if (endsInWholeName(before) || beginsWithWholeName(after)) return between;
  if (cutsHexName(before, after) || cutsAddress(before, after)) return false;

  const isWord = (word: string) => knownWords.has(word.toLowerCase()) || words.has(word.toLowerCase());
  if (isLetter(last) && isLetter(next)) return betweenWords({ left, before, after, isWord });
  if (absolutePath.test(after)) return /\w$/.test(before) && !before.includes('/');
  if (isDigit(last)) return isNumber(before) && /^(?:[A-Za-z]{2}|_[a-z])/.test(after);
  const sides = { left, before, after, isWord };
  return isLetter(last) ? betweenWordAndMark(sides) : behindMark(sides);
}

function lastToken(text: string): string {
  const part = text.slice(-longestToken);
  return part.slice(part.lastIndexOf(' ') + 1);
}

function firstToken(text: string): string {
  const part = text.slice(0, longestToken);
  const end = part.indexOf(' ');
  return end < 0 ? part : part.slice(0, end);
}

function endsInWholeName(before: string): boolean {
  return /(?:^|[^0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(before);
}

function beginsWithWholeName(after: string): boolean {
  return /^(?:req-)?(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-z-])/.test(after);
}

/** UUIDs, request ids, addresses of memory, hashes: both sides hexadecimal, and a digit among them. */
function cutsHexName(before: string, after: string): boolean {
  const left = /[0-9a-fA-F-]{1,64}$/.exec(before)?.[0] ?? '';
  const right = /^[0-9a-fA-F-]{1,64}(?![A-Za-z_])/.exec(after)?.[0] ?? '';
  if (left === '' || right === '' || (isNumber(left) && /^[a-f]{1,64}$/.test(right))) return false;
  return (left + right).length >= 6 && /\d/.test(left + right);
}

/** `fa:16:3e:` and `c5:24:11`. */
function cutsAddress(before: string, after: string): boolean {
  return /\b[0-9a-f]{2}:$/.test(before) && /^[0-9a-f]{2}(?:\W|$)/.test(after);
}

function betweenWords({ before, after, isWord }: Sides): boolean {
  const left = /[A-Za-z]{1,40}$/.exec(before)?.[0] ?? '';
  const right = /^[A-Za-z]{1,40}/.exec(after)?.[0] ?? '';
  // A letter joined to these belongs to a path, a dotted name or a Python identifier.
  if (/[/._\\=-]$/.test(before.slice(0, -left.length))) return false;
  if (/^(?:[/_\\]|\.\w)/.test(after.slice(right.length)) || isWord(left + right)) return false;
  if (isWord(left) && isWord(right)) return true;
  return left.length > 2 && after.length === right.length && noEnding.has(right);
}

function betweenWordAndMark({ before, after, isWord }: Sides): boolean {
  if (after.startsWith('[instance:') || after.startsWith('[req-') || after.startsWith('[-]')) return true;
  if (!/^[A-Za-z]{1,40}$/.test(before) || !isWord(before)) return false;
  // `attempts` and `3,`, but not `python` and `2.7/`.
  const isAmount = /^\d{1,15}(?:\.\d{1,9})?(?:[,.;)]|[a-z]{1,2})?$/.test(after);
  return isAmount || /^["'<{(]\w/.test(after) || /^(?:-[A-Za-z]$|--[a-z])/.test(after);
}

function behindMark({ left, before, after, isWord }: Sides): boolean {
  const mark = before.slice(-1);
  const next = after.charAt(0);
  switch (mark) {
    case ',': case ';':
      return (isLetter(next) || isDigit(next) || opening.test(next)) && (habitOf(left, mark) ?? true);
    case ':':
      return (isLetter(next) || opening.test(next)) && (habitOf(left, mark) ?? !before.startsWith('http'));
    case ']': return isLetter(next) || next === '[';
    case ')': return isLetter(next);
    case '.': return /^[A-Z]/.test(after) && isWord(before.slice(0, -1));
    case '"': case '\'': return isLetter(next) && left.split(mark).length % 2 === 1;
    default: return false;
  }
}

/** Whether this line mostly puts a blank behind the mark; undefined: it does not tell. */
function habitOf(left: string, mark: string): boolean | undefined {
  let spaced = 0;
  let tight = 0;
  for (let at = left.lastIndexOf(mark, left.length - 2); at > 0; at = left.lastIndexOf(mark, at - 1)) {
    const next = left.charAt(at + 1);
    if (next === ' ') spaced += 1;
    // Times, addresses and URLs say nothing of how sentences are written.
    else if (!isDigit(next) && next !== '/') tight += 1;
  }
  return spaced === tight ? undefined : spaced > tight;
}

function isNumber(text: string): boolean {
  return /^\d{1,20}(?:\.\d{1,20})?$/.test(text);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character);
}
