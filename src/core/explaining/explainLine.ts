// One line of a log, or a message without its head → the statement of the source that logged it, explained.

import type { StatementFacts } from '../../knowledge/facts/loadStatements';
import type { Facts } from '../../knowledge/facts/shapes';
import { statementWords } from '../../knowledge/statementWords';
import { classOfMessage, withoutTag } from '../faults/classOfMessage';
import { summaryIn } from '../faults/summary';
import { isInOtherLanguage } from '../reading/otherLanguage';
import { explainStatement } from './explainStatement';
import type { StatementContext } from './explainStatement';
import { fill } from './optionCard';
import type { Explanation, LogRecord } from '../model';
import { readRecords } from '../reading/records';
import { openStatements } from '../statements/statements';
import type { StatementMatch, Statements } from '../statements/statements';
import { compileTemplate, literalLength } from '../template';

/** Letters that a template must fix before it may stand for a line whose logger is not known. */
const enoughLetters = 12;

/** @param text a line as it stands in the log, with whatever stands around it, or a message alone. */
export function statementsOfLine(text: string, statements: Statements): readonly StatementMatch[] {
  return statementsOf(recordOf(text), text, statements);
}

function statementsOf(
  record: LogRecord | undefined, text: string, statements: Statements,
): readonly StatementMatch[] {
  if (record?.header && !record.inherited && record.header.logger !== '') {
    const { header, message, joints } = record;
    if (header.context === 'none' && message.startsWith('Traceback (')) return [];
    const hasInstance = header.instance !== undefined;
    return statements.find(header.logger, message, { level: header.level, hasInstance, joints });
  }
  return statements.find('', withoutTag(text).trim()).filter(({ statement }) => (
    literalLength(compileTemplate(statement.text)) >= enoughLetters));
}

/**
 * @returns undefined where no statement is known that logs such a line; of a line in another language only
 *   its logger, and the exception that it names.
 */
export function explainLine(
  text: string, statements: Statements, context: StatementContext = {},
): Explanation | undefined {
  const record = recordOf(text);
  return explainStatement(statementsOf(record, text, statements), statements, context)
    ?? (record && explainOtherLanguage(record));
}

function explainOtherLanguage({ header, message }: LogRecord): Explanation | undefined {
  const { logger = '', level } = header ?? {};
  if (!logger.startsWith('nova') || !isInOtherLanguage(message)) return undefined;
  const w = statementWords;
  const type = summaryIn(message)?.type;
  return {
    subject: 'message',
    name: logger,
    title: logger,
    summary: type === undefined ? w.otherLanguage : fill(w.otherLanguageOf, { type }),
    effect: undefined,
    causes: [],
    checks: [],
    changes: [],
    options: [],
    links: [],
    facts: [{ label: w.logger, value: logger }, ...(level ? [{ label: w.level, value: level }] : [])],
  };
}

/** Explains lines one after the other: what an editor asks for. */
export function lineExplainer(
  statementFacts: StatementFacts, facts: Facts,
): (text: string, release?: string) => Explanation | undefined {
  const statements = openStatements(statementFacts, exceptionRecogniser(facts));
  return (text, release) => explainLine(text, statements, { facts, release });
}

const namesClass = /^[\w.]{1,120}(?:Error|Exception|_Remote): /;

/** Whether a text is the message of an exception; what openStatements asks. */
export function exceptionRecogniser(facts: Facts): (text: string) => boolean {
  return (text) => classOfMessage(text, facts) !== undefined || namesClass.test(text);
}

function recordOf(text: string): LogRecord | undefined {
  let first: LogRecord | undefined;
  const reader = readRecords({
    push(record) {
      first ??= record;
    },
    end: () => undefined,
  });
  reader.push({ number: 0, text: text.split('\n', 1)[0] ?? '' });
  reader.end();
  return first;
}
