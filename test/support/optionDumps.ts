// Logs of service starts for tests, as oslo.config writes them at DEBUG, and digests of such logs.

import { openDigest } from '../../src/core/digest';
import type { Digest } from '../../src/core/model';

export interface StartOfService {
  readonly options: Readonly<Record<string, string>>;
  readonly process?: string;
  readonly second?: number;
  readonly logger?: string;
  readonly files?: readonly string[];
  readonly end?: boolean;
}

/** The lines that one start logs; options by `name` or `group.name`. */
export function startLines(start: StartOfService): string[] {
  const { options, process = '4211', second = 0, logger = 'oslo_service.service', end = true } = start;
  const time = new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString().slice(0, 19).replace('T', ' ');
  const files = (start.files ?? ['/etc/nova/nova.conf']).map((file) => `'${file}'`).join(', ');
  const said = (text: string, line: number) => `${time}.001 ${process} DEBUG ${logger} `
    + `[req-11111111-2222-4333-8444-555555555555 - - - - -] ${text} `
    + `log_opt_values /usr/lib/python3/oslo_config/cfg.py:${line}`;
  return [
    said('*'.repeat(80), 2567),
    said('Configuration options gathered from:', 2568),
    said("command line args: ['--config-file=/etc/nova/nova.conf']", 2569),
    said(`config files: [${files}]`, 2570),
    said('='.repeat(80), 2572),
    ...Object.entries(options).map(([name, value]) => said(`${name.padEnd(30)} = ${value}`, 2580)),
    ...(end ? [said('*'.repeat(80), 2591)] : []),
  ];
}

/** The digest of these lines. */
export function digestOf(lines: readonly string[], source = 'nova-compute.log'): Digest {
  const reader = openDigest(source);
  reader.push(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return reader.end();
}
