// The worker that reads parts of a log. In: once what to scan with, then spans of a file. Out: a part for
// each. It knows no tables of Nova's: what it scans with is handed to it.

import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openEngineOf } from '../engine';
import type { EngineParts } from '../engine';
import type { Span } from './cuts';
import { PartScanner } from './partScanner';
import type { Part } from './part';

export interface WorkOrder {
  readonly path: string;
  readonly engine: EngineParts;
}

/** A scanner of spans of one file. */
export function spanScanner({ path, engine }: WorkOrder): { scan(span: Span): Part; close(): void } {
  const file = fs.openSync(path, 'r');
  const scanner = new PartScanner(openEngineOf(engine));
  const read = (into: Uint8Array, offset: number): number => fs.readSync(file, into, 0, into.length, offset);
  return {
    scan: ({ begin, end }) => scanner.scan(read, begin, end),
    close: () => fs.closeSync(file),
  };
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  const scanner = spanScanner(workerData);
  port.on('message', (span: Span) => {
    const part = scanner.scan(span);
    port.postMessage(part, Object.values(part.columns).map(({ buffer }) => buffer as ArrayBuffer));
  });
}

function isOrder(value: unknown): value is WorkOrder {
  return typeof value === 'object' && value !== null && 'path' in value && 'engine' in value;
}
