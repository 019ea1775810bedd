// A line without a head → what kind of text it is: the rest of a log message, or something that people
// wrote or typed between the lines of a log.

import { isFence } from './markup';

export type TextKind =
  | 'blank' | 'prompt' | 'elision' | 'fence' | 'file' | 'sentence' | 'traceback' | 'frame' | 'indented'
  | 'plain';

const prompt = /^\s{0,8}(?:\([\w.-]{1,40}\) ?)?(?:\[[\w.-]{1,40}@[\w.-]{1,80}[ :][^\]]{0,80}\]|[\w.-]{1,40}@[\w.-]{1,80}:[^#$%]{0,80})[#$%](?:\s|$)/;
const elision = /^\s{0,20}(?:\.{3,}|\u2026{1,9}|\[\s?(?:\. ?\. ?\.|\u2026)\s?\]|<snip>|\[snip\])\s{0,20}$/i;
/** What was left out, and on the same line the words of whoever did so. */
const elisionThenWords = /^\s{0,20}\[\s?(?:\. ?\. ?\.|\u2026)\s?\] [A-Z][a-z]{0,20},? [a-z]/;
/** Drawn across a page to part the log from what stands below it. */
const rule = /^\s{0,8}(?:#{10,}|={10,}|\*{10,}|~{10,}|_{10,}|-{10,})\s{0,20}$/;
const fileHeading = /^==> \S.{0,300} <==$/;
const unitHeading = /^[\u25cf\u25cb\u21bb\u00d7*] [\w@:.\\-]{1,200}\.(?:service|socket|scope|timer) - /;
const tracebackStart = /^[\s|+]{0,40}Traceback \(most recent call last\):?/;
const tracebackPart = /^\s{0,20}(?:File ".{1,400}", line \d|During handling of the above exception|The above exception was the direct cause)/;
const exceptionLine = /^(?:[A-Za-z_][\w.]{0,150}\.)?[A-Za-z_]\w{0,80}(?:Error|Exception|Exit|Interrupt|Warning|Failed|NotFound|Remote|Host|Invalid|Timeout)\w{0,20}(?::|$)/;
const classThenText = /^[A-Za-z_][\w.]{0,150}[A-Z]\w{0,80}: \S/;
// Punctuation of Chinese and Japanese text, and letters of scripts that no message of Nova is written in.
const foreignPunctuation = /[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f\u300c\u300e\u3010]/;
const foreignLetters = /[\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const englishSentence = /^(?:[A-Z][a-z']{0,20}|I)(?: [\w'",()/.-]{1,40}){4,60}[.?!:]$/;

/** `text` without the wrappers that stood around it. */
export function kindOfText(text: string): TextKind {
  const first = text.charCodeAt(0);
  if (text.trim() === '') return 'blank';
  if (tracebackStart.test(text)) return 'traceback';
  if (tracebackPart.test(text)) return 'frame';
  if (first === 61 && fileHeading.test(text)) return 'file';
  if (elision.test(text) || elisionThenWords.test(text) || unitHeading.test(text)) return 'elision';
  if (isFence(text) || rule.test(text)) return 'fence';
  if (prompt.test(text)) return 'prompt';
  if (isForeign(text)) return 'sentence';
  if (first === 32 || first === 9) return 'indented';
  return 'plain';
}

/** The last line of a traceback: a class, and what it says. */
export function isExceptionLine(text: string): boolean {
  return exceptionLine.test(text) || classThenText.test(text);
}

function isForeign(text: string): boolean {
  const letters = text.match(foreignLetters)?.length ?? 0;
  return letters > 0 && (foreignPunctuation.test(text) || 3 * letters > text.length || letters > 12);
}

/** Plain text that reads like a sentence in English; only where something else hints at a page of prose. */
export function isEnglishSentence(text: string): boolean {
  return englishSentence.test(text.trimEnd());
}
