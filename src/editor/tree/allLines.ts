// In: an instance or a request. Out: the nodes that lead to every line of it, log by log. Pure; no line is
// looked for before its log is opened.

import { linesAbout, type LinesOfLogs } from '../../core/extracts/linesAbout';
import type { Lookup } from '../../core/lookup';
import type { Subject } from '../../core/model';
import { subjectOf, type NodeOf, type TreeNode } from './treeNode';

/** The node "all lines" of an instance or a request; none where lines are not kept. */
export function linesNode(parent: TreeNode, lookup: Lookup): readonly TreeNode[] {
  const subject = subjectOf(parent);
  const isKept = subject && lookup.analysis.digests.some(({ linesOf: of }) => of(subject.id).length > 0);
  if (!isKept) return [];
  const found = linesOf(subject, lookup);
  const count = [...found.values()].reduce((sum, lines) => sum + lines.length, 0);
  if (count === 0) return [];
  return [{ kind: 'lines', id: `${parent.id}/lines`, parent, subject, count, logs: found.size }];
}

/** Lines, or with several logs the logs in which they are. */
export function logsWithLines(node: NodeOf<'lines'>, lookup: Lookup): readonly TreeNode[] {
  const found = [...linesOf(node.subject, lookup)];
  const [only] = found;
  if (only && found.length === 1) return lineNodes(node, only[0], only[1]);
  return found.map(([source, lines]) => ({
    kind: 'logLines', id: `${node.id}/${source}`, parent: node, source, lines,
  }));
}

export function lineNodes(parent: TreeNode, source: string, lines: readonly number[]): readonly TreeNode[] {
  return lines.map((line) => ({
    kind: 'line',
    id: `${parent.id}/${line}@${source}`,
    parent,
    operation: undefined,
    place: { source, line, time: undefined },
  }));
}

const known = new WeakMap<Lookup, Map<string, LinesOfLogs>>();

function linesOf(subject: Subject, lookup: Lookup): LinesOfLogs {
  const all = known.get(lookup) ?? new Map<string, LinesOfLogs>();
  known.set(lookup, all);
  const key = `${subject.kind} ${subject.id}`;
  const lines = all.get(key) ?? linesAbout(lookup, subject);
  all.set(key, lines);
  return lines;
}
