// A log as it is found on the disk, and who takes its bytes.

/** A log as it is found: a file, or an entry of an archive. */
export interface FoundLog {
  /** `logs.tar.gz!/var/log/nova/nova-api.log` for what lies in an archive. */
  readonly source: string;
  /** The file on the disk; undefined: standard input. */
  readonly path: string | undefined;
  /** Names of the entries that lead to it, the outermost first; empty: it is the file. */
  readonly inside: readonly string[];
  /** A file that is packed, or an entry of an archive: not to be read as it lies on the disk. */
  readonly packed: boolean;
  /** Found in a folder or in an archive, not named. */
  readonly found: boolean;
}

export interface LogSink {
  push(bytes: Uint8Array): void;
  /** @param cut it ends early: less came than there should be. */
  end(cut: boolean): void;
  /** No more is wanted: there is no room for it. */
  isFull?(): boolean;
}

/**
 * Told of each log with its first bytes, up to 64 KiB.
 * @returns who takes its bytes, the first ones included; undefined: nobody.
 */
export type TakeLog = (log: FoundLog, head: Uint8Array) => LogSink | undefined;
