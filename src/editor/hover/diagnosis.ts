// What a hover says of the diagnoses that rest on a line: the cause, its lines, what would contradict it,
// what to look at, and what the options are set to. The words come in a chunk of their own, on first use.

import type * as vscode from 'vscode';
import { deploymentIn } from '../../core/conf/restart';
import type { Diagnosis } from '../../core/model';
import { causeText, changeText, headingText } from '../../core/render/diagnosis';
import { clockTime } from '../../core/render/titles';
import type { Advisor } from '../conf/advisor';
import { sayValues } from '../conf/values';
import { commands } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { HoverText, Link } from './text';

const cards = () => import('../../core/render/diagnosisCard');

/** A hover is for a glance. */
const mostDiagnoses = 2;
const mostEvidence = 8;

export async function sayDiagnoses(
  logs: Logs, advisor: Advisor, { uri }: vscode.TextDocument, line: number, text: HoverText,
): Promise<void> {
  for (const diagnosis of logs.lookup.diagnosesAt(sourceOf(uri), line).slice(0, mostDiagnoses)) {
    await sayDiagnosis(diagnosis, advisor, text);
  }
}

async function sayDiagnosis(diagnosis: Diagnosis, advisor: Advisor, text: HoverText): Promise<void> {
  const { at } = diagnosis.evidence[0] ?? {};
  if (!at) return;
  const [{ cardOf }, book] = await Promise.all([cards(), advisor.bookOf(at.source)]);
  const card = cardOf(diagnosis, deploymentIn(book.configuration));
  if (!card) return;
  text.titled(headingText('diagnosis'), `${card.cause} (${card.certainty})`);
  if (card.remedy !== undefined) text.quote(card.remedy);
  if (card.funnel !== undefined) text.titled(headingText('funnel'), card.funnel);
  text.list(card.evidence.slice(0, mostEvidence).map((one) => ({
    link: linkTo(one.at.source, one.at.line),
    text: [one.text, clockTime(one.at)].filter((part) => part).join(say('separator')),
  })));
  for (const remains of card.remains) text.titled(headingText('remains'), remains);
  text.titled(headingText('contradictsLong'), card.contradicts);
  for (const { text: check, command } of card.checks) {
    text.titled(headingText('checks'), [check, command].filter((part) => part).join(say('separator')));
  }
  for (const change of card.changes) text.titled(headingText('changes'), changeText(change));
  sayValues(book, card.options, at.line, text);
}

/** The cause of an operation's failure in a few words; empty where none is known. */
export function causeOf(logs: Logs, operation: string): string {
  const [surest] = logs.lookup.diagnosesOf(operation);
  return surest && surest.certainty !== 'open' ? (causeText(surest) ?? '') : '';
}

function linkTo(source: string, line: number): Link {
  const label = say('lineIn', { log: nameOf(source), line: line + 1 });
  return { label, command: commands.goToPlace, args: [source, line] };
}
