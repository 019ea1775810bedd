// What the scanner offers, as the kernel exports it: compiled from here to WebAssembly.

export { begin, carry, feed, run } from './scanner';
export { makeColumns } from './spans';
export { clearWriters, openWriter } from './writers';
