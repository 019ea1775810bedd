// Records of Nova → which ids its lines tie to an instance, and which lines have a known place in the order
// of services. Only statements of the table are looked at: one look-up by logger and first letters a line.

import { novaJoins } from '../../knowledge/joins/nova';
import type { ClaimKind, JoinSpec } from '../../knowledge/joins/schema';
import { copyOf } from '../reading/names';
import type { IdClaim, LogRecord, OrderPoint } from '../model';
import { isMeant, meantTexts } from './only';
import { scanAddresses } from './scanIds';
import { TemplateIndex } from '../templateIndex';
import { compileTemplate } from '../template';

/** Of one log. */
const mostClaims = 50_000;
const mostPoints = 100_000;
/** Two are as many as an id needs to tie nothing; requests may turn out to be of the same instance. */
const mostClaimers = 64;
/** Of a VIF, a network_info or an XML only so much is searched. */
const longestValue = 8000;

/** The lines it looks at; which of them tie an id to an instance, and which print a guest's XML. */
export const novaLines = novaJoins.flatMap(({ logger, text, only, ids, within }) =>
  meantTexts(text, only).map((meant) => ({
    loggers: typeof logger === 'string' ? [logger] : logger, text: meant,
    claims: ids !== undefined || within !== undefined, isXml: within === 'xml',
  })));

const index = new TemplateIndex<JoinSpec>(novaJoins.map((value) => ({
  loggers: typeof value.logger === 'string' ? [value.logger] : value.logger,
  template: compileTemplate(value.text),
  value,
  wanted: wantedOf(value),
})));

function wantedOf({ ids = {}, instance, within, only, order = [] }: JoinSpec): readonly string[] {
  const ordered = order.flatMap(({ host, took }) => [host, took]);
  const all = [...Object.keys(ids), instance, within, only?.placeholder, ...ordered];
  return all.filter((name) => name !== undefined);
}

/** First two letters of each logger's statements; those that begin with a placeholder stand under `%`. */
const beginnings = new Map<string, Set<number>>();
for (const { logger, text } of novaJoins) {
  for (const name of typeof logger === 'string' ? [logger] : logger) {
    beginnings.set(name, (beginnings.get(name) ?? new Set()).add(beginningOf(text)));
  }
}
const placeholder = beginningOf('%(');
const verbs = new Set(['P', 'D'].map((verb) => verb.charCodeAt(0)));

function beginningOf(text: string): number {
  return text.charCodeAt(0) * 0x10000 + text.charCodeAt(1);
}

// Most lines are none of these: that is seen by their logger and first letters. What begins with a
// placeholder are the access lines of the API, most of which only ask.
function mayMatch(logger: string, message: string): boolean {
  const own = beginnings.get(logger);
  if (own === undefined) return false;
  if (own.has(beginningOf(message))) return true;
  return own.has(placeholder) && verbs.has(message.charCodeAt(message.indexOf('"') + 1));
}

export class NovaReader {
  readonly claims: IdClaim[] = [];
  readonly order: OrderPoint[] = [];
  readonly #source: string;
  /** Id → who claimed it: said again, it is not kept again. */
  readonly #claimers = new Map<string, string[]>();
  #whole = true;
  #inXml = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** False: there was more than is kept. */
  get whole(): boolean {
    return this.#whole;
  }

  push(record: LogRecord): void {
    const { header, message } = record;
    if (!header) return;
    if (record.inherited) {
      if (!this.#inXml) return;
      for (const [kind, id] of idsOfXmlLine(message)) this.#claim(kind, id, record, undefined);
      return;
    }
    this.#inXml = false;
    if (!mayMatch(header.logger, message)) return;
    const found = index.find(header.logger, message, record.joints);
    if (!found || !isMeant(found.value.only, found.captures)) return;
    this.#inXml = found.value.within === 'xml';
    this.#claimAll(found.value, found.captures, record);
    this.#points(found.value, found.captures, record);
  }

  #claimAll(spec: JoinSpec, captures: Readonly<Record<string, string>>, record: LogRecord): void {
    const instance = spec.instance === undefined ? undefined : onlyUuid(captures[spec.instance] ?? '');
    for (const [placeholder, kind] of Object.entries(spec.ids ?? {})) {
      const id = idOf(kind, captures[placeholder] ?? '');
      if (id !== undefined) this.#claim(kind, id, record, instance);
    }
    if (spec.within === undefined) return;
    const value = (captures[spec.within] ?? '').slice(0, longestValue);
    for (const [kind, id] of idsWithin(value)) this.#claim(kind, id, record, instance);
  }

  #claim(kind: ClaimKind, id: string, { header, line }: LogRecord, named: string | undefined): void {
    const instance = named ?? header?.instance;
    const claimer = instance ?? header?.request;
    if (claimer === undefined) return;
    const before = this.#claimers.get(id);
    if (before?.includes(claimer)) return;
    const full = this.claims.length >= mostClaims || before?.length === mostClaimers;
    if (full) return void (this.#whole = false);
    const own = copyOf(id);
    const by = named === undefined ? claimer : copyOf(claimer);
    if (before) before.push(by);
    else this.#claimers.set(own, [by]);
    this.claims.push({
      kind,
      id: own,
      instance: instance === undefined ? undefined : by,
      request: instance === undefined ? by : undefined,
      at: { source: this.#source, line, time: header?.time },
    });
  }

  #points(spec: JoinSpec, captures: Readonly<Record<string, string>>, { header, line }: LogRecord): void {
    if (!spec.order || header?.request === undefined || header.time === undefined) return;
    if (this.order.length + spec.order.length > mostPoints) return void (this.#whole = false);
    const at = { source: this.#source, line, time: header.time };
    const { request, instance } = header;
    for (const { rule, side, host, took, beside } of spec.order) {
      const seconds = took === undefined ? 0 : Number(captures[took]);
      if (!Number.isFinite(seconds)) continue;
      const about = host === undefined ? undefined : hostIn(captures[host] ?? '');
      const time = header.time - seconds * 1000;
      this.order.push({ rule, side, beside, request, instance, about, host: header.host, at, time });
    }
  }
}

/** A host's name: behind it may stand what oslo.log adds. */
function hostIn(value: string): string {
  return copyOf(/^[\w.-]{1,255}/.exec(value)?.[0] ?? '');
}

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
const macLength = 'fa:16:3e:00:00:00'.length;
const domain = /<name>(instance-[0-9a-f]{8})<\/name>/;
// a VIF object of os-vif, and an entry of network_info: the id of a network has no address beside it
const vifObject = /,id=([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/gi;
const vifEntry = /"id": "([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})", "address"/gi;

function onlyUuid(text: string): string | undefined {
  return uuid.exec(text)?.[0].toLowerCase();
}

function idOf(kind: ClaimKind, text: string): string | undefined {
  if (kind === 'pci') return pciAddress.exec(text)?.[0].toLowerCase();
  // an image's other fields may hold ids as well
  if (kind === 'image' && text.startsWith('ImageMeta(')) return onlyUuid(imageId.exec(text)?.[0] ?? '');
  // a migration may be named by its number, which every cell counts anew
  return kind === 'domain' || kind === 'mac' ? text.toLowerCase() : onlyUuid(text);
}

const pciAddress = /[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]/i;
const imageId = /[(,]id=[0-9a-f-]{36}/i;
const devices = /(?:"pci_slot": "|dev_address=)([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/gi;
// of the host: addresses in the guest name their type first
const hostDevices =
  /<address domain=["']0x([0-9a-f]{4})["'] bus=["']0x([0-9a-f]{2})["'] slot=["']0x([0-9a-f]{2})["'] function=["']0x([0-7])/gi;

function idsWithin(value: string): readonly (readonly [ClaimKind, string])[] {
  const ids: (readonly [ClaimKind, string])[] = [];
  for (const shape of [vifObject, vifEntry]) {
    for (const found of value.matchAll(shape)) if (found[1]) ids.push(['port', found[1].toLowerCase()]);
  }
  scanAddresses(value, (address) => {
    if (address.length === macLength) ids.push(['mac', address.toLowerCase()]);
  });
  for (const found of value.matchAll(devices)) if (found[1]) ids.push(['pci', found[1].toLowerCase()]);
  for (const [, bus = '', ...rest] of value.matchAll(hostDevices)) {
    ids.push(['pci', `${bus}:${rest[0] ?? ''}:${rest[1] ?? ''}.${rest[2] ?? ''}`.toLowerCase()]);
  }
  const name = domain.exec(value)?.[1];
  if (name) ids.push(['domain', name]);
  return ids;
}

/** The lines of a guest's XML below the statement that printed it. */
function idsOfXmlLine(message: string): readonly (readonly [ClaimKind, string])[] {
  let at = 0;
  while (message.charCodeAt(at) === 32) at += 1;
  if (message.charCodeAt(at) !== 60) return [];
  const isName = message.startsWith('<name>instance-', at);
  const isAddress = message.startsWith('<mac address=', at) || message.startsWith('<address domain=', at);
  return isName || isAddress ? idsWithin(message.slice(at, at + 200)) : [];
}
