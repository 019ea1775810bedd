// `nova-lens report` on a large log that is to tell each instance, or many: what it says of them, read a few
// at a time, so that memory does not grow with the log. In: the log and the command. Out: JSON or text on
// standard output, the exit status.

import { HostStream } from '../core/render/hostStream';
import { numberText } from '../core/render/numberText';
import { ReportStream } from '../core/render/reportStream';
import { TimelineStream } from '../core/render/timelineStream';
import { ranks } from '../core/render/timelineText';
import { mostForRules } from '../core/rules/rule';
import { batchJobs, optionDumpsOf } from '../disk/large/instanceBatches';
import { TextSpool } from '../disk/textSpool';
import type { ReportCommand } from './args';
import { toldBatches } from './batchThreads';
import type { TextOrder, Told } from './batchWorker';
import type { Large } from './openLarge';
import { painter, wantsColour, writePieces } from './output';
import { readRules } from './rules';
import { counts } from './words';

const usualBounds = { instances: 250, lines: 10_000 };

/** Puts together what is said of batches. */
interface Report {
  begin(): string;
  add(told: Told): Iterable<string>;
  end(): Iterable<string>;
}

/** Every instance, or those whose UUID begins in the way that is asked for.
 *  @returns 0 nothing failed, 1 something failed, 2 a file cannot be read. */
export async function tellEvery(
  log: Large, { novaConf, json, instance, by, rules: files }: ReportCommand,
  tell: (problem: string) => void,
): Promise<number> {
  let problems = 0;
  let hasFailed = false;
  const complain = (problem: string): void => {
    problems += 1;
    tell(problem);
  };
  const text = json ? undefined : textOrder(instance !== undefined, by === 'host' ? 'host' : 'instance');
  const { rules } = await readRules(files, complain);
  const spools: TextSpool[] = [];
  const spool = (): TextSpool => {
    const one = new TextSpool();
    spools.push(one);
    return one;
  };
  const report = !text ? jsonReport(spool) : by === 'host' ? hostReport(text)
    : textReport(text, spool, rules.length > 0);
  async function* pieces(): AsyncGenerator<string> {
    yield report.begin();
    const order = { novaConf, dumps: optionDumpsOf(log.opened), text, rules };
    const jobs = batchJobs(log.opened, usualBounds, numbersOf(log, instance));
    for await (const told of toldBatches(log.opened, jobs, order, complain)) {
      hasFailed ||= told.hasFailed;
      log.hold();
      yield* report.add(told);
    }
    yield* report.end();
  }
  try {
    await writePieces(pieces(), process.stdout);
  } finally {
    spools.forEach((one) => one.close());
  }
  if (problems > 0) return 2;
  return hasFailed ? 1 : 0;
}

/** @returns undefined: all of them are meant. */
function numbersOf(log: Large, id: string | undefined): readonly number[] | undefined {
  if (id === undefined) return undefined;
  return log.opened.catalog.instances.findAll(log.ids().filter((one) => one.startsWith(id)));
}

function textOrder(full: boolean, by: TextOrder['by']): TextOrder {
  const { stdout, env } = process;
  return { width: stdout.columns, isColoured: wantsColour(stdout, env), full, by };
}

function jsonReport(spool: () => TextSpool): Report {
  const report = new ReportStream(spool(), spool());
  return {
    begin: () => report.begin(),
    add: ({ json }) => (json ? report.add(json) : []),
    end: () => report.end(),
  };
}

function textReport({ isColoured, full }: TextOrder, spool: () => TextSpool, hasRules: boolean): Report {
  const paint = painter(isColoured);
  const ranked = (): readonly TextSpool[] => Array.from({ length: ranks }, spool);
  const later = { short: full ? undefined : ranked(), full: ranked() };
  const report = new TimelineStream({ paint, full }, later);
  return {
    begin: () => '',
    add: ({ text }) => {
      if (text) report.add(text);
      return [];
    },
    end: () => report.end([
      ...partlyRead(report),
      ...report.partlyRuled > 0 ? [counts.partlyRuled(report.partlyRuled, numberText(mostForRules))] : [],
      ...hasRules ? [paint('dim', counts.ruleLines())] : [],
      paint('dim', full ? counts.onlyOwn() : counts.onlyTimelines()),
    ]),
  };
}

function hostReport({ isColoured }: TextOrder): Report {
  const paint = painter(isColoured);
  const report = new HostStream(paint);
  return {
    begin: () => '',
    add: ({ hosts }) => {
      if (hosts) report.add(hosts);
      return [];
    },
    end: () => report.end([...partlyRead(report), paint('dim', counts.onlyOperations())]),
  };
}

function partlyRead({ partly }: { readonly partly: number }): readonly string[] {
  return partly > 0 ? [counts.partly(partly)] : [];
}
