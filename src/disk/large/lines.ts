// What a catalog of a large log is made of and what it answers: lines, stretches of bytes, instances; and the
// catalog as plain columns, for a worker and for the file of the index.

export interface LinePlace {
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  readonly marks: number;
}

/** An instance, as the lines that name it tell of it. */
export interface LargeInstance {
  readonly id: string;
  /** Lines that name it. */
  readonly lines: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

/** Bytes that are read as a whole, and the number of their first line. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly line: number;
}

export interface CatalogData {
  readonly instances: Uint32Array;
  readonly requests: Uint32Array;
  readonly columns: Readonly<Record<string, Uint32Array>>;
  readonly loggers: readonly string[];
  readonly levels: number;
  readonly markers: readonly number[];
  readonly lines: number;
  /** Bytes of whole lines. */
  readonly bytes: number;
}

/** A line that means something, as the scanner tells it. */
export interface CatalogLine {
  readonly offset: number;
  readonly end: number;
  readonly line: number;
  readonly time: number;
  /** Numbers in this catalog, -1: none. */
  readonly instance: number;
  readonly request: number;
  readonly marker: number;
  readonly isRead: boolean;
}
