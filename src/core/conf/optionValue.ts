// Values of options as nova.conf spells them and as a service logs them. In: an option of the facts and
// texts. Out: whether the option takes the value, and whether two spellings mean the same.

import type { History, OptionFacts, OptionValue } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import { spellValue } from '../explaining/optionCard';
import { valueIn } from '../statements/release';
import { masked } from './secrets';

export type ValueProblem =
  | { readonly kind: 'bad-type'; readonly type: string }
  | { readonly kind: 'out-of-range'; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly string[] };

const truths = new Set(['true', '1', 'on', 'yes']);
const falsehoods = new Set(['false', '0', 'off', 'no']);
const whole = /^[+-]?\d{1,30}$/;
const highestPort = 65535;

/**
 * What oslo.config would refuse.
 * @param release undefined: not known; only what every release refuses is a problem then
 * @returns undefined: it takes the value, or the facts cannot tell
 */
export function problemOfValue(
  option: OptionFacts, value: string, release?: ReleaseId,
): ValueProblem | undefined {
  // a reference to another option is filled in first
  if (value.includes('$')) return undefined;
  switch (plainType(option)) {
    case 'boolean':
      return isBoolean(value) ? undefined : { kind: 'bad-type', type: 'boolean' };
    case 'integer':
    case 'float':
    case 'port':
      return problemOfNumber(option, value.trim(), release);
    case 'string':
      return problemOfChoice(option, [value], release);
    case 'list':
      return problemOfChoice(option, listItems(value), release);
    default:
      return undefined;
  }
}

function isBoolean(value: string): boolean {
  const text = value.toLowerCase();
  return truths.has(text) || falsehoods.has(text);
}

function problemOfNumber(
  option: OptionFacts, text: string, release: ReleaseId | undefined,
): ValueProblem | undefined {
  if (text === '') return undefined;
  const type = plainType(option);
  const number = Number(text);
  const fits = type === 'float' ? Number.isFinite(number) : whole.test(text);
  if (!fits) return { kind: 'bad-type', type };
  if (option.choices) return problemOfChoice(option, [String(number)], release);
  const [lowest, highest] = type === 'port' ? [0, highestPort] : [];
  const min = boundIn(option.mins, option.min, release, Math.min) ?? lowest;
  const max = boundIn(option.maxes, option.max, release, Math.max) ?? highest;
  const isOut = (min !== undefined && number < min) || (max !== undefined && number > max);
  return isOut ? { kind: 'out-of-range', min, max } : undefined;
}

// Without a release the widest bound of all counts.
function boundIn(
  history: History<number | null>, now: number | undefined, release: ReleaseId | undefined,
  widest: (...bounds: number[]) => number,
): number | undefined {
  if (history.length === 0) return now;
  if (release !== undefined) return valueIn(history, release) ?? undefined;
  const all = history.flatMap(([, bound]) => bound ?? []);
  return all.length < history.length ? undefined : widest(...all);
}

// Some options take their choices in any case, which the facts do not say: only what differs otherwise is
// wrong.
function problemOfChoice(
  option: OptionFacts, values: readonly string[], release: ReleaseId | undefined,
): ValueProblem | undefined {
  const choices = choicesIn(option, release).map((choice) => spellValue(choice) ?? '');
  const known = new Set(choices.map((choice) => choice.toLowerCase()));
  const wrong = choices.length > 0 && values.some((value) => !known.has(value.toLowerCase()));
  return wrong ? { kind: 'not-a-choice', choices } : undefined;
}

function choicesIn(
  { choices = [], choicesEver }: OptionFacts, release: ReleaseId | undefined,
): readonly OptionValue[] {
  if (choicesEver.length === 0) return choices;
  if (release !== undefined) return valueIn(choicesEver, release) ?? [];
  const all = choicesEver.flatMap(([, held]) => (held ? [held] : []));
  return all.length < choicesEver.length ? [] : [...new Set([...choices, ...all.flat()])];
}

/** One name for each type: libraries spell theirs otherwise than Nova. */
export function plainType({ type = '' }: OptionFacts): string {
  const others: Readonly<Record<string, string>> = {
    str: 'string', int: 'integer', bool: 'boolean', multistr: 'multi',
  };
  return others[type] ?? type;
}

/**
 * Whether a value of a file and one that a service logged are the same value.
 * @param texts what the file says, a text for each time it is set; only multi options take more than the last
 * @param logged as Python prints it: `True`, `['a', 'b']`, `None`
 * @returns undefined: it cannot be told
 */
export function isSameValue(
  option: OptionFacts | undefined, texts: readonly string[], logged: string,
): boolean | undefined {
  const text = texts.at(-1) ?? '';
  const isOpen = (one: string) => one.includes('$') || one.includes('\\');
  if (logged.includes(masked) || texts.some(isOpen)) return undefined;
  switch (option ? plainType(option) : '') {
    case 'boolean':
      if (!isBoolean(text) || !isBoolean(logged)) return undefined;
      return truths.has(text.toLowerCase()) === truths.has(logged.toLowerCase());
    case 'integer':
    case 'float':
    case 'port':
      if (text.trim() === '') return logged === 'None';
      return Number.isFinite(Number(text)) && logged !== 'None' ? Number(text) === Number(logged) : undefined;
    case 'list':
      return sameItems(listItems(text), logged);
    case 'multi':
      return sameItems(texts, logged);
    default:
      // of an option that the facts do not know, only equal texts say something
      if (text === logged) return true;
      return option && !/^[[{]/.test(logged) ? false : undefined;
  }
}

/** Items of a list as nova.conf writes it. */
export function listItems(text: string): readonly string[] {
  const items = text.trim().replace(/,$/, '');
  return items === '' ? [] : items.split(',').map((item) => item.trim());
}

function sameItems(items: readonly string[], logged: string): boolean | undefined {
  const others = loggedItems(logged);
  return others && others.length === items.length && others.every((item, index) => item === items[index]);
}

/** `['a', 'b']` or `[1, 2]` → its items; undefined: Python's text is not so simple. */
export function loggedItems(logged: string): readonly string[] | undefined {
  if (!logged.startsWith('[') || !logged.endsWith(']')) return undefined;
  const inner = logged.slice(1, -1);
  if (inner === '') return [];
  if (/^[\d\s.,+-]{1,4000}$/.test(inner)) return inner.split(',').map((item) => item.trim());
  const items: string[] = [];
  for (let at = 0; at < inner.length;) {
    if (inner.charAt(at) === 'u') at += 1;
    const quote = inner.charAt(at);
    const end = inner.indexOf(quote, at + 1);
    if ((quote !== "'" && quote !== '"') || end < 0) return undefined;
    const item = inner.slice(at + 1, end);
    if (item.includes('\\')) return undefined;
    items.push(item);
    if (end + 1 < inner.length && !inner.startsWith(', ', end + 1)) return undefined;
    at = end + 3;
  }
  return items;
}

/** A logged value as nova.conf would spell it: `['a', 'b']` → `a,b`; what is not so simple stays as it is. */
export function spellLogged(logged: string): string {
  return loggedItems(logged)?.join(',') ?? logged;
}
