// `nova-lens explain`: a name, a line or a traceback → what it means and what to do. In: the command. Out:
// text or JSON on standard output, and the exit status.

import { deploymentIds, deploymentNamed, explanationOn } from '../core/conf/checkCommand';
import { exceptionRecogniser } from '../core/explaining/explainLine';
import type { Explanation } from '../core/model';
import { parseRelease } from '../core/statements/release';
import { renderPlain } from '../core/render/plain';
import { openStatements } from '../core/statements/statements';
import type { Statements } from '../core/statements/statements';
import { loadFacts, loadStatements } from '../knowledge/facts/index';
import type { Facts } from '../knowledge/facts/index';
import type { ExplainCommand } from './args';
import { problemText } from '../core/render/problemText';
import { listInputs } from '../disk/files';
import { painterFor, writePieces } from './output';
import { readInput } from '../disk/read';
import { explainSubject, similarNames } from './subject';
import { problems as words } from './words';

/** A traceback is never longer; what stands behind is not read. */
const longestInput = 256 * 1024;

/** @returns 0, or 2 when nothing is known about it. */
export async function runExplain(command: ExplainCommand, tell: (problem: string) => void): Promise<number> {
  const { release, deployment: id } = command;
  if (release !== undefined && parseRelease(release) === undefined) {
    tell(words.unknownRelease(release));
    return 2;
  }
  const deployment = deploymentNamed(id);
  if (id !== undefined && !deployment) {
    tell(words.unknownDeployment(id, deploymentIds.join(', ')));
    return 2;
  }
  const subject = command.subject === '-' ? await readSubject(tell) : command.subject;
  if (subject === undefined) return 2;
  const facts = await loadFacts();
  const known = explainSubject(subject, facts, release, await statementsFor(subject, facts));
  const explanations = (await withConf(known, command, facts, tell))
    .map((explanation) => explanationOn(explanation, deployment));
  if (explanations.length === 0) {
    const name = shorten(subject);
    const similar = similarNames(subject, facts);
    tell(similar.length === 0 ? words.unknownName(name) : words.didYouMean(name, similar.join(', ')));
    return 2;
  }
  const text = command.json ? `${JSON.stringify({ schemaVersion: 1, explanations }, nullFor, 2)}\n`
    : explanations.map((one) => renderPlain(one, { width: width(), colour: hasColour() })).join('\n');
  await writePieces([text], process.stdout);
  return 0;
}

// A chunk of its own: most explanations are asked for without a file.
async function withConf(
  known: readonly Explanation[], { novaConf, release }: ExplainCommand, facts: Facts,
  tell: (problem: string) => void,
): Promise<readonly Explanation[]> {
  if (novaConf.length === 0) return known;
  const { withValues } = await import('./explainedValues');
  return withValues(known, novaConf, facts, release, tell);
}

/** The statements of Nova's source, for what is more than a name, or the id of one. */
async function statementsFor(subject: string, facts: Facts): Promise<Statements | undefined> {
  if (!/\s|^[0-9a-f]{8}$/.test(subject.trim())) return undefined;
  // a bare traceback names its classes; to hold its first line against all statements would cost the most
  if (/^\s*Traceback \(most recent call last\):/.test(subject)) return undefined;
  return openStatements(await loadStatements(), exceptionRecogniser(facts));
}

async function readSubject(tell: (problem: string) => void): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const [input] = listInputs(['-']).inputs;
  if (!input) return undefined;
  const push = (bytes: Uint8Array) => {
    if (size < longestInput) chunks.push(Uint8Array.from(bytes));
    size += bytes.length;
  };
  const problems = await readInput(input, () => ({ push, end: () => undefined }));
  problems.map(problemText).forEach(tell);
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, longestInput));
  if (text.trim() !== '') return text;
  tell(words.noSubject());
  return undefined;
}

function shorten(subject: string): string {
  const line = subject.trim().split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

// As in a report: what is absent is null, the key always there.
function nullFor(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}

function width(): number {
  return Math.min(Math.max(process.stdout.columns ?? 100, 40), 120);
}

function hasColour(): boolean {
  return painterFor(process.stdout, process.env)('bold', '') !== '';
}
