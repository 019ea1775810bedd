// Documents that VS Code takes for plain text or for some log → our language, where their first lines are
// Nova's. A person who has chosen otherwise, by files.associations or by switching back, is left alone.

import * as vscode from 'vscode';
import { extractScheme, language } from './contributes';
import type { Settings } from './settings';

const languagesOfOthers = new Set(['log', 'plaintext']);
// What a program shows of itself or of an older version is left as it is.
const schemesOfOthers = ['output', 'debug', 'git', 'gitfs', 'comment', 'walkThrough'];
const schemesLeftAlone = new Set([...schemesOfOthers, extractScheme]);
const refusalsKey = 'novaLens.notNova';
const refusalsKept = 200;
// A paste into an untitled document is worth a look; what is typed is not.
const pasteLength = 80;

/** Looks at documents as they open; `memory` keeps for which of them a person said no. */
export function registerLanguageDetection(
  settings: Settings, memory: vscode.Memento, output: vscode.LogOutputChannel,
): vscode.Disposable {
  const refusals = new Refusals(memory);

  const isWanted = (document: vscode.TextDocument): boolean =>
    settings.current.detectLogs && !document.isClosed && isOpenToChange(document) && !refusals.has(document);

  async function consider(document: vscode.TextDocument): Promise<void> {
    if (!isWanted(document)) return;
    // A chunk of its own: most windows never see such a document.
    const { linesToLookAt, looksLikeNovaLog } = await import('../core/reading/detect');
    if (!isWanted(document) || !looksLikeNovaLog(firstLinesOf(document, linesToLookAt))) return;
    vscode.languages.setTextDocumentLanguage(document, language).then(undefined, (error: unknown) =>
      output.warn(`The language of ${document.uri.toString(true)} could not be set: ${String(error)}`));
  }

  function considerAll(): void {
    for (const document of vscode.workspace.textDocuments) void consider(document);
  }

  // What is open already can wait until the extension is up.
  const start = setTimeout(considerAll, 0);
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(start)),
    settings.onDidChange(considerAll),
    vscode.workspace.onDidCloseTextDocument((document) => refusals.noteClosed(document)),
    vscode.workspace.onDidOpenTextDocument((document) => {
      refusals.noteOpened(document);
      void consider(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isPaste = contentChanges.some(({ text }) => text.length >= pasteLength);
      if (document.isUntitled && isPaste) void consider(document);
    }),
  );
}

function isOpenToChange(document: vscode.TextDocument): boolean {
  return languagesOfOthers.has(document.languageId)
    && !schemesLeftAlone.has(document.uri.scheme)
    && !isAssociated(document);
}

function firstLinesOf(document: vscode.TextDocument, most: number): readonly string[] {
  const length = Math.min(document.lineCount, most);
  return Array.from({ length }, (_, line) => document.lineAt(line).text);
}

/** True where files.associations has a pattern for the document: without a slash it means the name alone. */
function isAssociated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace.getConfiguration('files', document).get<unknown>('associations');
  if (typeof associations !== 'object' || associations === null) return false;
  return Object.keys(associations).some((pattern) =>
    vscode.languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0);
}

/** The documents that a person took out of our language. */
class Refusals {
  readonly #memory: vscode.Memento;
  readonly #uris: Set<string>;
  #leaving: vscode.TextDocument | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const kept = memory.get<unknown>(refusalsKey);
    this.#uris = new Set(Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : []);
  }

  has(document: vscode.TextDocument): boolean {
    return this.#uris.has(document.uri.toString());
  }

  /** A change of language is a close and, at once, an open of the same object. */
  noteClosed(document: vscode.TextDocument): void {
    if (document.languageId !== language) return;
    this.#leaving = document;
    queueMicrotask(() => { this.#leaving = undefined; });
  }

  noteOpened(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (document.languageId === language) {
      if (this.#uris.delete(uri)) this.#keep();
    } else if (this.#leaving === document) {
      this.#uris.add(uri);
      this.#keep();
    }
  }

  #keep(): void {
    void this.#memory.update(refusalsKey, [...this.#uris].slice(-refusalsKept));
  }
}
