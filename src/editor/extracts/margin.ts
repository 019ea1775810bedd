// What stands beside the lines of an extract, in front of the text and no part of it: service and host of
// each line, or its offset. Drawn for the lines in sight only.

import * as vscode from 'vscode';
import type { ExtractRow } from '../../core/extracts/rows';
import { extractScheme } from '../contributes';
import type { Extracts } from './extracts';

/** Lines above and below those in sight, so that scrolling shows no bare ones. */
const AROUND = 60;
/** Scrolling fires often; milliseconds. */
const DELAY = 30;
const WIDEST = 32;

export function registerMargin(extracts: Extracts): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    before: { color: new vscode.ThemeColor('editorLineNumber.foreground'), margin: '0 2ch 0 0' },
    rangeBehavior: vscode.DecorationRangeBehavior.OpenOpen,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    for (const editor of vscode.window.visibleTextEditors) {
      const rows = editor.document.uri.scheme === extractScheme && extracts.rowsOf(editor.document.uri);
      if (rows) editor.setDecorations(decoration, marginsOf(editor, rows));
      showNumbers(editor, !rows || !isNumbered(rows));
    }
  };
  const drawSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(draw, DELAY);
  };
  return vscode.Disposable.from(
    decoration,
    new vscode.Disposable(() => clearTimeout(timer)),
    extracts.onDidChange(drawSoon),
    vscode.window.onDidChangeVisibleTextEditors(drawSoon),
    vscode.window.onDidChangeTextEditorVisibleRanges(drawSoon),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void showMarginWhole(textEditor)),
  );
}

/** More than any line is wide, in columns. */
const ALL_THE_WAY = 100_000;

// VS Code scrolls to the beginning of a line and a few pixels on: of a number the first digits would be
// hidden, and it would be read as another one.
async function showMarginWhole(editor: vscode.TextEditor): Promise<void> {
  const isAtBegin = editor.selection.isEmpty && editor.selection.active.character === 0;
  const isOurs = editor.document.uri.scheme === extractScheme && editor === vscode.window.activeTextEditor;
  if (!isAtBegin || !isOurs) return;
  await vscode.commands.executeCommand('editorScroll', { to: 'left', by: 'column', value: ALL_THE_WAY });
}

function marginsOf(editor: vscode.TextEditor, rows: readonly ExtractRow[]): vscode.DecorationOptions[] {
  const width = widthOf(rows);
  const count = Math.min(rows.length, editor.document.lineCount);
  const margins: vscode.DecorationOptions[] = [];
  let behind = 0;
  for (const { start, end } of editor.visibleRanges) {
    const first = Math.max(behind, start.line - AROUND);
    behind = Math.min(count, end.line + AROUND);
    for (let line = first; line < behind; line += 1) {
      const text = rows[line]?.margin ?? '';
      margins.push({
        range: new vscode.Range(line, 0, line, 0),
        // Spaces at the end of such a text are not drawn; these are.
        renderOptions: { before: { contentText: text.slice(0, WIDEST).padEnd(width, '\u00a0') } },
      });
    }
  }
  return margins;
}

/** Columns of the window in which an editor shows no numbers of its own. */
const withoutNumbers = new Set<vscode.ViewColumn | undefined>();

// Two columns of numbers, of which one is the log's own, would be one too many. VS Code shows the next
// document in the same editor, as it was left.
function showNumbers(editor: vscode.TextEditor, isWanted: boolean): void {
  const { document, viewColumn } = editor;
  if (!isWanted) {
    withoutNumbers.add(viewColumn);
    editor.options = { lineNumbers: vscode.TextEditorLineNumbersStyle.Off };
  } else if (withoutNumbers.delete(viewColumn)) {
    const usual = vscode.workspace.getConfiguration('editor', document).get<string>('lineNumbers', 'on');
    editor.options = { lineNumbers: numberStyles[usual] ?? vscode.TextEditorLineNumbersStyle.On };
  }
}

const numberStyles: Readonly<Record<string, vscode.TextEditorLineNumbersStyle>> = {
  on: vscode.TextEditorLineNumbersStyle.On,
  off: vscode.TextEditorLineNumbersStyle.Off,
  relative: vscode.TextEditorLineNumbersStyle.Relative,
  interval: vscode.TextEditorLineNumbersStyle.Interval,
};

/** Whether the margin holds the numbers that the lines have in their log. */
function isNumbered(rows: readonly ExtractRow[]): boolean {
  const [first] = rows;
  return first?.place !== undefined && first.margin.trim() === String(first.place.line + 1);
}

const widths = new WeakMap<readonly ExtractRow[], number>();

function widthOf(rows: readonly ExtractRow[]): number {
  const known = widths.get(rows);
  if (known !== undefined) return known;
  const width = Math.min(WIDEST, rows.reduce((most, { margin }) => Math.max(most, margin.length), 0));
  widths.set(rows, width);
  return width;
}
