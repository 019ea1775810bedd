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
 *  in one word, as far as there is room for them, with flags; sorts of operations. */
export const strandWords: i32 = 6;
export const mostCounted: i32 = 0x1fff;
/** A row says that the operation failed. */
export const isFailed: i32 = 1 << 13;
/** Some of the rows name no request. */
export const isPartlyNameless: i32 = 1 << 14;
/** It does not begin as an operation does: it may go on with one of another request. */
export const isGoingOn: i32 = 1 << 15;
/** A row says that the instance is deleted. */
export const isDeletion: i32 = 1 << 29;
/** Some of the rows may be of an operation. */
export const isOperation: i32 = 1 << 30;
export const strandFlags: i32 = isFailed | isPartlyNameless | isGoingOn | isDeletion | isOperation;
/** In the last word: a bit for each sort that rows are of; the sort of the row by which it may go on with
 *  something, and whether that row begins something, if not an operation; a bit for each sort of which a row
 *  says that it succeeded, the lowest one for all of them. */
export const sortBits: i32 = 8;
export const allSorts: i32 = (1 << sortBits) - 1;
export const sortMask: i32 = 7;
export const goesOnAnew: i32 = 1 << 11;
export const doneShift: i32 = 12;
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

/** By code, what it says of an instance, a byte each: one of these, and above it of what sort of operations;
 *  0: of any. */
export const sayings: i32 = 0x800;
export const sayingMask: i32 = 7;
export const sortShift: i32 = 3;
export const saysNothing: i32 = 0;
export const saysOwn: i32 = 1;
/** A task that looks at all instances says it in passing. */
export const saysInPassing: i32 = 2;
/** It quotes an error, whatever its level. */
export const saysError: i32 = 3;
/** It goes on with what its request did, if that did anything. */
export const saysFollowing: i32 = 4;
/** An operation begins with it. */
export const saysOpening: i32 = 5;
/** Something begins with it that one that has succeeded does not go on with. */
export const saysAnew: i32 = 6;

/** By code, what it says of the end of an operation, a byte each: one of these, and above it of what sort it
 *  says so; 0: of any. */
export const endings: i32 = 0x3000;
export const endMask: i32 = 3;
export const endShift: i32 = 2;
export const saysFailed: i32 = 1;
export const saysDone: i32 = 2;
/** And that the instance is gone with it. */
export const saysDeleted: i32 = 3;
