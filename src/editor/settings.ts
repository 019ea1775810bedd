// In: the `novaLens.*` settings as VS Code holds them. Out: one frozen object, and an event when it changes.

import * as vscode from 'vscode';
import { defaultLimits } from '../core/limits';
import { settingNames } from './contributes';

export interface SettingValues {
  readonly codeLens: boolean;
  readonly inlineTips: boolean;
  readonly problems: boolean;
  readonly detectLogs: boolean;
  readonly followCursor: boolean;
  readonly slowPhaseSeconds: number;
  /** Paths of files or folders; empty: beside each log. */
  readonly novaConf: readonly string[];
  /** Files of the operator's own rules. */
  readonly rules: readonly string[];
  /** Documents of several logs: lines stand where one clock would put them. */
  readonly alignClocks: boolean;
  /** What becomes of the logs beside one that is opened. */
  readonly siblings: 'ask' | 'always' | 'never';
}

/** The settings of this window. `current` is replaced as a whole, never changed. */
export class Settings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  current: SettingValues = readSettings();

  constructor() {
    this.#listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('novaLens')) return;
      this.current = readSettings();
      this.#changed.fire();
    });
  }

  /** Writes one setting where the person keeps their own. */
  async set(name: keyof SettingValues, value: boolean | number | string): Promise<void> {
    await vscode.workspace
      .getConfiguration('novaLens')
      .update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** Adds a file of rules where the workspace names some of its own, else where the person keeps theirs. */
  async addRules(path: string): Promise<void> {
    const section = vscode.workspace.getConfiguration('novaLens');
    const named = section.inspect<readonly string[]>(settingNames.rules);
    const isOwn = named?.workspaceValue !== undefined;
    const before = (isOwn ? named.workspaceValue : named?.globalValue) ?? [];
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await section.update(settingNames.rules, [...before, path], isOwn ? Workspace : Global);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function readSettings(): SettingValues {
  const settings = vscode.workspace.getConfiguration('novaLens');
  const isOn = (name: keyof typeof settingNames, otherwise: boolean) => {
    const value = settings.get<unknown>(settingNames[name]);
    return typeof value === 'boolean' ? value : otherwise;
  };
  const seconds = settings.get<unknown>(settingNames.slowPhaseSeconds);
  const paths = (name: string): readonly string[] => {
    const value = settings.get<unknown>(name);
    const all: readonly unknown[] = Array.isArray(value) ? value : [];
    return all.filter((path): path is string => typeof path === 'string' && path !== '');
  };
  const siblings = settings.get<unknown>(settingNames.siblings);
  return Object.freeze({
    codeLens: isOn('codeLens', true),
    inlineTips: isOn('inlineTips', true),
    problems: isOn('problems', true),
    detectLogs: isOn('detectLogs', true),
    followCursor: isOn('followCursor', false),
    slowPhaseSeconds: typeof seconds === 'number' && seconds > 0 ? seconds : defaultLimits.slowPhaseSeconds,
    novaConf: paths(settingNames.novaConf),
    rules: paths(settingNames.rules),
    alignClocks: isOn('alignClocks', false),
    siblings: siblings === 'always' || siblings === 'never' ? siblings : 'ask',
  });
}
