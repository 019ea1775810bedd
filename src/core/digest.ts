// One log: bytes → lines → records → events and faults → Digest. The whole reading pipeline, on one screen.

import { markers } from '../knowledge/index';
import { readConfigTraces } from './configTraces';
import { indexMarkers, instanceNamed, readEvents } from './events';
import { readFaults } from './faults';
import { readLines } from './lines';
import { LineIndex } from './lineIndex';
import type { Digest, Fault, Level, LogEvent, LogRecord } from './model';
import { readRecords } from './records';
import type { Sink } from './sink';
import { Ties } from './ties';

export interface ReadOptions {
  /** Keep the lines of each instance and request, for jumping; costs four bytes a line. */
  readonly keepLines?: boolean;
}

export interface DigestReader {
  /** Feeds the next bytes of the log, in pieces of any size. */
  push(bytes: Uint8Array): void;
  /** What is known so far; more bytes may follow. */
  digest(): Digest;
  /** What is known at the end of the log. */
  end(): Digest;
}

const index = indexMarkers(markers.map((marker) => marker.spec));

/** @param source the caller's name for the log; it comes back in every place. */
export function openDigest(source: string, options: ReadOptions = {}): DigestReader {
  const events: LogEvent[] = [];
  const faults: Fault[] = [];
  const ties = new Ties();
  const lines = options.keepLines ? new LineIndex() : undefined;
  const survey = surveyor();
  const toEvents = readEvents(source, index, {
    push(event) {
      events.push(event);
      ties.seen(event.request, event.instance, markers[event.marker]?.spec.ambient === true);
    },
    end: () => undefined,
  });
  const toFaults = readFaults(source, { push: (fault) => void faults.push(tied(fault)), end: () => undefined });
  const toTraces = readConfigTraces(source);
  const records = readRecords(recordSink());
  let physical = 0;
  const bytes = readLines({
    push(line) {
      physical = line.number + 1;
      records.push(line);
    },
    end: () => records.end(),
  });

  function recordSink(): Sink<LogRecord> {
    return {
      push(record) {
        survey.see(record);
        if (!record.inherited && record.header) ties.seen(record.header.request, record.header.instance, false);
        lines?.see(record);
        toEvents.push(record);
        toFaults.push(record);
        toTraces.push(record);
      },
      end() {
        toEvents.end();
        toFaults.end();
      },
    };
  }

  function digest(): Digest {
    return {
      source,
      layout: records.layout(),
      lines: physical,
      ...records.counts(),
      services: records.services(),
      ...survey.found(),
      events,
      faults: [...faults, ...toFaults.pending().map(tied)],
      ties: ties.map(),
      linesOf: (id) => lines?.of(id) ?? [],
      ...toTraces.found(),
    };
  }

  return {
    push: (chunk) => bytes.push(chunk),
    digest() {
      records.settle();
      return digest();
    },
    end() {
      bytes.end();
      return digest();
    },
  };
}

// A fault without a tag may name its instance in what was logged or in its own text.
function tied(fault: Fault): Fault {
  if (fault.instance) return fault;
  const instance = instanceNamed(`${fault.logged}\n${fault.message}`);
  return instance ? { ...fault, instance, tie: 'name' } : fault;
}

interface Survey {
  readonly levels: ReadonlySet<Level>;
  readonly firstTime: number | undefined;
  readonly lastTime: number | undefined;
  readonly isNova: boolean;
}

function surveyor(): { see(record: LogRecord): void; found(): Survey } {
  const levels = new Set<Level>();
  let firstTime: number | undefined;
  let lastTime: number | undefined;
  let isNova = false;
  return {
    see({ header, inherited }) {
      if (inherited || !header) return;
      if (header.level) levels.add(header.level);
      if (header.time !== undefined) {
        firstTime ??= header.time;
        lastTime = header.time;
      }
      isNova ||= header.logger.startsWith('nova') || (header.service?.startsWith('nova-') ?? false);
    },
    found: () => ({ levels, firstTime, lastTime, isNova }),
  };
}
