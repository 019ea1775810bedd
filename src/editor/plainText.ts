// Text of a log as part of a Markdown: it shows as it is, and breaks between words.

import type * as vscode from 'vscode';

/** Appends the text, escaped. Word by word: the blanks that `appendText` makes of spaces break no line. */
export function appendPlain(markdown: vscode.MarkdownString, text: string): vscode.MarkdownString {
  for (const word of text.split(/\s+/)) markdown.appendText(word).appendMarkdown(' ');
  return markdown;
}
