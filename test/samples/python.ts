// How Python puts text together: the % operator and repr(), as far as Nova's log statements use them.

export type Value = string | number;
export type Values = readonly Value[] | Readonly<Record<string, Value>>;

const placeholder = /%(?:\((\w+)\))?\d*(?:\.(\d+))?([sdirf%])/g;

/** `template % values`. Throws where a value is missing, as Python does. */
export function formatPython(template: string, values: Values = []): string {
  let index = 0;
  const named: Readonly<Record<string, Value>> = isList(values) ? {} : values;
  const listed = isList(values) ? values : [];
  const fill = (_all: string, name: string | undefined, digits: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = name === undefined ? listed[index++] : named[name];
    if (value === undefined) throw new Error(`no value for ${name ?? String(index)} in: ${template}`);
    if (kind === 'f') return Number(value).toFixed(digits === undefined ? 6 : Number(digits));
    if (kind === 'd' || kind === 'i') return String(Math.trunc(Number(value)));
    return kind === 'r' ? repr(String(value)) : String(value);
  };
  return template.replace(placeholder, fill);
}

function isList(values: Values): values is readonly Value[] {
  return Array.isArray(values);
}

/** repr() of a str: single quotes, unless it holds some and no double ones. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  return quote + (quote === "'" ? escaped.replace(/'/g, "\\'") : escaped) + quote;
}

/** repr() of a list of str. */
export function reprList(items: readonly string[]): string {
  return `[${items.map(repr).join(', ')}]`;
}
