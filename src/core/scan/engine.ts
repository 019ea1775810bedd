// A program that scans (the kernel in WebAssembly, or its twin) and its memory → one thing that is fed bytes
// and gives rows. Both do the same; nothing above knows which one it has.

import { putDress } from './dress';
import type { LineDress } from './dress';
import * as layout from './layout';
import { currentMemory, useMemory } from './machine';
import { headUsual, headWithoutProcess, headWithoutTime, sHead } from './prefixLayout';
import { putProgram } from './prefixProgram';
import type { PrefixProgram } from './prefixProgram';
import * as twin from './index';

export interface Engine {
  /** The memory; another one after `begin` and `run`, which may make it grow. */
  readonly memory: () => ArrayBuffer;
  begin(): void;
  /** Makes room for the next bytes at `chunkBegin`; the lines of the rows so far are gone then. */
  carry(): void;
  /** So many bytes were put there. */
  feed(length: number, isLast: boolean): void;
  /** Writes rows; false: there were more than there is room for, run again. */
  run(): boolean;
  clearWriters(): void;
  openWriter(logger: number, process: number): void;
  /** Makes columns of the rows of an index. */
  makeColumns(): void;
}

export interface EngineOptions {
  readonly mode: number;
  readonly prefix: LinePrefix;
}

/** What stands before each line: the same bytes, or what a program reads. */
export interface LinePrefix {
  readonly text: Uint8Array;
  readonly program?: PrefixProgram | undefined;
  readonly head: HeadKind;
  /** Undefined: the lines are bare. */
  readonly dress?: LineDress | undefined;
}

/** What the heads of a log have; the tolerant reader's name for it. */
export type HeadKind = 'oslo' | 'oslo-no-process' | 'oslo-no-time';

const heads: Readonly<Record<HeadKind, number>> = {
  'oslo': headUsual, 'oslo-no-process': headWithoutProcess, 'oslo-no-time': headWithoutTime,
};

/** What the kernel exports; the names of scanner.ts. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  begin(): void;
  carry(): void;
  feed(length: number, isLast: number): void;
  run(): number;
  clearWriters(): void;
  openWriter(logger: number, process: number): void;
  makeColumns(): void;
}

/** The twin: plain TypeScript, for hosts without WebAssembly and for tests. */
export function openTwin(tables: Uint8Array, options: EngineOptions): Engine {
  let memory = new ArrayBuffer(layout.heapBegin + 0x40000);
  prepare(memory, tables, options);
  const within = <T>(work: () => T): T => {
    useMemory(memory);
    const result = work();
    memory = currentMemory();
    return result;
  };
  return {
    memory: () => memory,
    begin: () => within(twin.begin),
    carry: () => within(twin.carry),
    feed: (length, isLast) => within(() => twin.feed(length, isLast)),
    run: () => within(twin.run),
    clearWriters: () => within(twin.clearWriters),
    makeColumns: () => within(twin.makeColumns),
    openWriter: (logger, process) => within(() => twin.openWriter(logger, process)),
  };
}

/** @param kernel what an instance of the kernel's module exports. */
export function openKernel(kernel: KernelExports, tables: Uint8Array, options: EngineOptions): Engine {
  prepare(kernel.memory.buffer, tables, options);
  return {
    memory: () => kernel.memory.buffer,
    begin: () => kernel.begin(),
    carry: () => kernel.carry(),
    feed: (length, isLast) => kernel.feed(length, isLast ? 1 : 0),
    run: () => kernel.run() !== 0,
    clearWriters: () => kernel.clearWriters(),
    makeColumns: () => kernel.makeColumns(),
    openWriter: (logger, process) => kernel.openWriter(logger, process),
  };
}

export const noPrefix: LinePrefix = { text: new Uint8Array(0), head: 'oslo' };

export function isSamePrefix(a: LinePrefix, b: LinePrefix): boolean {
  const isSameProgram = isSame(a.program?.steps ?? nothing, b.program?.steps ?? nothing);
  const isSameDress = a.dress?.coloured === b.dress?.coloured && a.dress?.between === b.dress?.between;
  return isSameProgram && isSameDress && a.head === b.head && isSame(a.text, b.text);
}

const nothing = new Uint8Array(0);

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

const longestPrefix = 200;

/** Whether a prefix is short enough for an engine. */
export function fitsEngine(prefix: Uint8Array): boolean {
  return prefix.length <= longestPrefix;
}

function prepare(memory: ArrayBuffer, tables: Uint8Array, { mode, prefix }: EngineOptions): void {
  new Uint8Array(memory).set(tables);
  const view = new DataView(memory);
  const top = view.getInt32(layout.sTextTop, true);
  new Uint8Array(memory).set(prefix.text, top);
  if (prefix.program) putProgram(memory, prefix.program);
  if (prefix.dress) putDress(memory, prefix.dress);
  view.setInt32(sHead, heads[prefix.head], true);
  view.setInt32(layout.sPrefixAt, top, true);
  view.setInt32(layout.sPrefixLength, prefix.text.length, true);
  view.setInt32(layout.sTextTop, (top + prefix.text.length + 15) & ~15, true);
  view.setInt32(layout.sMode, mode, true);
}
