// The statements of Nova's source: each is found by its own sample, quickly, and named by an id that stays.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import { parseRange, spansText } from '../../src/core/statements/releaseRange';
import { sourceLink } from '../../src/core/explaining/sourceLink';
import { openStatements } from '../../src/core/statements/statements';
import type { StatementMatch } from '../../src/core/statements/statements';
import { statementId } from '../../src/core/statements/statementTable';
import type { Statement, StatementPlace } from '../../src/core/statements/statementTable';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { loadStatements } from '../../src/knowledge/facts/loadStatements';

const folder = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = existsSync(join(folder, 'log-messages.json')) ? false : 'the facts of Nova are not here';

test('each statement is found by its own sample, or by others that say the same', async () => {
  const statements = openStatements(await loadStatements());
  let ambiguous = 0;
  for (const statement of statements.all()) {
    for (const place of statement.places) {
      const sample = sampleOf(statement.text);
      const found = statements.find(place.logger, sample, hintsOf(place));
      if (found.length === 1 && found[0]?.statement.id === statement.id) continue;
      assert.ok(found.length > 0, `nothing matches ${place.logger}: ${sample}`);
      ambiguous += 1;
      for (const other of found) {
        assert.ok(holds(other.statement, sample), `${sample}: ${other.statement.text}`);
      }
    }
  }
  assert.ok(ambiguous < 40, `${ambiguous} samples do not lead to their own statement alone`);
});

test('each text of the facts leads to a statement of that text', { skip: without }, async () => {
  const known = new Set((await loadStatements()).rows.map(([text]) => statementId(text)));
  const { messages, libraries } = JSON.parse(readFileSync(join(folder, 'log-messages.json'), 'utf8')) as {
    messages: readonly { t: string }[]; libraries: readonly { t: string }[];
  };
  // Texts of str.format and one that is formatted twice are kept as the log shows them.
  const texts = [...messages, ...libraries].map(({ t }) => t)
    .filter((t) => !/\{\w*(?::[^}]*)?\}|%%\(/.test(t));
  assert.ok(texts.length > 3500);
  for (const text of texts) assert.ok(known.has(statementId(text)), text);
});

test('no two statements have the same id, and the id outlives other names of its values', async () => {
  const ids = openStatements(await loadStatements()).all().map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const one = statementId('Checking root disk injection %s');
  assert.equal(one, statementId('Checking root disk injection %(info)s'));
  assert.match(statementId('Took %(seconds)0.2f seconds to build instance.'), /^[0-9a-f]{8}$/);
});

// 200,000 are promised; the slowest machines that this runs on take twice as long for anything
test('100,000 lines a second are looked up', async () => {
  const statements = openStatements(await loadStatements());
  const lines = statements.all().flatMap((statement) => statement.places.map((place) => (
    { logger: place.logger, text: sampleOf(statement.text), hints: hintsOf(place) })));
  const rates = [0, 1, 2, 3, 4].map(() => {
    const { user } = process.cpuUsage();
    const start = performance.now();
    for (const { logger, text, hints } of lines) statements.find(logger, text, hints);
    // other work on the machine does not count
    const spent = Math.min(process.cpuUsage().user - user, (performance.now() - start) * 1000);
    return lines.length / (spent / 1e6);
  });
  assert.ok(Math.max(...rates) > 100_000, `${Math.round(Math.max(...rates))} a second`);
});

test('level, tag and release tell statements apart that have the same text', async () => {
  const statements = openStatements(await loadStatements());
  const [match, ...others] = statements.find('nova.compute.manager', 'Took 12.50 seconds to build instance.',
    { level: 'INFO', hasInstance: true });
  assert.deepEqual(others, []);
  assert.equal(match?.statement.text, 'Took %0.2f seconds to build instance.');
  assert.deepEqual(match?.captures, { 0: '12.50' });
  assert.equal(match?.places[0]?.function, 'ComputeManager._do_build_and_run_instance');
});

test('what oslo.log adds and what a long value cuts off do not hide the statement', async () => {
  const statements = openStatements(await loadStatements());
  const textOf = (logger: string, text: string, level: 'DEBUG' | 'ERROR') => (
    statements.find(logger, text, { level }).map((match: StatementMatch) => match.statement.text));
  assert.deepEqual(textOf('nova.compute.manager',
    'Instance failed to spawn: nova.exception.VolumeNotCreated: Volume x', 'ERROR'), ['Instance failed to spawn']);
  assert.deepEqual(textOf('nova.compute.manager',
    'Start spawning the instance on the hypervisor. {{(pid=9) _build_and_run_instance /opt/manager.py:24}}',
    'DEBUG'),
  ['Start spawning the instance on the hypervisor.']);
  assert.deepEqual(textOf('nova.scheduler.client.report',
    '[None] Failed to retrieve resource provider tree from placement API for UUID x. Got 400: <!DOCTYPE "2.0">',
    'ERROR'),
  ['[%(placement_req_id)s] Failed to retrieve resource provider tree from placement API for UUID %(uuid)s. '
    + 'Got %(status_code)d: %(err_text)s.']);
  assert.deepEqual(textOf('nova.compute.manager', 'No statement of Nova says this', 'ERROR'), []);
});

test('an exception that is logged as it is counts as its statement only where its text is one', async () => {
  const facts = await loadStatements();
  const hints = { level: 'DEBUG', hasInstance: true } as const;
  const text = 'Build of instance 8f0d was re-scheduled: no';
  assert.deepEqual(openStatements(facts).find('nova.compute.manager', text, hints), []);
  const statements = openStatements(facts, (one) => one.startsWith('Build of'));
  const [match] = statements.find('nova.compute.manager', text, hints);
  assert.equal(match?.statement.dynamic, true);
  assert.ok(match?.places.some((place) => place.function === 'ComputeManager._do_build_and_run_instance'));
});

test('a text says what it was before, and since when', async () => {
  const statements = openStatements(await loadStatements());
  const [match] = statements.find('nova.compute.resource_tracker',
    'Auditing locally available compute resources for cmp1 (node: cmp1)', { level: 'DEBUG' });
  assert.deepEqual(match?.statement.before, [
    { text: 'Auditing locally available compute resources for node %(node)s', since: '15' }]);
});

test('a link leads to the file of the release, in the repository of the project', async () => {
  const facts = await loadStatements();
  const statements = openStatements(facts);
  const link = (logger: string, text: string, release?: number) => {
    const place = statements.find(logger, text)[0]?.places.find((one) => one.logger === logger);
    return place && sourceLink(place, facts, release)?.url;
  };
  const built = 'Took 12.50 seconds to build instance.';
  assert.equal(link('nova.compute.manager', built),
    'https://opendev.org/openstack/nova/src/branch/master/nova/compute/manager.py');
  assert.equal(link('nova.compute.manager', built, parseRange('22')[0]?.[0]),
    'https://opendev.org/openstack/nova/src/tag/22.4.0/nova/compute/manager.py');
  assert.equal(link('nova', 'Unhandled error'), undefined);
  const address = /^https:\/\/opendev\.org\/(?:openstack|x)\/[\w.-]+\/src\/(?:tag\/\d[\d.]+|branch\/master)\/[\w/]+\.py$/;
  for (const { places } of statements.all()) {
    for (const place of places) {
      const url = sourceLink(place, facts)?.url;
      if (facts.nameless.includes(place.logger)) assert.equal(url, undefined);
      else assert.match(url ?? place.logger, address);
    }
  }
});

test('ranges of releases are told as people name them', () => {
  assert.equal(spansText(parseRange('14..15,18')), 'Newton – Ocata, Rocky');
  assert.equal(spansText(parseRange('29..master')), '2024.1 Caracal – master');
});

/** The statement's first line that says something, `17` for numbers and a word for other placeholders. */
function sampleOf(text: string): string {
  const first = compileTemplate(text.split('\n', 1)[0] ?? '');
  const { literals, numeric } = first.literals.join('') === '' ? compileTemplate(text) : first;
  return literals.map((literal, number) => (
    number === 0 ? literal : `${numeric[number - 1] ? '17' : `value${number}`}${literal}`)).join('');
}

function hintsOf({ levels: [level], instance }: StatementPlace) {
  return { level: level === undefined || level === 'ANY' ? 'ERROR' : level, hasInstance: instance } as const;
}

function holds({ text }: Statement, sample: string): boolean {
  return matchTemplate(compileTemplate(text.split('\n', 1)[0] ?? ''), sample) !== undefined;
}
