// Operations of an instance → the text that a person pastes into a ticket or a chat: what `report` prints of
// them, under the instance and the logs they are from. Text from logs is stripped of what steers.

import type { Analysis, Operation } from '../model';
import { marks } from '../../knowledge/marks';
import { instanceText } from './instanceText';
import { cleanText } from './terminal';
import { operationLines } from './timelineText';

/**
 * @param analysisOf the analysis that an operation is of
 * @param nameOf the name of a log by its source, which may be an address
 * @returns lines without their ends; none where there is no operation
 */
export function ticketLines(
  operations: readonly Operation[],
  analysisOf: (operation: Operation) => Analysis,
  nameOf: (source: string) => string,
): readonly string[] {
  const [first] = operations;
  if (!first) return [];
  const sources = new Set<string>();
  const lines = operations.flatMap((operation) => {
    const analysis = analysisOf(operation);
    for (const { source } of analysis.digests) sources.add(source);
    return [...operationLines(operation, analysis, { paint: (_style, text) => text, width: undefined })];
  });
  const isTold = (source: string) => operations.some(({ begin }) => begin.source === source)
    || lines.some((line) => line.includes(source));
  const told = [...sources].filter(isTold);
  const named = (line: string) =>
    told.reduce((text, source) => text.replaceAll(source, nameOf(source)), line);
  const names = told.map((source) => nameOf(source)).join(marks.list);
  return [cleanText(`${instanceText(first.instance)} · ${names}`), ...lines.map(named)];
}
