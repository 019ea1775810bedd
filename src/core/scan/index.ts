// What the scanner offers, as the kernel exports it: compiled from here to WebAssembly.

export { begin, carry, clearPart, feed, run } from './scanner';
export { clearWriters, openWriter } from './writers';
