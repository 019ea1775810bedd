// Records → on which host and in which service a log was written, as wrappers and the service's own lines
// say. Two hosts in one log are none: its lines then say their own.

import { ownHosts } from '../../knowledge/ownHosts';
import { sameHost } from '../sets/hosts';
import { joinOrigin } from '../sets/origins';
import type { Digest, Header, LogRecord, Origin } from '../model';
import { copyOf } from './names';
import { isKnownService } from './serviceNames';
import type { Sink } from '../sink';
import { compileTemplate, matchTemplate } from '../template';

export interface OriginReader extends Sink<LogRecord> {
  /** @param services the services that the lines show. */
  origin(services: readonly string[], dumps: Digest['optionDumps']): Origin;
}

const templates = ownHosts.map(({ logger, text }) => ({ logger, template: compileTemplate(text) }));
const loggers = new Set(ownHosts.map(({ logger }) => logger));
const letters = new Set(ownHosts.map(({ text }) => text.charCodeAt(0)));

/** Beginnings of the messages that may name the host. */
export const hostBeginnings: readonly string[] = templates.map(({ template }) => template.literals[0] ?? '');

/** @param given what the log's place in a tree of files tells; without a stream the log is its own. */
export function readOrigin(source: string, given: Partial<Origin> = {}): OriginReader {
  const carried = new HostNames();
  const own = new HostNames();
  const others = new HostNames();
  let isBare = false;
  return {
    push({ header, inherited, message }) {
      if (!header || inherited) return;
      if (header.host !== undefined) (isOfOther(header) ? others : carried).add(header.host);
      else if (header.logger !== '') isBare = true;
      if (!letters.has(message.charCodeAt(0)) || !loggers.has(header.logger)) return;
      const host = hostNamed(header.logger, message);
      if (host !== undefined) own.add(host);
    },
    end: () => undefined,
    origin(services, dumps = []) {
      const all = own.copy();
      for (const dump of dumps) all.add(dump.get('DEFAULT.host')?.value ?? dump.get('host')?.value ?? '');
      const service = services.length === 1 ? services[0] : undefined;
      // where lines of Nova name no host, those of other programs beside them do not say whose they are
      const named = isBare && carried.first === undefined ? carried : carried.with(others);
      return joinOrigin({ ...hostOf(all, named), service, stream: source, order: 0 }, given, services);
    },
  };
}

/** Of a program that writes no logger, as the kernel or a web server. */
function isOfOther({ logger, service }: Header): boolean {
  return logger === '' && (service === undefined || !isKnownService(service));
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
function hostOf(own: HostNames, carried: HostNames): Pick<Origin, 'host' | 'hostFrom'> {
  if (own.first !== undefined && !carried.several) {
    return { host: own.several ? undefined : own.first, hostFrom: 'lines' };
  }
  if (carried.first === undefined) return { host: undefined, hostFrom: undefined };
  return { host: carried.several ? undefined : carried.first, hostFrom: 'wrapper' };
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

  with({ first, several }: HostNames): HostNames {
    const all = this.copy();
    if (first !== undefined) all.add(first);
    all.#several ||= several;
    return all;
  }

  copy(): HostNames {
    const copy = new HostNames();
    copy.#first = this.#first;
    copy.#several = this.#several;
    return copy;
  }
}
