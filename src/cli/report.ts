// `nova-lens report`: logs → what happened, as text or as JSON. In: the command. Out: text on standard
// output, sentences for what went wrong, and the exit status. Large logs are summed up, others are read
// whole; which it is, is known before either is loaded.

import type { ReportCommand } from './args';
import { largeLogOf } from './largeLogOf';

/** @returns 0 nothing failed, 1 something failed, 2 something could not be read. */
export async function runReport(command: ReportCommand, tell: (problem: string) => void): Promise<number> {
  let problems = 0;
  const complain = (problem: string) => {
    problems += 1;
    tell(problem);
  };
  const large = largeLogOf(command);
  if (large) {
    const { runSummary } = await import('./summary');
    const status = await runSummary(large, command, complain);
    if (status !== undefined) return problems > 0 ? 2 : status;
  }
  const { runWholeReport } = await import('./wholeReport');
  const status = await runWholeReport(command, complain);
  return problems > 0 ? 2 : status;
}
