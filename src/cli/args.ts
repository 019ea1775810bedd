// The words behind `nova-lens` → one command. In: process.argv without node and script. Out: a Command;
// misuse is one, with its sentence.

import { parseArgs } from 'node:util';
import type { Subject } from '../core/model';
import { problems } from './words';

export type Command =
  | { readonly name: 'version' }
  | HelpCommand
  | { readonly name: 'misuse'; readonly problem: string }
  | ReportCommand
  | CoverageCommand
  | UnfoldCommand
  | ExplainCommand
  | FollowCommand
  | RulesCommand
  | CutCommand;

export type Grouping = 'instance' | 'request' | 'host' | 'cause';
const groupings: readonly Grouping[] = ['instance', 'request', 'host', 'cause'];

export interface HelpCommand {
  readonly name: 'help';
  /** Undefined: all of them. */
  readonly about: string | undefined;
}

export interface ReportCommand {
  readonly name: 'report';
  readonly json: boolean;
  /** The beginning of a UUID, lower case. */
  readonly instance: string | undefined;
  /** Files or folders of configuration; none: those that lie beside the logs. */
  readonly novaConf: readonly string[];
  /** What stands at the top. */
  readonly by: Grouping;
  /** Files of the operator's own rules. */
  readonly rules: readonly string[];
  /** Move all times onto one clock, where the logs prove that their clocks disagree. */
  readonly alignClocks: boolean;
  /** Counts and causes only, however small the log is. */
  readonly summary: boolean;
  /** Every instance is told, however large the log is. */
  readonly all: boolean;
  /** Where indexes of large logs are kept; undefined: none is. */
  readonly index: string | undefined;
  readonly paths: readonly string[];
}

export interface FollowCommand {
  readonly name: 'follow';
  readonly json: boolean;
  readonly paths: readonly string[];
}

export interface RulesCommand {
  readonly name: 'rules';
  readonly json: boolean;
  readonly paths: readonly string[];
}

export interface CutCommand {
  readonly name: 'cut';
  /** Undefined: a span of time. */
  readonly subject: Subject | undefined;
  /** As people write a moment. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Lines around an operation and around failures. */
  readonly context: number;
  /** Put source and line number before each line. */
  readonly origin: boolean;
  /** A file; undefined: standard output. */
  readonly output: string | undefined;
  readonly paths: readonly string[];
}

export interface UnfoldCommand {
  readonly name: 'unfold';
  readonly paths: readonly string[];
}

export interface CoverageCommand {
  readonly name: 'coverage';
  readonly json: boolean;
  readonly paths: readonly string[];
}

export interface ExplainCommand {
  readonly name: 'explain';
  readonly json: boolean;
  readonly release: string | undefined;
  /** Id of a way to deploy Nova: check commands are spelled for its hosts. */
  readonly deployment: string | undefined;
  readonly novaConf: readonly string[];
  /** A name, a line, or `-`. */
  readonly subject: string;
}

export function parseCommand(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined) return misuse(problems.noCommand());
  const about = rest.find((word) => parsers.has(word));
  if (['--help', '-h', 'help'].includes(name)) return { name: 'help', about };
  if (['--version', '-V', 'version'].includes(name)) return { name: 'version' };
  const parse = parsers.get(name);
  if (!parse) return misuse(problems.unknownCommand(name));
  if (rest.includes('--help') || rest.includes('-h')) return { name: 'help', about: name };
  try {
    return parse(rest);
  } catch (error) {
    // parseArgs says it in two or three sentences; the first one is enough
    const reason = error instanceof Error ? error.message : String(error);
    return misuse(problems.badOption(reason.split(/\. |\n/, 1)[0] ?? reason));
  }
}

const parsers: ReadonlyMap<string, (args: string[]) => Command> = new Map([
  ['report', parseReport], ['explain', parseExplain], ['coverage', parseCoverage], ['rules', parseRules],
  ['follow', parseFollow], ['cut', parseCut], ['unfold', parseUnfold],
]);

const novaConf = { 'nova-conf': { type: 'string', multiple: true } } as const;

function parseReport(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false }, instance: { type: 'string' },
      by: { type: 'string', default: 'instance' }, rules: { type: 'string', multiple: true },
      'align-clocks': { type: 'boolean', default: false }, all: { type: 'boolean', default: false },
      summary: { type: 'boolean', default: false }, index: { type: 'string' }, ...novaConf,
    },
  });
  const instance = values.instance?.toLowerCase();
  if (instance !== undefined && !/^[0-9a-f-]{1,36}$/.test(instance)) return misuse(problems.notUuid(instance));
  const by = groupings.find((one) => one === values.by);
  if (by === undefined) return misuse(problems.unknownGrouping(values.by));
  if (positionals.length === 0) return misuse(problems.noFiles());
  if (positionals.filter((path) => path === '-').length > 1) return misuse(problems.twiceInput());
  const confPaths = values['nova-conf'] ?? [];
  const { json, rules = [], 'align-clocks': alignClocks, summary, all, index } = values;
  if (summary && (positionals.length > 1 || all)) return misuse(problems.oneSummary());
  const paths = positionals;
  const how = { json, by, instance, rules, alignClocks, summary, all, index };
  return { name: 'report', ...how, novaConf: confPaths, paths };
}

function parseExplain(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false }, release: { type: 'string' }, deployment: { type: 'string' },
      ...novaConf,
    },
  });
  const subject = positionals.join(' ').trim();
  if (subject === '') return misuse(problems.noSubject());
  const confPaths = values['nova-conf'] ?? [];
  const { json, release, deployment } = values;
  return { name: 'explain', json, release, deployment, novaConf: confPaths, subject };
}

function parseCoverage(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) return misuse(problems.noFiles());
  return { name: 'coverage', json: values.json, paths: positionals };
}

function parseFollow(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) return misuse(problems.noFollowed());
  if (positionals.includes('-')) return misuse(problems.followsInput());
  return { name: 'follow', json: values.json, paths: positionals };
}

function parseRules(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) return misuse(problems.noRuleFiles());
  return { name: 'rules', json: values.json, paths: positionals };
}

function parseUnfold(args: string[]): Command {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  if (positionals.length === 0) return misuse(problems.noFiles());
  if (positionals.filter((path) => path === '-').length > 1) return misuse(problems.twiceInput());
  return { name: 'unfold', paths: positionals };
}

function parseCut(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      instance: { type: 'string' }, request: { type: 'string' }, operation: { type: 'string' },
      failures: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' },
      context: { type: 'string', default: '3' }, origin: { type: 'boolean', default: false },
      output: { type: 'string' },
    },
  });
  const { instance, request, operation, failures, from, to, origin, output } = values;
  const subjects: readonly Subject[] = [
    ...(instance === undefined ? [] : [{ kind: 'instance', id: instance.toLowerCase() } as const]),
    ...(request === undefined ? [] : [{ kind: 'request', id: request } as const]),
    ...(operation === undefined ? [] : [{ kind: 'operation', id: operation } as const]),
    ...(failures ? [{ kind: 'failures', id: 'all' } as const] : []),
  ];
  const [subject] = subjects;
  const hasSpan = from !== undefined || to !== undefined;
  if (subjects.length + Number(hasSpan) !== 1) return misuse(problems.oneSubject());
  const context = Number(values.context);
  if (!Number.isInteger(context) || context < 0 || context > 1000) return misuse(problems.badContext());
  if (positionals.length === 0) return misuse(problems.noFiles());
  if (positionals.includes('-')) return misuse(problems.cutTwice());
  return { name: 'cut', subject, from, to, context, origin, output, paths: positionals };
}

function misuse(problem: string): Command {
  return { name: 'misuse', problem };
}
