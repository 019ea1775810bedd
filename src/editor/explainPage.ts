// "Explain…": what there is to say of an exception, an option, a phase or a message, as a page. Without an
// argument the name under the cursor or one from a list. The page is Markdown of our own words; no text of
// a log is in it.

import * as vscode from 'vscode';
import { field } from '../core/field';
import type { Explanation } from '../core/model';
import type { EditorWord } from '../core/render/editorWords';
import { renderMarkdown } from '../core/render/markdown';
import { shortName } from '../core/render/operationText';
import type { Advisor } from './conf/advisor';
import { commands, language } from './contributes';
import { sourceOf } from './convert';
import { anythingNamed, knownNames } from './explanations';
import { subjectsAt } from './hover/subject';
import type { Logs } from './logs';
import { say } from './say';

/** Pages live here: one document per name. */
const SCHEME = 'nova-lens-explain';

export function registerExplainPage(logs: Logs, advisor: Advisor): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) => {
        const query = new URLSearchParams(uri.query);
        const explanation = await anythingNamed(query.get('name') ?? '');
        const log = query.get('log');
        const there = explanation && log ? (await advisor.bookOf(log)).explained(explanation) : explanation;
        return there ? pageOf(there) : '';
      },
    }),
    vscode.commands.registerCommand(commands.explain, async (target?: unknown) => {
      const name = nameIn(target) ?? nameAtCursor(logs) ?? (await chooseName(logs));
      if (name !== undefined) await showPage(name);
    }),
  );
}

// From a link or a lens `{ name }`, from a row of the tree what it stands for.
function nameIn(target: unknown): string | undefined {
  const name =
    typeof target === 'object' && target !== null
      ? (field(target, 'name') ?? classOf(field(target, 'fault')) ?? field(field(target, 'phase'), 'id'))
      : target;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function classOf(fault: unknown): string | undefined {
  const type = field(fault, 'type');
  return typeof type === 'string' ? shortName({ type }) : undefined;
}

// The page begins with a heading of the first level: previews and screen readers look for one.
function pageOf(explanation: Explanation): string {
  return renderMarkdown(explanation).replace(/^### /, '# ');
}

function nameAtCursor(logs: Logs): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== language) return undefined;
  const subject = subjectsAt(logs, editor.document, editor.selection.active).find(
    ({ kind }) => kind === 'class' || kind === 'option',
  );
  return subject && 'name' in subject ? subject.name : undefined;
}

// Commands are spelled as on the host whose log the person looks at.
function logInFront(): { readonly log?: string } {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === language ? { log: sourceOf(document.uri) } : {};
}

async function showPage(name: string): Promise<void> {
  const explanation = await anythingNamed(name);
  if (!explanation) {
    void vscode.window.showInformationMessage(say('explainUnknown', { name }));
    return;
  }
  const title = explanation.name
    .replace(/[^\w.-]+/g, ' ')
    .trim()
    .slice(0, 60);
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `/${title}.md`,
    query: new URLSearchParams({ name: explanation.name, ...logInFront() }).toString(),
  });
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    // A VS Code without its Markdown preview still shows the page as text.
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
  }
}

interface NameItem extends vscode.QuickPickItem {
  readonly name?: string;
}

async function chooseName(logs: Logs): Promise<string | undefined> {
  const { exceptions, options, phases } = await knownNames();
  const inLogs = new Set(
    logs.analysis.timelines
      .flatMap(({ operations }) => operations)
      .flatMap(({ chain, rootCause }) => [...chain, ...(rootCause ? [rootCause] : [])].map(shortName)),
  );
  const section = (word: EditorWord, names: readonly string[]): NameItem[] =>
    names.length === 0
      ? []
      : [
          { label: say(word), kind: vscode.QuickPickItemKind.Separator },
          ...names.map((name) => ({ label: name, name })),
        ];
  const choice = await vscode.window.showQuickPick<NameItem>(
    [
      ...section('explainHere', [...inLogs]),
      ...section('explainException', exceptions),
      ...section('explainOption', options),
      ...section('explainPhase', phases),
    ],
    { placeHolder: say('explainPrompt') },
  );
  return choice?.name;
}
