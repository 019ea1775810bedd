// Where the scanner keeps what it knows of the dress of a log, and the bare words of one line.

/** Words of state: what the lines of the log are dressed in. */
export const sDress: i32 = 0x48468;
/** Colour codes of a terminal. */
export const dressColours: i32 = 1;
/** Each line is a document of a container runtime that holds the words. */
export const dressDocument: i32 = 2;
/** What stands in a document before the words, behind them, and between the stream and the time: the lengths
 *  of these texts, and the texts. */
export const sOpensLength: i32 = 0x48478;
export const sStreamsLength: i32 = 0x4847c;
export const sTimesLength: i32 = 0x48480;
export const opensText: i32 = 0x48c80;
export const streamsText: i32 = 0x48ca0;
export const timesText: i32 = 0x48d00;
export const longestTimes: i32 = 0x200;
/** Where the time of the document stands whose words are read, and where it ends. */
export const sOuterTime: i32 = 0x48484;
export const sOuterEnd: i32 = 0x48488;

/** The bare words of a line that is dressed, and how many there may be; a longer line is odd. */
export const bareBegin: i32 = 0x38e010;
export const longestBare: i32 = 0x10000;
