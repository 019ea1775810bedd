// The tables of phases and markers, walked: every row is matched by its own sample, and every template is
// Nova's.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { classOfText } from '../../src/core/timelines/statedFault';
import { indexMarkers } from '../../src/core/reading/events';
import { classTail } from '../../src/core/timelines/frameHints';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { frames, markers, messageClasses, operations, phases, signals, wrappers } from '../../src/knowledge/index';

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = existsSync(join(facts, 'log-messages.json')) ? false : 'the facts of Nova are not here';
const index = indexMarkers(markers.map((marker) => marker.spec));

test('each sample is matched by its own row and by no longer one', () => {
  for (const [number, { spec }] of markers.entries()) {
    const loggers = typeof spec.logger === 'string' ? [spec.logger] : spec.logger;
    for (const logger of loggers) {
      const found = (spec.numbered ? index.numbered : index.index).find(logger, spec.sample ?? spec.text);
      assert.ok(found, `nothing matches: ${spec.sample ?? spec.text}`);
      assert.equal(markers[found.value]?.spec.text, spec.text, `${number}: ${spec.sample ?? spec.text}`);
    }
  }
});

test('a row without a sample has no placeholder', () => {
  for (const { spec } of markers) {
    if (!spec.sample) assert.deepEqual(compileTemplate(spec.text).names, [], spec.text);
  }
});

test('captures name placeholders of the template', () => {
  for (const { spec } of markers) {
    const { names } = compileTemplate(spec.text);
    for (const placeholder of Object.keys(spec.captures ?? {})) {
      assert.ok(names.includes(placeholder), `${spec.text} has no ${placeholder}`);
    }
  }
});

test('each phase of an operation exists, and each inner phase has its outer one', () => {
  for (const operation of Object.values(operations)) {
    for (const id of operation.phases) assert.ok(phases[id], `${operation.kind}: ${id}`);
  }
  for (const phase of Object.values(phases)) {
    if (phase.within) assert.ok(phases[phase.within], phase.id);
  }
});

test('the text of a class is recognised as that class', () => {
  const tables = { wrappers, signals, messageClasses };
  for (const { text, type } of messageClasses) {
    const sample = text.replace(/%\(\w+\)[sdi]/g, '17');
    assert.equal(classOfText(sample, tables), type, sample);
  }
});

interface FactMessage { t: string; w: readonly { m: string; l: string }[] }

function factMessages(): ReadonlyMap<string, ReadonlySet<string>> {
  const { messages, libraries } = JSON.parse(readFileSync(join(facts, 'log-messages.json'), 'utf8')) as {
    messages: readonly FactMessage[]; libraries: readonly FactMessage[];
  };
  const byText = new Map<string, Set<string>>();
  for (const { t, w } of [...messages, ...libraries]) {
    const loggers = byText.get(t) ?? new Set<string>();
    for (const place of w) loggers.add(place.m);
    byText.set(t, loggers);
  }
  return byText;
}

test('each template is one of Nova, logged by one of the loggers named', { skip: without }, () => {
  const byText = factMessages();
  for (const { spec } of markers) {
    // what the API tells is no log statement
    if (spec.narrow ?? spec.old ?? spec.recorded) continue;
    const loggers = byText.get(spec.text);
    assert.ok(loggers, `not a template of Nova: ${spec.text}`);
    const named = typeof spec.logger === 'string' ? [spec.logger] : spec.logger;
    assert.ok(named.some((logger) => loggers.has(logger)), `${spec.text}: logged by ${[...loggers].join(', ')}`);
  }
});

test('a narrowed text is a case of a template of Nova', { skip: without }, () => {
  const access = ['%(client_ip)s "%(request_line)s" status: %(status_code)s len: %(body_length)s time: %(time)s'];
  const exceptions = ['Build of instance %(instance_uuid)s aborted: %(reason)s',
    'Build of instance %(instance_uuid)s was re-scheduled: %(reason)s'];
  const looping = ['Fixed interval looping call %(func_name)r failed', '%(kind)s %(func_name)r failed'];
  const texts = [...factMessages().keys(), ...access, ...exceptions, ...looping];
  const templates = texts.map((text) => compileTemplate(text)).filter((row) => row.literals.join('').length > 4);
  for (const { spec } of markers) {
    // the facts begin with Kilo
    if (!spec.narrow || spec.numbered) continue;
    const sample = spec.sample ?? spec.text;
    assert.ok(templates.some((template) => matchTemplate(template, sample)), `no template of Nova matches: ${sample}`);
  }
});

test('each class named is one that Nova or a library has or had', { skip: without }, () => {
  const { exceptions, foreign_classes: foreign } = JSON.parse(readFileSync(join(facts, 'exceptions.json'), 'utf8')) as {
    exceptions: Record<string, unknown>; foreign_classes: readonly { name: string }[];
  };
  const known = new Set([...Object.keys(exceptions), ...foreign.map((row) => row.name), 'libvirtError', 'RemoteError',
    'ProcessExecutionError', 'MessagingTimeout', 'OSError', 'NotImplementedError', 'ConnectionFailed',
    // of Python itself
    'AttributeError', 'TypeError', 'ImportError', 'ModuleNotFoundError', 'NameError', 'UnboundLocalError', 'IndexError',
    'ValueError', 'UnicodeDecodeError', 'UnicodeEncodeError']);
  const raised = markers.flatMap((row) => row.spec.raises ?? []);
  const named = [...wrappers, ...messageClasses.map((row) => row.type), ...raised];
  for (const type of named) assert.ok(known.has(classTail(type)), type);
});

test('each function of a frame stands in the source of some release once', () => {
  const seen = new Set<string>();
  for (const frame of frames) {
    const key = `${frame.function} ${frame.file ?? ''}`;
    assert.ok(!seen.has(key), key);
    seen.add(key);
  }
});
