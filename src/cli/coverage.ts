// `nova-lens coverage`: how much of these logs is known: which lines are a statement of Nova's source, which
// warnings and errors are explained, of which release they are. In: the command. Out: text or JSON.

import { readCoverage, joinCoverage } from '../core/statements/coverage';
import type { Coverage } from '../core/statements/coverage';
import { openDigest } from '../core/digest';
import { exceptionRecogniser } from '../core/explaining/explainLine';
import type { ReleaseGuess } from '../core/statements/inferRelease';
import { readLines } from '../core/reading/lines';
import { readRecords } from '../core/reading/records';
import { openReleaseReader } from '../core/statements/releaseReader';
import { coverageLines } from '../core/render/coverageText';
import { problemText } from '../core/render/problemText';
import { openStatements } from '../core/statements/statements';
import type { Statements } from '../core/statements/statements';
import { loadFacts, loadStatements } from '../knowledge/facts/index';
import type { Facts } from '../knowledge/facts/index';
import type { CoverageCommand } from './args';
import { listInputs } from '../disk/files';
import { linesOf, painterFor, writePieces } from './output';
import { isHostFile } from '../disk/names';
import { readInputs } from '../disk/read';

/** What was measured of one log. */
export interface LogCoverage extends Coverage {
  readonly source: string;
  readonly release: ReleaseGuess | undefined;
}

type Tell = (problem: string) => void;

/** @returns 0, or 2 when something could not be read. */
export async function runCoverage(command: CoverageCommand, tell: Tell): Promise<number> {
  let problems = 0;
  const complain = (problem: string) => {
    problems += 1;
    tell(problem);
  };
  const { inputs, problems: unusable } = listInputs(command.paths);
  unusable.map(problemText).forEach(complain);
  const facts = await loadFacts();
  const statements = openStatements(await loadStatements(), exceptionRecogniser(facts));
  const logs: LogCoverage[] = [];
  const unread = await readInputs(inputs, ({ source, found }) => {
    if (found && isHostFile(source)) return undefined;
    const reader = measureLog(source, statements, facts);
    return { push: (bytes) => reader.push(bytes), end: () => void logs.push(reader.end()) };
  });
  unread.map(problemText).forEach(complain);
  const total = joinCoverage(logs);
  const paint = painterFor(process.stdout, process.env);
  await writePieces(command.json ? [`${JSON.stringify({ schemaVersion: 1, logs, total }, undefined, 2)}\n`]
    : linesOf(coverageLines(logs, total, paint)), process.stdout);
  return problems > 0 || logs.length === 0 ? 2 : 0;
}

interface Measure {
  push(bytes: Uint8Array): void;
  end(): LogCoverage;
}

/** @param source the caller's name for the log. */
export function measureLog(source: string, statements: Statements, facts: Facts): Measure {
  const coverage = readCoverage(source, { statements, facts });
  const release = openReleaseReader(source, statements);
  const digest = openDigest(source);
  const records = readRecords(coverage);
  const lines = readLines({ push: (line) => records.push(line), end: () => records.end() });
  return {
    push(bytes) {
      release.push(bytes);
      digest.push(bytes);
      lines.push(bytes);
    },
    end() {
      lines.end();
      return { source, ...coverage.coverage(digest.end()), release: release.end() };
    },
  };
}
