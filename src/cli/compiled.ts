// What the build compiled ahead → what Node runs: the chunks in dist/lazy/ are not parsed and compiled anew
// at each start. What was compiled for another Node, or from other text, is left alone: then Node compiles
// as it always does.

import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

/** `list.json` beside the compiled chunks, as esbuild.compiled.mjs writes it. */
interface CompiledList {
  /** Of node. */
  readonly version: string;
  readonly arch: string;
  /** By the name of the chunk: its size in bytes and when it was written, in milliseconds since 1970. */
  readonly chunks: Readonly<Record<string, { readonly size: number; readonly time: number }>>;
}

/** Of V8, which takes code only under the flags that it was compiled under. A command runs for a second or
 *  two: what is optimized after as little work as usual seldom pays for itself. Later versions count in
 *  another way, and have no such flag. */
export const startFlags: readonly string[] =
  process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : [];
/** So many characters stand before the text of a module on its first line. */
const wrapped = Module.wrap('').indexOf('\n');

/** Before the first chunk is loaded.
 *  @param lazyDir where the chunks are, with `compiled/` in it if there is any */
export function startQuickly(lazyDir: string): void {
  startFlags.forEach((flag) => v8.setFlagsFromString(flag));
  const list = readList(path.join(lazyDir, 'compiled', 'list.json'));
  if (list?.version !== process.version || list.arch !== process.arch) return;
  const { extensions } = createRequire(__filename);
  const load = extensions['.js'];
  extensions['.js'] = (module, file) => {
    const code = path.dirname(file) === lazyDir ? compiledCode(file, list) : undefined;
    if (code) run(module, file, code);
    else load?.(module, file);
  };
}

function readList(file: string): CompiledList | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as CompiledList;
  } catch {
    return undefined;
  }
}

/** @returns undefined: there is none, or the chunk was built anew since. */
function compiledCode(file: string, { chunks }: CompiledList): Buffer | undefined {
  const name = path.basename(file);
  const known = chunks[name];
  if (!known) return undefined;
  try {
    const { size, mtimeMs } = fs.statSync(file);
    if (size !== known.size || mtimeMs !== known.time) return undefined;
    return fs.readFileSync(path.join(path.dirname(file), 'compiled', `${name}.bin`));
  } catch {
    return undefined;
  }
}

/** As Node's own loader does it; V8 compiles the text where it does not take the code. */
function run(module: NodeModule, file: string, cachedData: Buffer): void {
  const text = Module.wrap(fs.readFileSync(file, 'utf8'));
  const script = new vm.Script(text, { filename: file, cachedData, columnOffset: -wrapped });
  const body = script.runInThisContext() as ModuleBody;
  const require = (id: string): unknown => module.require(id);
  body.call(module.exports, module.exports, require, module, file, path.dirname(file));
}

/** What a module is handed: `exports`, `require`, `module`, `__filename`, `__dirname`. */
type ModuleBody = (
  this: unknown, exports: unknown, require: (id: string) => unknown, module: NodeModule,
  file: string, folder: string,
) => void;
