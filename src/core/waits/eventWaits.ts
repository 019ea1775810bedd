// Signs about external events → for each instance what was expected and what came: which when, which never.

import { signs as specs } from '../../knowledge/signs';
import type { SignId } from '../../knowledge/signs';
import type { Digest, Place, Sign, Wait } from '../model';

type Draft = { -readonly [key in keyof Wait]: Wait[key] } & { places: Place[]; came: boolean };

/** Lines about one event that nobody waited for, so far apart that they are of two, milliseconds. */
const sameEvent = 60_000;

interface EventSign { readonly sign: Sign; readonly id: SignId; readonly log: number }

/** Instance → its waits for events, by their first line. */
export function eventWaits(digests: readonly Digest[]): ReadonlyMap<string, readonly Wait[]> {
  const byInstance = new Map<string, EventSign[]>();
  digests.forEach(({ signs }, log) => {
    for (const sign of signs?.signs ?? []) {
      const id = specs[sign.row]?.sign;
      if (!id?.startsWith('event-') || sign.instance === undefined) continue;
      const own = byInstance.get(sign.instance);
      if (own) own.push({ sign, id, log });
      else byInstance.set(sign.instance, [{ sign, id, log }]);
    }
  });
  return new Map([...byInstance].map(([instance, signs]) => [instance, waitsOf(signs)]));
}

function waitsOf(signs: EventSign[]): readonly Wait[] {
  signs.sort((a, b) => timeOf(a.sign) - timeOf(b.sign) || a.log - b.log || a.sign.at.line - b.sign.at.line);
  const waits: Draft[] = [];
  for (const { sign, id } of signs) {
    if (id === 'event-timeout') timeOut(waits, sign);
    else if (id === 'event-done') finish(waits, sign);
    else for (const name of namesOf(sign)) take(waits, name, id, sign);
  }
  return waits.map(({ came: _, ...wait }) => wait);
}

function take(waits: Draft[], name: string, id: SignId, { at }: Sign): void {
  const last = waits.findLast((wait) => wait.name === name);
  if (id === 'event-expected') {
    waits.push(draftOf(name, 'open', at));
  } else if (last && (last.outcome === 'open' || last.outcome === 'got' || belongs(last, at))) {
    last.places.push(at);
    if (id === 'event-unclaimed') return;
    if (last.outcome === 'open' && id !== 'event-sent') {
      last.outcome = 'got';
      end(last, at);
    } else if (last.outcome === 'got' && id === 'event-taken' && !last.came) {
      last.came = true;
      end(last, at);
    } else if (last.outcome === 'timed-out') {
      last.outcome = 'late';
      end(last, at);
    }
  } else {
    waits.push({ ...draftOf(name, 'received', at), begin: undefined });
  }
}

/** Of an event that nobody waits for, or that Nova has given up, further lines soon after the last one. */
function belongs({ outcome, places }: Draft, { time }: Place): boolean {
  if (outcome === 'timed-out') return true;
  const before = places.at(-1)?.time;
  return time !== undefined && before !== undefined && time - before <= sameEvent;
}

function draftOf(name: string, outcome: Wait['outcome'], at: Place): Draft {
  return {
    kind: 'event', name, by: undefined, outcome, begin: at.time, end: undefined, seconds: undefined,
    secondsFrom: undefined, at, places: [at], holders: [], phase: undefined, came: false,
  };
}

function end(wait: Draft, { time }: Place): void {
  wait.end = time;
  if (wait.begin === undefined || time === undefined || time < wait.begin) return;
  wait.seconds = Math.round(time - wait.begin) / 1000;
  wait.secondsFrom = 'lines';
}

const eventName = /'([a-z-]{3,40})', u?'([\w-]{1,80})'|'([a-z-]{3,40})-([0-9a-f]{8}[\w-]{0,72})'/g;

function namesOf({ values: { event, name, tag } }: Sign): readonly string[] {
  // an event that is of the whole instance has no tag
  if (name !== undefined) return [!tag || tag === 'None' ? name : `${name}-${tag}`];
  return event === undefined ? [] : [event];
}

// The list of Nova before Queens holds pairs, later names.
function timeOut(waits: Draft[], { at, values: { events = '' } }: Sign): void {
  const names = [...events.matchAll(eventName)]
    .map(([, kind, tag, later, itsTag]) => `${kind ?? later ?? ''}-${tag ?? itsTag ?? ''}`);
  for (const name of names) {
    const open = waits.findLast((wait) => wait.name === name);
    // events that came are listed with those that did not
    if (open?.outcome === 'got') continue;
    const made: Draft = { ...draftOf(name, 'timed-out', at), begin: undefined, places: [] };
    const wait = open?.outcome === 'open' ? open : made;
    if (wait === made) waits.push(made);
    wait.outcome = 'timed-out';
    wait.places.push(at);
    end(wait, at);
  }
}

function finish(waits: readonly Draft[], { at, values: { events = '' } }: Sign): void {
  const kinds = events.split(',');
  for (const wait of waits) {
    const ended = wait.outcome === 'got' && wait.end !== undefined && (at.time ?? 0) - wait.end < sameEvent;
    if (ended && kinds.some((kind) => wait.name.startsWith(kind))) wait.places.push(at);
  }
}

function timeOf({ at }: Sign): number {
  return at.time ?? 0;
}
