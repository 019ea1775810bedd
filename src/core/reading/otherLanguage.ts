// Whether a message is in another language than Nova's source: until about Newton Nova shipped Chinese,
// Japanese and Korean words for its log. In: a message without its head. Out: yes or no; a name that somebody
// gave in such letters does not make it so.

import type { Troubles } from '../model';

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const allEastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const englishWord = /(?<![\w.%(])[A-Za-z]?[a-z]{2,20}(?![\w.])/g;

/** Letters that make a message, and letters that say as much as an English word. */
const enoughLetters = 3;
const lettersOfWord = 2;

/** @param message without the instance's tag or with it. */
export function isInOtherLanguage(message: string): boolean {
  if (!eastAsian.test(message)) return false;
  const text = message.replace(/^\[instance: [^\]]{0,80}\]\s*/, '');
  const letters = text.match(allEastAsian)?.length ?? 0;
  if (letters < enoughLetters) return false;
  const words = text.match(englishWord)?.length ?? 0;
  return eastAsian.test(text.charAt(0)) || letters > words * lettersOfWord;
}

/** How many of Nova's warnings and errors are worded in another language. */
export function countOtherLanguage(troubles: Troubles | undefined): number {
  return (troubles?.kinds ?? []).filter(({ message }) => isInOtherLanguage(message))
    .reduce((sum, { count }) => sum + count, 0);
}
