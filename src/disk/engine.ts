// What an engine is made of → an engine. It can be handed to a worker, which then need not compile or compute
// it again.

import { openKernel, openTwin } from '../core/scan/engine';
import type { Engine, EngineOptions, KernelExports } from '../core/scan/engine';

export interface EngineParts {
  /** Undefined: the twin does the same. */
  readonly kernel: WebAssembly.Module | undefined;
  readonly tables: Uint8Array;
  readonly options: EngineOptions;
}

export function openEngineOf({ kernel, tables, options }: EngineParts): Engine {
  if (!kernel) return openTwin(tables, options);
  const { exports } = new WebAssembly.Instance(kernel, { env: { abort: stop } });
  return isKernel(exports) ? openKernel(exports, tables, options) : openTwin(tables, options);
}

function stop(): void {
  throw new Error('the scanner has stopped');
}

function isKernel(exports: object): exports is KernelExports {
  const names: readonly (keyof KernelExports)[] = [
    'memory', 'begin', 'carry', 'feed', 'run', 'clearWriters', 'openWriter',
    'makeColumns',
  ];
  return names.every((name) => name in exports);
}
