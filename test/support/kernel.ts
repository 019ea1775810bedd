// The scanner's programs, ready for tests: the twin, and the kernel as the build has made it.

import fs from 'node:fs';
import { openKernel, openTwin } from '../../src/core/scan/engine';
import type { Engine, EngineOptions, KernelExports } from '../../src/core/scan/engine';

const file = 'dist/lazy/kernel.wasm';

export function twin(tables: Uint8Array, options: EngineOptions): Engine {
  return openTwin(tables, options);
}

/** Every engine has an instance of its own. */
export function kernel(tables: Uint8Array, options: EngineOptions): Engine {
  const module = new WebAssembly.Module(fs.readFileSync(file));
  const { exports } = new WebAssembly.Instance(module, { env: { abort: () => undefined } });
  return openKernel(exports as unknown as KernelExports, tables, options);
}
