// Findings that are told with no operation → a line for each; those that say the same are one line. In: an
// analysis and a way to paint.

import { marks } from '../../knowledge/marks';
import type { Analysis, Finding, Operation } from '../model';
import { renderFinding } from './finding';
import { someOf } from './groupText';
import { instanceText } from './instanceText';
import { cleanText, placeText } from './terminal';
import type { Paint } from './terminal';
import { reportWords as words } from './words';

/** @returns the check that found each, and a line */
export function* otherFindings(
  { findings, digests, timelines }: Analysis, paint: Paint, short: boolean,
): Generator<{ readonly check: Finding['check']; readonly line: string }> {
  // what was told with its operation is not told again
  const others = findings.filter(({ check, operation }) =>
    check !== 'failed-operation' && check !== 'diagnosis' && (short || operation === undefined));
  if (others.length === 0) return;
  const all = timelines.flatMap(({ operations }) => operations);
  const byId = new Map(all.map((each) => [each.id, each] as const));
  for (const [finding, ...alike] of alikeAmong(others, byId)) {
    if (!finding) continue;
    const count = [finding, ...alike].reduce((sum, { args }) => sum + Number(args['count'] ?? 1), 0);
    const sum = alike.length === 0 ? finding : { ...finding, args: { ...finding.args, count } };
    const where = ({ at }: Finding) => placeText(at, digests.length === 1);
    const { instance } = finding;
    const whose = instance === undefined ? '' : cleanText(instanceText(instance)) + marks.colon;
    const text = cleanText(renderFinding(sum, operationOf(finding, byId)));
    const also = alike.length === 0 ? '' : marks.gap + words.alsoAt(someOf(alike.map(where)));
    yield { check: finding.check, line: `  ${paint('dim', where(finding))}  ${whose}${text}${also}` };
  }
}

type ById = ReadonlyMap<string, Operation>;

function operationOf({ operation }: Finding, byId: ById): Operation | undefined {
  return operation === undefined ? undefined : byId.get(operation);
}

/** One exception may be logged by several loggers, each of which has a finding: for a reader it is one. */
function alikeAmong(findings: readonly Finding[], byId: ById): Iterable<readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const [index, finding] of findings.entries()) {
    const { check, instance = '', args: { count, ...args } } = finding;
    const text = renderFinding({ ...finding, args }, operationOf(finding, byId));
    const key = check === 'unknown-fault' && count !== undefined ? `${instance} ${text}` : `${index}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups.values();
}
