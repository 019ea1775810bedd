// Lines → records: the head of each line is read, a line without one continues the record above it.

import { headerReader } from './header';
import type { Header, Layout, Line, LogRecord } from './model';
import type { Sink } from './sink';

export interface RecordReader extends Sink<Line> {
  /** Emits what is pending, without ending: later lines may still continue the last record. */
  settle(): void;
  layout(): Layout;
  counts(): { readonly records: number; readonly unread: number };
  services(): readonly string[];
}

const noJoints: readonly number[] = [];

export function readRecords(next: Sink<LogRecord>): RecordReader {
  const readHeader = headerReader();
  let above: Header | undefined;
  let records = 0;
  let unread = 0;
  let layout = 'unknown';
  return {
    push({ number, text }) {
      const own = readHeader(text, 0);
      if (own) {
        records += 1;
        layout = own.layout;
        above = own.header;
        next.push({
          line: number, lastLine: number, header: above, inherited: false,
          message: text.slice(own.start), joints: noJoints,
        });
        return;
      }
      if (!above) unread += 1;
      next.push({ line: number, lastLine: number, header: above, inherited: true, message: text, joints: noJoints });
    },
    settle: () => undefined,
    end: () => next.end(),
    layout: () => ({ layout, wrapper: 'none', wrappedAt: undefined }),
    counts: () => ({ records, unread }),
    services: () => [],
  };
}
