// Records → on which host and in which service a log was written, as wrappers and the service's own lines
// say. Two hosts in one log are none: its lines then say their own.

import { ownHosts } from '../../knowledge/ownHosts';
import { sameHost } from '../sets/hosts';
import type { Digest, LogRecord, Origin } from '../model';
import { copyOf } from './names';
import type { Sink } from '../sink';
import { compileTemplate, matchTemplate } from '../template';

export interface OriginReader extends Sink<LogRecord> {
  /** @param services the services that the lines show. */
  origin(services: readonly string[], dumps: Digest['optionDumps']): Origin;
}

const templates = ownHosts.map(({ logger, text }) => ({ logger, template: compileTemplate(text) }));
const loggers = new Set(ownHosts.map(({ logger }) => logger));
const letters = new Set(ownHosts.map(({ text }) => text.charCodeAt(0)));

/** @param given what the log's place in a tree of files tells; without a stream the log is its own. */
export function readOrigin(source: string, given: Partial<Origin> = {}): OriginReader {
  const carried = new HostNames();
  const own = new HostNames();
  return {
    push({ header, inherited, message }) {
      if (!header || inherited) return;
      if (header.host !== undefined) carried.add(header.host);
      if (!letters.has(message.charCodeAt(0)) || !loggers.has(header.logger)) return;
      const host = hostNamed(header.logger, message);
      if (host !== undefined) own.add(host);
    },
    end: () => undefined,
    origin(services, dumps = []) {
      const all = own.copy();
      for (const dump of dumps) all.add(dump.get('DEFAULT.host')?.value ?? dump.get('host')?.value ?? '');
      const { stream = source, order = 0 } = given;
      return { ...hostOf(all, carried, given), service: serviceOf(services, given.service), stream, order };
    },
  };
}

function hostNamed(logger: string, message: string): string | undefined {
  for (const row of templates) {
    if (row.logger !== logger) continue;
    const host = matchTemplate(row.template, message)?.['host'];
    if (host !== undefined && /^[\w.-]{1,255}$/.test(host)) return copyOf(host);
  }
  return undefined;
}

// Nova's own word first: other lines that name the host spell it like this.
function hostOf(
  own: HostNames, carried: HostNames, given: Partial<Origin>,
): Pick<Origin, 'host' | 'hostFrom'> {
  if (own.several || carried.several) return { host: undefined, hostFrom: undefined };
  if (own.first !== undefined) return { host: own.first, hostFrom: 'lines' };
  if (given.host !== undefined) return { host: given.host, hostFrom: given.hostFrom ?? 'tree' };
  return { host: carried.first, hostFrom: carried.first === undefined ? undefined : 'wrapper' };
}

// A file may be called anything: a name counts unless the lines show others only.
function serviceOf(services: readonly string[], named: string | undefined): string | undefined {
  if (named !== undefined && (services.length === 0 || services.includes(named))) return named;
  return services.length === 1 ? services[0] : undefined;
}

/** Whether all names that came are one host's. */
class HostNames {
  #first: string | undefined;
  #several = false;

  get first(): string | undefined {
    return this.#first;
  }

  get several(): boolean {
    return this.#several;
  }

  add(name: string): void {
    if (name === this.#first || name === '') return;
    if (this.#first === undefined) this.#first = name;
    else if (!sameHost(this.#first, name)) this.#several = true;
  }

  copy(): HostNames {
    const copy = new HostNames();
    copy.#first = this.#first;
    copy.#several = this.#several;
    return copy;
  }
}
