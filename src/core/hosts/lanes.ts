// Digests → the life of each host: stretches in which a service ran, a connection was lost, the host was
// taken out of scheduling; audits and claims. Each rests on lines; what no line ends has no end.

import { signs as specs } from '../../knowledge/signs';
import type { SignSpec, SpanKind } from '../../knowledge/signs';
import type { HostNames } from './hostNames';
import type { Digest, HostLane, HostSpan, Place, Sign } from '../model';
import { auditsOf, claimsOf } from './resources';

interface Spotted {
  readonly sign: Sign;
  readonly spec: SignSpec;
  readonly host: string | undefined;
  readonly service: string | undefined;
}

/** @returns a lane for each host with anything to tell, by name; logs that name no host have one each. */
export function buildLanes(digests: readonly Digest[], names: HostNames): readonly HostLane[] {
  const lanes = new Map<string, { host: string | undefined; digests: Set<Digest>; spotted: Spotted[] }>();
  for (const digest of digests) {
    for (const one of [...spottedIn(digest, names), ...databaseFaults(digest, names)]) {
      const key = one.host === undefined ? ` ${digest.source}` : one.host;
      const lane = lanes.get(key) ?? { host: one.host, digests: new Set(), spotted: [] };
      lanes.set(key, lane);
      lane.digests.add(digest);
      lane.spotted.push(one);
    }
  }
  return [...lanes].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { host, digests: own, spotted }]) => {
    const signs = spotted.map(({ sign }) => sign);
    const lane: HostLane = {
      host,
      basis: host === undefined ? undefined : basisOf([...own], names),
      sources: [...own].map(({ source }) => source),
      services: [...new Set(spotted.flatMap(({ service }) => service ?? []))].sort(),
      spans: spansOf(spotted),
      audits: auditsOf(signs),
      claims: claimsOf(signs),
    };
    return lane.spans.length + lane.audits.length + lane.claims.length > 0 ? [lane] : [];
  });
}

function basisOf(digests: readonly Digest[], names: HostNames): HostLane['basis'] {
  return digests.some(({ source }) => names.basis(source) === 'node') ? 'node' : 'named';
}

function spottedIn(digest: Digest, names: HostNames): readonly Spotted[] {
  const service = onlyService(digest);
  return (digest.signs?.signs ?? []).flatMap((sign): readonly Spotted[] => {
    const spec = specs[sign.row];
    if (!spec) return [];
    const topic = spec.sign === 'service' && sign.values['topic'];
    return [{
      sign,
      spec,
      host: sign.host === undefined ? hostOf(spec, digest.source, names) : names.same(sign.host),
      service: topic ? `nova-${topic}` : (sign.service ?? service),
    }];
  });
}

function onlyService({ services }: Digest): string | undefined {
  const own = services.filter((service) => service.startsWith('nova-'));
  return own.length === 1 ? own[0] : undefined;
}

function hostOf({ logger: [logger = ''] }: SignSpec, source: string, names: HostNames): string | undefined {
  return /^nova\.(?:compute|virt)\./.test(logger) ? names.ofCompute(source) : names.ofLog(source);
}

const databaseSpec: SignSpec = { sign: 'database-lost', edge: 'note', logger: [], text: '', level: 'ERROR' };

function databaseFaults(digest: Digest, names: HostNames): readonly Spotted[] {
  const service = onlyService(digest);
  return digest.faults
    .filter(({ type, level }) => type.endsWith('DBConnectionError') && level !== 'DEBUG' && level !== 'INFO')
    .map((fault) => ({
      sign: {
        at: fault.at, lastAt: fault.at, count: 1, row: -1, values: {}, instance: undefined, host: undefined,
        request: fault.request, process: fault.process, service: undefined,
      },
      spec: databaseSpec,
      host: names.ofLog(digest.source),
      service,
    }));
}

const kinds: readonly SpanKind[] = [
  'service', 'amqp-lost', 'database-lost', 'libvirt-lost', 'disabled', 'report-missed', 'placement-refused',
];

function spansOf(spotted: readonly Spotted[]): readonly HostSpan[] {
  return kinds
    .flatMap((kind) => {
      const own = spotted.filter(({ spec }) => spec.sign === kind);
      return kind === 'service' ? servicesOf(own) : troubles(kind, own);
    })
    .sort((a, b) => timeOf(a.begin ?? a.end) - timeOf(b.begin ?? b.end));
}

// A service is told apart by its name and log; a start after a start without a stop between is a restart,
// too.
function servicesOf(spotted: readonly Spotted[]): readonly HostSpan[] {
  const spans: Draft[] = [];
  const running = new Map<string, Draft>();
  for (const one of inOrder(spotted)) {
    const { sign, spec, service } = one;
    const key = `${sign.at.source} ${service ?? ''}`;
    const open = running.get(key);
    if (spec.edge === 'begin') {
      // a parent that starts its workers says so behind its own start
      if (open && isSameStart(open, sign)) {
        addTo(open, sign);
        continue;
      }
      const span = draftOf('service', one, sign.at);
      running.set(key, span);
      spans.push(span);
    } else if (open) {
      open.end = sign.at;
      addTo(open, sign);
      running.delete(key);
    } else if (!isSameStop(spans.findLast((span) => span.service === service), sign)) {
      spans.push({ ...draftOf('service', one, undefined), end: sign.at });
    }
  }
  return spans;
}

const together = 5_000;

function isSameStart({ begin, process }: Draft, { at, process: own }: Sign): boolean {
  if (process !== undefined && process === own) return true;
  return begin?.time !== undefined && at.time !== undefined && at.time - begin.time <= together;
}

function isSameStop(span: Draft | undefined, sign: Sign): boolean {
  const { at } = sign;
  if (span?.end?.time === undefined || at.time === undefined || span.end.source !== at.source) return false;
  if (at.time - span.end.time > together) return false;
  addTo(span, sign);
  return true;
}

/** Without a line in between trouble that is told again so soon is the same, milliseconds. */
const sameTrouble = 120_000;
const keptPlaces = 20;

type Draft = { -readonly [key in keyof HostSpan]: HostSpan[key] } & { places: Place[]; last: Place };

function troubles(kind: SpanKind, spotted: readonly Spotted[]): readonly HostSpan[] {
  const spans: Draft[] = [];
  const open = new Map<string, Draft>();
  for (const one of inOrder(spotted)) {
    const { sign, spec, service } = one;
    const key = `${sign.at.source} ${service ?? ''} ${sign.process ?? ''}`;
    const span = open.get(key);
    const soon = span && timeOf(sign.at) - timeOf(span.last) <= sameTrouble;
    if (spec.edge === 'end') {
      if (span) {
        span.end = sign.at;
        addTo(span, sign);
      }
      open.delete(key);
    } else if (span && (spec.edge === 'begin' || soon)) {
      addTo(span, sign);
      if (spec.edge === 'note') span.end = sign.lastAt;
    } else {
      const made = draftOf(kind, one, sign.at);
      if (spec.edge === 'note') made.end = sign.lastAt;
      spans.push(made);
      open.set(key, made);
    }
  }
  return joined(spans);
}

// The workers of a service lose the same connection each for itself.
function joined(spans: readonly Draft[]): readonly HostSpan[] {
  const found: Draft[] = [];
  for (const span of spans) {
    const same = found.findLast((other) => other.service === span.service && isMeanwhile(other, span));
    if (!same) {
      found.push(span);
      continue;
    }
    same.count += span.count;
    same.process = same.process === span.process ? same.process : undefined;
    same.end = same.end && span.end ? laterOf(same.end, span.end) : undefined;
    same.last = laterOf(same.last, span.last);
    same.places = [...same.places, ...span.places].sort((a, b) => timeOf(a) - timeOf(b)).slice(0, keptPlaces);
  }
  return found;
}

function isMeanwhile(a: Draft, b: Draft): boolean {
  return a.begin?.source === b.begin?.source && timeOf(b.begin) <= timeOf(a.end ?? a.last) + together;
}

function laterOf(a: Place, b: Place): Place {
  return timeOf(b) > timeOf(a) ? b : a;
}

function draftOf(kind: SpanKind, { sign, host, service }: Spotted, begin: Place | undefined): Draft {
  const { process, count, values, at, lastAt: last } = sign;
  const places = last === at ? [at] : [at, last];
  return { kind, host, service, process, begin, end: undefined, count, places, values, last };
}

function addTo(span: Draft, sign: Sign): void {
  span.count += sign.count;
  span.last = sign.lastAt;
  if (span.places.length < keptPlaces) span.places.push(sign.at);
  else span.places.splice(-1, 1, sign.at);
}

function inOrder(spotted: readonly Spotted[]): readonly Spotted[] {
  return [...spotted].sort((a, b) => timeOf(a.sign.at) - timeOf(b.sign.at));
}

function timeOf(place: Place | undefined): number {
  return place?.time ?? 0;
}
