// Problems of nova.conf in its editor, and in a log those of its service's configuration: options whose
// value in the files is not the one the service runs with, and what a failed operation would have needed.

import * as vscode from 'vscode';
import type { ConfProblem } from '../../core/conf/confProblems';
import type { ConfBook } from '../../core/conf/confBook';
import type { Finding } from '../../core/model';
import { adviceText, confProblemText } from '../../core/render/confText';
import { renderFinding } from '../../core/render/finding';
import { subjectOf } from '../../core/render/tip';
import { confLanguage } from '../contributes';
import { lineRange, locationOf, nameOf, severityOf, sourceOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { Settings } from '../settings';
import type { Advisor } from './advisor';
import { confOf, rangeOf } from './document';
import { sayConf } from './sayConf';

const DELAY = 300;

export function registerConfProblems(advisor: Advisor, logs: Logs, settings: Settings): vscode.Disposable {
  const inConf = vscode.languages.createDiagnosticCollection(confLanguage);
  const inLogs = vscode.languages.createDiagnosticCollection(`${confLanguage}-values`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    refreshLogs(advisor, logs, settings, inLogs);
    clearTimeout(timer);
    timer = setTimeout(() => void refreshConf(advisor, settings, inConf), DELAY);
  };
  const ifConf = ({ languageId }: vscode.TextDocument) => {
    if (languageId === confLanguage) refresh();
  };
  refresh();
  return vscode.Disposable.from(
    inConf,
    inLogs,
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.onDidOpenTextDocument(ifConf),
    vscode.workspace.onDidChangeTextDocument(({ document }) => ifConf(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => inConf.delete(uri)),
    advisor.onDidChange(refresh),
    logs.onDidChange(refresh),
    settings.onDidChange(refresh),
  );
}

async function refreshConf(
  advisor: Advisor, settings: Settings, collection: vscode.DiagnosticCollection,
): Promise<void> {
  const documents = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === confLanguage);
  if (!settings.current.problems) return collection.clear();
  for (const document of documents) {
    const { version } = document;
    const file = confOf(document);
    const book = await advisor.bookAround(file);
    if (document.version !== version || document.isClosed) continue;
    const drifts = book.drifts(nameOf).filter(({ related }) => related[0]?.source === file.source);
    collection.set(document.uri, [
      ...book.problems(file).map((problem) => diagnosticOf(problem, book)),
      ...drifts.flatMap((finding) => driftHere(finding, document)),
    ]);
  }
}

function diagnosticOf(problem: ConfProblem, { configuration }: ConfBook): vscode.Diagnostic {
  const text = confProblemText(problem, configuration.release, sayConf);
  const made = new vscode.Diagnostic(rangeOf(problem.span), text, severityOf(problem.severity));
  made.source = say('problemSource');
  made.code = problem.kind;
  const tags: vscode.DiagnosticTag[] = [];
  if (problem.kind === 'deprecated' || problem.kind === 'renamed') tags.push(vscode.DiagnosticTag.Deprecated);
  if (problem.kind === 'repeated') tags.push(vscode.DiagnosticTag.Unnecessary);
  made.tags = tags;
  return made;
}

// The same finding as in the log, seen from the file.
function driftHere(
  { at, related: [here], args }: Finding, document: vscode.TextDocument,
): vscode.Diagnostic[] {
  if (!here || here.line >= document.lineCount) return [];
  const text = sayConf('drift', { after: `“${args['after']}”`, log: nameOf(at.source), line: at.line + 1 });
  const made = new vscode.Diagnostic(
    lineRange(document, here.line), text, vscode.DiagnosticSeverity.Information,
  );
  made.source = say('problemSource');
  made.code = 'option-drift';
  made.relatedInformation = [new vscode.DiagnosticRelatedInformation(locationOf(at), sayConf('stated'))];
  return [made];
}

function refreshLogs(
  advisor: Advisor, logs: Logs, settings: Settings, collection: vscode.DiagnosticCollection,
): void {
  collection.clear();
  if (!settings.current.problems) return;
  for (const { source } of logs.digests) {
    const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
    if (!document) continue;
    const drifts = advisor.driftsIn(source)
      .map((finding) => inLog(finding, renderFinding(finding), document));
    // several findings may speak of one failure: its advice is given once
    const advised = logs.lookup.findingsIn(source).filter(isFailure).flatMap((finding) => {
      const advice = advisor.adviceFor(finding);
      return advice ? [inLog(finding, adviceText(advice, nameOf, sayConf), document)] : [];
    });
    collection.set(document.uri, [...drifts, ...advised]);
  }
}

function isFailure({ check }: Finding): boolean {
  return check === 'failed-operation' || check === 'unknown-fault';
}

function inLog(finding: Finding, text: string, document: vscode.TextDocument): vscode.Diagnostic {
  const { at, related, check } = finding;
  const subject = subjectOf(finding);
  const { Information } = vscode.DiagnosticSeverity;
  const made = new vscode.Diagnostic(rangeInLog(document, at.line, subject), text, Information);
  made.source = say('problemSource');
  made.code = check === 'option-drift' ? check : 'advice';
  made.relatedInformation = check !== 'option-drift' ? [] : related.map((place) =>
    new vscode.DiagnosticRelatedInformation(locationOf(place), nameOf(place.source)));
  return made;
}

// The name that it is about where the line has it: a whole line of squiggles hides what it marks.
function rangeInLog(document: vscode.TextDocument, line: number, name: string | undefined): vscode.Range {
  const whole = lineRange(document, line);
  const word = name?.slice(name.lastIndexOf('.') + 1) ?? '';
  const at = word === '' ? -1 : document.lineAt(whole.start.line).text.indexOf(word);
  return at < 0 ? whole : new vscode.Range(whole.start.line, at, whole.start.line, at + word.length);
}
