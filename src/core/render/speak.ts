// The language of everything that is rendered. In: its name, as a system or a person gives it. Out: its
// words, loaded once at start.

import { addTables, parseLanguage, speak } from '../../knowledge/language';
import type { Language } from '../../knowledge/language';
import { loadFindingWords } from '../../knowledge/zh/load';

/** @param name `zh-cn`, `zh_CN.UTF-8`; English for what is not spoken. */
export async function speakLanguage(name: string): Promise<Language> {
  const language = parseLanguage(name) ?? 'en';
  speak(language);
  if (language === 'en') return language;
  const [{ words }] = await Promise.all([import('./zh/words'), loadFindingWords()]);
  addTables(words);
  return language;
}
