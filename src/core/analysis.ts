// Digests → Analysis: timelines of all instances, and what there is to find in them.

import {
  classHints,
  classPhases,
  frames,
  markers,
  messageClasses,
  operations,
  phases,
  signals,
  textHints,
  wrappers,
} from '../knowledge/index';
import { runChecks } from './checks/index';
import { indexFrames } from './timelines/frameHints';
import type { Analysis, Digest, Limits } from './model';
import { compileTemplate } from './template';
import { buildTimelines, type TimelineTables } from './timelines/timelines';

const tables: TimelineTables = {
  markers,
  operations,
  phases,
  classHints,
  classPhases,
  messageClasses,
  signals,
  wrappers,
  frames: indexFrames(frames),
  textHints: textHints.map((row) => ({ ...row, template: compileTemplate(row.text) })),
};

/**
 * @param digests one per log; the order decides between lines of the same time.
 * @returns the analysis of all logs together; never throws, whatever the logs hold.
 */
export function analyse(digests: readonly Digest[], limits: Limits): Analysis {
  const timelines = buildTimelines(digests, tables);
  return { digests, timelines, findings: runChecks({ digests, timelines, limits, phases }) };
}
