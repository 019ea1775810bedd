// Problems: one per finding, at its line, with the sentence that says what to do and links to the other
// places. Of a log that no editor bears they stand in the documents that show lines of it.

import * as vscode from 'vscode';
import type { Lookup } from '../core/lookup';
import type { Finding, Operation, Place } from '../core/model';
import { cutText } from '../core/render/cutText';
import { findingLines } from '../core/render/finding';
import { shortId, shortName } from '../core/render/operationText';
import { subjectOf } from '../core/render/tip';
import type { Advisor } from './conf/advisor';
import { commands, extractScheme, language } from './contributes';
import { lineRange, locationOf, nameOf, severityOf, sourceOf, uriOf } from './convert';
import { shownUris } from './logEntry';
import type { Logs } from './logs';
import { say } from './say';
import type { Settings } from './settings';
import { messageIn } from './tokens';

/** VS Code shows 1 000 per file; nobody works through more than this. */
const MOST_PROBLEMS = 100;

export function registerDiagnostics(logs: Logs, settings: Settings, advisor: Advisor): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection(language);
  const show = (document: vscode.TextDocument) =>
    problems.set(document.uri, problemsOf(logs, advisor, document));
  const showSlices = (isWanted: (source: string) => boolean = () => true) => {
    const shown = shownUris();
    for (const document of vscode.workspace.textDocuments) {
      const source = sourceOf(document.uri);
      if (document.uri.scheme !== extractScheme || !isWanted(source)) continue;
      if (shown.has(source)) show(document);
      else problems.delete(document.uri);
    }
  };
  const refresh = (changed?: vscode.Uri) => {
    if (!settings.current.problems) return problems.clear();
    if (changed?.scheme === extractScheme) return showSlices((source) => source === sourceOf(changed));
    problems.clear();
    const known = new Set(logs.digests.map(({ source }) => source));
    vscode.workspace.textDocuments.filter(({ uri }) => known.has(sourceOf(uri))).forEach(show);
    showSlices();
  };
  return vscode.Disposable.from(
    problems,
    logs.onDidChange(refresh),
    settings.onDidChange(() => refresh()),
    advisor.onDidChange(() => refresh()),
    // what stands in such a document was known before it was shown
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const { input } of [...opened, ...closed]) {
        if (input instanceof vscode.TabInputText && input.uri.scheme === extractScheme) refresh(input.uri);
      }
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (uri.scheme === extractScheme) refresh(uri);
    }),
  );
}

function problemsOf(logs: Logs, advisor: Advisor, document: vscode.TextDocument): vscode.Diagnostic[] {
  const source = sourceOf(document.uri);
  const all = logs.lookupIn(source).findingsIn(source).filter(({ at }) => at.line < document.lineCount);
  // other documents of lines show those of logs that show their own
  const own = document.uri.scheme !== extractScheme ? all
    : all.filter(({ at }) => originIn(logs, document, at.line) !== undefined);
  return worstFirst(withoutRepeats(own, logs.lookupIn(source))).slice(0, MOST_PROBLEMS)
    .map((finding) => problemOf(logs, advisor, finding, document));
}

/** The line of a log that is shown nowhere as a whole. */
function originIn({ large }: Logs, { uri }: vscode.TextDocument, line: number): Place | undefined {
  if (uri.scheme !== extractScheme) return undefined;
  const place = large.originOf(uri, line);
  return place && large.files.has(place.source) ? place : undefined;
}

// The problem of a failed operation says the cause as well: on its own line it is not said again. It says as
// well how long the phase took in which it failed.
function withoutRepeats(findings: readonly Finding[], lookup: Lookup): readonly Finding[] {
  const failed = new Map(findings.filter(({ check }) => check === 'failed-operation')
    .map(({ operation, at }) => [operation, at.line]));
  return findings.filter(({ check, operation, at, args }) => {
    if (operation === undefined || !failed.has(operation)) return true;
    if (check === 'slow-phase') return args['phase'] !== lookup.operation(operation)?.failedPhase;
    return check !== 'diagnosis' || failed.get(operation) !== at.line;
  });
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
  logs: Logs,
  advisor: Advisor,
  finding: Finding,
  document: vscode.TextDocument,
): vscode.Diagnostic {
  const lookup = logs.lookupIn(sourceOf(document.uri));
  const operation = finding.operation === undefined ? undefined : lookup.operation(finding.operation);
  const name = subjectOf(finding);
  const whose = operation && nameAmong(operation, lookup);
  const text = `${findingLines(finding, operation, whose)} ${advisor.statedFor(finding)}`.trimEnd();
  const origin = originIn(logs, document, finding.at.line);
  const problem = new vscode.Diagnostic(
    problemRange(document, finding.at.line, name),
    origin ? say('largeProblem', { problem: text, log: nameOf(origin.source), line: origin.line + 1 }) : text,
    severityOf(finding.severity),
  );
  problem.source = say('problemSource');
  problem.code = codeOf(finding, name);
  problem.relatedInformation = relatedTo(finding, operation, document);
  return problem;
}

// The list of thirty failures says of each whose it is; its row has no other sign of that.
function nameAmong({ kind, instance }: Operation, { analysis }: Lookup): string | undefined {
  const isAlone = analysis.timelines.every((timeline) => timeline.instance === instance);
  return isAlone ? undefined : say('operationOf', { operation: kind, instance: shortId(instance) });
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
  document: vscode.TextDocument,
): vscode.DiagnosticRelatedInformation[] {
  const related = new Map<string, { readonly place: Place; readonly message: string }>();
  const add = (place: Place, message: string) => {
    const isHere = place.source === finding.at.source && place.line === finding.at.line;
    if (!isHere) related.set(`${place.line}@${place.source}`, { place, message });
  };
  const isStuck = finding.check === 'stuck-operation';
  for (const place of finding.related) {
    add(place, isStuck ? say('relatedMeanwhile') : messageAt(document, place) ?? say('relatedLine'));
  }
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
      new vscode.DiagnosticRelatedInformation(locationOf(place), message),
  );
}

/** Longer messages are cut: the list has one row for each. */
const longestMessage = 120;

// What the line says tells more than that it has to do with it.
function messageAt(document: vscode.TextDocument, { source, line }: Place): string | undefined {
  if (source !== sourceOf(document.uri) || line >= document.lineCount) return undefined;
  const { text } = document.lineAt(line);
  return cutText(messageIn(text).trim(), longestMessage) || undefined;
}

// The name where it stands on the line, else the line: a squiggle under 200 columns hides what it marks.
function problemRange(document: vscode.TextDocument, line: number, name: string | undefined): vscode.Range {
  const whole = lineRange(document, line);
  const { text } = document.lineAt(whole.start.line);
  const word = name?.slice(name.lastIndexOf('.') + 1) ?? '';
  const at = word === '' ? -1 : text.indexOf(word);
  return at < 0 ? whole : new vscode.Range(whole.start.line, at, whole.start.line, at + word.length);
}
