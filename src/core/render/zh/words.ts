// The words in Simplified Chinese that must be there at once, by the names of their tables: loaded at start,
// and only where they are read. Those on findings are data (knowledge/zh/findings.data.ts); those on classes,
// messages, options and statements come later.

import type { NoteTables } from '../../../knowledge/notesInLanguage';
import {
  card, createOutcome, deployments, factPhase, layoutClues, rebuildOutcome, statement,
} from '../../../knowledge/zh/cards';
import { operations, phases } from '../../../knowledge/zh/phases';
import { certainty, diagnosisCard, evidenceRoles } from '../../../knowledge/zh/diagnosisWords';
import { conf } from './conf';
import { clocks, serviceLines } from './clocks';
import { editor } from './editor';
import { instances } from './instances';
import { story } from './story';
import { storyRows } from './storyRows';
import { moves } from './moves';
import { recorded } from './recorded';
import { summary } from './summary';
import { rule, ruleProblems } from '../../../knowledge/zh/rules';
import { changes, coverage, finding, headings, marks, meanwhile, problems, report, units } from './report';

export const words = {
  changes,
  clocks,
  serviceLines,
  editor,
  instances,
  moves,
  recorded,
  story,
  storyRows,
  summary,
  conf,
  finding,
  report,
  coverage,
  headings,
  marks,
  meanwhile,
  units,
  card,
  createOutcome,
  rebuildOutcome,
  factPhase,
  statement,
  phases,
  operations,
  layoutClues,
  problems,
  rule,
  ruleProblems,
  certainty,
  diagnosisCard,
  evidenceRoles,
  deployments: deployments satisfies Readonly<Record<string, NoteTables['deployments']>>,
};
