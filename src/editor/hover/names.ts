// In: a word of a log and the text before it. Out: whether it may name an exception or an option. Pure;
// whether it really does, the facts decide.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface NamedSubject {
  readonly kind: 'class' | 'option';
  readonly name: string;
  readonly span: Span;
}

const className = /^[A-Z][A-Za-z0-9]*(?:_Remote)?$/;
const optionName = /^[a-z][a-z0-9_.]*$/;
const groupBefore = /\[([A-Za-z_]{1,50})\][ /]?$/;

/** A class by its capital letters, an option by its underscore or by the `[group]` in front of it. */
export function subjectsNamed(text: string, before: string, span: Span): NamedSubject[] {
  const last = text.slice(text.lastIndexOf('.') + 1);
  if (className.test(last) && /[a-z]/.test(last)) return [{ kind: 'class', name: text, span }];
  const group = groupBefore.exec(before)?.[1];
  if (group !== undefined) return [{ kind: 'option', name: `${group}.${text}`, span }];
  return optionName.test(text) && /[_.]/.test(text) ? [{ kind: 'option', name: text, span }] : [];
}
