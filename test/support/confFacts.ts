// The facts as they ship, read without the loader; and files of nova.conf from texts, for tests.

import { readFileSync } from 'node:fs';
import { parseConf } from '../../src/core/conf/conf';
import type { ConfFile } from '../../src/core/conf/conf';
import { buildFacts } from '../../src/knowledge/facts/decode';
import type { RawExceptions, RawOptions } from '../../src/knowledge/facts/decode';

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(`src/knowledge/facts/${name}.json`, 'utf8')) as T;
}

export const facts = buildFacts(readJson<RawExceptions>('exceptions'), readJson<RawOptions>('options'));

/** A file called nova.conf, or by its name. */
export function confOf(text: string, source = '/etc/nova/nova.conf'): ConfFile {
  return parseConf(text, source);
}
