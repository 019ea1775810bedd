// The integer type of the scanner's sources, which are compiled twice: by TypeScript to the twin, by
// AssemblyScript to the kernel. There it is a word of 32 bits, here a number that stays one.

declare type i32 = number;

/** As much of WebAssembly as loading the kernel needs; the types of a browser are not at hand. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
