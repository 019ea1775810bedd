// A log that no editor bears: its instances in the tree while it is read, documents of instances and
// requests, pages, search, growth; and that the extension host is free meanwhile.

import assert from 'node:assert';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, editors, extractScheme, language } from '../../src/editor/contributes';
import type { NovaLens } from '../../src/extension';
import { generateLarge } from '../samples/large';
import { activated, closeAll, hoverAt, lensesOf, positionOf, until, workspaceUri, writeFile } from './support';

type Tree = NovaLens['tree'];
type Node = ReturnType<Tree['getChildren']>[number];

/** The web host has no disk: web workers read there, and whole files come through VS Code's file systems. */
const onDisk = vscode.env.uiKind === vscode.UIKind.Desktop || workspaceUri().scheme === 'file';
/** Larger than any document that an extension gets. */
const size = (onDisk ? 64 : 52) * 1024 * 1024;
const longestTask = 50;
/** On a quiet machine it is a third of a second, and on one that has much else to do it may take a while. A
 *  file that comes whole takes its time. */
const latestFirst = onDisk ? 3000 : 60_000;
/** The same for the first document of an instance, for which much is loaded. */
const latestSlice = 3000;
/** The same for a line that was appended: the whole file may come twice, at first while it is written. */
const latestAppended = onDisk ? 3000 : 150_000;

async function theTree(): Promise<Tree> {
  const { exports }: vscode.Extension<unknown> = await activated();
  assert.ok(typeof exports === 'object' && exports !== null && 'tree' in exports);
  return exports.tree as Tree;
}

function largeNode(tree: Tree): Extract<Node, { kind: 'large' }> | undefined {
  return tree.getChildren().find((node) => node.kind === 'large');
}

function instancesIn(tree: Tree): readonly Extract<Node, { kind: 'instance' }>[] {
  const log = largeNode(tree);
  return log ? tree.getChildren(log).filter((node) => node.kind === 'instance') : [];
}

interface ThreadCpu {
  readonly threadCpuUsage?: () => { readonly user: number; readonly system: number };
}

/** What this thread has worked so far, milliseconds: what others do on this machine is not in it. An older
 *  Node does not tell; it is the time that has passed, then. */
function worked(): number {
  const used = (process as ThreadCpu).threadCpuUsage?.();
  return used ? (used.user + used.system) / 1000 : performance.now();
}

/** The longest task of the extension host, milliseconds. */
function watchHost(): () => number {
  let longest = 0;
  let last = worked();
  const timer = setInterval(() => {
    const now = worked();
    longest = Math.max(longest, now - last);
    last = now;
  }, 2);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

/** As a service writes: VS Code's file systems only write whole files. */
async function append(uri: vscode.Uri, before: string, more: string): Promise<void> {
  if (!onDisk) return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(before + more));
  // by a name that the bundle for the web host, which has no such module, does not look for
  const name = ['node', 'fs'].join(':');
  const fs = (await import(name)) as { appendFileSync(file: string, text: string): void };
  fs.appendFileSync(uri.fsPath, more);
}

type Pack = 'gzipSync' | 'zstdCompressSync';

/** Undefined: nothing here packs so. */
async function packedBy(pack: Pack, content: string): Promise<Uint8Array | undefined> {
  if (!onDisk) return pack === 'gzipSync' ? packedInBrowser(content) : undefined;
  const name = ['node', 'zlib'].join(':');
  const zlib = (await import(name)) as Partial<Record<Pack, (bytes: Uint8Array) => Uint8Array>>;
  return zlib[pack]?.(new TextEncoder().encode(content));
}

async function packedInBrowser(content: string): Promise<Uint8Array> {
  const packed = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of packed) pieces.push(Uint8Array.from(piece as Uint8Array));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function shown(of: string): Promise<vscode.TextDocument> {
  return until(`a document of ${of} is shown`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === extractScheme && document.uri.path.includes(of) && document.lineCount > 2
      ? document : undefined;
  });
}

/** Of a line that means nothing to Nova Lens itself. */
const ownRules = `version: 1
rules:
  - id: site-cache
    title: Cache is watched
    match: { message: "Updating instance_info_cache with network_info: %(info)s" }
    sample: "Updating instance_info_cache with network_info: []"
    severity: warning
    summary: Somebody counts updates.
`;

suite('a log that is too large for an editor', function () {
  this.timeout(60_000);
  let uri: vscode.Uri;
  let text = '';
  let lines: readonly string[] = [];

  suiteSetup(async function () {
    this.timeout(180_000);
    text = [...generateLarge(size)].join('');
    lines = text.split('\n');
    uri = vscode.Uri.joinPath(workspaceUri(), 'large', 'nova-all.log');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await theTree();
  });

  suiteTeardown(async () => {
    await closeAll();
    const tree = await theTree();
    await vscode.commands.executeCommand(commands.forgetLog, largeNode(tree));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
  });

  setup(closeAll);

  test('is opened: the first instances are there at once, and the host is free meanwhile', async function () {
    this.timeout(60_000);
    const tree = await theTree();
    // what a host does that does nothing, and where only time is known what a busy machine does to it
    const rest = watchHost();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const idle = rest();
    const stop = watchHost();
    const started = performance.now();
    const done = vscode.commands.executeCommand(commands.openLargeLog, uri);
    await until('the first instances are in the tree', () => instancesIn(tree).length > 0, latestFirst);
    const first = performance.now() - started;
    await done;
    await until('all is read', () => largeNode(tree)?.view.isReading === false);
    const all = performance.now() - started;
    const longest = stop();
    console.log(`[large] ${size >> 20} MB: first instances after ${first.toFixed(0)} ms, all after `
      + `${all.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms, idle ${idle.toFixed(0)} ms`);
    assert.equal(vscode.window.visibleTextEditors.length, 0);
    // what an idle host takes tells how busy the machine is; a browser tells time alone, and VS Code itself
    // takes its time to hand over a file
    if (onDisk) assert.ok(longest < longestTask + 6 * idle, `${longest} ms, ${idle} ms when idle`);
    assert.ok(first < latestFirst, `${first} ms`);
    const log = largeNode(tree);
    assert.ok(log);
    const named = new Set([...text.matchAll(/\[instance: ([0-9a-f-]{36})\]/g)].map(([, id]) => id));
    assert.ok(log.view.count >= named.size, `${log.view.count} of ${named.size}`);
    const below = tree.getChildren(log);
    assert.equal(below.length, 201, 'a page of rows and "Show more"');
    assert.equal(below.at(-1)?.kind, 'more');
    await vscode.commands.executeCommand(commands.showMore, log.id, 200);
    await until('more rows', () => tree.getChildren(log).length === 401 && instancesIn(tree).length === 399);
  });

  test('shows what became of an instance when it is opened', async () => {
    const tree = await theTree();
    const failed = /\[instance: ([0-9a-f-]{36})\] .*VolumeNotCreated/.exec(text)?.[1];
    assert.ok(failed);
    const started = performance.now();
    await vscode.commands.executeCommand(commands.openInstanceDocument, failed);
    const document = await shown('instance');
    const took = performance.now() - started;
    console.log(`[large] the lines of an instance are shown after ${took.toFixed(0)} ms`);
    assert.ok(took < latestSlice, `${took} ms`);
    assert.equal(document.languageId, language);
    const own = lines.filter((line) => line.includes(`[instance: ${failed}]`));
    const there = new Set(document.getText().split('\n'));
    assert.deepEqual(own.filter((line) => !there.has(line)), []);
    const lenses = await until('lenses', async () => {
      const found = await lensesOf(document);
      return found.some(({ command }) => /^create .*failed in/.test(command?.title ?? '')) ? found : undefined;
    });
    assert.ok(lenses.some(({ command }) => command?.command === commands.openInstanceDocument), 'to its neighbour');
    assert.match(await hoverAt(document, positionOf(document, 'VolumeNotCreated', 4)), /block_device/);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(ranges.length > 0);
    const node = instancesIn(tree).find(({ instance }) => instance === failed);
    assert.ok(node && node.operations.some(({ outcome }) => outcome === 'failed'));
  });

  test('has problems where lines of it are shown, with the lines of the log', async () => {
    const failed = /\[instance: ([0-9a-f-]{36})\] .*VolumeNotCreated/.exec(text)?.[1];
    await vscode.commands.executeCommand(commands.openInstanceDocument, failed);
    const { uri: slice } = await shown('instance');
    const [problem] = await until('a problem of the instance', () => {
      const found = vscode.languages.getDiagnostics(slice).filter(({ severity }) =>
        severity === vscode.DiagnosticSeverity.Error);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(problem);
    const line = Number(/^nova-all\.log, line (\d+): /.exec(problem.message)?.[1]);
    const document = await vscode.workspace.openTextDocument(slice);
    assert.equal(lines[line - 1], document.lineAt(problem.range.start.line).text);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider', slice, problem.range);
    assert.ok(fixes.some(({ command }) => command?.command === commands.explain), 'what VS Code lists when asked');
    await vscode.commands.executeCommand(commands.goToPlace, uri.toString(), line - 1);
    const page = await shown('page');
    // which has lines of several instances
    const named = problem.message.replace(': create failed', `: create ${failed?.slice(0, 8)} failed`);
    await until('the same problem on its page', () =>
      vscode.languages.getDiagnostics(page.uri).some(({ message }) => message === named));
    await closeAll();
    await until('no problems where nothing is shown', () =>
      vscode.languages.getDiagnostics(slice).length + vscode.languages.getDiagnostics(page.uri).length === 0);
  });

  test("has what rules of the operator's own say of its lines", async () => {
    const failed = /\[instance: ([0-9a-f-]{36})\] .*VolumeNotCreated/.exec(text)?.[1];
    const settings = vscode.workspace.getConfiguration('novaLens');
    const { path } = await writeFile(ownRules, 'site.nova-lens.yaml');
    await settings.update('rules', [path], vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand(commands.openInstanceDocument, failed);
    const document = await shown('instance');
    const isOwn = ({ message }: vscode.Diagnostic) => message.includes(': Cache is watched');
    const own = () => vscode.languages.getDiagnostics(document.uri).find(isOwn);
    try {
      const { range } = await until('the problem', own);
      assert.match(document.lineAt(range.start.line).text, /Updating instance_info_cache/);
      const at = positionOf(document, 'Updating instance_info_cache', 2);
      assert.match(await hoverAt(document, at), /Somebody counts updates/);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('no such problem', () => own() === undefined);
  });

  test('leads from a line of a document to its page, at the line', async () => {
    const [, instance] = /\[instance: ([0-9a-f-]{36})\]/.exec(text.slice(text.length / 2)) ?? [];
    await vscode.commands.executeCommand(commands.openInstanceDocument, instance);
    const document = await shown('instance');
    const row = document.getText().split('\n').findIndex((one) => one.includes(instance ?? '?'));
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider', document.uri, new vscode.Position(row, 60));
    // its path is read by people: it stands beside its log, without codes for letters
    assert.ok(found);
    assert.equal(vscode.Uri.joinPath(found.uri, '..').path, vscode.Uri.joinPath(uri, '..').path);
    assert.match(found.uri.path, /\/nova-page-\d+-of-nova-all\.log$/);
    const page = await vscode.workspace.openTextDocument(found.uri);
    assert.equal(page.lineAt(found.range.start.line).text, document.lineAt(row).text);
  });

  test('has pages in which every line stands once, with lenses that turn them', async () => {
    await vscode.commands.executeCommand(commands.goToPlace, uri.toString(), 0);
    const first = await shown('page');
    await vscode.commands.executeCommand(commands.nextPage);
    const second = await until('the next page', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document && document.uri.path !== first.uri.path ? document : undefined;
    });
    const both = first.getText() + second.getText();
    assert.ok(text.startsWith(both));
    await until('lenses of pages', async () =>
      (await lensesOf(second)).filter(({ command }) => /Page$/.test(command?.command ?? '')).length === 2);
    const at = 100_000;
    await vscode.commands.executeCommand(commands.goToPlace, uri.toString(), at);
    await until('the cursor is on the line', () => {
      const editor = vscode.window.activeTextEditor;
      return editor && editor.document.lineAt(editor.selection.active.line).text === lines[at];
    });
  });

  test('has documents of a request and of a span of time, with every line of them', async () => {
    const boot = /\[None (req-[0-9a-f-]{36}) [^\]]*\] Starting to schedule/;
    const [, request] = boot.exec(text.slice(text.length / 3)) ?? [];
    await vscode.commands.executeCommand(commands.openRequestDocument, request);
    const document = await shown('request');
    const expected = lines.filter((line) => line.includes(request ?? '?'));
    assert.deepEqual(document.getText().split('\n').filter((line) => line !== ''), expected);
    const moment = lines[80_000]?.slice(0, 19) ?? '';
    const from = Date.parse(`${moment.replace(' ', 'T')}Z`);
    const span = vscode.Uri.from({
      scheme: extractScheme, path: '/nova-time.log', query: `lines/time/${from}..${from + 999}`,
    });
    const within = (await vscode.workspace.openTextDocument(span)).getText().split('\n');
    const wanted = lines.filter((line) => line.startsWith(moment));
    assert.deepEqual(wanted.filter((line) => !within.includes(line)), []);
  });

  test('tells which instances failed, and finds an instance by a part of its id', async () => {
    const tree = await theTree();
    const log = await until('the failed instances are known', () => {
      const node = largeNode(tree);
      return node && node.view.failed.length > 0 ? node : undefined;
    });
    const [failures] = tree.getChildren(log);
    const [failed] = failures ? tree.getChildren(failures) : [];
    assert.ok(failures?.kind === 'failures' && failed?.kind === 'instance');
    assert.equal(failed.instance, log.view.failed[0]?.id);
    const last = [...text.matchAll(/\[instance: ([0-9a-f-]{36})\]/g)].at(-1)?.[1] ?? '?';
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider', last.slice(0, 13));
    assert.ok(found.some(({ name }) => name.startsWith(last)));
  });

  test('is opened with the folder in which it lies', async () => {
    const tree = await theTree();
    await vscode.commands.executeCommand(commands.forgetLog, largeNode(tree));
    await until('the log is closed', () => largeNode(tree) === undefined);
    await vscode.commands.executeCommand(commands.openLogFolder, vscode.Uri.joinPath(uri, '..'));
    const log = await until('the log is open', () => largeNode(tree));
    assert.equal(log.view.source, uri.toString());
    await until('all is read', () => largeNode(tree)?.view.isReading === false);
  });

  test('is opened by "Open With…", in whose page no text of it stands', async () => {
    const tree = await theTree();
    await vscode.commands.executeCommand(commands.forgetLog, largeNode(tree));
    await until('the log is closed', () => largeNode(tree) === undefined);
    await vscode.commands.executeCommand('vscode.openWith', uri, editors.largeLog);
    await until('the log is open', () => largeNode(tree)?.view.isReading === false);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputCustom && input.viewType === editors.largeLog);
    assert.ok(vscode.workspace.textDocuments.every((document) => document.uri.toString() !== uri.toString()));
  });

  for (const [ending, pack, open] of [
    // a click in the explorer does this
    ['gz', 'gzipSync', 'vscode.open'], ['zst', 'zstdCompressSync', commands.openLog],
  ] as const) {
    test(`is opened as .${ending} like any other`, async function () {
      const packed = await packedBy(pack, text);
      // a Node before 22.15 packs no zstd
      if (!packed) return this.skip();
      const tree = await theTree();
      const file = vscode.Uri.joinPath(uri, '..', '..', 'packed', `nova-all.log.${ending}`);
      await vscode.workspace.fs.writeFile(file, packed);
      const node = () => tree.getChildren().find((one): one is Extract<Node, { kind: 'large' }> =>
        one.kind === 'large' && one.view.source === file.toString());
      const started = performance.now();
      const done = vscode.commands.executeCommand(open, file);
      await until('instances of it are in the tree', () => (node()?.view.count ?? 0) > 0);
      const first = performance.now() - started;
      await done;
      const log = await until('all is read', () => (node()?.view.isReading === false ? node() : undefined));
      console.log(`[large] .${ending}: first instances after ${first.toFixed(0)} ms, all after `
        + `${(performance.now() - started).toFixed(0)} ms`);
      assert.equal(log.view.total, text.length);
      await vscode.commands.executeCommand(commands.goToPlace, file.toString(), 100_000);
      const page = await shown('page');
      await until('the cursor is on the line', () => {
        const editor = vscode.window.activeTextEditor;
        return editor?.document.uri.toString() === page.uri.toString()
          && page.lineAt(editor.selection.active.line).text === lines[100_000];
      });
      await vscode.commands.executeCommand(commands.forgetLog, node());
      await until('it is closed', () => node() === undefined);
      // its page is still there, and asks for its text
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(node(), undefined, 'and is not opened again');
    });
  }

  test('grows in the tree and in the documents of its instances', async function () {
    this.timeout(240_000);
    const tree = await theTree();
    const [one] = instancesIn(tree);
    assert.ok(one);
    await vscode.commands.executeCommand(commands.openInstanceDocument, one.instance);
    const document = await shown('instance');
    const last = '2024-05-30 09:59:59.000 4711 INFO nova.compute.manager [None req-7e57aaaa-0000-4000-8000-000000000000 '
      + `- - - - - -] [instance: ${one.instance}] Terminating instance\n`;
    const fresh = last.replace(one.instance, '00000000-1111-4222-8333-444444444444');
    const before = largeNode(tree)?.view.count ?? 0;
    await append(uri, text, last + fresh);
    const started = Date.now();
    await until('the new instance is counted', () => largeNode(tree)?.view.count === before + 1,
      Math.max(latestAppended, 60_000));
    const took = Date.now() - started;
    console.log(`[large] an appended line is seen after ${took} ms`);
    assert.ok(took < latestAppended, `${took} ms`);
    await until('the document has the new line', () => document.getText().includes(last), 60_000);
  });
});
