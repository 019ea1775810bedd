// A few words per line → a log of Nova with oslo headers; and an analysis → the lines a test compares.

import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Fault, Operation } from '../../src/core/model';

export const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
export const otherVm = '6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81';

const loggers: Readonly<Record<string, string>> = {
  mgr: 'nova.compute.manager',
  claim: 'nova.compute.claims',
  virt: 'nova.virt.libvirt.driver',
  bdm: 'nova.virt.block_device',
  net: 'nova.network.neutron',
  vif: 'os_vif',
  api: 'nova.compute.api',
  sch: 'nova.scheduler.manager',
  flt: 'nova.filters',
  cond: 'nova.conductor.manager',
  util: 'nova.scheduler.utils',
  rpc: 'oslo_messaging.rpc.server',
  wsgi: 'nova.osapi_compute.wsgi.server',
};

/**
 * One line a row: `SECONDS LEVEL logger [request] [vm] message`, for example
 * `0.5 INFO mgr r1 vm Rebuilding instance`.
 * A row that begins with `|` is a traceback line of the row above, with its prefix; with `>` a line without
 * any.
 */
export function log(rows: string): string {
  let prefix = '';
  return rows
    .trim()
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const text = row.trimStart();
      if (text.startsWith('|')) return `${prefix}${text.slice(1)}`;
      if (text.startsWith('>')) return text.slice(1);
      const found = /^([\d.]+) (\w+) ([\w.]+)(?: (r\d+|-))?(?: (vm|other))?(?: (.*))?$/.exec(text);
      if (!found) throw new Error(`not a row: ${row}`);
      const [, seconds, level, logger, request, instance, message] = found;
      const time = new Date(Date.UTC(2024, 2, 11, 14, 0, 0) + Number(seconds) * 1000).toISOString();
      const head = `${time.slice(0, 10)} ${time.slice(11, 23)} 7 ${level} ${loggers[logger ?? ''] ?? logger}`;
      const context =
        !request || request === '-' ? '[-]' : `[None ${requestId(request)} user project - - default default]`;
      const tag = instance ? `[instance: ${instance === 'vm' ? vm : otherVm}] ` : '';
      prefix = `${head} ${tag}`;
      return `${head} ${context} ${tag}${message ?? ''}`;
    })
    .join('\n');
}

/** The logger behind the short name that a row has. */
export function loggerOf(name: string): string {
  return loggers[name] ?? name;
}

/** `r1` → a request id. */
export function requestId(name: string): string {
  return `req-${name.slice(1).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

export function analyseText(...texts: readonly string[]): Analysis {
  const digests = texts.map((text, at) => {
    const reader = openDigest(`log${at}`, { keepLines: true });
    reader.push(new TextEncoder().encode(text));
    return reader.end();
  });
  return analyse(digests, defaultLimits);
}

/** `kind outcome phase | root@line <- … fault@line` for each operation, lines counted from 1. */
export function stories(analysis: Analysis): readonly string[] {
  return analysis.timelines.flatMap(({ operations }) => operations.map(story));
}

function story(operation: Operation): string {
  const place = (fault: Fault): string =>
    `${fault.type.slice(fault.type.lastIndexOf('.') + 1)}@${fault.at.line + 1}`;
  const chain = operation.chain.map(place).join(' > ');
  const guess = operation.basis === 'implied' ? '?' : '';
  return (
    `${operation.kind}${guess} ${operation.outcome}${operation.failedPhase ? ` in ${operation.failedPhase}` : ''}` +
    `${chain ? ` | ${chain}` : ''}`
  );
}
