// In: lines of text and a position. Out: the id, name or option that stands there, whole, even where a hard
// wrap cut it in two. Pure; no pattern runs over the line, only outward from the position.

export interface Token {
  readonly text: string;
  /** Columns on the line of the position; a part on the next line is not counted. */
  readonly start: number;
  readonly end: number;
}

/** How far a token may reach from the position: what is longer is no name. */
const REACH = 200;

/** The word of letters, digits, `_`, `-` and `.` at the position; undefined between words. */
export function tokenAt(text: string, character: number): Token | undefined {
  let start = Math.min(character, text.length);
  let end = start;
  const first = Math.max(0, start - REACH);
  const last = Math.min(text.length, end + REACH);
  while (start > first && isWordCharacter(text.charCodeAt(start - 1))) start -= 1;
  while (end < last && isWordCharacter(text.charCodeAt(end))) end += 1;
  while (end > start && text.charAt(end - 1) === '.') end -= 1;
  while (start < end && (text.charAt(start) === '.' || text.charAt(start) === '-')) start += 1;
  return end > start && character <= end && character >= start
    ? { text: text.slice(start, end), start, end }
    : undefined;
}

/**
 * The token at the position; one that a wrap cut at the end or the start of its line is put together
 * again.
 */
export function tokenAcross(
  lineText: (line: number) => string | undefined,
  line: number,
  character: number,
  wrapped: boolean,
): Token | undefined {
  const text = lineText(line);
  const token = text === undefined ? undefined : tokenAt(text, character);
  if (!token || text === undefined || !wrapped) return token;
  const before = token.start === 0 ? lineText(line - 1) : undefined;
  const after = token.end === text.length ? lineText(line + 1) : undefined;
  const head = before === undefined ? undefined : tokenAt(before, before.length);
  const tail = after === undefined ? undefined : tokenAt(after, 0);
  return { ...token, text: (head?.text ?? '') + token.text + (tail?.text ?? '') };
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The request id in a token, with its `req-`, lower case. */
export function requestIn(text: string): string | undefined {
  const at = text.search(uuid);
  return at >= 4 && text.slice(at - 4, at).toLowerCase() === 'req-'
    ? text.slice(at - 4, at + 36).toLowerCase()
    : undefined;
}

/** The UUID in a token that is no request id, lower case. */
export function uuidIn(text: string): string | undefined {
  return requestIn(text) ? undefined : uuid.exec(text)?.[0].toLowerCase();
}

export interface Took {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

const took = /\bTook (\d{1,9}(?:\.\d{1,6})?) seconds\b/;

/** Nova's "Took N seconds" around the position. */
export function tookAt(text: string, character: number): Took | undefined {
  const from = Math.max(0, character - 60);
  const found = took.exec(text.slice(from, character + 60));
  if (!found) return undefined;
  const start = from + found.index;
  const end = start + found[0].length;
  return start <= character && character <= end ? { seconds: Number(found[1]), start, end } : undefined;
}

/** Time, process, level and logger; the lines of a traceback have no context behind them. */
const headOfLine = /^.{0,100}?\b(?:CRITICAL|ERROR|WARNING|AUDIT|INFO|DEBUG|TRACE) [\w.]+ +/;
const longestTag = 400;

/** Behind the context and the tag of an instance, where they stand at a column. */
function behindTags(text: string, column: number): number {
  let start = column;
  for (let tags = 0; tags < 2 && text.charAt(start) === '['; tags += 1) {
    const isInstance = text.startsWith('[instance: ', start);
    const end = text.indexOf(']', start);
    if (end < 0 || end > start + longestTag || (tags === 1 && !isInstance)) break;
    start = end + 1;
    while (text.charAt(start) === ' ') start += 1;
    if (isInstance) break;
  }
  return start < text.length ? start : 0;
}

/**
 * The column behind time, logger, context and instance tag, where people begin to read; 0 where none
 * stand.
 */
export function messageStart(text: string): number {
  const [head] = headOfLine.exec(text) ?? [];
  if (head !== undefined) return behindTags(text, head.length);
  const tag = text.indexOf('[instance: ');
  const from = tag >= 0 ? tag : text.indexOf('[');
  const end = from < 0 ? -1 : text.indexOf(']', from);
  if (end < 0 || end > 400) return text.length - text.trimStart().length;
  let start = end + 1;
  while (text.charAt(start) === ' ') start += 1;
  return start < text.length ? start : 0;
}

/** What a line says: without its head, and without the function and file that oslo.log puts behind lines at
 *  DEBUG. */
export function messageIn(text: string): string {
  const said = text.slice(messageStart(text)).trimEnd();
  const path = said.lastIndexOf(' /');
  if (path < 0 || !/\.py:\d+$/.test(said.slice(path))) return said;
  const name = said.lastIndexOf(' ', path - 1);
  return name > 0 ? said.slice(0, name) : said;
}

/** Nothing stands on the line, or nothing but a head. */
export function hasNoMessage(text: string): boolean {
  const longer = `${text} .`;
  const [head] = headOfLine.exec(longer) ?? [];
  return text.trim() === '' || (head !== undefined && behindTags(longer, head.length) >= text.length);
}
