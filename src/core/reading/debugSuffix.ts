// The message of a DEBUG line → the same without the function and the file that oslo.log puts behind it.

const suffixes = [
  / \{\{\(pid=\d+\) [^{}]*\}\}$/, / from (?:\w{1,40} )?\(pid=\d+\) \S+ \S+:\d+$/, / [\w.<>]+ \/\S+\.py:\d+$/,
];

/** At DEBUG oslo.log ends the line with the function and the file; no value must swallow them. */
export function withoutSuffix(message: string): string {
  const last = message.charCodeAt(message.length - 1);
  // each of them ends with a brace or a digit
  if (last !== 125 && (last < 48 || last > 57)) return message;
  const tail = message.slice(-300);
  for (const suffix of suffixes) {
    const found = suffix.exec(tail);
    if (found) return message.slice(0, message.length - tail.length + found.index);
  }
  return message;
}
