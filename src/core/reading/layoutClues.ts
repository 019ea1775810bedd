// One record and its physical line → what its form tells about the release that wrote it.

import type { LayoutClueId } from '../../knowledge/layoutClues';
import type { LogRecord } from '../model';
import type { StatementMatch } from '../statements/statements';
import { compileTemplate } from '../template';

const longestHead = 600;
// Only oslo.log's default format has the process id between the milliseconds and the level.
const defaultHead = /\d\.\d{3} \d{1,10} [A-Z]{4,8} [\w.-]{1,120} \[([^\]]{1,400})\]/;

/**
 * @param line the physical line on which the record begins.
 * @param match its statement, where that is known.
 */
export function layoutCluesOf(
  record: LogRecord, line: string, match: StatementMatch | undefined,
): LayoutClueId[] {
  const { header } = record;
  if (!header || record.inherited || !header.logger.startsWith('nova')) return [];
  if (header.level === 'AUDIT') return ['auditLevel'];
  if (header.context === 'none') return tracebackClues(record);
  const context = defaultHead.exec(line.slice(0, longestHead))?.[1];
  const clues = context === undefined ? [] : contextClues(context);
  return match ? [...clues, ...summaryClues(record, match)] : clues;
}

function tracebackClues({ header, message }: LogRecord): LayoutClueId[] {
  if (!message.startsWith('Traceback (most recent call last)')) return [];
  if (header?.level === 'TRACE') return ['traceTraceback'];
  return header?.level === 'ERROR' ? ['errorTraceback'] : [];
}

function contextClues(context: string): LayoutClueId[] {
  const fields = context.split(' ');
  const second = fields[1]?.startsWith('req-') ?? false;
  if (second && fields.length === 8) return ['globalRequestSlot'];
  if (!fields[0]?.startsWith('req-') || fields.length !== 6) return [];
  const [, user = '-', project = '-', ...domains] = fields;
  const clues: LayoutClueId[] = ['fiveIdentityFields'];
  if (user === '-' || project === '-') return clues;
  if (domains.some((domain) => domain !== '-')) return [...clues, 'domainNames'];
  return [...clues, 'noDomains'];
}

// A text that ends with fixed words shows whether something stands behind them.
function summaryClues({ message }: LogRecord, { statement, places }: StatementMatch): LayoutClueId[] {
  if (!places.every(({ traceback }) => traceback)) return [];
  const last = compileTemplate(statement.text).literals.at(-1) ?? '';
  if (last.length < 3) return [];
  const text = message.trimEnd();
  if (text.endsWith(last)) return ['noErrorSummary'];
  const rest = text.slice(text.lastIndexOf(last) + last.length);
  return /^: [A-Za-z_][\w.]{2,200}(?:: |$)/.test(rest) ? ['errorSummary'] : [];
}
