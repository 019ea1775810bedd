// Records of other services → the lines that say what became of a port, a volume, an image, an allocation or
// a guest, and those that warn of one. Kept: places and ids, not text.

import { serviceLines } from '../../knowledge/joins/others';
import type { ServiceLineSpec, OtherService } from '../../knowledge/joins/schema';
import { domainOfFile, GuestLog } from './guestLog';
import { plainIds } from './ids';
import { isMeant, meantTexts } from './only';
import type { Level, LogRecord, Mention } from '../model';
import { withoutSuffix } from '../reading/debugSuffix';
import { TemplateIndex } from '../templateIndex';
import { compileTemplate } from '../template';

const mostMentions = 50_000;
const mostIds = 16;
const longestMessage = 4000;

/** The lines it looks at, warnings aside. */
export const otherLines = serviceLines.flatMap(({ loggers, text, only }) =>
  meantTexts(text, only).map((meant) => ({ loggers, text: meant })));

const index = new TemplateIndex<ServiceLineSpec>(serviceLines.map((value) => ({
  loggers: value.loggers.length > 0 ? value.loggers : [''],
  template: compileTemplate(value.text),
  value,
})));

const owners: readonly (readonly [string, OtherService])[] = [
  ['neutron', 'neutron'], ['cinder', 'cinder'], ['glance', 'glance'], ['placement', 'placement'],
  ['nova.api.openstack.placement', 'placement'], ['os_brick', 'cinder'], ['ovsdbapp', 'neutron'],
];

export class OtherReader {
  readonly mentions: Mention[] = [];
  readonly #source: string;
  readonly #guest: GuestLog;
  #whole = true;

  constructor(source: string) {
    this.#source = source;
    this.#guest = new GuestLog(domainOfFile(source));
  }

  /** False: there was more than is kept. */
  get whole(): boolean {
    return this.#whole;
  }

  push(record: LogRecord): void {
    const { header, message } = record;
    if (!header) return;
    if (header.logger === '') this.#guest.read(message);
    if (record.inherited) return;
    const found = index.find(header.logger, message, record.joints);
    if (found && isMeant(found.value.only, found.captures)) {
      const seconds = found.value.took === undefined ? undefined : Number(found.captures[found.value.took]);
      this.#add(record, found.value.service, meantText(found, message), found.value, seconds);
      return;
    }
    if (!warns(header.level)) return;
    const service = ownerOf(header.logger) ?? (isLibvirts(record) ? 'libvirt' : undefined);
    if (service) this.#add(record, service, message.slice(0, longestMessage));
  }

  #add(
    record: LogRecord, service: OtherService, text: string, spec?: ServiceLineSpec, seconds?: number,
  ): void {
    const { header, line } = record;
    if (!header) return;
    const found = plainIds(text, mostIds);
    const ids = spec?.service === 'qemu' ? [...new Set([...found, ...this.#guest.ids()])] : found;
    if (ids.length === 0 && !header.request && !header.globalRequest) return;
    if (this.mentions.length >= mostMentions) return void (this.#whole = false);
    this.mentions.push({
      at: { source: this.#source, line, time: header.time },
      id: spec?.id ?? (header.level === 'WARNING' ? 'warning' : 'error'),
      service,
      program: header.service,
      host: header.host,
      level: header.level,
      request: header.request,
      globalRequest: header.globalRequest,
      ids,
      seconds: Number.isFinite(seconds) ? seconds : undefined,
    });
  }
}

function meantText(
  { value, captures }: { value: ServiceLineSpec; captures: Readonly<Record<string, string>> },
  message: string,
): string {
  const about = value.about === undefined ? undefined : captures[value.about];
  return about ?? withoutSuffix(message.slice(0, longestMessage));
}

const otherLoggers = new Set(serviceLines.flatMap(({ loggers }) => loggers));

/** Whether lines of a logger may be of another service. */
export function mayMention(logger: string): boolean {
  return otherLoggers.has(logger) || ownerOf(logger) !== undefined;
}

function warns(level: Level | undefined): boolean {
  return level === 'WARNING' || level === 'ERROR' || level === 'CRITICAL';
}

function ownerOf(logger: string): OtherService | undefined {
  return owners.find(([name]) => logger === name || logger.startsWith(`${name}.`))?.[1];
}

// libvirtd names process, level and place in its code before the message.
function isLibvirts({ header }: LogRecord): boolean {
  return header?.logger === '' && header.process !== undefined && header.level !== undefined;
}
