// What a log says of nova.conf: services that start at DEBUG log every option with its value. In: a
// document. Out: name → value and line, found when first asked for and kept until the text changes.

import type * as vscode from 'vscode';

export interface OptionValue {
  readonly value: string;
  readonly line: number;
}

type OptionValues = ReadonlyMap<string, OptionValue>;

const found = new WeakMap<vscode.TextDocument, { readonly version: number; readonly values: OptionValues }>();

/** Options by `group.name` with the values this log shows; the last start of the service counts. */
export function optionValuesIn(document: vscode.TextDocument): OptionValues {
  const known = found.get(document);
  if (known?.version === document.version) return known.values;
  const values = new Map<string, OptionValue>();
  for (let line = 0; line < document.lineCount; line += 1) {
    const option = optionOnLine(document.lineAt(line).text);
    if (option) values.set(option.name, { value: option.value, line });
  }
  found.set(document, { version: document.version, values });
  return values;
}

const logger = ' log_opt_values ';

/** `group.name` and value of a line that oslo.config logs at start; secrets are starred by oslo itself. */
export function optionOnLine(text: string): { readonly name: string; readonly value: string } | undefined {
  const end = text.lastIndexOf(logger);
  const equals = end < 0 ? -1 : text.indexOf(' = ');
  if (equals < 0 || equals > end) return undefined;
  const before = text.slice(0, equals).trimEnd();
  const name = before.slice(before.lastIndexOf(' ') + 1);
  const value = text.slice(equals + 3, end).trim();
  if (value === '' || !/^[A-Za-z][\w.]*$/.test(name)) return undefined;
  return { name: name.includes('.') ? name : `DEFAULT.${name}`, value };
}
