// `report --by cause|host`: groups of failures and the life of hosts, for a person at a terminal. In: an
// Analysis and a way to paint. Out: lines, made as they are asked for.

import { marks } from '../../knowledge/marks';
import type { Analysis, CauseGroup, HostLane, Operation, Place, ResourceClaim } from '../model';
import { renderDuration } from './duration';
import { instanceText } from './instanceText';
import { holeText, spanText } from './storyText';
import { storyWords as words } from './storyWords';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint } from './terminal';
import { phaseInText } from './titles';
import { reportWords } from './words';

const shown = 8;
const shownPaces = 40;

/** Holes of the set; nothing where there are none. */
export function* holeLines({ holes = [], digests }: Analysis, paint: Paint): Generator<string> {
  if (holes.length === 0) return;
  yield '';
  yield paint('bold', words.holes);
  for (const hole of holes.slice(0, shownPaces)) yield `  ${holeText(hole, digests.length === 1)}`;
  if (holes.length > shownPaces) yield `  ${reportWords.more(String(holes.length - shownPaces))}`;
}

export function* causeGroupLines(analysis: Analysis, paint: Paint): Generator<string> {
  const { groups = [], digests, timelines } = analysis;
  const operations = timelines.flatMap((timeline) => timeline.operations);
  const well = new Set(operations.filter(({ outcome }) => outcome === 'success').map(({ id }) => id));
  yield '';
  yield groups.length === 0 ? words.noCauses : paint('bold', words.causes);
  for (const group of groups) {
    yield '';
    yield* groupLines(group, paint, digests.length === 1);
    const count = new Set(group.operations.filter((id) => well.has(id))).size;
    if (count > 0) yield `    ${words.wentWell(count)}`;
  }
}

/** Which causes there are, a line for each. */
export function* causeTitles({ groups = [] }: Analysis, paint: Paint): Generator<string> {
  yield '';
  yield paint('bold', words.causes);
  for (const group of groups.slice(0, shownPaces)) yield titleOf(group, paint);
  if (groups.length > shownPaces) yield `  ${reportWords.more(String(groups.length - shownPaces))}`;
}

function titleOf({ type = words.noClass, phase, places }: CauseGroup, paint: Paint): string {
  const what = phase === undefined ? type : words.inPhase(type, phaseInText(phase));
  return `  ${paint('red', cleanText(words.group(places.length, what)))}`;
}

function* groupLines(group: CauseGroup, paint: Paint, oneLog: boolean): Generator<string> {
  const { message, frame, places, instances, first, last, shared } = group;
  yield titleOf(group, paint);
  if (message !== '') yield `    ${cleanText(message)}`;
  if (frame !== undefined) yield `    ${paint('dim', cleanText(frame))}`;
  yield `    ${words.firstLast(whenText(first, oneLog), whenText(last, oneLog))}`;
  const hosts = group.hosts.slice(0, shown).map(({ host, count }) => words.hostCount(host, count));
  if (group.unknownHosts > 0) hosts.push(words.unknownHosts(group.unknownHosts));
  if (hosts.length > 0) yield `    ${cleanText(words.hosts(hosts.join(marks.list)))}`;
  yield `    ${words.instances(instances.length, cleanText(someOf(instances)))}`;
  for (const { trait, value, others, othersWell } of shared) {
    yield `    ${cleanText(words.shared(words.traits[trait], value, others, othersWell))}`;
  }
  yield `    ${paint('dim', words.lines(someOf(places.map((place) => placeText(place, oneLog)))))}`;
}

function whenText(place: Place, oneLog: boolean): string {
  return place.time === undefined ? placeText(place, oneLog) : timeText(place.time);
}

/** The first of many, and how many more there are. */
export function someOf(items: readonly string[]): string {
  const all = items.slice(0, shown).join(marks.list);
  return items.length > shown ? `${all} ${reportWords.more(String(items.length - shown))}` : all;
}

export function* hostLines(analysis: Analysis, paint: Paint): Generator<string> {
  const { hosts = [], story, timelines } = analysis;
  const byHost = new Map<string, Operation[]>();
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    const host = story?.hostOf(operation);
    if (host !== undefined) byHost.set(host, [...(byHost.get(host) ?? []), operation]);
  }
  const bare = [...byHost.keys()].filter((host) => !hosts.some((lane) => lane.host === host)).sort();
  if (hosts.length + bare.length === 0) yield words.noHosts;
  for (const lane of hosts) {
    const name = lane.host ?? `${words.hostUnknown}${marks.colon}${lane.sources.join(marks.list)}`;
    yield '';
    yield paint('bold', cleanText([name, ...lane.services].join(marks.comma)));
    yield* laneLines(lane);
    yield* operationsOn(byHost.get(lane.host ?? '') ?? []);
  }
  for (const host of bare) {
    yield '';
    yield paint('bold', cleanText(host));
    yield* operationsOn(byHost.get(host) ?? []);
  }
  yield* paceLines(analysis, paint);
}

function* laneLines({ spans, claims, audits }: HostLane): Generator<string> {
  for (const span of spans.slice(0, shownPaces)) yield `  ${spanText(span)}`;
  if (spans.length > shownPaces) yield `  ${reportWords.more(String(spans.length - shownPaces))}`;
  for (const claim of claims.filter(({ outcome }) => outcome === 'failed')) yield `  ${claimText(claim)}`;
  const last = audits.at(-1);
  if (!last) return;
  const used = ({ used: one, total }: { used: number | undefined; total: number | undefined }) =>
    `${one ?? '?'}/${total ?? '?'}`;
  const time = last.at.time === undefined ? '' : timeText(last.at.time);
  yield `  ${words.audit(time, used(last.memory), used(last.disk), used(last.vcpus))}`;
}

function claimText({ instance = '?', asked, free }: ResourceClaim): string {
  const amounts = ({ memory, disk, vcpus }: ResourceClaim['free']) =>
    [`${memory ?? '?'} MB`, `${disk ?? '?'} GB`, `${vcpus ?? '?'} vCPU`].join(marks.list);
  return cleanText(words.claimFailed(instance, amounts(asked), amounts(free)));
}

function* operationsOn(operations: readonly Operation[]): Generator<string> {
  if (operations.length > 0) yield operationsText(countsOf(operations));
}

/** How many operations of which kind ended how. */
export function countsOf(operations: readonly Operation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, outcome } of operations) {
    const name = `${kind} ${reportWords.tallyWords[outcome]}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

export function operationsText(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count} ${name}`);
  return `  ${words.operationsThere(parts.join(marks.list))}`;
}

function* paceLines({ story, digests }: Analysis, paint: Paint): Generator<string> {
  const paces = story?.paces() ?? [];
  if (paces.length === 0) return;
  yield '';
  yield paint('bold', words.paces);
  const duration = (seconds: number) => renderDuration(seconds * 1000);
  for (const { kind, phase, host, p50, p95, count, outliers } of paces.slice(0, shownPaces)) {
    const text = words.pace(kind, phaseInText(phase), duration(p50), duration(p95), count);
    yield `  ${host === undefined ? text : cleanText(words.ofService(text, host))}`;
    for (const { instance, seconds, at } of outliers.slice(0, 3)) {
      const where = placeText(at, digests.length === 1);
      const text = words.outlier(instanceText(instance), duration(seconds), where);
      yield `    ${paint('yellow', cleanText(text))}`;
    }
  }
  if (paces.length > shownPaces) yield `  ${reportWords.more(String(paces.length - shownPaces))}`;
}
