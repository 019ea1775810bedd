// What is known of the clocks of a set → lines for a person at a terminal: only what the logs prove.

import { shiftOf } from '../clocks/ahead';
import type { Shifts } from '../clocks/shifts';
import type { Analysis, ClockOffset, Clocks, Digest, Place, ServiceLine } from '../model';
import { clockWords as words, serviceLineWords } from './clockWords';
import { renderDuration, unitWords } from './duration';
import { cleanText, placeText, timeText, type Paint } from './terminal';

/** Of clocks that are held against each other over others, so many steps are told. */
const shownProofs = 3;

/** Lines on every clock that is proven to be wrong, with two lines that prove it; none where none is. */
export function* clockLines({ clocks }: Analysis, paint: Paint): Generator<string> {
  if (!clocks) return;
  const named = new Set<string>();
  // the programs of one host share its clock
  const wrong = clocks.offsets.filter((offset) => shiftOf(offset) !== 0)
    .filter(({ clock }) => !named.has(nameOf(clock, clocks)) && named.add(nameOf(clock, clocks)));
  for (const offset of wrong) {
    for (const text of offsetTexts(offset, clocks)) yield paint('yellow', `  ${cleanText(text)}`);
    const isAhead = offset.least !== undefined && offset.least > 0;
    for (const { before, after } of (isAhead ? offset.leastFrom : offset.mostFrom).slice(0, shownProofs)) {
      yield paint('dim', `    ${words.because(at(before), at(after))}`);
    }
  }
  if (wrong.length === 0) return;
  if (!clocks.aligned) yield paint('dim', `  ${words.unmoved}`);
}

/** What a document says at its head whose lines stand where one clock would put them; none: nothing moved. */
export function alignedTexts(clocks: Clocks, shifts: Shifts): readonly string[] {
  const told = new Map<string, string>();
  for (const { id, sources } of clocks.clocks) {
    const shift = sources.map((source) => shifts.get(source)).find((one) => one !== undefined);
    const name = nameOf(id, clocks);
    if (shift === undefined || told.has(name)) continue;
    told.set(name, (shift > 0 ? words.placed : words.placedLater)(name, fine(Math.abs(shift))));
  }
  return told.size === 0 ? [] : [words.aligned, ...[...told.values()].map((text) => `  ${text}`)];
}

/** The line on a log whose lines carry times of two zones. */
export function zoneClashLine({ joins }: Digest): string | undefined {
  const clash = joins?.zoneClash;
  return clash && words.zoneClash(hours(Math.abs(clash.minutes)));
}

/** Lines of other services on the timeline of an instance. */
export function* serviceLines(lines: readonly ServiceLine[], paint: Paint): Generator<string> {
  yield paint('dim', `  ${words.others}`);
  for (const { mention, program, host } of lines) {
    const { time } = mention.at;
    const who = host === undefined ? program : `${program} ${host}`;
    const parts = [time === undefined ? '' : timeText(time), cleanText(who), serviceLineWords[mention.id]];
    const bad = mention.level === 'ERROR' || mention.id === 'guest-trouble';
    const text = parts.filter((part) => part !== '').join('  ');
    yield `    ${bad ? paint('red', text) : text}  ${paint('dim', at(mention.at))}`;
  }
}

function* offsetTexts(offset: ClockOffset, clocks: Clocks): Generator<string> {
  const clock = nameOf(offset.clock, clocks);
  const reference = nameOf(offset.against, clocks);
  if (clocks.aligned) {
    const shift = shiftOf(offset);
    yield (shift > 0 ? words.moved : words.movedLater)(clock, fine(Math.abs(shift)));
    return;
  }
  const zone = (offset.zoneMinutes ?? 0) * 60_000;
  if (zone !== 0) yield (zone > 0 ? words.zone : words.zoneBehind)(clock, fine(Math.abs(zone)), reference);
  const least = offset.least === undefined ? undefined : offset.least - zone;
  const most = offset.most === undefined ? undefined : offset.most - zone;
  if (least !== undefined && least > 0) yield ahead(clock, reference, least, most);
  else if (most !== undefined && most < 0) yield behind(clock, reference, -most, least);
}

function ahead(clock: string, reference: string, least: number, most: number | undefined): string {
  if (most === undefined) return words.atLeast(clock, fine(least), reference);
  return words.between(clock, fine(least), fine(most), reference);
}

function behind(clock: string, reference: string, least: number, most: number | undefined): string {
  if (most === undefined) return words.behindAtLeast(clock, fine(least), reference);
  return words.behindBetween(clock, fine(least), fine(-most), reference);
}

/** To a tenth of a second, which is what clocks are apart by. */
function fine(ms: number): string {
  return ms < 600_000 ? (ms / 1000).toFixed(1) + unitWords.s : renderDuration(ms);
}

function nameOf(id: string, { clocks }: Clocks): string {
  const clock = clocks.find((one) => one.id === id);
  return clock?.host ?? clock?.sources[0] ?? id;
}

function hours(minutes: number): string {
  return renderDuration(minutes * 60_000);
}

function at(place: Place): string {
  return cleanText(placeText(place, false));
}
