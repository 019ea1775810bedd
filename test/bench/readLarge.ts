// One large log, opened as the editor opens it, in a process of its own. In: a path. Out: a line of JSON with
// what it cost: seconds, CPU seconds, memory, the index, opening it again, one instance, one page.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openLargeLog } from '../../src/disk/large/largeLog';

async function main(file: string): Promise<void> {
  const indexDir = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-bench-'));
  const begin = performance.now();
  let first = Number.NaN;
  const log = await openLargeLog(file, {
    indexDir, onProgress: () => { if (Number.isNaN(first)) first = performance.now() - begin; },
  });
  if (!log) throw new Error(`${file} is not read as a large log`);
  const seconds = (performance.now() - begin) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const [index] = fs.readdirSync(indexDir);
  const indexBytes = fs.statSync(path.join(indexDir, index ?? '')).size;
  const instances = log.instances();
  const reopened = await timed(() => openLargeLog(file, { indexDir }));
  const some = instances[Math.floor(instances.length / 2)];
  const slice = await timed(() => log.readSlice(log.linesOf(some?.id ?? '')));
  const timeline = await timed(() => log.timelineOf(some?.id ?? ''));
  const page = await timed(() => log.readPage(log.bytes / 2));
  fs.rmSync(indexDir, { recursive: true });
  console.log(JSON.stringify({
    seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, first, lines: log.lines,
    instances: instances.length, indexBytes, reopened, slice, timeline, page,
  }));
}

async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const [file] = process.argv.slice(2);
if (file !== undefined) void main(file);
