// Logs → the files of configuration behind them: those that the settings name, else those that lie beside
// the log. An open document counts before the file on the disk. Nothing is read before somebody asks.

import * as vscode from 'vscode';
import { parseConf } from '../../core/conf/conf';
import type { ConfFile } from '../../core/conf/conf';
import { planConf } from '../../core/conf/confPaths';
import { confLanguage, extractScheme } from '../contributes';
import { resolvePath, sourceOf, uriOf } from '../convert';
import type { Logs } from '../logs';
import type { Settings } from '../settings';

/** Files on the disk may change without a word: after this long they are read anew, milliseconds. */
const FRESH = 3000;
/** Where files lie changes more rarely, and many places have to be asked. */
const KNOWN = 60_000;
/** Edits come in bursts. */
const QUIET = 200;
/** Larger files are no nova.conf. */
const LARGEST = 4 * 1024 * 1024;

interface Answer {
  asked: number;
  readonly files: Promise<readonly ConfFile[]>;
  /** Once they are read. */
  known: readonly ConfFile[];
}

/** Files that lie beside a log, and what they were looked for by. */
interface Find {
  readonly asked: number;
  readonly stated: string;
  readonly uris: readonly vscode.Uri[];
}

export class ConfFiles implements vscode.Disposable {
  readonly #settings: Settings;
  readonly #logs: Logs;
  readonly #answers = new Map<string, Answer>();
  readonly #finds = new Map<string, Find>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the configuration of some log may be another one. */
  readonly onDidChange = this.#changed.event;

  constructor(settings: Settings, logs: Logs) {
    this.#settings = settings;
    this.#logs = logs;
    const ifConf = ({ languageId }: vscode.TextDocument) => {
      if (languageId === confLanguage) this.#forget();
    };
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => ifConf(document)),
      vscode.workspace.onDidSaveTextDocument(ifConf),
      vscode.workspace.onDidOpenTextDocument(ifConf),
      vscode.workspace.onDidCloseTextDocument(ifConf),
      settings.onDidChange(() => this.#forget()),
      logs.onDidChange(() => this.#forget()),
    );
  }

  /** The files behind a log, in oslo.config's order; none where none was found. Never rejects. */
  async of(source: string): Promise<readonly ConfFile[]> {
    const known = this.#answers.get(source);
    if (known && Date.now() - known.asked < FRESH) return known.files;
    const answer: Answer = { asked: Date.now(), files: this.#read(source), known: known?.known ?? [] };
    this.#answers.set(source, answer);
    answer.known = await answer.files;
    return answer.known;
  }

  /** Logs to whose configuration the file belongs, as far as somebody has asked for theirs. */
  logsOf(conf: string): readonly string[] {
    return [...this.#answers].flatMap(([source, { known }]) =>
      (known.some((file) => file.source === conf) ? [source] : []));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  // What is known stays until it is read anew: answers at once are better than none.
  #forget(): void {
    for (const answer of this.#answers.values()) answer.asked = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(), QUIET);
  }

  async #read(source: string): Promise<readonly ConfFile[]> {
    const log = uriOf(this.#logs.large.onlyLogOf(source) ?? source);
    const named = this.#settings.current.novaConf;
    const isNamed = named.length > 0;
    const uris = isNamed ? await expand(named.map((path) => resolvePath(path, log))) : await this.#find(log);
    const files = await Promise.all(uris.map(readConf));
    return files.flatMap((file) => file ?? []);
  }

  async #find(log: vscode.Uri): Promise<readonly vscode.Uri[]> {
    if (log.scheme === 'untitled' || log.scheme === extractScheme) return [];
    const source = sourceOf(log);
    const stated = this.#logs.digestOf(log)?.optionDumps?.at(-1)?.configFiles ?? [];
    const known = this.#finds.get(source);
    const isSame = known?.stated === stated.join('\n') && known.uris.length > 0;
    if (known && isSame && Date.now() - known.asked < KNOWN) return known.uris;
    const plan = planConf(log.path, stated);
    const there = await Promise.all(plan.asked.map((path) => exists(log.with({ path }))));
    const found = new Set(plan.asked.filter((_, index) => there[index]));
    const uris = await expand(plan.choose(found).map((path) => log.with({ path })));
    this.#finds.set(source, { asked: Date.now(), stated: stated.join('\n'), uris });
    return uris;
  }
}

/** A nova.conf as the person sees it; undefined where it cannot be read. */
export async function readConf(uri: vscode.Uri): Promise<ConfFile | undefined> {
  const source = sourceOf(uri);
  const open = vscode.workspace.textDocuments.find((document) => sourceOf(document.uri) === source);
  if (open) return parseConf(open.getText(), source);
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.length > LARGEST) return undefined;
    return parseConf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), source);
  } catch {
    // gone, or not allowed to be read: there is no such configuration then
    return undefined;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  const wanted = uri.path.endsWith('/') ? vscode.FileType.Directory : vscode.FileType.File;
  try {
    const { type } = await vscode.workspace.fs.stat(uri.with({ path: uri.path.replace(/(.)\/$/, '$1') }));
    return (type & wanted) !== 0;
  } catch {
    return false;
  }
}

/** Folders give way to their `*.conf`, by name. */
async function expand(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const lists = await Promise.all(uris.map(async (uri) => {
    if (!(await exists(uri.with({ path: `${uri.path.replace(/\/$/, '')}/` })))) return [uri];
    try {
      const names = (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name);
      const ours = names.filter((name) => name.endsWith('.conf')).sort();
      return ours.map((name) => vscode.Uri.joinPath(uri, name));
    } catch {
      return [];
    }
  }));
  return lists.flat();
}
