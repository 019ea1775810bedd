// In: a line, or an exception on it. Out: the part of a hover that says what rules of the operator's own say.

import type * as vscode from 'vscode';
import type { Fault } from '../../core/model';
import { renderMarkdown } from '../../core/render/markdown';
import { nameOf } from '../convert';
import type { Logs } from '../logs';
import type { OwnRules } from '../rules/ownRules';
import type { HoverText } from './text';

/** Rules that name the line. */
export function sayRulesOfLine(
  logs: Logs, rules: OwnRules, document: vscode.TextDocument, line: number, text: HoverText,
): void {
  const own = logs.digestOf(document.uri)?.own ?? [];
  sayRules(rules, own.filter(({ at }) => at.line === line).map(({ marker }) => marker), text);
}

/** Rules that name the exception; its text counts where it is known. */
export function sayRulesOfFault(
  rules: OwnRules, name: string, fault: Fault | undefined, text: HoverText,
): void {
  sayRules(rules, rules.known?.set.forFault(fault ?? { type: name, message: '' }) ?? [], text);
}

function sayRules(rules: OwnRules, indexes: readonly number[], text: HoverText): void {
  for (const index of indexes) {
    const explanation = rules.known?.explained(index, nameOf);
    if (explanation) text.say(renderMarkdown(explanation));
  }
}
