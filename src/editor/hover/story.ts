// What hovers tell of what lies around an operation: waits, trouble and holes meanwhile, how long a phase
// usually takes, and what happened beside the operations. In: the store and what the hover is about. Out:
// text in the hover. A chunk of its own, loaded by the first hover that asks.

import type { Lookup } from '../../core/lookup';
import type { Hole, HostSpan, LogEvent, Occurrence, Operation, Phase, Place, Wait } from '../../core/model';
import { occurrenceText } from '../../core/render/moveText';
import { sayMove } from '../../core/render/moveWords';
import {
  divergenceLabel, holeLabel, isNotableWait, likenessText, occurrenceLabel, paceTexts,
  shortHolderTexts, waitLabel,
} from '../../core/render/storyRowText';
import { storyRowWords as words } from '../../core/render/storyRowWords';
import { holderTexts } from '../../core/render/storyText';
import { storyWords } from '../../core/render/storyWords';
import { clockTime, markerAt, phaseInText } from '../../core/render/titles';
import { isNotable } from '../../core/timelines/occurrences';
import { commands } from '../contributes';
import { nameOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { HoverText, Link } from './text';

/** A hover is for a glance: the tree shows the rest. */
const mostRows = 4;

interface Row {
  readonly at: Place;
  readonly text: string;
}

/** Of a phase: how long it usually takes, what it waited for, what happened and what is missing meanwhile. */
export function sayPhaseStory(logs: Logs, operation: string, id: Phase['id'], text: HoverText): void {
  const { analysis, operation: find } = logs.lookup;
  const bare = find(operation);
  const told = bare && (analysis.story?.tell(bare) ?? bare);
  const phase = told?.phases.find((one) => one.id === id);
  if (!told || !phase) return;
  for (const row of paceTexts(told, phase, analysis)) text.quote(row);
  const { spans = [], holes = [] } = told.context ?? {};
  const rows = [
    ...waitRows(phase.waits ?? []),
    ...spans.filter(({ begin, end }) => isIn(phase, begin, end)).flatMap(spanRow),
    ...holes.filter(({ from, to }) => isIn(phase, from, to)).flatMap(holeRow),
  ];
  sayRows(rows, text);
}

/** Only how long the phase usually takes. */
export function sayPace(
  { lookup: { analysis } }: Logs, operation: Operation, id: Phase['id'], text: HoverText,
): void {
  const phase = operation.phases.find((one) => one.id === id);
  if (phase) for (const row of paceTexts(operation, phase, analysis)) text.quote(row);
}

// What has no time on one side goes on there.
function isIn({ begin, end, outcome }: Phase, from: Place | undefined, to: Place | undefined): boolean {
  if (begin === undefined) return false;
  const last = end !== undefined && outcome !== 'in-progress' ? end : Number.MAX_SAFE_INTEGER;
  return (from?.time ?? Number.MIN_SAFE_INTEGER) <= last && (to?.time ?? Number.MAX_SAFE_INTEGER) >= begin;
}

/** Of several operations the one that may need it: the last that failed or goes on. */
export function sayOperationStory(
  { lookup }: Logs, operations: readonly Operation[], text: HoverText,
): void {
  const bare = operations.findLast(({ outcome }) => outcome === 'failed' || outcome === 'in-progress');
  const full = bare && lookup.operation(bare.id);
  if (!full) return;
  const told = lookup.analysis.story?.tell(full) ?? full;
  const rows = operationRows(told, lookup);
  if (rows.length === 0) return;
  text.say(`**${words.aroundOf(full.kind)}**`);
  sayRows(rows, text);
}

function operationRows(told: Operation, { analysis, operation: find }: Lookup): readonly Row[] {
  const { waits = [], context, outcome } = told;
  const divergence = outcome === 'failed' ? analysis.story?.divergence(told) : undefined;
  const good = divergence && find(divergence.good);
  const at = divergence?.here ?? divergence?.sameUntil?.here ?? told.begin;
  const parts = divergence && good ? joined(divergenceLabel(divergence, good), likenessText(divergence)) : '';
  return [
    ...waitRows(waits.filter(isNotableWait)),
    ...(context?.spans ?? []).flatMap(spanRow),
    ...(context?.holes ?? []).flatMap(holeRow),
    ...(parts === '' ? [] : [{ at, text: parts }]),
  ];
}

// What did not come and what took longest comes first.
function waitRows(waits: readonly Wait[]): readonly Row[] {
  const rank = ({ outcome }: Wait) => (outcome === 'got' ? 1 : outcome === 'received' ? 2 : 0);
  return [...waits]
    .sort((a, b) => rank(a) - rank(b) || (b.seconds ?? 0) - (a.seconds ?? 0))
    .slice(0, mostRows)
    .map((wait) => ({ at: wait.at, text: joined(waitLabel(wait), ...shortHolderTexts(wait)) }));
}

function spanRow({ kind, service, begin, end, places }: HostSpan): readonly Row[] {
  const at = begin ?? end ?? places[0];
  const times = begin && end ? `${clockTime(begin)} – ${clockTime(end)}` : clockTime(at ?? nowhere);
  return at ? [{ at, text: joined(storyWords.spans[kind], times, service ?? '') }] : [];
}

const nowhere: Place = { source: '', line: 0, time: undefined };

function holeRow(hole: Hole): readonly Row[] {
  const at = hole.kind === 'restart' ? hole.to : (hole.from ?? hole.to);
  return at ? [{ at, text: joined(holeLabel(hole), clockTime(at)) }] : [];
}

/** What Nova logged of an instance outside its operations, the last things. */
export function sayBeside({ analysis }: Lookup, instance: string, text: HoverText): void {
  const timeline = analysis.timelines.find((one) => one.instance === instance);
  const beside = (timeline?.occurrences ?? []).filter(isNotable);
  if (beside.length === 0) return;
  text.say(`**${sayMove('beside')}**`);
  sayRows(beside.slice(-mostRows).map((one) => (
    { at: one.at, text: joined(occurrenceLabel(one), clockTime(one.at)) })), text);
}

/** What happened on this line beside the operations; false: nothing did. */
export function sayOccurrence(
  { analysis, operation }: Lookup, { instance, at, marker }: LogEvent, text: HoverText,
): boolean {
  const timeline = analysis.timelines.find((one) => one.instance === instance);
  // a document that shows the line has another place for it
  const found = timeline?.occurrences?.find((one) => one.marker === marker
    && (isAt(one.at, at) || (at.time !== undefined && one.at.time === at.time)));
  if (!found) return false;
  text.quote(occurrenceLabel(found)).quote(sentenceOf(found));
  const during = found.during === undefined ? undefined : operation(found.during);
  if (during) text.say(words.during(`**${during.kind}**`)).links([linkToTree(during)]);
  return true;
}

function sentenceOf(occurrence: Occurrence): string {
  return occurrenceText(occurrence, markerAt(occurrence.marker)?.spec.text ?? '');
}

/** What waited at this line, or waited for who had the lock at this line. */
export function sayWaitsAt({ lookup }: Logs, at: Place, text: HoverText): void {
  const found = waitsAt(lookup, at).slice(0, mostRows);
  for (const { wait, operation } of found) {
    if (wait.holders.some((hold) => isAt(hold.at, at))) text.say(words.heldMeanwhile);
    text.quote(joined(waitLabel(wait), ...holderTexts(wait, true)));
    if (wait.outcome !== 'received') text.quote(delayText(wait, operation));
    text.links([linkToTree(operation)]);
  }
}

function delayText({ phase }: Wait, { kind, instance }: Operation): string {
  return phase === undefined ? words.waitOf(kind, instance)
    : words.waitIn(phaseInText(phase), kind, instance);
}

interface Waiting {
  readonly wait: Wait;
  readonly operation: Operation;
}

// Lock waits of the log lead to their operations by their requests; events stand among the operation's own
// lines.
function waitsAt(lookup: Lookup, at: Place): readonly Waiting[] {
  const { source, line } = at;
  const { signs, linesOf } = lookup.digestOf(source) ?? {};
  const locks = (signs?.lockWaits ?? []).filter((wait) =>
    [wait.at, wait.asked, ...wait.holders.map((hold) => hold.at)].some((place) => place?.line === line));
  const instance = lookup.instanceAt(source, line);
  const operations = new Set([
    ...locks.flatMap((wait) => (wait.request === undefined ? lookup.operationsOf(wait.instance ?? '')
      : lookup.operationsOfRequest(wait.request))),
    ...(instance === undefined || !linesOf ? [] : lookup.operationsOf(instance)),
  ]);
  return [...operations].flatMap((operation) =>
    (lookup.analysis.story?.tell(operation).waits ?? [])
      .filter(({ places }) => places.some((place) => isAt(place, at)))
      .map((wait) => ({ wait, operation })));
}

function isAt(place: Place, { source, line }: Place): boolean {
  return place.line === line && place.source === source;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part).join(say('separator'));
}

function sayRows(rows: readonly Row[], text: HoverText): void {
  if (rows.length === 0) return;
  text.list(rows.slice(0, mostRows).map(({ at, text: row }) => ({ link: linkTo(at), text: row })));
  if (rows.length > mostRows) text.say(say('nothingElse', { count: rows.length - mostRows }));
}

function linkTo({ source, line }: Place): Link {
  const label = say('lineIn', { log: nameOf(source), line: line + 1 });
  return { label, command: commands.goToPlace, args: [source, line] };
}

function linkToTree({ id }: Operation): Link {
  return { label: say('showInTree'), command: commands.showOperation, args: [id] };
}
