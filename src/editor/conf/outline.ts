// The sections of nova.conf and what they set → outline, breadcrumbs and go-to-symbol; a section can be
// folded. No values: some are secrets, and outlines are shown around.

import * as vscode from 'vscode';
import type { ConfSection, ConfSetting } from '../../core/conf/conf';
import { confLanguage } from '../contributes';
import { confOf, rangeOf } from './document';

export function registerConfOutline(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(confLanguage, {
      provideDocumentSymbols(document) {
        const { sections, settings } = confOf(document);
        const loose = settings.filter(({ group }) => group === undefined);
        return [...loose.map((setting) => symbolOf(setting, document)), ...sections.map((section) => {
          const symbol = sectionSymbol(section, document);
          symbol.children = settings
            .filter(({ keySpan }) => keySpan.line > section.span.line && keySpan.line <= section.lastLine)
            .map((setting) => symbolOf(setting, document));
          return symbol;
        })];
      },
    }),
    vscode.languages.registerFoldingRangeProvider(confLanguage, {
      provideFoldingRanges: (document) => confOf(document).sections
        .map((section) => new vscode.FoldingRange(section.span.line, lastUsed(section, document)))
        .filter(({ start, end }) => end > start),
    }),
  );
}

function sectionSymbol(section: ConfSection, document: vscode.TextDocument): vscode.DocumentSymbol {
  const { name, span, lastLine } = section;
  const range = new vscode.Range(span.line, 0, lastLine, lengthOf(document, lastLine));
  return new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Module, range, rangeOf(span));
}

function symbolOf(
  { key, keySpan, lastLine }: ConfSetting, document: vscode.TextDocument,
): vscode.DocumentSymbol {
  const range = new vscode.Range(keySpan.line, keySpan.start, lastLine, lengthOf(document, lastLine));
  return new vscode.DocumentSymbol(key, '', vscode.SymbolKind.Property, range, rangeOf(keySpan));
}

/** Blank lines above the next section stay where they are. */
function lastUsed({ span, lastLine }: ConfSection, document: vscode.TextDocument): number {
  let line = lastLine;
  while (line > span.line && document.lineAt(line).isEmptyOrWhitespace) line -= 1;
  return line;
}

function lengthOf(document: vscode.TextDocument, line: number): number {
  return document.lineAt(Math.min(line, document.lineCount - 1)).text.length;
}
