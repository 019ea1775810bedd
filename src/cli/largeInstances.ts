// `nova-lens report --instance` on a large log: the same as of any log, read from the instance's own lines
// alone. In: the log and the command. Out: text on standard output, the exit status.

import { logsAbout, onlyInstance } from '../core/onlyInstance';
import { timelineLines } from '../core/render/timelineText';
import type { ReportCommand } from './args';
import { confFindings } from './confFindings';
import { hasFailure } from './failure';
import { ConfReader } from './novaConf';
import type { Large } from './openLarge';
import { linesOf, painterFor, writePieces } from './output';
import { problems as words } from './words';

/** Instances with one beginning of a UUID that are told. */
const mostTold = 20;

/** @param id the beginning of a UUID
 *  @returns 0 nothing failed, 1 something failed, 2 no such instance, or a file cannot be read. */
export async function tellInstances(
  log: Large, id: string, { novaConf }: ReportCommand, tell: (problem: string) => void,
): Promise<number> {
  const found = log.ids().filter((one) => one.startsWith(id)).slice(0, mostTold);
  if (found.length === 0) {
    tell(words.noInstance(id));
    return 2;
  }
  let problems = 0;
  const reader = new ConfReader(novaConf, (problem) => {
    problems += 1;
    tell(problem);
  });
  const whole = log.analysisOf(...found);
  const further = await confFindings(whole, ({ source, optionDumps = [] }) =>
    reader.beside(source, optionDumps.at(-1)?.configFiles));
  // each operation says itself what it may lack; of others only a part was read
  const holes = (whole.holes ?? []).filter(({ kind }) => kind === 'service');
  const findings = [...whole.findings, ...further.findings];
  const analysis = { ...onlyInstance({ ...whole, findings }, id), holes };
  const { contextOf } = further;
  const paint = painterFor(process.stdout, process.env);
  const logs = logsAbout(analysis);
  const options = { paint, width: process.stdout.columns, full: true, contextOf, logs };
  await writePieces(linesOf(timelineLines(analysis, options)), process.stdout);
  if (problems > 0) return 2;
  return hasFailure(analysis) ? 1 : 0;
}
