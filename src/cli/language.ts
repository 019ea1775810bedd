// In which language the command line speaks. In: its words and the environment. Out: the language, and the
// words without the one that chose it.

import { addTables, parseLanguage } from '../knowledge/language';
import { speakLanguage } from '../core/render/speak';

export interface ChosenLanguage {
  /** As somebody named it; undefined: nobody did. */
  readonly name: string | undefined;
  readonly words: readonly string[];
  /** A name after --lang that is no language spoken here; empty where none follows. */
  readonly unknown?: string;
}

/** @param words those behind `nova-lens`; `--lang NAME` may stand anywhere before `--`. */
export function chooseLanguage(words: readonly string[], env: NodeJS.ProcessEnv): ChosenLanguage {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const at = own.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { name: languageOf(env), words };
  const word = own[at] ?? '';
  const joined = word.startsWith('--lang=');
  const name = joined ? word.slice('--lang='.length) : own[at + 1] ?? '';
  const rest = [...words.slice(0, at), ...words.slice(at + (joined ? 1 : 2))];
  const isKnown = parseLanguage(name) !== undefined;
  return isKnown ? { name, words: rest } : { name: languageOf(env), words: rest, unknown: name };
}

/** What the system says; a terminal that does not take UTF-8 would show no Chinese. */
function languageOf(env: NodeJS.ProcessEnv): string | undefined {
  const { LC_ALL: all, LC_MESSAGES: messages, LANG: lang } = env;
  const name = [all, messages, lang].find((value) => value !== undefined && value !== '');
  const charset = name === undefined ? undefined : /\.([\w-]+)/.exec(name)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset) ? name : undefined;
}

/** Speaks it from now on. */
export async function speakChosen({ name = 'en' }: ChosenLanguage): Promise<void> {
  if (await speakLanguage(name) === 'zh-cn') addTables((await import('./zh')).chinese);
}
