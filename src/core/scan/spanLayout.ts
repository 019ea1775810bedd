// Where in the memory of the scanner stands what tells spans of instances apart, and what spans are made of;
// what layout.ts is for the rest.

/** Further columns of a part: prints of rows and of loose rows, spans, strands and asides. */
export const cPrints: i32 = 0x50;
export const cLoosePrints: i32 = 0x58;
export const cSpans: i32 = 0x60;
export const cStrands: i32 = 0x68;
export const cAsides: i32 = 0x70;
/** Words of a span: the instance's number in the part, how many strands it has and how many asides, first and
 *  last second, first and last millisecond in one word, first and last line in the part, and two of a print
 *  of what is said, both 0: it has too many asides to have one. An aside is one word: what is said. */
export const spanWords: i32 = 10;
/** A span with no more asides has none twice. */
export const fewAsides: i32 = 64;
/** Words of a strand: two of its request, 0: it has none; prints of rows and of loose rows, and their counts
 *  in one word, as far as there is room for them, with two flags. */
export const strandWords: i32 = 5;
export const mostCounted: i32 = 0x3fff;
/** Some of the rows name no request. */
export const isPartlyNameless: i32 = 1 << 14;
/** Some of the rows may be of an operation. */
export const isOperation: i32 = 1 << 30;
/** The print of rows: each one's is added to those before it times this. */
export const strandFactor: i32 = 0x2c1b3c6d;
/** Rows that say something of an instance, and those of them that name no request. */
export const sSaid: i32 = 0x480;
export const sWithoutRequest: i32 = 0x484;

/** How long after others a line may come and be told as theirs, as core/timelines/strays.ts has it:
 *  milliseconds. */
export const soonMs: i32 = 2_000;
export const laterMs: i32 = 120_000;
export const quietMs: i32 = 3_600_000;

/** By process: its number, and the row that its lines without a context hang on, plus one; 0: none. */
export const records: i32 = 0x700;
export const recordSlots: i32 = 32;

/** By code, what it says of an instance, a byte each. */
export const sayings: i32 = 0x800;
export const saysNothing: i32 = 0;
export const saysOwn: i32 = 1;
/** A task that looks at all instances says it in passing. */
export const saysInPassing: i32 = 2;
/** It quotes an error, whatever its level. */
export const saysError: i32 = 3;
/** It goes on with what its request did, if that did anything. */
export const saysFollowing: i32 = 4;
