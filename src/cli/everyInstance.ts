// `nova-lens report --json` on a large log: what it says of each instance, read a few at a time and written
// at once, so that memory does not grow with the log. In: the log and the command. Out: JSON on standard
// output, the exit status.

import { ReportStream } from '../core/render/reportStream';
import { instanceBatches } from '../disk/large/instanceBatches';
import { fileOf } from '../disk/packedText';
import { TextSpool } from '../disk/textSpool';
import type { ReportCommand } from './args';
import { confFindings } from './confFindings';
import { hasFailure } from './failure';
import { ConfReader } from './novaConf';
import type { Large } from './openLarge';
import { writePieces } from './output';

/** @returns 0 nothing failed, 1 something failed, 2 a file cannot be read. */
export async function tellEvery(
  log: Large, { novaConf }: ReportCommand, tell: (problem: string) => void,
): Promise<number> {
  let problems = 0;
  let hasFailed = false;
  const reader = new ConfReader(novaConf, (problem) => {
    problems += 1;
    tell(problem);
  });
  const later = [new TextSpool(), new TextSpool()] as const;
  const report = new ReportStream(...later);
  async function* pieces(): AsyncGenerator<string> {
    yield report.begin();
    for (const { analysis: bare, partly } of instanceBatches(log.opened)) {
      const { findings, contextOf } = await confFindings(bare, ({ source, optionDumps = [] }) =>
        reader.beside(fileOf(source), optionDumps.at(-1)?.configFiles));
      const further = findings.filter(({ instance }) => instance !== undefined);
      const analysis = { ...bare, findings: [...bare.findings, ...further] };
      hasFailed ||= hasFailure(analysis);
      log.hold();
      yield* report.add(analysis, contextOf, partly);
    }
    yield* report.end();
  }
  try {
    await writePieces(pieces(), process.stdout);
  } finally {
    later.forEach((one) => one.close());
  }
  if (problems > 0) return 2;
  return hasFailed ? 1 : 0;
}
