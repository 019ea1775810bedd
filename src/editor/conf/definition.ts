// F12 on an option of nova.conf: the lines of the open logs that state it. F12 on the line of a log that
// states an option: the line of nova.conf that sets it.

import * as vscode from 'vscode';
import { confLanguage, language } from '../contributes';
import { locationOf, sourceOf } from '../convert';
import { subjectsNamed } from '../hover/names';
import type { Logs } from '../logs';
import { tokenIn } from '../tokenIn';
import type { Advisor } from './advisor';
import { confOf, settingAt } from './document';

export function registerConfDefinition(advisor: Advisor, logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(confLanguage, {
      async provideDefinition(document, position) {
        const setting = settingAt(confOf(document), position);
        if (!setting) return undefined;
        const places = await Promise.all(logs.digests.map(async ({ source }) => {
          const book = await advisor.bookOf(source);
          const name = book.optionOf(setting);
          return name === undefined ? [] : book.stated(name);
        }));
        return places.flat().map(locationOf);
      },
    }),
    vscode.languages.registerDefinitionProvider(language, {
      async provideDefinition(document, position) {
        const token = tokenIn(logs, document, position);
        const [subject] = token ? subjectsNamed(token.text, '', token) : [];
        if (subject?.kind !== 'option') return undefined;
        const book = await advisor.bookOf(sourceOf(document.uri));
        const { inFile } = book.valueOf(fullName(subject.name), position.line);
        return inFile && locationOf(inFile.at);
      },
    }),
  );
}

// A start logs an option of [DEFAULT] without its group.
function fullName(name: string): string {
  return name.includes('.') ? name : `DEFAULT.${name}`;
}
