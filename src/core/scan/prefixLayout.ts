// Where the scanner keeps what it knows of prefixes that differ from line to line: the program that reads
// them, who speaks (voices: host and service), and which processes write by turns (streams).

/** Words of state. */
export const sProgram: i32 = 0x48400;
/** A line of such a prefix without a head is a further line of its process: each one's last head counts. */
export const sCarries: i32 = 0x48404;
/** The program begins to be the same for all lines of a process here; 0: nowhere. */
export const sTailBegin: i32 = 0x48408;
/** The voice and the stream of the last line with a head; the texts of the tail that was theirs. */
export const sVoice: i32 = 0x4840c;
export const sStream: i32 = 0x48410;
export const sTailLength: i32 = 0x48414;
export const sVoiceCount: i32 = 0x48418;
export const sStreamCount: i32 = 0x4841c;
/** Whether the prefix has a time beside that of the line. */
export const sHasTime: i32 = 0x48420;
/** The time of the prefix of the line above: day of its year or since 1970, and second of the day. */
export const sAboveDay: i32 = 0x48424;
export const sAboveClock: i32 = 0x48428;
/** The last date and the last clock of a prefix, as they were spelled, and what they mean. */
export const sCarriedDate: i32 = 0x48430;
export const sCarriedDay: i32 = 0x4843c;
export const sCarriedClock: i32 = 0x48440;
export const sCarriedSecond: i32 = 0x48448;
/** What the heads of the log have. */
export const sHead: i32 = 0x4845c;
export const headUsual: i32 = 0;
export const headWithoutProcess: i32 = 1;
export const headWithoutTime: i32 = 2;
/** All voices are to begin afresh. */
export const sAllAfresh: i32 = 0x48458;
/** A day of a year → the days since 1970 that it is in the year of the line's own time. */
export const sInYear: i32 = 0x4844c;
export const sYearDay: i32 = 0x48450;
export const sYearDays: i32 = 0x48454;
/** What stands before each line in the same spelling. */
export const tail: i32 = 0x48500;
export const longestTail: i32 = 0xf0;

/** By byte: which names it may be part of. */
export const classes: i32 = 0x48600;
export const classHost: i32 = 1;
export const classService: i32 = 2;
export const classWord: i32 = 4;
export const classDigit: i32 = 8;
export const classBlank: i32 = 16;
export const classFile: i32 = 32;

export const program: i32 = 0x48700;
export const longestProgram: i32 = 0xf0;
/** Steps of a program. A text: its length and its bytes follow. */
export const stepEnd: i32 = 0;
export const stepText: i32 = 1;
export const stepMonthDay: i32 = 2;
export const stepMonthDayPrecise: i32 = 3;
export const stepIsoSeconds: i32 = 4;
export const stepIsoPrecise: i32 = 5;
export const stepDateTime: i32 = 6;
export const stepDateMicroseconds: i32 = 7;
export const stepLongDate: i32 = 8;
export const stepHost: i32 = 10;
export const stepService: i32 = 11;
export const stepProcess: i32 = 12;
export const stepFile: i32 = 13;
export const stepNumber: i32 = 14;
export const stepWord: i32 = 15;
export const stepBlanks: i32 = 16;
export const stepStream: i32 = 17;
export const stepPart: i32 = 18;
export const stepGroups: i32 = 19;
/** `[7]`, or nothing: then the line is of another program. */
export const stepTag: i32 = 21;
/** The time of the document in which the line lay; it takes nothing of the line. */
export const stepOuterTime: i32 = 22;
export const stepData: i32 = 20;

/** How often the two times of a line that was passed over lay so many quarters of an hour apart, and whether
 *  that was seen at all; the middle one: they agree. */
export const zoneCounts: i32 = 0x48800;
export const zonesSeen: i32 = 0x48b80;
export const mostQuarters: i32 = 104;
export const zones: i32 = 2 * mostQuarters + 1;

/** Processes: a slot for each hash, then the entries. */
export const streamSlots: i32 = 0x49000;
export const streamSlotCount: i32 = 2048;
export const streams: i32 = 0x38000;
export const streamSize: i32 = 32;
export const mostStreams: i32 = 1000;
/** Fields of a stream: whose, and its last line with a head, if it was passed over. */
export const stVoice: i32 = 0;
export const stProcess: i32 = 4;
export const stAt: i32 = 8;
export const stEnd: i32 = 12;
export const stLine: i32 = 16;
export const stPassed: i32 = 20;
/** Its row in an index, plus one. */
export const stRow: i32 = 24;

/** Hosts and services: a slot for each hash, then the entries. */
export const voiceSlots: i32 = 0x4a000;
export const voiceSlotCount: i32 = 1024;
export const voices: i32 = 0x310000;
export const voiceSize: i32 = 1024;
export const mostVoices: i32 = 500;
/** Fields of a voice: its marks; the prefix of its first line, and where in it host
 *  and service stand. */
export const vMarks: i32 = 0;
export const vPrefixLength: i32 = 4;
export const vHostAt: i32 = 8;
export const vHostLength: i32 = 12;
export const vServiceAt: i32 = 16;
export const vServiceLength: i32 = 20;
/** What stands in the words of state of the same names while another one speaks. */
export const vSkipped: i32 = 24;
export const vAboveLine: i32 = 28;
export const vAboveSecond: i32 = 32;
export const vAboveMillisecond: i32 = 36;
export const vPrefix: i32 = 0x100;
export const longestVoicePrefix: i32 = 0x100;
export const vGapCounts: i32 = 0x200;
/** Marks of a voice: somebody has been told who it is; a line may have been its that the scanner cannot read,
 *  so that it does not know when it spoke last. */
export const markedTold: i32 = 1;
export const markedAfresh: i32 = 2;
