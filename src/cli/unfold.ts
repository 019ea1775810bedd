// `nova-lens unfold`: logs of which many lines stand on one, as a string or as the answer of a central store
// → the same with a line for each. In: the command. Out: text on standard output, and the exit status.

import { readLines } from '../core/reading/lines';
import { unfolder } from '../core/reading/unfold';
import { problemText } from '../core/render/problemText';
import { listInputs } from '../disk/files';
import { readInputs } from '../disk/read';
import type { UnfoldCommand } from './args';
import { written } from './output';

/** Text that has not been written yet waits no further. */
const bufferSize = 64 * 1024;

/** @returns 0, or 2 when something could not be read. */
export async function runUnfold(command: UnfoldCommand, tell: (problem: string) => void): Promise<number> {
  const { inputs, problems } = listInputs(command.paths);
  const out = new LineWriter(process.stdout);
  const unread = await readInputs(inputs, () => readLines(unfolder((text) => out.line(text))), {
    pause: () => out.taken(),
  });
  await out.taken();
  const all = [...problems, ...unread].map(problemText);
  all.forEach(tell);
  return all.length > 0 || inputs.length === 0 ? 2 : 0;
}

/** Writes lines; whoever hands over many waits between them until they have been taken. */
class LineWriter {
  readonly #stream: NodeJS.WriteStream;
  #text = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  line(text: string): void {
    this.#text += `${text}\n`;
    if (this.#text.length >= bufferSize) this.#write();
  }

  async taken(): Promise<void> {
    this.#write();
    if (this.#stream.writableNeedDrain) await written(this.#stream);
  }

  #write(): void {
    if (this.#text !== '') this.#stream.write(this.#text);
    this.#text = '';
  }
}
