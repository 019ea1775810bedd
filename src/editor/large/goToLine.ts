// "Go to Line" of a large log: a number, as the file counts → the page that holds the line, at the line.

import * as vscode from 'vscode';
import { say } from '../say';
import type { LargeDeps } from './deps';
import type { LargeFile } from './view';

export async function goToLine(file: LargeFile, { openPlace }: LargeDeps): Promise<void> {
  const lines = file.digest?.lines ?? 0;
  const text = await vscode.window.showInputBox({
    prompt: say('largeLinePrompt', { lines }),
    validateInput: (value) =>
      (lineIn(value, lines) === undefined ? say('largeLineWrong', { lines }) : undefined),
  });
  const line = text === undefined ? undefined : lineIn(text, lines);
  if (line !== undefined) await openPlace(file.source, line - 1);
}

/** Digits may be grouped, as people write large numbers. */
export function lineIn(text: string, lines: number): number | undefined {
  const digits = text.replaceAll(/[\s,.'’]/g, '');
  if (!/^\d{1,12}$/.test(digits)) return undefined;
  const line = Number(digits);
  return line >= 1 && line <= lines ? line : undefined;
}
