// Hovers of a log: on exceptions, options, ids, phases and durations. A position that is about nothing
// known is answered at once; the facts are loaded by the first one that needs them.

import * as vscode from 'vscode';
import type { ExplainContext } from '../../core/explaining/explain';
import type { Explanation, Operation } from '../../core/model';
import { renderFinding } from '../../core/render/finding';
import { renderMarkdown } from '../../core/render/markdown';
import { shortName } from '../../core/render/operationText';
import type { Advisor } from '../conf/advisor';
import { sayAdvice, sayValues } from '../conf/values';
import { commands, language } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import { exceptionNamed, optionNamed } from '../explanations';
import type { Logs } from '../logs';
import { shownOption } from '../optionValues';
import { say } from '../say';
import type { OwnRules } from '../rules/ownRules';
import type { Settings } from '../settings';
import { sayDiagnoses } from './diagnosis';
import { sayRequest, sayUuid } from './ids';
import type { Span } from './names';
import { sayRulesOfFault, sayRulesOfLine } from './ownRule';
import { sayEvent, sayTook, sayWaits } from './phase';
import { hoverStatement, sayStatement } from './statement';
import { subjectsAt, type HoverSubject } from './subject';
import { HoverText, type Link } from './text';

export function registerHover(
  logs: Logs, settings: Settings, advisor: Advisor, rules: OwnRules,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(language, {
    async provideHover(document, position, token) {
      for (const subject of subjectsAt(logs, document, position)) {
        const text = new HoverText();
        await saySubject({ logs, settings, advisor, rules, document, position }, subject, text);
        if (token.isCancellationRequested) return undefined;
        if (!text.isEmpty) return new vscode.Hover(text.markdown, rangeOf(position, subject.span));
      }
      const line = new HoverText();
      sayRulesOfLine(logs, rules, document, position.line, line);
      await sayDiagnoses(logs, advisor, document, position.line, line);
      await sayWaits(logs, document, position.line, line);
      return hoverStatement(document, position, line, token);
    },
  });
}

interface HoverContext {
  readonly logs: Logs;
  readonly settings: Settings;
  readonly advisor: Advisor;
  readonly rules: OwnRules;
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

function rangeOf({ line }: vscode.Position, { start, end }: Span): vscode.Range {
  return new vscode.Range(line, start, line, end);
}

async function saySubject(context: HoverContext, subject: HoverSubject, text: HoverText): Promise<void> {
  const { logs, settings, document, position } = context;
  switch (subject.kind) {
    case 'uuid':
      return sayUuid(logs, subject.uuid, sourceOf(document.uri), text);
    case 'request':
      return sayRequest(logs, subject.request, text);
    case 'event':
      await sayEvent(logs, subject.event, text);
      sayRulesOfLine(logs, context.rules, document, position.line, text);
      await sayDiagnoses(logs, context.advisor, document, position.line, text);
      return sayStatement(document.lineAt(position.line).text, text);
    case 'took': {
      const place = { source: sourceOf(document.uri), line: position.line };
      return sayTook(logs, subject.seconds, place, settings.current.slowPhaseSeconds, text);
    }
    case 'class':
      return sayException(context, subject.name, text);
    case 'option':
      return sayOption(context, subject.name, text);
  }
}

async function sayException(
  context: HoverContext,
  name: string,
  text: HoverText,
): Promise<void> {
  const { logs, settings, advisor, document, position } = context;
  const source = sourceOf(document.uri);
  const bare = name.slice(name.lastIndexOf('.') + 1).replace(/_Remote$/, '');
  const lookup = logs.lookupIn(source);
  const fault = lookup.faultsAt(source, position.line).find((one) => shortName(one) === bare);
  const operation =
    operationFailedBy(logs, source, position.line, bare) ??
    lookup.operationAt(source, position.line, fault?.instance);
  const explanation = await exceptionNamed(name, explainContextOf(operation, bare));
  // any word with a capital may be a class: the line is about more than this one
  if (!explanation) return;
  await sayDiagnoses(logs, advisor, document, position.line, text);
  // At the problem itself VS Code shows the same sentence right above.
  const finding = lookup
    .findingsIn(source)
    .find((one) => one.check === 'failed-operation' && operation && one.operation === operation.id);
  const isShown = settings.current.problems && finding?.at.line === position.line;
  const isCause = operation?.rootCause && shortName(operation.rootCause) === bare;
  if (finding && isCause && !isShown) text.titled(say('hoverThisLog'), renderFinding(finding, operation));
  const advice = finding && isCause ? advisor.adviceFor(finding) : undefined;
  if (advice) sayAdvice(advice, text);
  sayRulesOfFault(context.rules, name, fault, text);
  // below all there is to say of a class nobody finds what can be done
  text.links(linksFor(explanation, operation));
  text.say(renderMarkdown(inHover((await advisor.bookOf(source)).explained(explanation))));
  await sayOptions(context, explanation, text);
}

/** Where our words tell a class, what Nova's source says of it is for its page. */
function inHover(explanation: Explanation): Explanation {
  return explanation.causes.length > 0 ? { ...explanation, facts: [] } : explanation;
}

/** The operation whose root cause or recorded fault, of this class, stands on the line. */
function operationFailedBy(logs: Logs, source: string, line: number, name: string): Operation | undefined {
  return logs.lookupIn(source)
    .operationsIn(source)
    .map(({ operation }) => operation)
    .find(({ rootCause, fault }) =>
      [rootCause, fault].some(
        (one) => one && one.at.source === source && one.at.line === line && shortName(one) === name,
      ),
    );
}

/** What the operation tells an explanation of the exception that failed it. */
export function explainContextOf(operation: Operation | undefined, name: string): ExplainContext {
  const isCause = operation?.rootCause && shortName(operation.rootCause) === name;
  return isCause && operation.failedPhase ? { phase: operation.failedPhase, kind: operation.kind } : {};
}

async function sayOption(context: HoverContext, name: string, text: HoverText): Promise<void> {
  const explanation = await optionNamed(name);
  if (!explanation) return;
  text.say(renderMarkdown(explanation));
  await sayOptions(context, explanation, text);
  text.links(linksFor(explanation, undefined));
}

// Values come from logs and files: as plain text, with the line they stand on.
async function sayOptions(
  { logs, advisor, document, position }: HoverContext,
  { options }: Explanation,
  text: HoverText,
): Promise<void> {
  if (options.length === 0) return;
  const source = sourceOf(document.uri);
  const names = options.map(({ name }) => name);
  const told = sayValues(await advisor.bookOf(source), names, position.line, text);
  const rows = names.filter((name) => !told.includes(name)).flatMap((name) => {
    const shown = shownOption(logs, name, source);
    if (!shown) return [];
    const place = { log: nameOf(shown.source), line: shown.line + 1 };
    const link: Link = {
      label: say('lineIn', place),
      command: commands.goToPlace,
      args: [shown.source, shown.line],
    };
    return [{ link, text: say('confFrom', { option: name, value: shown.value }) }];
  });
  if (rows.length > 0) text.say(`**${say('hoverThisLog')}**`).list(rows);
}

function linksFor({ name, options, checks }: Explanation, operation: Operation | undefined): Link[] {
  const links: Link[] = [{ label: say('openExplanation'), command: commands.explain, args: [{ name }] }];
  if (options.length > 0)
    links.push({ label: say('fixCopyConf'), command: commands.copyConf, args: [{ name }] });
  if (checks.some(({ command }) => command !== undefined)) {
    links.push({
      label: say('fixCopyChecks'),
      command: commands.copyChecks,
      args: [{ name, operation: operation?.id }],
    });
  }
  if (operation)
    links.push({ label: say('showInTree'), command: commands.showOperation, args: [operation.id] });
  return links;
}
