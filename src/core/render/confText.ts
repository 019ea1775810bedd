// Problems of nova.conf, values in force and advice → sentences. In: data of the core and the words of a
// language. Out: plain text; whoever shows it as Markdown escapes it.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import { marks } from '../../knowledge/marks';
import type { Service } from '../../knowledge/schema';
import type { ReleaseId } from '../../knowledge/releases';
import type { Advice } from '../conf/advice';
import type { ConfProblem } from '../conf/confProblems';
import type { Place } from '../model';
import { lastingPlace, restartCommands } from '../conf/restart';
import { releaseName } from '../statements/release';
import type { ValueInForce } from '../conf/valueInForce';
import type { ConfWord, SayConf } from './confWords';
import { cutText } from './cutText';
import { renderDuration } from './duration';
import { optionPath } from './markdown';

/** What is wrong, in one or two sentences. @param release undefined: not known */
export function confProblemText(problem: ConfProblem, release: ReleaseId | undefined, say: SayConf): string {
  const { args, kind } = problem;
  const named = { ...args, release: release === undefined ? say('anyRelease') : releaseName(release) };
  const text = say(wordOf(problem), withNames(named));
  const { similar } = args;
  const isGuess = kind === 'unknown-option' || kind === 'unknown-group';
  return isGuess && similar !== undefined ? text + marks.gap + say('meant', { similar }) : text;
}

function wordOf({ kind, args, severity }: ConfProblem): ConfWord {
  if (kind === 'unknown-option' && severity === 'information') return 'unknown-here';
  if (kind === 'renamed') return args['read'] === 'yes' ? 'renamed-read' : 'renamed-gone';
  if (kind !== 'out-of-range') return kind;
  if (args['max'] === undefined) return 'at-least';
  return args['min'] === undefined ? 'at-most' : 'between';
}

function withNames(args: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const named: Record<string, string | number> = { ...args };
  for (const key of ['removedIn', 'first', 'since']) {
    const value = args[key];
    if (typeof value === 'string') named[key] = releaseName(value);
  }
  return named;
}

/** A sentence about a value and the line on which it rests. */
export interface ValueRow {
  readonly text: string;
  readonly at: Place | undefined;
}

/**
 * The value in force and what else is known of it.
 * @param nameOf how a log or a file is called, by its source
 */
export function valueRows(
  value: ValueInForce, release: ReleaseId | undefined, nameOf: (source: string) => string, say: SayConf,
): readonly ValueRow[] {
  const option = optionPath(value.name);
  const text = stateOf(value, option, say) + marks.colon + originOf(value, release, nameOf, say);
  const rows: ValueRow[] = [{ text, at: value.at }];
  if (value.since && value.before) {
    rows.push({ text: say('sinceStart', { value: quote(value.before.value) }), at: value.since });
  }
  if (value.origin === 'log' && value.inFile) {
    const file = nameOf(value.inFile.at.source);
    const word = value.agrees === true ? 'fileAgrees' : 'fileSays';
    rows.push({ text: say(word, { file, value: quote(value.inFile.value) }), at: value.inFile.at });
  }
  return rows;
}

function stateOf({ value }: ValueInForce, option: string, say: SayConf): string {
  if (value === undefined || value === 'None') return say('isUnset', { option });
  return value === '' ? say('isEmpty', { option }) : say('isValue', { option, value: cut(value) });
}

function originOf(
  value: ValueInForce, release: ReleaseId | undefined, nameOf: (source: string) => string, say: SayConf,
): string {
  const { origin, at, defaultValue, isLater } = value;
  const other = defaultValue === undefined || origin === 'default' || defaultValue === value.value
    ? '' : marks.parts + say('notDefault', { value: cut(defaultValue) });
  if (origin === 'default') {
    if (release === undefined) return say('fromDefault');
    return say('fromDefaultOf', { release: releaseName(release) });
  }
  if (origin === 'log') return say(isLater ? 'fromLogLater' : 'fromLog') + other;
  return say('fromFile', { file: nameOf(at?.source ?? '') }) + other;
}

/** Values that a log or a file states, with their places, in one sentence; empty where none does. */
export function statedText(
  values: readonly ValueInForce[], nameOf: (source: string) => string, say: SayConf,
): string {
  // an option that is not set is no reason for anything that a diagnosis says
  const isSet = ({ value }: ValueInForce): boolean => value !== 'None';
  const stated = values.filter(isSet).flatMap((value) => (value.at ? [say('valueHere', {
    option: optionPath(value.name), value: quote(value.value ?? ''),
    place: say('lineOf', { file: nameOf(value.at.source), line: value.at.line + 1 }),
  })] : []));
  return stated.length === 0 ? '' : stated.join(marks.list) + marks.stop;
}

/** What the delay was and what to set, in two sentences; the risk in a third. */
export function adviceText(
  advice: Advice, nameOf: (source: string) => string, say: SayConf,
): string {
  return adviceTextOf(adviceArgs(advice, nameOf), say);
}

/** What the delay was and what to set. */
export function adviceSentences(
  advice: Advice, nameOf: (source: string) => string, say: SayConf,
): string {
  return sentencesOf(adviceArgs(advice, nameOf), say);
}

/** The same as `adviceText`, from the arguments of a finding. */
export function adviceTextOf(args: Args, say: SayConf): string {
  const kind = riskOf(args['advice']);
  if (kind === undefined) return '';
  const services = String(args['restart'] ?? '').split(',');
  const known = deployments.find(({ id }) => id === args['deployment']);
  const restart = known ? restartText(services.filter(isService), known, say) : [];
  return [sentencesOf(args, say), say(kind), ...restart].join(marks.gap);
}

type Args = Readonly<Record<string, string | number>>;

/** An advice as arguments of a finding: flat, without words. */
export function adviceArgs(advice: Advice, nameOf: (source: string) => string): Args {
  const { kind, args, allowedSeconds, neededSeconds, settings: [setting] } = advice;
  const was = setting?.was;
  return {
    ...args, advice: kind, allowedSeconds, restart: advice.restart.join(','), deployment: advice.deployment,
    ...(neededSeconds === undefined ? {} : { neededSeconds }),
    option: setting?.name ?? '', value: setting?.value ?? '',
    ...(was?.value === undefined ? {} : { was: was.value }),
    ...(was?.at ? { file: nameOf(was.at.source), line: was.at.line + 1 } : {}),
  };
}

function sentencesOf(args: Args, say: SayConf): string {
  const seconds = (name: string) => renderDuration(Number(args[name] ?? 0) * 1000);
  const isGuess = args['neededSeconds'] === undefined;
  const { advice: kind, was = '?', file, line, option = '', value = '' } = args;
  const delay = kind === 'event' || kind === 'reply' ? kind : isGuess ? 'volumeUnknown' : 'volumeKnown';
  // where it stands now: an operator looks there first
  const now = file === undefined ? say('nowDefault', { value: was })
    : say('nowAt', { value: was, place: say('lineOf', { file, line: line ?? '' }) });
  const needed = isGuess ? '' : seconds('neededSeconds');
  return [
    say(delay, { ...args, allowed: seconds('allowedSeconds'), needed }),
    say(isGuess ? 'setGuess' : 'set', { option: optionPath(String(option)), value, was: now }),
  ].join(marks.gap);
}

function riskOf(kind: string | number | undefined): ConfWord | undefined {
  if (kind === 'volume') return 'riskVolume';
  if (kind === 'event') return 'riskEvent';
  return kind === 'reply' ? 'riskReply' : undefined;
}

/** What makes a change work and last, on that deployment. */
export function restartText(
  services: readonly Service[], deployment: DeploymentSpec, say: SayConf,
): readonly string[] {
  const commands = restartCommands(deployment, services).join(say('or'));
  const where = lastingPlace(deployment, services[0] ?? 'compute');
  return [
    say('restart', { services: servicesText(services), commands }),
    ...(where === undefined ? [] : [say('lasting', { deployment: deployment.title, where })]),
  ];
}

function isService(name: string): name is Service {
  return ['api', 'conductor', 'scheduler', 'compute'].includes(name);
}

export function servicesText(services: readonly Service[]): string {
  return services.map((service) => `nova-${service}`).join(marks.list);
}

function quote(value: string): string {
  return `“${cut(value)}”`;
}

const longest = 200;

function cut(value: string): string {
  return cutText(value.replace(/\s+/g, ' '), longest);
}
