// What takes the lines of a log one by one and can be told of those that were passed over: the scanner's side
// of a digest.

import type { Digest, Header, Place } from './model';
import type { LineSink } from './reading/lines';
import type { Dress } from './reading/tally';

/** Who wrote lines, as their wrappers say. */
export type Speaker = Pick<Header, 'host' | 'service'>;

/** Takes the lines of a log and may be spared those that mean nothing; for the scanner. */
export interface LineDigest extends LineSink {
  /** So many lines of the usual layout passed by, whose records mean nothing; `last`: the last of them. */
  pass(
    count: number, dress: Dress, last: Pick<Place, 'line' | 'time'> | undefined, speaker?: Speaker,
  ): void;
  /** As many of this speaker, somewhere before the last line that was pushed. */
  passBefore(count: number, dress: Dress, last: Pick<Place, 'line' | 'time'>, speaker?: Speaker): void;
  /** How many gaps of each length were between such lines; of whoever spoke last, or of this speaker. */
  addGaps(counts: Int32Array, speaker?: Speaker): void;
  /** How many of them had times so many quarters of an hour apart from those of their wrappers. */
  addZones(counts: readonly (readonly [quarters: number, lines: number])[]): void;
  /** A line that passed by is the last one of its program with a head: lines without one go on with it. */
  recall(text: string): void;
  /** How the log is read is settled. */
  isDecided(): boolean;
  /** Physical lines so far, where the last ones were not pushed. */
  counted(lines: number): void;
  /** A request touches one instance, or several (an empty string), as lines said that were not pushed. */
  tie(request: string, instance: string): void;
  /** What is waited for: every line may be it; or the end of tracebacks of these writers. */
  isAttending(): boolean;
  openWriters(): Iterable<Header>;
  /** The last line has no end. */
  cut(): void;
  digest(): Digest;
  /** What is known so far, when nothing will come any more. */
  found(): Digest;
  memory(): number;
}
