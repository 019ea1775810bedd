// Text on a terminal, counted in columns: letters of East Asia take two. In: text without control characters.
// Out: widths, padded text, lines.

/** Letters that take two columns, by their scripts; full-width forms; signs drawn as pictures. */
const wideScripts = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const wideSigns = /[\u3000-\u303e\u3200-\u33ff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;
/** Marks upon the letter before, and what joins letters. */
const bare = /[\p{Mn}\p{Me}\u200b-\u200d\ufeff]/u;
const plain = /^[\u0020-\u007e]*$/;

/** The columns that a text takes. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

function widthOfLetter(letter: string): number {
  if (letter <= '\u007e') return 1;
  return isWideLetter(letter) ? 2 : bare.test(letter) ? 0 : 1;
}

function isWideLetter(letter: string): boolean {
  return letter > '\u007e' && (wideScripts.test(letter) || wideSigns.test(letter));
}

/** The text with blanks behind it, so that it takes this many columns. */
export function padBehind(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** The text with blanks before it, so that it takes this many columns. */
export function padBefore(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text;
}

/** No line begins with one of these, and none ends with one of those. */
const closing = /^[、。，．：；？！）》」』】”’…%,.:;?!)]/;
const opening = /[（《「『【“‘([]$/;

/**
 * Breaks a text at blanks, and between letters of East Asia; words that are longer than the width stay whole.
 * @param width columns of the first line and of all others
 */
export function wrapColumns(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const { word, blank } of piecesOf(text)) {
    const own = widthOf(word);
    const gap = line !== '' && blank ? 1 : 0;
    if (line !== '' && columns + gap + own > width) {
      lines.push(line);
      line = word;
      columns = own;
    } else {
      line += gap === 1 ? ` ${word}` : word;
      columns += gap + own;
    }
  }
  return [...lines, line];
}

interface Piece {
  readonly word: string;
  /** A blank stood before it. */
  readonly blank: boolean;
}

function* piecesOf(text: string): Generator<Piece> {
  for (const whole of text.split(' ')) {
    let word = '';
    let blank = true;
    let wasWide = false;
    for (const letter of whole) {
      const isWide = isWideLetter(letter);
      if (word !== '' && (isWide || wasWide) && !closing.test(letter) && !opening.test(word)) {
        yield { word, blank };
        word = '';
        blank = false;
      }
      word += letter;
      wasWide = isWide;
    }
    yield { word, blank };
  }
}
