// Where everything stands in the memory of the scanner: constants that the scanner, the compiler of its
// tables and the readers of its rows share. All state lives there, so that one program can serve many logs.

/** Words of state, four bytes each. */
export const sPrefixAt: i32 = 0x00;
export const sPrefixLength: i32 = 0x04;
export const sMode: i32 = 0x08;
/** Where the bytes end that were fed, and where the next line begins. */
export const sEnd: i32 = 0x0c;
export const sNext: i32 = 0x10;
export const sLast: i32 = 0x14;
/** The rest of a line that is too long to be kept is passed over. */
export const sPassing: i32 = 0x18;
/** A line has begun of which nothing but NULs have come. */
export const sBegun: i32 = 0x1c;
/** Lines ended since the counter was cleared, rows written, and canonical lines that gave no row to read. */
export const sLines: i32 = 0x20;
export const sRows: i32 = 0x24;
export const sSkipped: i32 = 0x28;
/** Every line is to be read: a service is telling its options. */
export const sAttend: i32 = 0x2c;
/** For good: several logs stand one behind the other. */
export const attendForGood: i32 = 2;
export const sLevels: i32 = 0x30;
/** The canonical line above: its bytes, its line, and whether it was passed over. */
export const sAboveAt: i32 = 0x34;
export const sAboveEnd: i32 = 0x38;
export const sAboveLine: i32 = 0x3c;
export const sAbovePassed: i32 = 0x40;
/** What stands above is a line that no traceback hangs on. */
export const sPlainAbove: i32 = 0x44;
export const sOpenCount: i32 = 0x48;
/** More tracebacks are open than there is room for. */
export const sOpenFull: i32 = 0x5c;
export const sLoggers: i32 = 0x4c;
export const sTextTop: i32 = 0x50;
export const sHeapTop: i32 = 0x54;
export const sValues: i32 = 0x58;
/** The last date and the last clock that were read, as they were spelled, and their seconds. */
export const sDate: i32 = 0x60;
export const sDay: i32 = 0x6c;
export const sClock: i32 = 0x70;
export const sSecond: i32 = 0x78;
/** Tables of ids: 16 bytes each in the order in which they came. */
export const sInstances: i32 = 0x80;
export const sRequests: i32 = 0xa0;
/** Pairs of a caller's and a callee's request. */
export const sCalls: i32 = 0x180;
/** Fields of such a table. */
export const tSlots: i32 = 0;
export const tMask: i32 = 4;
export const tKeys: i32 = 8;
export const tCapacity: i32 = 12;
export const tCount: i32 = 16;
/** Request → the only instance it touches, plus one; `several` if more. Instance → the request that named it
 *  last, plus one. */
export const tTies: i32 = 20;
export const several: i32 = -1;
/** Bits of a slot that hold an id's number plus one; those above are of its hash. Tables of more slots have
 *  numbers alone. */
export const slotNumberBits: i32 = 22;
/** The writer of the canonical line above; -1: there is none. */
export const sAboveLogger: i32 = 0xc0;
export const sAboveProcess: i32 = 0xc4;
export const sAboveSecond: i32 = 0xc8;
export const sAboveMillisecond: i32 = 0xcc;
/** Behind an odd line every line is read. */
export const sOddAbove: i32 = 0xd0;
/** The first code of a line in which a service names its own host; tables of an index have it. */
export const sHostCode: i32 = 0xd4;
/** The code of lines that no template tells and a stage may wait for; 0: an index does without them. */
export const sReadCode: i32 = 0xd8;
export const scratch: i32 = 0xe0;
/** The 16 bytes of an id that a text names first. */
export const firstId: i32 = 0xf0;

/** Up to 16 placeholders of the template that matched: begin and end. */
export const captureBegins: i32 = 0x100;
export const captureEnds: i32 = 0x140;

/** Where `chunkBegin` stands in the part of a log that is indexed: bytes from its beginning. */
export const sBase: i32 = 0x1c0;
/** The rows of an index: where they stand, how many there are, and for how many there is room. */
export const sIndexAt: i32 = 0x1c4;
export const sIndexCount: i32 = 0x1c8;
export const sIndexRoom: i32 = 0x1cc;
/** Counts the messages that are looked at: what was found out about one is not taken for another's. */
export const sStamp: i32 = 0x1d0;
/** The earliest and the latest time of a part; 0 seconds: none has come. */
export const sFirstSecond: i32 = 0x1d4;
export const sFirstMillisecond: i32 = 0x1d8;
export const sLastSecond: i32 = 0x1f0;
export const sLastMillisecond: i32 = 0x1f4;
/** Lines of a part that have a head, as far as one can see, and are odd. */
export const sMissed: i32 = 0x1dc;
/** The 16 bytes of the request of the line. */
export const requestKey: i32 = 0x1e0;
/** By lead, a text that several templates want first: the count of the message that lacks it, or the count
 *  plus one of the message that has it. */
export const leads: i32 = 0x200;
export const mostLeads: i32 = 128;

// ---- tables, made by tables.ts ----

/** 1024 places for a logger's number plus one, two bytes each; then what is known of each logger. */
export const loggerSlots: i32 = 0x1000;
export const loggers: i32 = 0x2000;
export const loggerSize: i32 = 16;
export const mostLoggers: i32 = 250;
/** Fields of a logger: its text, its first template without first letters, its marks, and what leads. */
export const lText: i32 = 0;
export const lLength: i32 = 4;
export const lKeyless: i32 = 8;
export const lMarks: i32 = 10;
/** Where numbers of templates stand, up to a 0: one for each lead that its templates without first letters
 *  want; 0: some want none. */
export const lLeads: i32 = 12;
export const markedTemplates: i32 = 1;
export const markedAlways: i32 = 2;
export const markedOpen: i32 = 4;
export const markedSeen: i32 = 8;

/** 4096 places for a template's number plus one, by logger and first letters; then the templates. */
export const templateSlots: i32 = 0x4000;
export const templates: i32 = 0x6000;
export const templateSize: i32 = 16;
export const mostTemplates: i32 = 1600;
/** Fields of a template. */
export const mNext: i32 = 0;
export const mCode: i32 = 2;
export const mLogger: i32 = 4;
export const mLiterals: i32 = 6;
export const mMarks: i32 = 7;
export const mFirst: i32 = 8;
/** The placeholder that holds the instance, and the one whose value the row keeps; 255: none. */
export const mInstance: i32 = 10;
export const mValue: i32 = 11;
/** The lead that a message must have, plus one; 0: it is not asked for. */
export const mLead: i32 = 12;
export const markedAmbient: i32 = 1;

/** Literals of templates: where, how long, and whether the placeholder behind it holds a number. */
export const literals: i32 = 0xd000;
export const literalSize: i32 = 8;
export const mostLiterals: i32 = 4096;

/** Beginnings of messages that are read whoever logs them: by first letter, then the list. */
export const watchSlots: i32 = 0x15000;
export const watches: i32 = 0x15200;
export const watchSize: i32 = 12;
export const wNext: i32 = 0;
export const wLength: i32 = 2;
export const wText: i32 = 4;
export const wMarks: i32 = 8;
export const mostWatches: i32 = 120;
/** All lines behind it are to be read; a traceback may begin with it. */
export const watchAttend: i32 = 1;
export const watchOpens: i32 = 2;

/** Writers of open tracebacks: logger and process. */
export const openWriters: i32 = 0x15800;
export const mostOpen: i32 = 128;

/** Values of placeholders that rows keep by number: where and how long. */
export const values: i32 = 0x16000;
export const valueSize: i32 = 8;
export const mostValues: i32 = 250;
/** No value was asked for; there are too many to give this one a number. */
export const noValue: i32 = 255;

export const texts: i32 = 0x17000;
export const textsEnd: i32 = 0x30000;

/** Gaps between records up to `longestGap` milliseconds → their places in a histogram, a byte each; and
 *  how many gaps of each place were seen between records that were passed over. */
export const gapPlaces: i32 = 0x30000;
export const longestGap: i32 = 30_000;
export const gapCounts: i32 = 0x37600;
export const mostGapPlaces: i32 = 128;

// ---- the log's bytes and the rows ----

/** The beginning of an unfinished line stands before the bytes that are fed next. */
export const carryBegin: i32 = 0x40000;
export const longestCarry: i32 = 0xf0000;
export const chunkBegin: i32 = 0x140000;
export const chunkSize: i32 = 0x100000;

export const rows: i32 = 0x250000;
export const rowSize: i32 = 32;
export const mostRows: i32 = 24_000;
/** Fields of a row: a line to be read in full. */
export const rBegin: i32 = 0;
export const rEnd: i32 = 4;
export const rLine: i32 = 8;
/** What kind of row it is, and the number of its voice plus one. */
export const rKind: i32 = 12;
/** It was passed over, and only says what stands above the next row. */
export const rowIsAbove: i32 = 1;
/** It only says what lines of its process that have no head go on with. */
export const rowIsRecall: i32 = 2;
/** No line: it says how many lines of its voice were passed over. */
export const rowIsCount: i32 = 4;
export const voiceShift: i32 = 8;
/** Canonical lines passed over since the row before. */
export const rSkipped: i32 = 16;
/** The canonical line before it: its number, and its time. */
export const rAboveLine: i32 = 20;
export const rAboveSecond: i32 = 24;
export const rAboveMillisecond: i32 = 28;

/** Fields of a row of an index: bytes and lines from the beginning of the part; numbers of ids plus one, 0:
 *  none; seconds since 1970; and a word of code, milliseconds, value and marks. */
export const indexRowSize: i32 = 28;
export const iOffset: i32 = 0;
export const iLine: i32 = 4;
export const iInstance: i32 = 8;
export const iRequest: i32 = 12;
export const iSecond: i32 = 16;
export const iWord: i32 = 20;
/** What its words say where something went wrong, with the lines that hang on it; 0: that does not count. */
export const iPrint: i32 = 24;
export const codeBits: i32 = 11;
export const millisecondBits: i32 = 10;
export const valueBits: i32 = 8;
/** The marks in the word: the line is to be read in full; it is of a traceback, or of a level from WARNING
 *  on; it has no head. */
export const indexedRead: i32 = 1;
export const indexedTrouble: i32 = 2;
export const indexedOdd: i32 = 4;
export const firstIndexRows: i32 = 1 << 15;

/** How many writers of open tracebacks have the same hash, a byte each. */
export const openCounts: i32 = 0x39f000;
export const mostOpenCounts: i32 = 1024;

export const heapBegin: i32 = 0x3a0000;

/** What is wanted of a log: every line that means something read in full, or rows for an index. */
export const modeRead: i32 = 1;
export const modeIndex: i32 = 2;

export const levelTrace: i32 = 0;
export const levelDebug: i32 = 1;
export const levelInfo: i32 = 2;
export const levelAudit: i32 = 3;
export const levelWarning: i32 = 4;
export const levelError: i32 = 5;
export const levelCritical: i32 = 6;
