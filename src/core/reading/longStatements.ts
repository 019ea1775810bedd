// Statements that put what an exception says before their own words: where that has several lines, a further
// line of the record ends with these. In: records; what knows statements. Out: the record with all its lines.

import type { LogRecord } from '../model';

/** How Nova ended such a statement, Folsom to Grizzly. */
const lateWords = '. Setting instance vm_state to ERROR';
const mostLines = 40;
const mostLetters = 8000;

/** What follows the lines of a record that was no statement by its first one. */
export interface LongStatements {
  begin(record: LogRecord, isKnown: boolean): void;
  goOn(record: LogRecord): void;
}

/** @param take says whether a record is a statement. */
export function longStatements(take: (record: LogRecord) => boolean): LongStatements {
  let begun: LogRecord | undefined;
  let further: string[] = [];
  return {
    begin(record, isKnown) {
      const { header } = record;
      begun = !isKnown && header?.level === 'ERROR' && header.context !== 'none' ? record : undefined;
      further = [];
    },
    goOn(record) {
      if (!begun || begun.header !== record.header) return;
      further.push(record.message);
      if (record.message.endsWith(lateWords)) {
        take({ ...begun, lastLine: record.lastLine, message: [begun.message, ...further].join('\n') });
        begun = undefined;
      } else if (further.length > mostLines || record.message.length > mostLetters) {
        begun = undefined;
      }
    },
  };
}
