// activate(): makes settings and logs and registers each feature; nothing else. No file is read here but the
// words of another language than English.

import * as vscode from 'vscode';
import { registerCallHierarchy } from './editor/callHierarchy';
import { registerCodeActions } from './editor/codeActions';
import { registerCodeLens } from './editor/codeLens';
import { registerConf } from './editor/conf/register';
import { commands } from './editor/contributes';
import { registerCopy } from './editor/copy';
import { registerDefinitions } from './editor/definitions';
import { registerDiagnostics } from './editor/diagnostics';
import { registerExplainedItem } from './editor/explainedItem';
import { registerExplainPage } from './editor/explainPage';
import { readFactsFrom } from './editor/explanations';
import { registerExtracts } from './editor/extracts/register';
import { registerFixesHere } from './editor/fixesHere';
import { registerFolding } from './editor/folding';
import { registerHover } from './editor/hover/hover';
import { registerInstanceLines } from './editor/instanceLines';
import { registerLanguageDetection } from './editor/language';
import { Logs } from './editor/logs';
import { registerNavigation } from './editor/navigate';
import { registerOpening } from './editor/openLog';
import { registerRules } from './editor/rules/register';
import { speakDisplayLanguage } from './editor/say';
import { Settings } from './editor/settings';
import { registerPhaseList } from './editor/phaseList';
import { registerStatusItem } from './editor/statusItem';
import { registerSymbols } from './editor/symbols';
import { registerTerminalLinks } from './editor/terminalLinks';
import { registerTips } from './editor/tips';
import { registerTree } from './editor/tree/register';
import type { InstanceTree } from './editor/tree/view';
import { registerUnfolded } from './editor/unfolded';

/** What other extensions, and the tests in a real VS Code, get to see. */
export interface NovaLens {
  readonly tree: InstanceTree;
}

export async function activate(context: vscode.ExtensionContext): Promise<NovaLens> {
  readFactsFrom(context.extensionUri);
  await speakDisplayLanguage();
  const output = vscode.window.createOutputChannel('Nova Lens', { log: true });
  const settings = new Settings();
  const { rules, disposable: ruleProblems } = registerRules(settings);
  const logs = new Logs(settings, rules, output);
  const { tree, disposable } = registerTree(logs, settings, context.workspaceState);
  const conf = registerConf(logs, settings);
  context.subscriptions.push(
    output, settings, ruleProblems, logs, disposable, conf.disposable,
    registerCallHierarchy(logs),
    registerCodeActions(logs),
    // Of several lenses on a line VS Code draws those of the latest provider first: tips come behind all
    // others.
    registerTips(logs, settings, conf.advisor),
    registerCodeLens(logs, settings),
    registerCopy(logs, conf.advisor),
    registerDefinitions(logs),
    registerDiagnostics(logs, settings, conf.advisor),
    registerExplainedItem(logs),
    registerExplainPage(logs, conf.advisor),
    registerExtracts(logs, settings, output),
    registerFixesHere(),
    registerFolding(logs),
    registerHover(logs, settings, conf.advisor, rules),
    registerInstanceLines(logs),
    registerLanguageDetection(settings, context.workspaceState, output),
    registerNavigation(logs),
    registerOpening(logs, settings, output, context),
    registerPhaseList(logs),
    registerStatusItem(logs),
    registerSymbols(logs),
    registerTerminalLinks(logs),
    registerUnfolded(logs),
    vscode.commands.registerCommand(commands.showOutput, () => output.show()),
  );
  return { tree };
}
