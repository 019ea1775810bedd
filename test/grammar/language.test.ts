// What package.json says of the language: names, first line, words.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { layouts, wrappers } from '../../src/knowledge/formats';

interface Language {
  readonly id: string;
  readonly filenamePatterns: readonly string[];
  readonly firstLine: string;
  readonly configuration: string;
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly languages: readonly Language[] };
};
const [language] = manifest.contributes.languages;
assert.ok(language);

/** A glob as VS Code reads it; one without a slash is about the name alone. */
function fits(glob: string, file: string): boolean {
  const name = glob.includes('/') ? file : file.slice(file.lastIndexOf('/') + 1);
  const source = glob.replaceAll(/\*\*\/|\*|\.|\{[^}]*\}/g, (part) => {
    if (part === '**/') return '(.*/)?';
    if (part === '*') return '[^/]*';
    return part === '.' ? '\\.' : `(${part.slice(1, -1).replaceAll(',', '|')})`;
  });
  return new RegExp(`^${source}$`).test(name);
}

const isOurs = (file: string) => language.filenamePatterns.some((glob) => fits(glob, file));

test('the names under which Nova logs lie are ours', () => {
  for (const file of [
    '/var/log/nova/nova-compute.log', '/var/log/nova/nova-compute.log.1', '/var/log/nova/nova-api.log-20250312',
    '/var/log/kolla/nova/nova-super-conductor.log', '/var/log/kolla/nova/privsep-helper.log',
    '/var/log/containers/nova/nova-scheduler.log', '/logs/screen-n-cpu.txt', '/logs/n-cpu.log', '/logs/n-api-meta.log',
    '/logs/n-cond-cell1.log', '/logs/n-super-cond.log', '/var/log/apache2/nova-api.log',
  ]) {
    assert.ok(isOurs(file), file);
  }
});

test('names that only look alike are not', () => {
  for (const file of [
    '/src/n-gram.log', '/src/n-1.log', '/tmp/supernova.log', '/tmp/nova-notes.txt', '/var/log/neutron/server.log',
    '/var/log/innova/x.log', '/logs/screen-q-svc.txt', '/tmp/nova.log.txt',
  ]) {
    assert.ok(!isOurs(file), file);
  }
});

test('a file without an ending is known by a first line of Nova in any wrapper', () => {
  const firstLine = new RegExp(language.firstLine);
  const texts = [...layouts, ...wrappers].filter(({ id }) => !/json|document|answer|libvirt|time-only|cut-head/.test(id));
  for (const { id, samples } of texts) {
    for (const sample of samples) assert.match(sample, firstLine, id);
  }
  for (const line of [
    '2025-03-11 14:07:32.418 7 INFO neutron.agent [-] nova.compute is up', 'Nova logs: see nova.compute.manager',
    '# nova.conf', 'INFO: nova-compute is running',
  ]) {
    assert.doesNotMatch(line, firstLine);
  }
});

test('ids, loggers and dotted names are single words', () => {
  const { wordPattern } = JSON.parse(fs.readFileSync(language.configuration, 'utf8')) as { readonly wordPattern: string };
  const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
  const wordsOf = (text: string) => text.match(new RegExp(wordPattern, 'g'));
  assert.deepEqual(wordsOf(`[req-${uuid} a] [instance: ${uuid}]`), [`req-${uuid}`, 'a', 'instance', uuid]);
  assert.deepEqual(wordsOf(`/dev/volume-${uuid}_del`), ['dev', 'volume', uuid, '_del']);
  assert.deepEqual(wordsOf('nova.compute.manager: nova.exception.VolumeNotCreated.'),
    ['nova.compute.manager', 'nova.exception.VolumeNotCreated']);
  assert.deepEqual(wordsOf('network-vif-plugged, vif_plugging_timeout=19.84'),
    ['network-vif-plugged', 'vif_plugging_timeout', '19.84']);
  assert.deepEqual(wordsOf('卷 VolumeNotCreated失败'), ['卷', 'VolumeNotCreated', '失败']);
});
