// What there is to say of a name that stands in a log, or that a person typed. The facts of Nova's source
// and our words on them are loaded when the first question comes, never earlier.

import * as vscode from 'vscode';
import type { ExplainContext } from '../core/explaining/explain';
import type { Explanation } from '../core/model';
import { phaseIds, phaseRows } from '../core/render/titles';
import { loadFacts, readFactsWith } from '../knowledge/facts/index';

/** The web host has no files of its own: it reads the facts from where the extension lies. */
export function readFactsFrom(extension: vscode.Uri): void {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'lazy');
  readFactsWith((file) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
}

// a chunk of its own: the words are larger than all the code
const explain = () => import('../core/explaining/explain');

/** An exception by its class name, with or without its module. */
export async function exceptionNamed(
  name: string,
  context: ExplainContext = {},
): Promise<Explanation | undefined> {
  return (await explain()).explainException(name, await loadFacts(), context);
}

/** An option as `group.name`, `[group] name` or, where that is clear, `name`. */
export async function optionNamed(
  name: string,
  context: ExplainContext = {},
): Promise<Explanation | undefined> {
  return (await explain()).explainOption(name, await loadFacts(), context);
}

export async function phaseNamed(name: string): Promise<Explanation | undefined> {
  const id = phaseIds.find((one) => one === name);
  return id && (await explain()).explainPhase(id, phaseRows, await loadFacts());
}

/** The message of a log line, without its header. */
export async function messageExplained(text: string): Promise<Explanation | undefined> {
  return (await explain()).explainMessage(text, await loadFacts());
}

/** Whatever the name stands for: an exception first, then an option, a phase, a message. */
export async function anythingNamed(
  name: string,
  context: ExplainContext = {},
): Promise<Explanation | undefined> {
  return (
    (await exceptionNamed(name, context)) ??
    (await optionNamed(name, context)) ??
    (await phaseNamed(name)) ??
    (await messageExplained(name))
  );
}

/** Every name that can be explained, for a person to choose from. */
export async function knownNames(): Promise<{ exceptions: string[]; options: string[]; phases: string[] }> {
  const facts = await loadFacts();
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    exceptions: [...facts.nova.keys(), ...facts.foreign.keys()].sort(byName),
    options: [...facts.options.keys()].sort(byName),
    phases: [...phaseIds],
  };
}
