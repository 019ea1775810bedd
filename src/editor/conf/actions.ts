// Quick fixes of configuration: in nova.conf the name, the group or the line put right; in a log the
// advised value written into nova.conf. A change of a file that lies open is an edit; any other is shown as
// a diff and waits for a yes. Nothing on any host is touched but the file itself.

import * as vscode from 'vscode';
import type { Advice, AdvisedSetting } from '../../core/conf/advice';
import type { ConfBook } from '../../core/conf/confBook';
import type { ConfEdit } from '../../core/conf/confEdit';
import type { ConfFile } from '../../core/conf/conf';
import type { ConfProblem } from '../../core/conf/confProblems';
import { deploymentOf } from '../../core/conf/confPaths';
import type { Place } from '../../core/model';
import { restartText, servicesText } from '../../core/render/confText';
import { optionPath } from '../../core/render/markdown';
import { commands, confLanguage, language, settingNames } from '../contributes';
import { nameOf, sourceOf, uriOf } from '../convert';
import { distinctActions } from '../distinctActions';
import type { Logs } from '../logs';
import { say } from '../say';
import type { Advisor } from './advisor';
import { addEdits, confOf } from './document';
import { sayConf } from './sayConf';

const quickFix = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

export function registerConfActions(advisor: Advisor, logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(confLanguage, {
      async provideCodeActions(document, range, { diagnostics }, token) {
        const file = confOf(document);
        const book = await advisor.bookAround(file);
        if (token.isCancellationRequested) return undefined;
        const here = book.problems(file)
          .filter(({ span }) => range.start.line <= span.line && span.line <= range.end.line);
        return here.flatMap((problem) => {
          const own = diagnostics.filter(({ code }) => code === problem.kind);
          const fixes = fixesOf(problem, file, document, book);
          for (const fix of fixes) fix.diagnostics = own;
          return fixes;
        });
      },
    }, quickFix),
    vscode.languages.registerCodeActionsProvider(language, {
      provideCodeActions({ uri }, range) {
        const findings = logs.lookupIn(sourceOf(uri)).findingsIn(sourceOf(uri))
          .filter(({ at }) => range.start.line <= at.line && at.line <= range.end.line);
        return distinctActions(findings.flatMap((finding) => {
          const advice = advisor.adviceFor(finding);
          const book = advisor.knownOf(finding.at.source);
          return advice && book ? settingActions(advice, book, finding.at) : [];
        }));
      },
    }, quickFix),
    vscode.commands.registerCommand(commands.setOption, (source: unknown, line: unknown) =>
      setAdvised(source, line, advisor, logs)),
    vscode.commands.registerCommand(commands.openConf, () => openConf(advisor)),
  );
}

// ---- in nova.conf ----------------------------------------------------------------------------------------

function fixesOf(
  problem: ConfProblem, file: ConfFile, document: vscode.TextDocument, book: ConfBook,
): vscode.CodeAction[] {
  const { setting, right, kind, values } = problem;
  if (!setting) return [];
  const text = document.getText();
  const edited = (title: string, edits: readonly ConfEdit[]) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    addEdits(action.edit, document.uri, edits);
    return action;
  };
  const actions = values.map((value) =>
    edited(sayConf('spellAs', { name: value }), book.revalue(text, setting, value)));
  if (right !== undefined) {
    const action = edited(fixTitle(problem, right), book.rename(file, text, setting, right));
    action.isPreferred = true;
    actions.push(action);
  }
  if (kind === 'removed' || kind === 'repeated') {
    const action = edited(sayConf('removeLine'), []);
    action.edit?.delete(document.uri, new vscode.Range(setting.keySpan.line, 0, setting.lastLine + 1, 0));
    actions.push(action);
  }
  return actions;
}

function fixTitle({ setting, kind }: ConfProblem, right: string): string {
  const group = right.slice(0, right.lastIndexOf('.'));
  const name = right.slice(group.length + 1);
  if (kind === 'unknown-option' || kind === 'key-spelling') return sayConf('spellAs', { name });
  if (setting?.key === name) return sayConf('moveTo', { group });
  return sayConf('renameTo', { name: optionPath(right) });
}

// ---- in a log --------------------------------------------------------------------------------------------

function settingActions(advice: Advice, book: ConfBook, at: Place): vscode.CodeAction[] {
  return advice.settings.flatMap((setting) => {
    const file = targetOf(setting, book);
    if (!file) return [];
    const title = sayConf('setInConf', {
      option: optionPath(setting.name), value: setting.value, file: nameOf(file.source),
    });
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: commands.setOption, title, arguments: [at.source, at.line] };
    return [action];
  });
}

// The file that sets the option now; else nova.conf itself; else the last one, which wins over the others.
function targetOf({ was }: AdvisedSetting, { configuration: { files } }: ConfBook): ConfFile | undefined {
  return files.find(({ source }) => source === was.inFile?.at.source)
    ?? files.find(({ source }) => nameOf(source) === 'nova.conf')
    ?? files.at(-1);
}

// Links and menus hand over what they like: only the place of a finding is taken.
async function setAdvised(source: unknown, line: unknown, advisor: Advisor, logs: Logs): Promise<void> {
  if (typeof source !== 'string' || typeof line !== 'number') return;
  const book = await advisor.bookOf(source);
  for (const finding of logs.lookupIn(source).findingsAt(source, line)) {
    const advice = advisor.adviceFor(finding);
    for (const setting of advice?.settings ?? []) {
      const file = targetOf(setting, book);
      if (advice && file) await setOption(setting, file, advice, book);
    }
  }
}

async function setOption(
  setting: AdvisedSetting, file: ConfFile, advice: Advice, book: ConfBook,
): Promise<void> {
  const uri = uriOf(file.source);
  const document = await vscode.workspace.openTextDocument(uri);
  const change = book.set(confOf(document), document.getText(), setting.name, setting.value);
  const name = nameOf(file.source);
  if (!change) {
    void vscode.window.showInformationMessage(sayConf('setNothing', { file: name }));
    return;
  }
  const label = sayConf('setLabel', {
    option: optionPath(change.name), value: change.value, was: setting.was.value ?? '?',
  });
  const deployment = deploymentOf(uri.path, [document.getText().slice(0, 4000)]);
  const [restart = '', lasting = ''] = restartText(advice.restart, deployment, sayConf);
  const description = [restart, lasting].filter(Boolean).join(' ');
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, uri, change.edits, { needsConfirmation: true, label, description });
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return;
  await vscode.window.showTextDocument(document, { preview: false });
  const option = optionPath(change.name);
  const services = servicesText(advice.restart);
  const done = sayConf('setDone', { option, value: change.value, file: name, services });
  void vscode.window.showInformationMessage([done, lasting].filter(Boolean).join(' '));
}

async function openConf(advisor: Advisor): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== language) {
    void vscode.window.showInformationMessage(say('notALog'));
    return;
  }
  const { files } = (await advisor.bookOf(sourceOf(document.uri))).configuration;
  const items = files.map(({ source }) => (
    { label: nameOf(source), description: uriOf(source).path, source }));
  if (items.length === 0) return void offerSetting();
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items) : items[0];
  if (chosen) await vscode.window.showTextDocument(uriOf(chosen.source), { preview: false });
}

async function offerSetting(): Promise<void> {
  const open = sayConf('openSetting');
  const answer = await vscode.window.showInformationMessage(sayConf('noConf'), open);
  if (answer !== open) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', `novaLens.${settingNames.novaConf}`);
}
