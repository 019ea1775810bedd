// The table of evidence, walked: every row is matched by its own sample beside all phase markers, every
// template is Nova's or one of its libraries', and its lines make no operation.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { indexMarkers } from '../../src/core/reading/events';
import { compileTemplate } from '../../src/core/template';
import { evidence, kept } from '../../src/knowledge/evidence/index';
import { markers } from '../../src/knowledge/index';
import { analyseText, log, stories } from '../support/story';

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = existsSync(join(facts, 'log-messages.json')) ? false : 'the facts of Nova are not here';
const index = indexMarkers(kept);
const loggersOf = (logger: string | readonly string[]) => (typeof logger === 'string' ? [logger] : logger);

test('each sample of evidence is matched by its own row', () => {
  for (const row of evidence) {
    for (const logger of loggersOf(row.logger)) {
      const found = index.index.find(logger, row.sample ?? row.text);
      assert.equal(found && kept[found.value]?.text, row.text, row.sample ?? row.text);
    }
    const { names } = compileTemplate(row.text);
    if (!row.sample) assert.deepEqual(names, [], row.text);
    for (const name of Object.keys(row.captures ?? {})) assert.ok(names.includes(name), `${row.text}: ${name}`);
  }
});

test('phase markers keep their samples beside the evidence', () => {
  for (const { spec } of markers) {
    for (const logger of loggersOf(spec.logger)) {
      const found = (spec.numbered ? index.numbered : index.index).find(logger, spec.sample ?? spec.text);
      assert.equal(kept[found?.value ?? -1]?.text, spec.text);
    }
  }
});

interface FactMessage { t: string; w: readonly { m: string }[] }

test('each template of evidence is one of the facts, logged by a logger named', { skip: without }, () => {
  const { messages, libraries } = JSON.parse(readFileSync(join(facts, 'log-messages.json'), 'utf8')) as {
    messages: readonly FactMessage[]; libraries: readonly FactMessage[];
  };
  const byText = new Map<string, string[]>();
  for (const { t, w } of [...messages, ...libraries]) {
    byText.set(t, [...(byText.get(t) ?? []), ...w.map(({ m }) => m)]);
  }
  for (const { foreign, text, logger } of evidence) {
    if (foreign) continue;
    const known = byText.get(text);
    assert.ok(known, `not a template of Nova: ${text}`);
    assert.ok(loggersOf(logger).some((one) => known.includes(one)), `${text}: logged by ${known.join(', ')}`);
  }
});

test('a line of evidence makes no operation and joins none', () => {
  const alone = log(`
    1 WARNING mgr r1 vm Received unexpected event network-vif-plugged-2fee26da for instance
    2 ERROR nova.virt.libvirt.host - - Connection to libvirt failed: gone`);
  assert.deepEqual(stories(analyseText(alone)), []);
});
