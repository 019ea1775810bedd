// F12 and Shift+F12 on an option of nova.conf: the lines of the open logs that state it, and the failures
// behind which it may stand. F12 on the line of a log that states an option, or on an exception: the line of
// nova.conf that sets it, or what matters to the exception.

import * as vscode from 'vscode';
import type { Place } from '../../core/model';
import { confLanguage, language } from '../contributes';
import { locationOf, sourceOf } from '../convert';
import { subjectsNamed } from '../hover/names';
import type { Logs } from '../logs';
import { tokenIn } from '../tokenIn';
import type { Advisor } from './advisor';
import { confOf, settingAt } from './document';
import { failuresBehind, optionsBehind } from './failures';

export function registerConfDefinition(advisor: Advisor, logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(confLanguage, {
      async provideDefinition(document, position) {
        const stated = await statedIn(document, position, advisor, logs);
        const places = stated.length > 0 ? stated : await failuresOf(document, position, advisor, logs);
        return places.map(locationOf);
      },
    }),
    vscode.languages.registerReferenceProvider(confLanguage, {
      async provideReferences(document, position) {
        const failures = await failuresOf(document, position, advisor, logs);
        return [...failures, ...await statedIn(document, position, advisor, logs)].map(locationOf);
      },
    }),
    vscode.languages.registerDefinitionProvider(language, {
      provideDefinition: (document, position) => settersOf(document, position, advisor, logs),
    }),
  );
}

async function statedIn(
  document: vscode.TextDocument, position: vscode.Position, advisor: Advisor, logs: Logs,
): Promise<readonly Place[]> {
  const setting = settingAt(confOf(document), position);
  if (!setting) return [];
  const places = await Promise.all(logs.digests.map(async ({ source }) => {
    const book = await advisor.bookOf(source);
    const name = book.optionOf(setting);
    return name === undefined ? [] : book.stated(name);
  }));
  return places.flat();
}

async function failuresOf(
  document: vscode.TextDocument, position: vscode.Position, advisor: Advisor, logs: Logs,
): Promise<readonly Place[]> {
  const file = confOf(document);
  const setting = settingAt(file, position);
  const name = setting && (await advisor.bookAround(file)).optionOf(setting);
  return name === undefined ? [] : failuresBehind(name, advisor, logs);
}

async function settersOf(
  document: vscode.TextDocument, position: vscode.Position, advisor: Advisor, logs: Logs,
): Promise<vscode.Location[]> {
  const token = tokenIn(logs, document, position);
  const [subject] = token ? subjectsNamed(token.text, '', token) : [];
  if (!subject) return [];
  const names = subject.kind === 'option' ? [fullName(subject.name)] : await optionsBehind(subject.name);
  const book = await advisor.bookOf(sourceOf(document.uri));
  return names.flatMap((name) => book.valueOf(name, position.line).inFile?.at ?? []).map(locationOf);
}

// A start logs an option of [DEFAULT] without its group.
function fullName(name: string): string {
  return name.includes('.') ? name : `DEFAULT.${name}`;
}
