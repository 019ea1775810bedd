// Problems: one per finding, at its line, with the sentence that says what to do and links to the other
// places.

import * as vscode from 'vscode';
import type { Finding, Operation, Place } from '../core/model';
import { renderFinding } from '../core/render/finding';
import { shortName } from '../core/render/operationText';
import { subjectOf } from '../core/render/tip';
import type { Advisor } from './conf/advisor';
import { commands, language } from './contributes';
import { lineRange, severityOf, sourceOf, uriOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';
import type { Settings } from './settings';

/** VS Code shows 1 000 per file; nobody works through more than this. */
const MOST_PROBLEMS = 100;

export function registerDiagnostics(logs: Logs, settings: Settings, advisor: Advisor): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection(language);
  const refresh = () => {
    problems.clear();
    if (!settings.current.problems) return;
    for (const { source } of logs.digests) {
      const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
      if (document) problems.set(document.uri, problemsOf(logs, advisor, source, document));
    }
  };
  return vscode.Disposable.from(
    problems,
    logs.onDidChange(refresh),
    settings.onDidChange(refresh),
    advisor.onDidChange(refresh),
  );
}

function problemsOf(
  logs: Logs,
  advisor: Advisor,
  source: string,
  document: vscode.TextDocument,
): vscode.Diagnostic[] {
  return worstFirst(withoutRepeats(logs.lookup.findingsIn(source)))
    .slice(0, MOST_PROBLEMS)
    .filter(({ at }) => at.line < document.lineCount)
    .map((finding) => problemOf(logs, advisor, finding, document));
}

// The problem of a failed operation says the cause as well: on its own line it is not said again.
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const failed = new Map(findings.filter(({ check }) => check === 'failed-operation')
    .map(({ operation, at }) => [operation, at.line]));
  return findings.filter(({ check, operation, at }) =>
    check !== 'diagnosis' || operation === undefined || failed.get(operation) !== at.line);
}

const ranks: Readonly<Record<Finding['severity'], number>> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
};

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function problemOf(
  { lookup }: Logs,
  advisor: Advisor,
  finding: Finding,
  document: vscode.TextDocument,
): vscode.Diagnostic {
  const operation = finding.operation === undefined ? undefined : lookup.operation(finding.operation);
  const name = subjectOf(finding);
  const problem = new vscode.Diagnostic(
    problemRange(document, finding.at.line, name),
    `${renderFinding(finding, operation)} ${advisor.statedFor(finding)}`.trimEnd(),
    severityOf(finding.severity),
  );
  problem.source = say('problemSource');
  problem.code = codeOf(finding, name);
  problem.relatedInformation = relatedTo(finding, operation);
  return problem;
}

// What a click on the code leads to: the explanation of the class, the rule that speaks.
function codeOf({ check, args }: Finding, name: string | undefined): NonNullable<vscode.Diagnostic['code']> {
  const { rule, file, ruleLine } = args;
  if (typeof rule === 'string' && typeof file === 'string') {
    return { value: rule, target: uriOf(file).with({ fragment: `L${Number(ruleLine)}` }) };
  }
  if (name === undefined) return check;
  const query = encodeURIComponent(JSON.stringify([{ name }]));
  return { value: name, target: vscode.Uri.parse(`command:${commands.explain}?${query}`) };
}

// One entry per line: of several exceptions on a line the last one, which is what Nova recorded, is named.
function relatedTo(
  finding: Finding,
  operation: Operation | undefined,
): vscode.DiagnosticRelatedInformation[] {
  const related = new Map<string, { readonly place: Place; readonly message: string }>();
  const add = (place: Place, message: string) => {
    const isHere = place.source === finding.at.source && place.line === finding.at.line;
    if (!isHere) related.set(`${place.line}@${place.source}`, { place, message });
  };
  const isStuck = finding.check === 'stuck-operation';
  for (const place of finding.related) add(place, say(isStuck ? 'relatedMeanwhile' : 'relatedLine'));
  if (operation) add(operation.begin, say('relatedBegin', { operation: operation.kind }));
  for (const fault of operation?.chain ?? []) {
    const exception = shortName(fault);
    const isLast = fault === operation?.fault;
    const word =
      fault === operation?.rootCause ? 'relatedRootCause' : isLast ? 'relatedFault' : 'relatedBetween';
    add(fault.at, say(word, { exception }));
  }
  return [...related.values()].map(
    ({ place, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uriOf(place.source), new vscode.Position(place.line, 0)),
        message,
      ),
  );
}

// The name where it stands on the line, else the line: a squiggle under 200 columns hides what it marks.
function problemRange(document: vscode.TextDocument, line: number, name: string | undefined): vscode.Range {
  const whole = lineRange(document, line);
  const { text } = document.lineAt(whole.start.line);
  const word = name?.slice(name.lastIndexOf('.') + 1) ?? '';
  const at = word === '' ? -1 : text.indexOf(word);
  return at < 0 ? whole : new vscode.Range(whole.start.line, at, whole.start.line, at + word.length);
}
