// Ids that a terminal prints, for example in an answer of the openstack command: an instance or a request of
// the open logs becomes a link to all its lines.

import * as vscode from 'vscode';
import { commands } from './contributes';
import { idsIn } from './ids';
import { instanceOf } from './instanceLines';
import type { Logs } from './logs';
import { say } from './say';
import { requestIn } from './tokens';

/** Terminals print what they like. */
const LONGEST = 4000;

interface IdLink extends vscode.TerminalLink {
  readonly command: string;
  readonly id: string;
}

export function registerTerminalLinks(logs: Logs): vscode.Disposable {
  const provider: vscode.TerminalLinkProvider<IdLink> = {
    provideTerminalLinks: ({ line }) => terminalLinks(logs, line),
    handleTerminalLink: async ({ command, id }) => {
      await vscode.commands.executeCommand(command, id);
    },
  };
  return vscode.window.registerTerminalLinkProvider(provider);
}

function terminalLinks(logs: Logs, line: string): IdLink[] {
  if (logs.digests.length === 0) return [];
  return idsIn(line.slice(0, LONGEST)).flatMap(({ text, start, end }): IdLink[] => {
    const place = { startIndex: start, length: end - start };
    if (requestIn(text)) {
      const isKnown = logs.digests.some((digest) => digest.linesOf(text).length > 0);
      const link = { ...place, command: commands.openRequestDocument, id: text, tooltip: say('openRequest') };
      return isKnown ? [link] : [];
    }
    const instance = instanceOf(logs, text);
    if (instance === undefined) return [];
    return [{ ...place, command: commands.openInstanceDocument, id: instance, tooltip: say('openInstance') }];
  });
}
