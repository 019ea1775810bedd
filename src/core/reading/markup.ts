// A line copied from a forum or a web page → the line without the page's marks. The words themselves
// stay.

const bracketTag = /\[\/?(?:code|color|colour|b|i|u|s|quote|size|font|pre|php|log|spoiler|list|indent|left)(?:=[^\]\n]{0,80})?\]/gi;
const pageTag = /<\/?(?:html|body|head|title|h[1-6]|a|hr|table|thead|tbody|th|pre|code|p|br|div|span|li|ul|ol|td|tr|b|i|em|strong|blockquote|tt|samp|font)(?: [^<>]{0,200})?\s?\/?>/gi;
const entity = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(lt|gt|amp|quot|apos|nbsp));/gi;
const names: Readonly<Record<string, string>> = {
  lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'', nbsp: ' ',
};

/** Marks such as `[code]` and `[COLOR=#FF0040]`, which no Nova message has. */
export function hasBracketTags(text: string): boolean {
  return /\[\/(?:code|color|b|quote|size|font|pre|php|log|spoiler)\]/i.test(text)
    || /^\s{0,9}\[(?:code|color|quote|pre|log)[\]=]/i.test(text);
}

export function stripBracketTags(text: string): string {
  return text.includes('[') ? text.replace(bracketTag, '') : text;
}

/** Entities that stand for what a log line is full of: quotes and angle brackets. */
export function hasEntities(text: string): boolean {
  return /&(?:lt|gt|quot|apos|#39|#x27|nbsp|#34);/i.test(text);
}

/** A time stands behind a tag: a saved page. */
export function beginsWithPageTag(text: string): boolean {
  return /^\s{0,20}<(?:p|div|span|li|td|br)(?: [^<>]{0,200})?\/?>\s{0,9}\d{4}-\d\d-\d\d[ T]/i.test(text)
    || beginningIn(text) > 0;
}

const blockTag = /<(?:pre|code|samp)(?: [^<>]{0,200})?>(?=\s{0,9}(?:[a-z]{3} \d\d|\d{4}-\d\d-\d\d[ T]\d))/i;

/** Where the text begins that a block of a page holds, behind the page's own words on the same line. */
function beginningIn(text: string): number {
  const found = text.includes('<') ? blockTag.exec(text) : null;
  return found ? found.index + found[0].length : 0;
}

export function stripPageTags(text: string): string {
  return text.includes('<') ? text.replace(pageTag, '') : text;
}

/** Takes the tags of a page off and turns its entities back into characters. */
export function unescapePage(text: string): string {
  const own = stripPageTags(text.slice(beginningIn(text)));
  return own.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return names[name.toLowerCase()] ?? whole;
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Quotes that were made round ones: all there are, or those of a traceback. */
export function hasCurlyQuotes(lines: readonly string[]): boolean {
  if (!lines.some((line) => /[\u2018\u2019\u201c\u201d]/.test(line))) return false;
  return !lines.some((line) => /["']/.test(line))
    || lines.some((line) => /File \u201c[^\u201d"]{1,300}\u201d, line \d|[[ (,][ub]\u2018/.test(line));
}

export function withPlainQuotes(text: string): string {
  return text.replace(/[\u2018\u2019]/g, '\'').replace(/[\u201c\u201d]/g, '"');
}

// as issue trackers write it: {noformat}, {code:title=nova-compute.log}
const trackerFence = /^\{(?:noformat|code|panel|quote)(?::[^{}]{0,200})?\}$/;

/** A line that only opens or closes a block of text: ``` or a tag alone. */
export function isFence(text: string): boolean {
  const bare = text.trim();
  if (bare.startsWith('```') || bare.startsWith('~~~') || trackerFence.test(bare)) return true;
  const tagged = bare.length < 80 && (bare.startsWith('[') || bare.startsWith('<'));
  return tagged && stripBracketTags(bare).replace(pageTag, '').trim() === '';
}
