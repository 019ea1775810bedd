// The log statements of Nova's source, from the facts beside the project: is this message one of a release?

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileTemplate, matchTemplate, type Template } from '../../src/core/template';

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
export const withoutFacts = existsSync(join(facts, 'log-messages.json')) ? false : 'the facts of Nova are not here';

interface FactPlace { readonly m: string; readonly l: string; readonly r?: string }
interface FactMessage { readonly t: string; readonly r: string; readonly w: readonly FactPlace[] }
interface Row { readonly template: Template; readonly releases: string; readonly levels: readonly string[] }

/** A log statement of Nova: its template, and where it stands. */
export interface NovaStatement {
  readonly t: string;
  /** `m`: logger, `l`: level, `x`: logged while an exception is handled. */
  readonly w: readonly { readonly m: string; readonly l: string; readonly x?: number }[];
}

/** All statements of Nova. */
export function novaStatements(): readonly NovaStatement[] {
  const text = readFileSync(join(facts, 'log-messages.json'), 'utf8');
  return (JSON.parse(text) as { messages: readonly NovaStatement[] }).messages;
}

/** @returns whether the logger has a statement of that level in that release which makes such a message. */
export function novaFacts(): (logger: string, level: string, message: string, release: number) => boolean {
  const { messages, libraries } = JSON.parse(readFileSync(join(facts, 'log-messages.json'), 'utf8')) as {
    messages: readonly FactMessage[]; libraries: readonly FactMessage[];
  };
  const rows = new Map<string, Row[]>();
  const add = (logger: string, row: Row): void => {
    const known = rows.get(logger);
    if (known) known.push(row);
    else rows.set(logger, [row]);
  };
  for (const { t, r, w } of messages) {
    const template = compileTemplate(t);
    for (const { m, l, r: own } of w) add(m, { template, releases: own ?? r, levels: levelsOf(l) });
  }
  for (const { t, w } of libraries) {
    const template = compileTemplate(t);
    for (const { m, l } of w) add(m, { template, releases: '', levels: levelsOf(l) });
  }
  return (logger, level, message, release) =>
    // what a class adds behind a message that is logged with its traceback
    [message, message.replace(/: [\w.]+(?:Error|Failed|Found|Exception): .*$/, '')].some((text) =>
      known(logger, text) || (rows.get(logger) ?? []).some(({ template, releases, levels }) =>
        levels.includes(level) && covers(releases, release) && matchTemplate(template, text)));
}

function levelsOf(level: string): readonly string[] {
  if (level === 'EXCEPTION') return ['ERROR'];
  return level === 'LOG' ? ['DEBUG', 'INFO', 'WARNING', 'ERROR'] : level.split('/');
}

// Statements whose text stands in no row of the facts: access lines, the messages of oslo.messaging.
function known(logger: string, message: string): boolean {
  if (logger === 'nova.osapi_compute.wsgi.server') return /^\S+ "[A-Z]+ \S+ HTTP\/1\.1" status: \d+ len: /.test(message);
  return logger === 'oslo_messaging.rpc.server' && message.startsWith('Exception during message handling');
}

function covers(releases: string, release: number): boolean {
  if (releases === '') return true;
  return releases.split(',').some((range) => {
    const [from = '', to = from] = range.split('..');
    return numberOf(from) <= release && release <= numberOf(to);
  });
}

function numberOf(release: string): number {
  if (release === 'master') return 99;
  return release === '2015.1' ? 11 : Number(release);
}
