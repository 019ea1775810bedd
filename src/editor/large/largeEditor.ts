// "Open With…", and a click on a packed log: a page in place of a text that no editor bears or shows. It
// opens the log and says what it holds; links lead to its instances, its pages and its lines. Nothing of the
// log's own text stands on it.

import * as vscode from 'vscode';
import { commands, editors } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import { sizeText } from '../tree/presentLarge';
import type { OpenLarge } from './deps';
import type { LargeView } from './view';

const linked = [
  commands.showInstances, commands.goToPlace, commands.goToLogLine, commands.searchLog,
  commands.searchInstances, commands.openLargeLog,
];

/** @param open reads a log of any size from its file, and what an archive holds */
export function registerLargeEditor(logs: Logs, open: OpenLarge): vscode.Disposable {
  const provider = pages(logs, open);
  return vscode.Disposable.from(
    ...Object.values(editors).map((id) => vscode.window.registerCustomEditorProvider(id, provider)));
}

function pages(logs: Logs, open: OpenLarge): vscode.CustomReadonlyEditorProvider {
  return {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor({ uri }, panel) {
      const source = sourceOf(uri);
      let html = '';
      const draw = (trouble = '') => {
        const made = pageOf(source, logs.large.files.get(source), trouble);
        // a page that is set again loses what a person has selected on it
        if (made !== html) panel.webview.html = html = made;
      };
      panel.webview.options = { enableCommandUris: linked };
      const listener = logs.large.onDidRedraw(() => draw());
      panel.onDidDispose(() => void listener.dispose());
      draw();
      if (logs.large.files.has(source)) return;
      void open(uri).then(() => draw(), (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        draw(say('openFailed', { log: nameOf(source), reason }));
      });
    },
  };
}

function pageOf(source: string, view: LargeView | undefined, trouble: string): string {
  const about = { view: { source } };
  const links = view ? [
    link(say('largeShowInstances'), commands.showInstances),
    link(say('largeFindInstance'), commands.searchInstances),
    link(say('largeFirstPage'), commands.goToPlace, source, 0),
    link(say('largeGoToLine'), commands.goToLogLine, about),
    link(say('largeSearch'), commands.searchLog, about),
  ] : [];
  const told = trouble !== '' ? trouble : view ? factsOf(view) : say('largeElsewhere');
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(nameOf(source))}</title>
<style>body { padding: 1.5em 2em; line-height: 1.8 } li { list-style: none } ul { padding: 0 }</style>
</head><body><h1>${escaped(nameOf(source))}</h1><p>${escaped(told)}</p>
<ul>${links.map((one) => `<li>${one}</li>`).join('')}</ul></body></html>`;
}

function factsOf({ count, bytes, total, isReading, failed }: LargeView): string {
  const parts = [say('countInstances', { count })];
  if (isReading && total > 0) {
    parts.push(say('largeReading', { percent: Math.floor((100 * bytes) / total) }));
  } else parts.push(sizeText(Math.max(bytes, total)));
  if (failed.length > 0) parts.push(say('countFailed', { count: failed.length }));
  return parts.join(say('separator'));
}

function link(text: string, command: string, ...args: readonly unknown[]): string {
  const query = args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args))}` : '';
  return `<a href="command:${command}${escaped(query)}">${escaped(text)}</a>`;
}

/** The name of a file may hold anything. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
