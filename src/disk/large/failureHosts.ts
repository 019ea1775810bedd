// Failures of a large log, each told once for all that are like it → on which hosts each cause struck, and
// how often. Where the host is told in the one that was read, it is told in the others by the same statement
// at the same place: that line alone is read of them.

import { HostTally } from '../../core/groups/hostTally';
import { namesInPart } from '../../core/hosts/hostNames';
import type { Analysis, Attempt, LogEvent, Operation, Place } from '../../core/model';
import type { CauseHosts } from '../../core/summary/summary';
import { hostOfCode } from '../../core/summary/hostOfCode';
import { hostIn } from '../../core/timelines/attempts';
import { computeHost } from '../../core/timelines/items';
import type { AlikeBatch } from './alikeBatches';
import type { Bout } from './bouts';
import { isOwn, membersOf } from './boutMembers';
import type { BoutMember, MemberRow } from './boutMembers';
import { FileReading, readStretches } from './instanceDigest';
import { extentOf } from './logFiles';
import type { OpenedLog } from './ownLines';

/** Of so many failures the host is sought: what is held of them does not grow with the log. */
const usualMost = 10_000;

/** What tells the host of a failure: a line that names it, or one of the log of a host. */
interface Step {
  readonly cause: string;
  readonly line: number;
  readonly code: number;
  readonly isNamed: boolean;
}

export class FailureHosts {
  readonly #log: OpenedLog;
  readonly #most: number;
  /** By source: its first line in the text of all. */
  readonly #lines: ReadonlyMap<string, number>;
  /** Each of a failure of the bout; where nothing tells the host, only the cause. */
  readonly #steps = new Map<Bout, (Step | string)[]>();

  constructor(log: OpenedLog, most = usualMost) {
    this.#log = log;
    this.#most = most;
    const { files, catalog } = log;
    this.#lines = new Map(files.map((file) => [file.source, extentOf(catalog.parts, file).line]));
  }

  add({ analysis, boutOf }: Pick<AlikeBatch, 'analysis' | 'boutOf'>): void {
    const { groups = [], timelines } = analysis;
    if (groups.length === 0) return;
    const operations = new Map(timelines.flatMap((timeline) =>
      timeline.operations.map((operation) => [operation.id, operation] as const)));
    const events = eventsOf(analysis, new Set(groups.flatMap(({ instances }) => instances)));
    for (const { id, operations: failed, attempts } of groups) {
      failed.forEach((one, at) => {
        const operation = operations.get(one);
        const bout = operation && boutOf(operation);
        if (!bout) return;
        const step = this.#step(id, operation, attempts[at], events.get(operation.instance) ?? []);
        const known = this.#steps.get(bout);
        if (known) known.push(step ?? id);
        else this.#steps.set(bout, [step ?? id]);
      });
    }
  }

  #step(
    cause: string, operation: Operation, attempt: Attempt | undefined, events: readonly Telling[],
  ): Step | undefined {
    if (!attempt) return undefined;
    const { host, begin } = attempt;
    const tells = ({ event: { at }, host: told }: Telling): boolean =>
      this.#lines.has(at.source) && (host === undefined ? at.source === begin.source : told === host);
    const telling = events.filter(tells);
    const within = ({ begin: from, end: to }: Pick<Attempt, 'begin' | 'end'>): LogEvent | undefined =>
      telling.find(({ event: { at } }) => !isBefore(at, from) && !isBefore(to, at))?.event;
    // the host of a move may be named by a line of the other side
    const event = within(attempt) ?? within(operation);
    if (!event) return undefined;
    const line = (this.#lines.get(event.at.source) ?? 0) + event.at.line;
    return { cause, line, code: event.marker + 1, isNamed: hostIn(event) !== undefined };
  }

  /** By the id of a cause. */
  count(): ReadonlyMap<string, CauseHosts> {
    const counts = new Map<string, Tally>();
    const tallyOf = (cause: string): Tally => {
      const known = counts.get(cause) ?? new Tally();
      counts.set(cause, known);
      return known;
    };
    const looked = new Map<Bout, number>();
    const found = this.#rowsOfSteps(looked);
    const nameOf = this.#namesOf(found);
    for (const { cause, row, isNamed } of found) {
      tallyOf(cause).add(row && nameOf(row, isNamed));
    }
    for (const [bout, steps] of this.#steps) {
      for (const step of steps) {
        if (typeof step === 'string') tallyOf(step).unknown += bout.count;
        else tallyOf(step.cause).left += bout.count - (looked.get(bout) ?? 0);
      }
    }
    return counts;
  }

  /** @param looked by bout, of how many the rows were sought */
  #rowsOfSteps(looked: Map<Bout, number>): readonly StepRow[] {
    const steps = new Map<Bout, readonly Step[]>();
    for (const [bout, all] of this.#steps) {
      const own = all.filter((step) => typeof step !== 'string');
      if (own.length > 0) steps.set(bout, own);
    }
    const codes = new Set([...steps.values()].flatMap((own) => own.map(({ code }) => code)));
    const members = membersOf(this.#log, [...steps.keys()], this.#most, codes);
    const own = new Map(members.filter((one) => isOwn(one.bout, one.instance, one.firstLine))
      .map((one) => [one.bout, one]));
    return members.flatMap((member) => {
      looked.set(member.bout, (looked.get(member.bout) ?? 0) + 1);
      return (steps.get(member.bout) ?? []).map((step) =>
        ({ ...step, row: sameRow(step, own.get(member.bout), member), instance: member.instance }));
    });
  }

  /** Reads the lines that name hosts. */
  #namesOf(found: readonly StepRow[]): (row: MemberRow, isNamed: boolean) => string | undefined {
    const { files, catalog, bytes } = this.#log;
    const hosts = new Map<number, string>();
    const lines = bytes.forLines();
    const others: StepRow[] = [];
    for (const one of found) {
      if (!one.row || !one.isNamed) continue;
      const { offset } = one.row;
      const host = hostOfCode(one.code, lines.line(offset, lines.endOfLine(offset)));
      if (host === undefined) others.push(one);
      else hosts.set(one.row.line, host);
    }
    const readings = files.map((file) => new FileReading(file, extentOf(catalog.parts, file), bytes, {}));
    const stretches = others.flatMap(({ row }) =>
      (row ? [{ begin: row.offset, last: row.offset, line: row.line }] : []));
    readStretches(stretches, readings, bytes);
    const instances = new Set(others.map(({ instance }) => catalog.instances.text(instance)));
    const digests = readings.map((reading) => reading.digest(catalog, instances));
    for (const { source, events } of digests) {
      for (const event of events) {
        const host = hostIn(event);
        if (host) hosts.set((this.#lines.get(source) ?? 0) + event.at.line, host);
      }
    }
    const own = catalog.parts.flatMap(({ entry }) => entry.hosts);
    const names = namesInPart(digests, new Set([...own, ...hosts.values()]));
    const starts = readings.map(({ extent }) => extent.line);
    return ({ line }, isNamed) => {
      const digest = isNamed ? undefined : digests[starts.findLastIndex((start) => start <= line)];
      const host = digest ? computeHost(digest) : hosts.get(line);
      return host === undefined ? digest && names.ofCompute(digest.source) : names.same(host);
    };
  }
}

type StepRow = Step & { readonly row: MemberRow | undefined; readonly instance: number };

/** The row of a member at which its bout's own one has the line of a step. */
function sameRow(
  { line, code }: Step, own: BoutMember | undefined, member: BoutMember,
): MemberRow | undefined {
  const those = own?.rows.filter((row) => row.code === code) ?? [];
  const these = member.rows.filter((row) => row.code === code);
  // in which order several requests say it differs from one to the other, and what others say meanwhile comes
  // or does not: then nothing tells which row it is
  if (member === own) return these.find((row) => row.line === line);
  const isSure = these.length === those.length && new Set(those.map(({ request }) => request)).size === 1;
  return isSure ? these[those.findIndex((row) => row.line === line)] : undefined;
}

class Tally extends HostTally implements CauseHosts {
  left = 0;
}

/** A line and the host that it tells, be it by the log in which it stands. */
interface Telling {
  readonly event: LogEvent;
  readonly host: string | undefined;
}

/** By instance. */
function eventsOf({ digests }: Analysis, instances: ReadonlySet<string>): ReadonlyMap<string, Telling[]> {
  const found = new Map<string, Telling[]>();
  for (const digest of digests) {
    const logHost = computeHost(digest);
    for (const event of digest.events) {
      if (event.instance === undefined || !instances.has(event.instance)) continue;
      const own = found.get(event.instance);
      const telling = { event, host: hostIn(event) ?? logHost };
      if (own) own.push(telling);
      else found.set(event.instance, [telling]);
    }
  }
  return found;
}

function isBefore(one: Place, other: Place): boolean {
  if (one.source === other.source) return one.line < other.line;
  return (one.time ?? 0) < (other.time ?? 0);
}
