// The worker that looks through a large log: an order → the lines found, and how far it is, several times a
// second. The same work can be done without a worker.

import { parentPort, workerData } from 'node:worker_threads';
import { ByteSource } from '../large/byteSource';
import { searchLines } from '../large/search';
import type { FoundLine, SearchNews, SearchOrder } from './calls';

/** Of a longer line only the beginning is shown. */
const longestText = 1000;
const tellEvery = 100;
/** So much is searched between two tellings where nothing is found. */
const stretch = 16 << 20;

export async function searchInto(
  { path, end, wanted }: SearchOrder, tell: (news: SearchNews) => void, signal?: AbortSignal,
): Promise<void> {
  const bytes = new CountingSource(path);
  let lines: FoundLine[] = [];
  let told = Date.now();
  const send = (): void => {
    told = Date.now();
    tell({ kind: 'found', lines, bytes: bytes.far });
    lines = [];
  };
  bytes.onStretch = () => {
    if (Date.now() - told >= tellEvery) send();
  };
  try {
    for await (const { line, text } of searchLines(bytes, end, signal ? { ...wanted, signal } : wanted)) {
      lines.push({ line, text: text.slice(0, longestText) });
      if (Date.now() - told >= tellEvery) send();
    }
  } finally {
    bytes.close();
  }
  send();
  tell({ kind: 'done' });
}

/** A source that knows how far it was read. */
class CountingSource extends ByteSource {
  far = 0;
  onStretch: () => void = () => undefined;
  #told = 0;

  override read(offset: number, length: number): Uint8Array {
    this.far = Math.max(this.far, offset);
    if (this.far - this.#told >= stretch) {
      this.#told = this.far;
      this.onStretch();
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
