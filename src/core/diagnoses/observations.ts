// A scene → what only several lines together show, for rows to ask about: the filter that left no host, the
// hosts that were tried, an event of Neutron that came too late, a restart in the middle.

import type { ObservationId } from '../../knowledge/diagnoses/row';
import type { Digest, Evidence, Fault, FunnelStep, LogEvent, Place } from '../model';
import { triedBy } from '../timelines/attempts';
import { classTail } from '../timelines/frameHints';
import { funnelOf } from './funnel';
import type { Scene } from './scene';

export interface Observation {
  readonly id: ObservationId;
  readonly evidence: readonly Evidence[];
  readonly captures: Readonly<Record<string, string>>;
  readonly funnel: readonly FunnelStep[];
  /** It is about all attempts together. */
  readonly isOfAll?: true;
}

type TextOf = (event: LogEvent) => string;

/** @param textOf the template of an event. */
export function observe(scene: Scene, textOf: TextOf): readonly Observation[] {
  return [
    killerFilter(scene, textOf), noCandidates(scene, textOf), triedHosts(scene), lateEvent(scene, textOf),
    sentEvent(scene, textOf), silence(scene, textOf), restart(scene, textOf),
    cancelAsked(scene, textOf),
  ].filter((one) => one !== undefined);
}

const noHost = new Set(['NoValidHost', 'MaxRetriesExceeded']);

// Filters matter where nothing else failed first: after a failure on a host they only end the search.
function killerFilter(scene: Scene, textOf: TextOf): Observation | undefined {
  if (!isOfScheduling(scene)) return undefined;
  const funnel = funnelOf(scene.own, textOf);
  if (!funnel) return undefined;
  const { at, killer, hosts, places, steps } = funnel;
  const last = steps.at(-1);
  // a filter that was given none refused none
  if (hosts === 0) {
    const evidence = places.map((place): Evidence => ({ at: place, role: 'says' }));
    return { id: 'no-hosts', evidence, captures: {}, funnel: [] };
  }
  return {
    id: 'killer-filter',
    evidence: places.map((place) => ({ at: place, role: place === at ? 'killer' : 'funnel' })),
    captures: {
      filter: killer,
      ...(hosts === undefined ? {} : { hosts: String(hosts) }),
      ...(last?.start === undefined ? {} : { left: String(last.start) }),
    },
    funnel: steps,
  };
}

function isOfScheduling({ operation: { rootCause } }: Scene): boolean {
  return !rootCause || noHost.has(classTail(rootCause.type));
}

function noCandidates(scene: Scene, textOf: TextOf): Observation | undefined {
  const empty = isOfScheduling(scene)
    ? scene.own.findLast((event) => textOf(event).startsWith('Got no allocation candidates')) : undefined;
  if (!empty) return undefined;
  return { id: 'no-candidates', evidence: [{ at: empty.at, role: 'empty' }], captures: {}, funnel: [] };
}

function triedHosts({ operation: { attempts, outcome } }: Scene): Observation | undefined {
  const tries = triedBy(attempts);
  // why a host failed of which no more is told than that it did is not known
  const failed = tries.flatMap(({ rootCause, host }) =>
    (rootCause && !isGivenBack(rootCause) ? [{ rootCause, host }] : []));
  if (outcome !== 'failed' || failed.length < 2) return undefined;
  const classes = new Set(failed.map(({ rootCause }) => classTail(rootCause.type)));
  const told = failed.slice(0, 6)
    .map(({ rootCause, host }) => `${host ?? '?'}: ${classTail(rootCause.type)}`);
  return {
    id: 'attempts',
    isOfAll: true,
    evidence: failed.map(({ rootCause }) => ({ at: rootCause.at, role: 'attempt' })),
    captures: {
      count: String(tries.length), causes: told.join(', '), alike: classes.size === 1 ? 'yes' : 'no',
      ...(classes.size === 1 ? { type: [...classes][0] ?? '' } : {}),
    },
    funnel: [],
  };
}

function isGivenBack({ type }: Fault): boolean {
  return classTail(type) === 'RescheduledException' || classTail(type) === 'BuildAbortException';
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Waited {
  readonly event: LogEvent;
  readonly ports: readonly string[];
}

function timedOut({ own }: Scene, textOf: TextOf): Waited | undefined {
  const event = own.findLast((one) => textOf(one).startsWith('Timeout waiting for'));
  if (!event) return undefined;
  const events = event.captures['events'] ?? event.captures['event'] ?? '';
  return events.includes('network-vif-plugged') ? { event, ports: events.match(id) ?? [] } : undefined;
}

const arrivedLate = ['Received unexpected event', 'No waiting events found dispatching'];

function lateEvent(scene: Scene, textOf: TextOf): Observation | undefined {
  const waited = timedOut(scene, textOf);
  const late = waited && scene.beside.find((one) => {
    const arrived = one.captures['event'] ?? '';
    return arrivedLate.some((head) => textOf(one).startsWith(head)) && isAfter(one.at, waited.event.at)
      && arrived.startsWith('network-vif-plugged') && waited.ports.some((port) => arrived.includes(port));
  });
  if (!late || !waited) return undefined;
  const port = waited.ports.find((one) => (late.captures['event'] ?? '').includes(one)) ?? '';
  const seconds = secondsBetween(waited.event.at, late.at);
  return {
    id: 'late-event',
    evidence: [{ at: waited.event.at, role: 'expected' }, { at: late.at, role: 'late' }],
    captures: { port, ...(seconds === undefined ? {} : { seconds: String(seconds) }) },
    funnel: [],
  };
}

// The API was told in time, and the compute host was not: the message between them was lost or late.
function sentEvent(scene: Scene, textOf: TextOf): Observation | undefined {
  const waited = timedOut(scene, textOf);
  const sent = waited && scene.own.find((event) => textOf(event).startsWith('Creating event')
    && event.captures['event'] === 'network-vif-plugged'
    && waited.ports.includes(event.captures['port'] ?? ''));
  if (!sent || !waited || sent.at.time === undefined || waited.event.at.time === undefined) return undefined;
  const port = sent.captures['port'] ?? '';
  const got = scene.own.some((event) =>
    textOf(event).startsWith('Received event') && (event.captures['event'] ?? '').includes(port));
  if (got || sent.at.time >= waited.event.at.time) return undefined;
  return {
    id: 'sent-event', captures: { port }, funnel: [],
    evidence: [{ at: sent.at, role: 'answered' }, { at: waited.event.at, role: 'expected' }],
  };
}

/** So long a log has to go on before it counts that nothing came, seconds. */
const quietSeconds = 120;

// The compute host logs an event that nobody waits for: in a log that goes on, none came.
function silence(scene: Scene, textOf: TextOf): Observation | undefined {
  const waited = timedOut(scene, textOf);
  if (!waited || waited.ports.length === 0) return undefined;
  if (lateEvent(scene, textOf) ?? sentEvent(scene, textOf)) return undefined;
  const { source, time } = waited.event.at;
  const end = scene.digests.find((digest) => digest.source === source)?.lastTime;
  const quiet = time === undefined || end === undefined ? 0 : Math.round((end - time) / 1000);
  if (quiet < quietSeconds) return undefined;
  return {
    id: 'silence',
    evidence: [{ at: waited.event.at, role: 'expected' }],
    captures: { port: waited.ports[0] ?? '', seconds: String(quiet) },
    funnel: [],
  };
}

// A start of nova-compute behind the last line of an operation that never ended.
function restart(scene: Scene, textOf: TextOf): Observation | undefined {
  const { operation, digests } = scene;
  if (operation.outcome !== 'in-progress') return undefined;
  const { end } = operation;
  const digest = digests.find(({ source }) => source === end.source);
  const start = digest && startsIn(digest, textOf).find((event) => event.at.line > end.line);
  if (!start) return undefined;
  const seconds = secondsBetween(end, start.at);
  return {
    id: 'restart',
    evidence: [{ at: end, role: 'last' }, { at: start.at, role: 'restart' }],
    captures: seconds === undefined ? {} : { seconds: String(seconds) },
    funnel: [],
  };
}

const cancels = [
  'Going to cancel live migration', '%(client)s "DELETE %(path)s/servers/%(instance)s/migrations/',
];

// Somebody asked Nova to cancel a live migration while it was under way.
function cancelAsked({ operation, own, digests }: Scene, textOf: TextOf): Observation | undefined {
  const ended = own.find((event) => textOf(event) === 'Migration operation was cancelled');
  if (!ended) return undefined;
  const isAsked = (event: LogEvent) => event.instance === operation.instance
    && cancels.some((head) => textOf(event).startsWith(head))
    && isAfter(event.at, operation.begin) && isAfter(ended.at, event.at);
  const asked = digests.flatMap(({ events }) => events.find(isAsked) ?? [])[0];
  if (!asked) return undefined;
  return {
    id: 'cancel-asked', captures: {}, funnel: [],
    evidence: [{ at: asked.at, role: 'says' }, { at: ended.at, role: 'consequence' }],
  };
}

const computeStarts = new WeakMap<Digest, readonly LogEvent[]>();

/** Kept for a digest: every operation that never ended asks. A digest that grows is another one. */
function startsIn(digest: Digest, textOf: TextOf): readonly LogEvent[] {
  const known = computeStarts.get(digest);
  if (known) return known;
  const starts = digest.events.filter((event) => event.captures['service'] === 'compute'
    && textOf(event).startsWith('Starting %(topic)s node'));
  computeStarts.set(digest, starts);
  return starts;
}

function isAfter(one: Place, other: Place): boolean {
  if (one.source === other.source) return one.line > other.line;
  return one.time !== undefined && other.time !== undefined && one.time >= other.time;
}

function secondsBetween(from: Place, to: Place): number | undefined {
  if (from.time === undefined || to.time === undefined) return undefined;
  return Math.round((to.time - from.time) / 1000);
}
