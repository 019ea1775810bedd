// The tree shows why an operation failed: the diagnosis first, its lines below it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookupOf } from '../../src/core/lookup';
import { english, sayIn } from '../../src/core/render/editorWords';
import { allChildren } from '../../src/editor/tree/nodes';
import { present } from '../../src/editor/tree/present';
import type { TreeChoices, TreeNode } from '../../src/editor/tree/treeNode';
import { diagnosisSamples } from '../samples/diagnoses/samples';
import { analyseText, log } from '../support/story';

test('a failed operation opens with its diagnosis, whose lines stand below it', () => {
  const lookup = lookupOf(analyseText(log(diagnosisSamples['filter-compute'])));
  const [operation] = lookup.analysis.timelines[0]?.operations ?? [];
  assert.ok(operation);
  const choices = { filter: 'all', slowPhaseSeconds: 60, shown: new Map() } as unknown as TreeChoices;
  const [digest] = lookup.analysis.digests;
  assert.ok(digest);
  const log0: TreeNode = { kind: 'log', id: 'l', parent: undefined, digest };
  const parent: TreeNode = { kind: 'operation', id: 'o', parent: log0, operation };
  const [first] = allChildren(parent, lookup, choices);
  assert.ok(first);
  const needs = {
    say: sayIn(english), lookup, nameOf: (name: string) => name, originOf: (name: string) => name,
    lineText: () => undefined,
  };
  const row = present(first, needs);
  assert.match(row.label, /^ComputeFilter refused the last 2 of 3 hosts/);
  assert.equal(row.description, 'stated by the log');
  const lines = allChildren(first, lookup, choices).map((node) => present(node, needs).label);
  assert.equal(lines[0], 'the filter that left none');
  const evidence = lookup.diagnosesOf(operation.id)[0]?.evidence ?? [];
  assert.equal(new Set(evidence.map(({ at }) => at.line)).size, lines.length);
  assert.equal(lookup.diagnosesAt('log0', 5)[0]?.id, 'filter-compute');
});
