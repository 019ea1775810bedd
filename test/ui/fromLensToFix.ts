// What a person does with the log of a boot whose volume was not created in time: from the lens to the tree,
// to the cause, to its explanation and to the fix.

import assert from 'node:assert/strict';
import type { Stage } from './stage';

interface Cause {
  /** From 1. */
  readonly line: number;
  /** What to point at on that line. */
  readonly text: string;
}

/** The row of the operation; that of the instance above begins with its UUID. */
const operation = /^\s*create.*failed/i;

/** In: the log's name in the folder of the stage, and where its root cause stands. */
export async function fromLensToFix(stage: Stage, log: string, cause: Cause): Promise<void> {
  await stage.open(log);
  await stage.lens(/create.*failed in block device mapping.*VolumeNotCreated/).waitFor();
  await stage.shot('1-lens');

  await stage.clickLens(/create.*failed/, stage.tree.row(operation));
  await stage.tree.widen(440);
  const selected = (await stage.tree.rows()).filter((row) => row.selected).map(({ text }) => text);
  assert.match(selected.join(), operation);
  await stage.shot('2-tree');

  await stage.tree.act(operation, /Go to Cause/);
  await stage.waitForLine(cause.line);
  await stage.squiggles('error').first().waitFor();
  await stage.findText(cause.text);
  await stage.shot('3-cause');

  const said = await stage.hover(cause.text, /block_device_allocate_retries/, '4-hover');
  assert.match(said, /VolumeNotCreated/);

  const fixes = await stage.quickFixes(/nova\.conf/);
  assert.ok(fixes.length >= 2, fixes.join('\n'));
  await stage.shot('5-fixes');
  await stage.takeQuickFix(/nova\.conf/);
  await stage.clipboard(/^block_device_allocate_retries\s*=/m);
}
