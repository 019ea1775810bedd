// `nova-lens report --instance` on a large log: the same as of any log, read from the lines that hold an id
// of the instance, its requests and what is its own. In: the log and the command. Out: text or JSON on
// standard output, the exit status.

import { logsAbout, onlyInstance } from '../core/onlyInstance';
import { withOwnStory } from '../core/ownStory';
import { reportPieces } from '../core/render/reportPieces';
import { timelineLines } from '../core/render/timelineText';
import type { ReportCommand } from './args';
import { fileOf } from '../disk/packedText';
import { confFindings } from './confFindings';
import { hasFailure } from './failure';
import { ConfReader } from './novaConf';
import type { Large } from './openLarge';
import { linesOf, painterFor, writePieces } from './output';
import { counts, problems as words } from './words';

/** So many instances with one beginning of a UUID are read at once. */
const mostAtOnce = 20;

/** @param id the beginning of a UUID
 *  @returns 0 nothing failed, 1 something failed, 2 no such instance, or a file cannot be read; `many`: there
 *  are so many, or they say so much, that each is to be told as where all are. */
export async function tellInstances(
  log: Large, id: string, { novaConf, json }: ReportCommand, tell: (problem: string) => void,
): Promise<number | 'many'> {
  const found = log.ids().filter((one) => one.startsWith(id));
  if (found.length === 0) {
    tell(words.noInstance(id));
    return 2;
  }
  const whole = found.length > mostAtOnce ? undefined : log.analysisOfAll(found);
  if (!whole) return 'many';
  log.hold();
  let problems = 0;
  const reader = new ConfReader(novaConf, (problem) => {
    problems += 1;
    tell(problem);
  });
  const further = await confFindings(whole, ({ source, optionDumps = [] }) =>
    reader.beside(fileOf(source), optionDumps.at(-1)?.configFiles));
  const findings = [...whole.findings, ...further.findings];
  const analysis = onlyInstance(withOwnStory({ ...whole, findings }), id);
  const { contextOf } = further;
  const paint = painterFor(process.stdout, process.env);
  const options = { paint, width: process.stdout.columns, full: true, contextOf, logs: logsAbout(analysis) };
  const text = function* (): Generator<string> {
    yield* timelineLines(analysis, options);
    yield paint('dim', counts.onlyOwn());
  };
  const pieces = json ? reportPieces(analysis, { contextOf, isOwn: true }) : linesOf(text());
  await writePieces(pieces, process.stdout);
  if (problems > 0) return 2;
  return hasFailure(analysis) ? 1 : 0;
}
