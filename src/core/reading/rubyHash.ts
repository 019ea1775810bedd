// A hash as Ruby prints it (`{"message"=>"…", "pid"=>7, "tag"=>nil}`), which fluentd and logstash write where
// they show what they hold → the same object as JSON.

const escapes: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', e: '\u001b', a: '\u0007', b: '\b', f: '\f', v: '\v', s: ' ', 0: '\0',
};
const arrow = /"\s{0,60}=>/;
const plain = /^(?:true|false|-?\d{1,15}(?:\.\d{1,15})?)$/;
const marks = '{}[],';
/** logstash numbers what a list holds. */
const place = /\[\d{1,6}\] /y;

/** @returns undefined where the text holds no hash of Ruby's; whether the JSON is whole its reader finds. */
export function rubyAsJson(text: string): string | undefined {
  if (!arrow.test(text)) return undefined;
  let made = '';
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      const end = endOfString(text, at);
      made += JSON.stringify(unescaped(text.slice(at + 1, end)));
      at = end + 1;
    } else if (text.startsWith('=>', at)) {
      made += ':';
      at += 2;
    } else if (sign === ' ' || marks.includes(sign)) {
      const end = sign === '[' ? endOfPlace(text, at) : -1;
      if (end < 0) made += sign;
      at = Math.max(end, at + 1);
    } else {
      const end = endOfBare(text, at);
      made += bareAsJson(text.slice(at, end).trimEnd());
      at = end;
    }
  }
  return made;
}

/** The place of the quote that ends a string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function endOfPlace(text: string, at: number): number {
  place.lastIndex = at;
  return place.test(text) ? place.lastIndex : -1;
}

// A number, a symbol, `nil`, or a time, which stands without quotes.
function endOfBare(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !`${marks}"`.includes(text[at] ?? '') && !text.startsWith('=>', at)) at += 1;
  return at;
}

function bareAsJson(word: string): string {
  if (word === 'nil') return 'null';
  return plain.test(word) ? word : JSON.stringify(word.startsWith(':') ? word.slice(1) : word);
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|([\s\S]))/g,
    (_, wide: string | undefined, byte: string | undefined, sign: string | undefined) => {
      const code = wide ?? byte;
      return code === undefined ? escapes[sign ?? ''] ?? sign ?? '' : String.fromCharCode(parseInt(code, 16));
    });
}

/** What fluentd says of a record that nobody took, `dump an error event: …`: to where the record stands; -1:
 *  it is something else. */
export function endOfDump(text: string, at: number): number {
  const begins = /^(?:#\d{1,4} )?dump an error event: /.test(text.slice(at, at + 40));
  const end = begins ? text.indexOf(' record={', at) : -1;
  return end < 0 ? -1 : end + 1;
}
