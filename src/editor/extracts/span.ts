// A span of time out of all logs as one document: the person says from when to when, in one line.

import * as vscode from 'vscode';
import { timeText } from '../../core/render/terminal';
import type { Logs } from '../logs';
import { say } from '../say';
import { uriOfExtract } from './address';

/** Asks for the span and opens it; says in the box what is wrong with what was typed. */
export async function openSpan(logs: Logs): Promise<void> {
  const { weaving } = await import('../../core/extracts/weaving');
  const times = logs.digests.flatMap(({ firstTime, lastTime }) => [firstTime, lastTime])
    .filter((time) => time !== undefined);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (times.length === 0) return void vscode.window.showInformationMessage(say('spanNoTimes'));
  const parse = (text: string) => {
    const [from, to, ...more] = text.split(/ - |–/);
    const begin = weaving.parseMoment(from ?? '', false, first);
    const end = weaving.parseMoment(to ?? '', true, begin ?? first);
    if (more.length > 0 || begin === undefined || end === undefined) return undefined;
    return { from: begin, to: end };
  };
  const around = `${timeText(first)} – ${timeText(last)}`;
  const text = await vscode.window.showInputBox({
    prompt: say('spanPrompt', { span: around }),
    value: around,
    validateInput(value) {
      const span = parse(value);
      if (!span) return say('spanWrong');
      return span.from > span.to ? say('spanBackwards') : undefined;
    },
  });
  const span = text === undefined ? undefined : parse(text);
  if (!span) return;
  const uri = uriOfExtract({ subject: { kind: 'time', id: weaving.spanId(span) }, style: 'lines' });
  const options: vscode.TextDocumentShowOptions = { preview: false };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}
