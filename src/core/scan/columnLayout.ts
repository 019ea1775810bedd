// Where the columns of a part stand in the memory of the scanner, and what one entry of them is.

/** The columns of a part, made of its rows: for each where it stands, and how many words it has. */
export const sColumns: i32 = 0x400;
export const cRows: i32 = 0x00;
export const cRowEnds: i32 = 0x08;
export const cInstances: i32 = 0x10;
export const cLoose: i32 = 0x18;
export const cLooseEnds: i32 = 0x20;
export const cRequests: i32 = 0x28;
export const cRequestSlots: i32 = 0x30;
export const cTies: i32 = 0x38;
export const cStretches: i32 = 0x40;
/** A byte for each code: 1 where it occurs. */
export const cCodes: i32 = 0x48;
/** A byte for each value: 1 where a service names itself by it. */
export const cHosts: i32 = 0x78;
/** Words of a row in a column: offset, line, number of the request plus one, seconds, and the word. */
export const rowWords: i32 = 5;
/** Words of a stretch: where its first and its last line begin, and their numbers. */
export const stretchWords: i32 = 4;
/** Lines that are to be read and stand no farther apart are one stretch. */
export const nearLines: i32 = 12;
export const longestStretch: i32 = 1 << 20;
