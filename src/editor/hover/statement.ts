// In: a line of a log. Out: the part of a hover that says which statement of Nova's source logged it. The
// statements are loaded by the first line that is asked about.

import * as vscode from 'vscode';
import type { Explanation } from '../../core/model';
import { renderMarkdown } from '../../core/render/markdown';
import { loadFacts, loadStatements } from '../../knowledge/facts/index';
import type { HoverText } from './text';

type LineExplainer = (text: string, release?: string) => Explanation | undefined;

let loading: Promise<LineExplainer> | undefined;

async function loadExplainer(): Promise<LineExplainer> {
  // a chunk of its own: the words are larger than all the code
  const { lineExplainer } = await import('../../core/explaining/explainLine');
  return lineExplainer(await loadStatements(), await loadFacts());
}

/**
 * The hover of a line that is about nothing else; undefined where there is nothing to say.
 * @param text what there is to say of it already
 */
export async function hoverStatement(
  document: vscode.TextDocument,
  position: vscode.Position,
  text: HoverText,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const line = document.lineAt(position.line);
  await sayStatement(line.text, text);
  if (token.isCancellationRequested || text.isEmpty) return undefined;
  return new vscode.Hover(text.markdown, line.range);
}

/** Says nothing where no statement is known that logs such a line. */
export async function sayStatement(line: string, text: HoverText): Promise<void> {
  loading ??= loadExplainer();
  const explanation = (await loading)(line);
  if (explanation) text.say(renderMarkdown(explanation));
}
