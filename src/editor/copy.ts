// Copies what an explanation offers: lines for nova.conf, read-only check commands. The clipboard is all it
// touches.

import * as vscode from 'vscode';
import type { ExplainedOption, Operation } from '../core/model';
import { idsIn, renderChecks, renderConf } from '../core/render/confLines';
import type { Advisor } from './conf/advisor';
import { commands } from './contributes';
import { activeSource } from './cursor';
import { anythingNamed } from './explanations';
import type { Logs } from './logs';
import { shownOption } from './optionValues';
import { say } from './say';

export function registerCopy(logs: Logs, advisor: Advisor): vscode.Disposable {
  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    register(commands.copyConf, async (target: unknown) => {
      const { name } = targetOf(target);
      const explanation = await anythingNamed(name);
      const lines = explanation
        ? renderConf(explanation.options, valuesShown(logs, explanation.options), say)
        : [];
      await copy(lines, name, say('copiedConf', { count: lines.length }));
    }),
    register(commands.copyChecks, async (target: unknown) => {
      const { name, operation } = targetOf(target);
      const explanation = await anythingNamed(name);
      const known = operation === undefined ? undefined : logs.lookup.operation(operation);
      const source = known?.begin.source ?? activeSource();
      const there = explanation && source !== undefined
        ? (await advisor.bookOf(source)).explained(explanation)
        : explanation;
      const lines = there ? renderChecks(there, idsOf(known)) : [];
      const count = lines.filter((line) => !line.startsWith('#')).length;
      await copy(lines, name, say('copiedChecks', { count }));
    }),
  );
}

// Links and menus hand over what they like: only strings are taken.
function targetOf(target: unknown): { readonly name: string; readonly operation: string | undefined } {
  const field = (key: string): unknown =>
    typeof target === 'object' && target !== null ? Reflect.get(target, key) : undefined;
  const name = field('name');
  const operation = field('operation');
  return {
    name: typeof name === 'string' ? name : '',
    operation: typeof operation === 'string' ? operation : undefined,
  };
}

async function copy(lines: readonly string[], name: string, done: string): Promise<void> {
  if (lines.length === 0) {
    void vscode.window.showInformationMessage(say('nothingToCopy', { name }));
    return;
  }
  await vscode.env.clipboard.writeText(`${lines.join('\n')}\n`);
  vscode.window.setStatusBarMessage(done, 5000);
}

/** What the open logs say of these options, the log in front of the person first. */
function valuesShown(logs: Logs, options: readonly ExplainedOption[]): ReadonlyMap<string, string> {
  const source = activeSource();
  return new Map(
    options.flatMap(({ name }) => {
      const shown = shownOption(logs, name, source);
      return shown ? [[name, shown.value] as const] : [];
    }),
  );
}

/** What the placeholders of check commands may stand for, as this operation and its failure name it. */
function idsOf(operation: Operation | undefined): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  if (!operation) return ids;
  for (const { message } of operation.chain) for (const [name, id] of idsIn(message)) ids.set(name, id);
  for (const name of ['instance', 'server', 'uuid']) ids.set(name, operation.instance);
  const host = operation.attempts.at(-1)?.host;
  if (host) ids.set('host', host);
  if (operation.request) ids.set('request', operation.request);
  return ids;
}
