// A name or a message from a log → what there is to say of it: our words and the facts of Nova's source.
// Pure and synchronous; the facts are an argument. No words here: they stand in knowledge/.

import { cardWords } from '../../knowledge/cardWords';
import { holdsIn } from '../../knowledge/facts/shapes';
import type { ExceptionFacts, Facts } from '../../knowledge/facts/shapes';
import { marks } from '../../knowledge/marks';
import { noteInLanguage } from '../../knowledge/notesInLanguage';
import { messageNotes } from '../../knowledge/messages';
import { optionNotes } from '../../knowledge/options';
import type { ReleaseId } from '../../knowledge/releases';
import type { ExplanationNote, MessageNote, OperationKind, PhaseId, PhaseSpec } from '../../knowledge/schema';
import { classFactRows, outcomeSentence } from './classFacts';
import { withoutTag } from '../faults/classOfMessage';
import type { Explanation } from '../model';
import { describeOption, fill, findOption, noteOf, optionFacts, optionInRelease } from './optionCard';
import { resolveClass } from './resolveClass';
import type { ClassSubject } from './resolveClass';
import { nearestRead, parseRelease } from '../statements/release';
import { compileTemplate } from '../template';
import { TemplateIndex } from '../templateIndex';

export interface ExplainContext {
  /** Release in question, as people name it; the newest when absent. */
  readonly release?: string | undefined;
  /** Phase in which it was raised: the effect then says what Nova makes of it there. */
  readonly phase?: PhaseId | undefined;
  readonly kind?: OperationKind | undefined;
}

/**
 * @param name class name, with or without module, with or without `_Remote`, as a log shows it.
 * @returns words and facts; facts alone where we have no words; undefined when neither knows the class.
 */
export function explainException(
  name: string, facts: Facts, context: ExplainContext = {},
): Explanation | undefined {
  const subject = resolveClass(name, facts);
  if (!subject) return undefined;
  const { note, facts: known, namesakes } = subject;
  const release = context.release === undefined ? undefined : parseRelease(context.release);
  const effects = [known ? outcomeSentence(known, facts, release, context) : undefined, note?.effect];
  return {
    subject: 'exception',
    name: subject.name,
    title: namesakes.length > 0 ? subject.name + marks.open + subject.library + marks.close : subject.name,
    summary: note?.summary ?? summaryOf(known),
    effect: effects.filter((text) => text !== undefined).join(marks.gap) || undefined,
    causes: note?.causes ?? [],
    checks: note?.checks ?? [],
    changes: note?.changes ?? [],
    options: optionsOf(note, known, facts, release),
    links: note?.links ?? [],
    facts: [...nameRows(subject), ...(known ? classFactRows(known, facts, release) : [])],
  };
}

/** Who else has a class of this name, and what other releases call the class. */
function nameRows({ namesakes, otherName }: ClassSubject): Explanation['facts'] {
  const rows = [
    { label: cardWords.namesakes, value: namesakes.join(marks.list) },
    { label: cardWords.otherName, value: otherName ?? '' },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** @param name an option as a log, a person or nova.conf spells it; see findOption. */
export function explainOption(
  name: string, facts: Facts, context: ExplainContext = {},
): Explanation | undefined {
  const option = findOption(name, facts);
  if (!option) return undefined;
  const release = context.release === undefined ? undefined : parseRelease(context.release);
  const note = noteOf(option, facts, optionNotes);
  const template = option.library === undefined ? cardWords.optionSummary : cardWords.optionOfLibrary;
  return {
    subject: 'option',
    name: option.fullName,
    title: `[${option.group}] ${option.name}`,
    summary: note?.meaning
      ?? fill(template, { name: option.name, group: option.group, library: option.library ?? '' }),
    effect: undefined,
    causes: [],
    checks: [],
    changes: [],
    options: [describeOption(option, note, release)],
    links: [],
    facts: optionFacts(option, note, release),
  };
}

let messageIndex: TemplateIndex<MessageNote> | undefined;

/** @param text a record's message, without header; the instance tag may still stand in front. */
export function explainMessage(text: string, facts: Facts): Explanation | undefined {
  messageIndex ??= new TemplateIndex(messageNotes.map((value) => (
    { loggers: [''], template: compileTemplate(value.text), value })));
  const message = withoutTag(text);
  const found = messageIndex.find('', message)?.value ?? messageIndex.find('', reasonIn(message))?.value;
  if (!found) return undefined;
  const note = noteInLanguage('messages', found.text, found);
  const loggers = typeof note.logger === 'string' ? [note.logger] : note.logger;
  return {
    subject: 'message',
    name: note.text,
    title: note.text,
    summary: note.summary,
    effect: note.effect,
    causes: note.causes,
    checks: note.checks,
    changes: note.changes,
    options: optionsOf(note, undefined, facts, undefined),
    links: note.links ?? [],
    facts: [{ label: cardWords.logger, value: loggers.join(', ') }],
  };
}

/** @param phases the table of phases, so that a test can pass its own. */
export function explainPhase(
  id: PhaseId, phases: readonly PhaseSpec[], facts: Facts,
): Explanation | undefined {
  const phase = phases.find((row) => row.id === id);
  if (!phase) return undefined;
  const states = [phase.vmState, phase.taskState].filter((state) => state !== undefined);
  return {
    subject: 'phase',
    name: id,
    title: phase.title,
    summary: phase.what,
    effect: undefined,
    causes: [],
    checks: [],
    changes: [],
    options: namedOptions(phase.options ?? [], facts, undefined),
    links: [],
    facts: [
      { label: cardWords.phaseService, value: `nova-${phase.service}` },
      ...(states.length > 0 ? [{ label: cardWords.phaseStates, value: states.join(' / ') }] : []),
    ],
  };
}

/** What stands behind `Build of instance X aborted: `, and the like; the text itself when nothing does. */
function reasonIn(text: string): string {
  const found = /^Build of instance \S{1,80} (?:aborted|was re-scheduled): /.exec(text);
  return found ? text.slice(found[0].length) : text;
}

function summaryOf(known: ExceptionFacts | undefined): string {
  if (!known) return cardWords.classOfPython;
  const { module, text } = known;
  return text === undefined ? fill(cardWords.classWithoutText, { module })
    : fill(cardWords.classWithText, { module, text });
}

function optionsOf(
  note: ExplanationNote | undefined, known: ExceptionFacts | undefined, facts: Facts,
  release: ReleaseId | undefined,
): Explanation['options'] {
  if (note && note.options.length > 0) return namedOptions(note.options, facts, release);
  const read = nearestRead(release);
  const behind = (known?.options ?? []).filter(({ mask }) => holdsIn(mask, read));
  return namedOptions(behind.map(({ value }) => value.split(' ')[0] ?? ''), facts, release);
}

function namedOptions(
  names: readonly string[], facts: Facts, release: ReleaseId | undefined,
): Explanation['options'] {
  const found = names.flatMap((name) => optionInRelease(name, facts, release) ?? []);
  return [...new Set(found)]
    .map((option) => describeOption(option, noteOf(option, facts, optionNotes), release));
}
