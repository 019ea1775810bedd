// The worker that looks through a large log: an order → the lines found, how many, and how far it is, several
// times a second. The same work can be done without a worker.

import { parentPort, workerData } from 'node:worker_threads';
import { ByteSource } from '../large/byteSource';
import { formAt } from '../large/logForm';
import { searchLines, type Found } from '../large/search';
import type { FoundLine, SearchNews, SearchOrder } from './calls';

/** Of a longer line only a part is shown, with so much of it before what was found. */
const longestText = 1000;
const before = 200;
const tellEvery = 100;

export async function searchInto(
  { path, end, wanted, most }: SearchOrder, tell: (news: SearchNews) => void, signal?: AbortSignal,
): Promise<void> {
  let lines: FoundLine[] = [];
  let count = 0;
  let told = Date.now();
  const send = (): void => {
    told = Date.now();
    tell({ kind: 'found', lines, count, bytes: bytes.far });
    lines = [];
  };
  const sendSometimes = (): void => {
    if (Date.now() - told >= tellEvery) send();
  };
  const bytes = new CountingSource(path, sendSometimes);
  try {
    const prefix = formAt(path)?.prefix;
    for await (const found of searchLines(bytes, end, wanted, { ...(prefix ? { prefix } : {}), signal })) {
      count += 1;
      if (count <= most) lines.push(partOf(found));
      sendSometimes();
    }
  } finally {
    bytes.close();
  }
  send();
  tell({ kind: 'done' });
}

function partOf({ line, text, column, length }: Found): FoundLine {
  const from = text.length <= longestText || column + length <= longestText ? 0 : column - before;
  return { line, column, at: column - from, length, text: text.slice(from, from + longestText) };
}

/** A source that knows how far it was read, and says whenever more is. */
class CountingSource extends ByteSource {
  far = 0;
  readonly #onRead: () => void;

  constructor(path: string, onRead: () => void) {
    super(path);
    this.#onRead = onRead;
  }

  override read(offset: number, length: number): Uint8Array {
    if (offset > this.far) {
      this.far = offset;
      this.#onRead();
    }
    return super.read(offset, length);
  }
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  void searchInto(workerData, (news) => port.postMessage(news));
}

function isOrder(value: unknown): value is SearchOrder {
  return typeof value === 'object' && value !== null && 'path' in value && 'wanted' in value;
}
