// Lenses: one at the first line of each operation, one more to its cause, and one at each failure. Where
// there are many, titles are made when a lens comes into sight.

import * as vscode from 'vscode';
import type { Lookup } from '../core/lookup';
import type { Fault, Operation } from '../core/model';
import { isCauseGuessed } from '../core/render/guesses';
import { attemptFailedText } from '../core/render/moveText';
import { chainText, operationLine, shortId, shortName } from '../core/render/operationText';
import { commands, extractScheme, language } from './contributes';
import { sourceOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';
import type { Settings } from './settings';

/** As many lenses come with their titles: where new ones come while VS Code asks for those of the old ones,
 *  it gives the new ones commands that are gone, and a click on them fails. */
const MOST_AT_ONCE = 500;
/** A line that is the answer of a central store may hold a thousand operations. */
const MOST_ON_A_LINE = 20;

type LensRole =
  'operation' | 'toCause' | 'cause' | 'recorded' | 'attempt' | 'explain' | 'document' | 'compare';

interface LensPlace {
  readonly source: string;
  readonly line: number;
}

class OperationLens extends vscode.CodeLens {
  readonly operation: Operation;
  readonly role: LensRole;
  readonly fault: Fault | undefined;
  /** Which attempt it is about, where the role is `attempt`. */
  readonly attempt: number;
  readonly source: string;

  constructor(place: LensPlace, operation: Operation, role: LensRole, fault?: Fault, attempt = 0) {
    super(new vscode.Range(place.line, 0, place.line, 0));
    this.source = place.source;
    this.operation = operation;
    this.role = role;
    this.fault = fault;
    this.attempt = attempt;
  }
}

export function registerCodeLens(logs: Logs, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    logs.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(language, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses({ uri, lineCount }) {
        if (!settings.current.codeLens) return [];
        const source = sourceOf(uri);
        const lookup = logs.lookupIn(source);
        const lenses = lensesOf(lookup, source).filter(({ range }) => range.start.line < lineCount);
        const { shown, more } = fewOnALine(lenses);
        return [...shown.length > MOST_AT_ONCE ? shown : shown.map((lens) => titled(lens, lookup)), ...more];
      },
      resolveCodeLens: (lens) =>
        (lens instanceof OperationLens ? titled(lens, logs.lookupIn(lens.source)) : lens),
    }),
  );
}

function titled(lens: OperationLens, lookup: Lookup): OperationLens {
  lens.command = commandOf(lens, isCrowded(lookup, lens));
  return lens;
}

/** Of a line with too many the first, and one that leads to the next of them in the tree. */
function fewOnALine(lenses: readonly OperationLens[]): { shown: OperationLens[]; more: vscode.CodeLens[] } {
  const byLine = new Map<number, OperationLens[]>();
  for (const lens of lenses) {
    const { line } = lens.range.start;
    const known = byLine.get(line);
    if (known) known.push(lens);
    else byLine.set(line, [lens]);
  }
  const shown: OperationLens[] = [];
  const more: vscode.CodeLens[] = [];
  for (const all of byLine.values()) {
    shown.push(...all.slice(0, MOST_ON_A_LINE));
    const next = all[MOST_ON_A_LINE];
    if (!next) continue;
    const title = say('moreLenses', { count: all.length - MOST_ON_A_LINE });
    const command = { title, command: commands.showOperation, arguments: [next.operation.id] };
    more.push(new vscode.CodeLens(next.range, command));
  }
  return { shown, more };
}

function lensesOf(lookup: Lookup, source: string): OperationLens[] {
  const comparable = kindsTwice(lookup);
  return lookup.operationsIn(source).flatMap(({ operation, first }) => {
    const { rootCause } = operation;
    const lenses = [new OperationLens({ source, line: first }, operation, 'operation')];
    const isElsewhere = rootCause && !(rootCause.at.source === source && rootCause.at.line === first);
    if (isElsewhere) lenses.push(new OperationLens({ source, line: first }, operation, 'toCause'));
    if (!source.startsWith(`${extractScheme}:`)) {
      lenses.push(new OperationLens({ source, line: first }, operation, 'document'));
    }
    if (operation.outcome === 'failed' && comparable.has(operation.kind)) {
      lenses.push(new OperationLens({ source, line: first }, operation, 'compare'));
    }
    return [...lenses, ...failureLenses(operation, source)];
  });
}

/** Only where there are two of a kind is there something to compare with. */
function kindsTwice({ analysis }: Lookup): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { operations } of analysis.timelines) {
    for (const { kind } of operations) (once.has(kind) ? twice : once).add(kind);
  }
  return twice;
}

// At the root cause, at what Nova recorded, and at what made each other host fail.
function failureLenses(operation: Operation, source: string): OperationLens[] {
  const { rootCause, fault, attempts } = operation;
  const lenses: OperationLens[] = [];
  const taken = new Set<number>();
  const add = (role: LensRole, failure: Fault | undefined, attempt?: number) => {
    if (failure?.at.source !== source || taken.has(failure.at.line)) return;
    taken.add(failure.at.line);
    lenses.push(new OperationLens(failure.at, operation, role, failure, attempt));
    if (role !== 'recorded') lenses.push(new OperationLens(failure.at, operation, 'explain', failure));
  };
  add('cause', rootCause);
  if (attempts.length > 1) attempts.forEach((attempt, index) => add('attempt', attempt.rootCause, index));
  add('recorded', fault);
  return lenses;
}

/** More than one instance in the log: lenses then say which one they are about. */
function isCrowded(lookup: Lookup, { operation }: OperationLens): boolean {
  return lookup.analysis.timelines.some(({ instance }) => instance !== operation.instance);
}

function commandOf(lens: OperationLens, crowded: boolean): vscode.Command {
  const { operation, role } = lens;
  const name = crowded
    ? say('operationOf', { operation: operation.kind, instance: shortId(operation.instance) })
    : operation.kind;
  if (role === 'explain') {
    const args = [{ name: lens.fault ? shortName(lens.fault) : '', operation: operation.id }];
    return { title: say('explain'), command: commands.explain, arguments: args };
  }
  if (role === 'document' || role === 'compare') {
    const command = role === 'document' ? commands.openInstanceDocument : commands.compareWith;
    return { title: titleOf(lens, name), command, arguments: [{ operation }] };
  }
  const goes = role === 'toCause' || role === 'recorded';
  return {
    title: titleOf(lens, name),
    tooltip: say(goes ? 'lensCauseTooltip' : 'lensTooltip'),
    command: goes ? commands.goToCause : commands.showOperation,
    arguments: [operation.id],
  };
}

function titleOf({ operation, role, fault, attempt }: OperationLens, name: string): string {
  const exception = fault ? shortName(fault) : '';
  switch (role) {
    case 'operation': return operationLine(operation, say, name);
    case 'toCause': return say('goToCause');
    case 'cause': {
      const text = say('rootCauseOf', { operation: name, chain: chainText(operation) });
      return isCauseGuessed(operation) ? text + say('separator') + say('guessedCause') : text;
    }
    case 'recorded': return say('recordedBy', { operation: name, exception });
    case 'attempt': return attemptFailedText(operation, attempt, name, exception, say);
    case 'explain': return say('explain');
    case 'document': return say('openInstance');
    case 'compare': return say('compare');
  }
}
