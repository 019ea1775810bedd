// The sample logs as texts, and where things stand in that of the boot whose volume was not created in time.

import assert from 'node:assert';
import type * as vscode from 'vscode';
import { makeSamples } from '../samples/samples';
import { lensesOf, openLog, until } from './support';

const texts = new Map(makeSamples().map(({ name, text }) => [name, text]));

/** A sample log by its folder and name: `failed-boot/nova-compute.log`. */
export function sampleText(name: string): string {
  const text = texts.get(name);
  assert.ok(text, `a sample is called ${name}`);
  return text;
}

/** Opens the log of the boot that failed and waits until it is read. */
export async function openFailedBoot(): Promise<vscode.TextDocument> {
  const document = await openLog(sampleText('failed-boot/nova-compute.log'));
  await until('the log is read', async () => (await lensesOf(document)).length > 0);
  return document;
}

/** The lens at the first line of the operation; VS Code gives lenses in an order of its own. */
export async function operationLens(document: vscode.TextDocument): Promise<vscode.CodeLens> {
  const found = (await lensesOf(document)).find(({ command }) => /^create · /.test(command?.title ?? ''));
  assert.ok(found, 'a lens says what became of the operation');
  return found;
}

/** The first line, from 0, that holds the text. */
export function lineOf(document: vscode.TextDocument, text: string): number {
  const line = document.getText().split('\n').findIndex((one) => one.includes(text));
  assert.ok(line >= 0, `a line holds: ${text}`);
  return line;
}

/** The UUID of the instance that the log is about. */
export function instanceIn(document: vscode.TextDocument): string {
  const uuid = /\[instance: ([0-9a-f-]{36})\]/.exec(document.getText())?.[1];
  assert.ok(uuid, 'the log has an instance');
  return uuid;
}

const cloudLogs = [
  'nova-api.log', 'nova-conductor.log', 'nova-scheduler.log', 'nova-compute-cmp01.log', 'nova-compute-cmp02.log',
];

/** What the log of the compute says of the boot that failed in the cloud of two hosts. */
export const cloudFailure = 'Failed to allocate network(s)';

/** Opens the logs of four services and two hosts, in which one boot failed; the last one opened is shown. */
export async function openCloud(): Promise<readonly vscode.TextDocument[]> {
  const documents: vscode.TextDocument[] = [];
  for (const name of cloudLogs) documents.push(await openLog(sampleText(`cloud/${name}`), name));
  for (const document of documents.slice(3)) {
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
  }
  return documents;
}

/** The log in which the boot failed, with the instance. */
export function failedIn(documents: readonly vscode.TextDocument[]): {
  readonly log: vscode.TextDocument; readonly instance: string;
} {
  const log = documents.find((one) => one.getText().includes(cloudFailure));
  assert.ok(log, 'a log has the failure');
  const line = log.lineAt(lineOf(log, cloudFailure)).text;
  const instance = /\[instance: ([0-9a-f-]{36})\]/.exec(line)?.[1];
  assert.ok(instance);
  return { log, instance };
}
