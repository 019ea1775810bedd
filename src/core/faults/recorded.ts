// What the API tells of an exception that Nova kept → its class and text, as far as one of them is told.

import type { Block } from './faultBlock';
import { keep } from '../keep';
import type { LogRecord } from '../model';
import { faultFields } from '../reading/recordedFaults';

/** The class whose message a text is. */
export type ClassOf = (text: string) => string | undefined;

/** Of an exception that nobody names. */
const unnamed = 'error';

export function recordedIn({ header, message, line }: LogRecord, classOf: ClassOf): Block['summary'] {
  if (!header || !faultFields.has(header.logger) || message === '') return undefined;
  return { type: classOf(message) ?? unnamed, message: keep(message), at: line };
}
