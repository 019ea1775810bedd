// Hovers of nova.conf: what the option is, and what it is set to by this file, by others and by the running
// service.

import * as vscode from 'vscode';
import type { ConfSetting } from '../../core/conf/conf';
import { renderMarkdown } from '../../core/render/markdown';
import { commands, confLanguage } from '../contributes';
import { optionNamed } from '../explanations';
import { HoverText } from '../hover/text';
import { say } from '../say';
import type { Advisor } from './advisor';
import { confOf, rangeOf, settingAt } from './document';
import { sayValue } from './values';

export function registerConfHover(advisor: Advisor): vscode.Disposable {
  return vscode.languages.registerHoverProvider(confLanguage, {
    async provideHover(document, position, token) {
      const file = confOf(document);
      const setting = settingAt(file, position);
      if (!setting) return undefined;
      const book = await advisor.bookAround(file);
      const name = book.optionOf(setting);
      if (name === undefined || token.isCancellationRequested) return undefined;
      const { release } = book.configuration;
      const explanation = await optionNamed(name, release === undefined ? {} : { release });
      if (token.isCancellationRequested) return undefined;
      const text = new HoverText();
      // what the operator wrote comes first: the rest is long
      const value = book.valueOf(name);
      if (value.origin !== 'default') sayValue(book, value, text);
      if (explanation) text.say(renderMarkdown(explanation));
      const link = { label: say('openExplanation'), command: commands.explain, args: [{ name }] };
      if (explanation) text.links([link]);
      return text.isEmpty ? undefined : new vscode.Hover(text.markdown, hoverRange(setting, position));
    },
  });
}

function hoverRange(
  { keySpan, valueSpan }: ConfSetting, { line, character }: vscode.Position,
): vscode.Range | undefined {
  if (line !== keySpan.line) return undefined;
  return rangeOf(character <= keySpan.end ? keySpan : valueSpan);
}
