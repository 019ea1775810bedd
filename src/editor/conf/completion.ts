// Completion in nova.conf: groups behind a bracket, options of the group at the start of a line, values
// behind the sign. What an option means is looked up when the person rests on it.

import * as vscode from 'vscode';
import type { ConfBook, ConfCandidate } from '../../core/conf/confBook';
import type { ConfFile } from '../../core/conf/conf';
import { renderMarkdown } from '../../core/render/markdown';
import { confLanguage } from '../contributes';
import { optionNamed } from '../explanations';
import type { Advisor } from './advisor';
import { confOf, sectionAt } from './document';
import { sayConf } from './sayConf';

/** Lets the lookup find the option again. */
class OptionItem extends vscode.CompletionItem {
  readonly option: string;

  constructor(option: string, label: string) {
    super(label, vscode.CompletionItemKind.Property);
    this.option = option;
  }
}

export function registerConfCompletion(advisor: Advisor): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(confLanguage, {
    async provideCompletionItems(document, position, token) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      const file = confOf(document);
      const book = await advisor.bookAround(file);
      return token.isCancellationRequested ? undefined : itemsFor(before, position, file, book);
    },
    async resolveCompletionItem(item) {
      if (!(item instanceof OptionItem)) return item;
      const explanation = await optionNamed(item.option);
      if (explanation) item.documentation = new vscode.MarkdownString(renderMarkdown(explanation));
      return item;
    },
  }, '[', '=', ' ');
}

function itemsFor(
  before: string, position: vscode.Position, file: ConfFile, book: ConfBook,
): vscode.CompletionItem[] {
  if (before.startsWith('[')) return groupItems(before, position, book);
  const group = sectionAt(file, position.line)?.name;
  if (group === undefined || /^[\s#;]/.test(before)) return [];
  const sign = /^([\w-]{1,100})[ \t]*[=:][ \t]*/.exec(before);
  if (sign?.[1] !== undefined) return valueItems(book.valuesFor(group, sign[1]), sign[0].slice(-1));
  if (!/^[\w-]*$/.test(before)) return [];
  const range = new vscode.Range(position.line, 0, position.line, position.character);
  return book.candidates(group).map((candidate) => optionItem(group, candidate, range));
}

function groupItems(before: string, position: vscode.Position, book: ConfBook): vscode.CompletionItem[] {
  const range = new vscode.Range(position.line, 1, position.line, before.length);
  return book.groups().map((group) => {
    const item = new vscode.CompletionItem(group, vscode.CompletionItemKind.Module);
    item.range = range;
    return item;
  });
}

function optionItem(group: string, candidate: ConfCandidate, range: vscode.Range): vscode.CompletionItem {
  const { name, type, defaultValue, isDeprecated } = candidate;
  const item = new OptionItem(`${group}.${name}`, name);
  const standard = defaultValue === undefined
    ? sayConf('unsetDetail') : sayConf('defaultDetail', { value: defaultValue });
  item.detail = `${type}, ${standard}`;
  item.insertText = new vscode.SnippetString().appendText(`${name} = `).appendTabstop(0);
  item.range = range;
  if (isDeprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
  return item;
}

function valueItems(values: readonly string[], last: string): vscode.CompletionItem[] {
  return values.map((value) => {
    const item = new vscode.CompletionItem(value, vscode.CompletionItemKind.Value);
    // a blank behind the sign, as everybody writes it
    if (last === '=' || last === ':') item.insertText = ` ${value}`;
    return item;
  });
}
