// A line → the line without the colour codes of a terminal, in whatever way a tool has spelled them.

// The escape character itself, or as pagers show it (^[), syslog escapes it (#033), Python prints it (\x1b).
const codes = /(?:\x1b|\u241b|ESC(?=\[\d)|\^\[|#033|\\033|\\x1[bB]|\\e|\\u001[bB])\[[0-9;]{0,12}[A-Za-z]/g;
// What is left of a code whose escape character was lost. Only forms that no message has by itself.
const remains = /\[(?:0{1,2}|0?[01];[0-9]{2}|[39][0-7])m(?!\])/g;
const anyCode = /\[[0-9;]{0,12}[A-Za-z]/;
const escape = '\x1b';
const letterM = 109;

/** True where a look at the line is worth its while; cheap, for it is asked of every line. */
export function mayBeColoured(text: string): boolean {
  return text.charCodeAt(text.length - 1) === letterM || text.includes(escape);
}

/** The same string where there is nothing to take off. */
export function stripColours(text: string): string {
  if (!text.includes('[') || !anyCode.test(text)) return text;
  return text.replace(codes, '').replace(remains, '');
}
