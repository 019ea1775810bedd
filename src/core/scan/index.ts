// What the scanner offers, as the kernel exports it: compiled from here to WebAssembly.

export { makeColumns } from './columns';
export { begin, carry, feed, run } from './scanner';
export { clearWriters, openWriter } from './writers';
