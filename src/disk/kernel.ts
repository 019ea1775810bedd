// The scanner's kernel as the build has made it → an engine; the twin where there is no such file, or no
// SIMD. In: tables. Out: an engine; which one, nobody needs to know.

import fs from 'node:fs';
import path from 'node:path';
import type { Engine, EngineOptions } from '../core/scan/engine';
import { openEngineOf } from './engine';

let module: WebAssembly.Module | undefined;
let isSought = false;

/** Beside the chunk that this is part of, or below the script that loads chunks. */
const places = ['kernel.wasm', 'lazy/kernel.wasm'];

export function openEngine(tables: Uint8Array, options: EngineOptions): Engine {
  return openEngineOf({ kernel: kernelModule(), tables, options });
}

/** What a worker can be handed, so that it need not compile it again; undefined: there is none. */
export function kernelModule(): WebAssembly.Module | undefined {
  if (isSought) return module;
  isSought = true;
  // for comparing the two
  if (process.env['NOVA_LENS_TWIN'] === '1') return undefined;
  for (const place of places) {
    try {
      module = new WebAssembly.Module(fs.readFileSync(path.join(__dirname, place)));
      return module;
    } catch {
      // not here, or a machine without SIMD: the twin does the same
    }
  }
  return undefined;
}
