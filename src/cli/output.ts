// Pieces of text → a stream, at the pace at which it takes them. In: texts and process.stdout or its like.
// Out: the end of writing; a reader that went away (`| head`) ends the program quietly.

import { once } from 'node:events';
import type { Paint, Style } from '../core/render/terminal';

const bufferSize = 64 * 1024;

export async function writePieces(
  pieces: Iterable<string> | AsyncIterable<string>, stream: NodeJS.WriteStream,
): Promise<void> {
  let buffer = '';
  for await (const piece of pieces) {
    buffer += piece;
    if (buffer.length < bufferSize) continue;
    if (!stream.write(buffer)) await once(stream, 'drain');
    buffer = '';
  }
  stream.write(buffer);
  await written(stream);
}

/** Resolves when a stream has taken all that was written to it. */
export function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => { stream.write('', () => resolve()); });
}

/** Whoever reads our output may stop at any time: that is no failure of ours. */
export function endQuietlyOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 2;
    process.exit();
  });
}

export function* linesOf(lines: Iterable<string>): Generator<string, void, undefined> {
  for (const line of lines) yield `${line}\n`;
}

const codes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39],
};

/** Colour on a terminal only, unless NO_COLOR forbids or FORCE_COLOR asks for it. */
export function painterFor(stream: Terminal, env: NodeJS.ProcessEnv): Paint {
  return painter(wantsColour(stream, env));
}

export function painter(isColoured: boolean): Paint {
  return isColoured ? paintAnsi : (_style, text) => text;
}

interface Terminal {
  readonly isTTY?: boolean | undefined;
}

export function wantsColour({ isTTY: terminal = false }: Terminal, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: term } = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return terminal && (no === undefined || no === '') && term !== 'dumb';
}

function paintAnsi(style: Style, text: string): string {
  const [on, off] = codes[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
