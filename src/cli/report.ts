// `nova-lens report`: logs → what happened, as text or as JSON. In: the command. Out: text on standard
// output, sentences for what went wrong, and the exit status. Large logs are summed up, others are read
// whole; which it is, is known before either is loaded.

import type { Bytes } from '../disk/bytes';
import { listInputs } from '../disk/files';
import type { Input, Listing } from '../disk/files';
import type { ReportCommand } from './args';
import { everyOf, largeLogOf, spoolFrom } from './largeLogOf';

/** @returns 0 nothing failed, 1 something failed, 2 something could not be read. */
export async function runReport(command: ReportCommand, tell: (problem: string) => void): Promise<number> {
  let problems = 0;
  const told = new Set<string>();
  const complain = (problem: string) => {
    problems += 1;
    // who reads again what did not fit in memory meets the same
    if (!told.has(problem)) tell(problem);
    told.add(problem);
  };
  const listing = listInputs(command.paths);
  const from = spoolFrom(command, listing);
  const [only] = listing.inputs;
  const { status, input } = from === undefined || !only ? await sumUp(command, listing, complain)
    : await sumUpInput(from, only, command, complain);
  if (status !== undefined) return problems > 0 ? 2 : status;
  const whole = await readWhole(command, listing, complain, input);
  return problems > 0 ? 2 : whole;
}

async function readWhole(
  command: ReportCommand, listing: Listing, complain: Tell, input: Bytes | undefined,
): Promise<number> {
  const { runWholeReport } = await import('./wholeReport');
  const every = everyOf(command, listing);
  const whole = await runWholeReport(command, listing, complain, { input, mayBePart: every === undefined });
  if (whole !== undefined || !every) return whole ?? 2;
  // they say more than fits in memory
  const { runSummary } = await import('./summary');
  const status = await runSummary(every, command, complain, 0);
  return status ?? await runWholeReport(command, listing, complain, { input, mayBePart: true }) ?? 2;
}

type Tell = (problem: string) => void;

interface SummedUp {
  /** Undefined: the logs have to be read whole. */
  readonly status: number | undefined;
  /** Standard input or a pipe, if it was begun. */
  readonly input?: Bytes;
}

async function sumUp(command: ReportCommand, listing: Listing, complain: Tell): Promise<SummedUp> {
  const large = largeLogOf(command, listing);
  if (!large) return { status: undefined };
  const { runSummary } = await import('./summary');
  return { status: await runSummary(large, command, complain) };
}

/** @param from so many bytes make it large
 *  @param stream standard input or a pipe */
async function sumUpInput(
  from: number, stream: Input, command: ReportCommand, complain: Tell,
): Promise<SummedUp> {
  const [{ bytesOfInput }, { bytesOfCopy, spool }] =
    await Promise.all([import('../disk/bytes'), import('../disk/large/spool')]);
  const spooled = await spool(bytesOfInput(stream), from);
  const { copy } = spooled;
  if (!copy) return { status: undefined, input: spooled.bytes };
  const { runSummary } = await import('./summary');
  const subject = { name: stream.source, path: copy.path, inputs: [] };
  const status = await runSummary(subject, { ...command, index: undefined }, complain);
  if (status === undefined) return { status, input: bytesOfCopy(copy) };
  copy.remove();
  return { status };
}
