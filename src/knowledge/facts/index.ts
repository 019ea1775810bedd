// In: the generated JSON beside this file, read on first use (never at activation). Out: Facts, by name.

import { loadNotes } from '../zh/load';
import { buildFacts } from './decode';
import type { RawExceptions, RawOptions } from './decode';
import { readFactTable } from './read';
import type { Facts } from './shapes';

export type { ForeignExceptionName, NovaExceptionName, OptionName } from './names';
export { readFactsWith } from './read';
export { loadStatements } from './loadStatements';
export type { StatementFacts } from './loadStatements';
export { factReleases, holdsIn } from './shapes';
export type {
  CreateOutcome, ExceptionFacts, FactRelease, Facts, History, InReleases, OptionFacts, OptionValue,
  OutcomeStep, RebuildOutcome, StepOutcomes,
} from './shapes';

let loading: Promise<Facts> | undefined;

/**
 * Reads the facts once, then hands out the same; and with them our words in the language that is spoken:
 * whoever explains waits for the facts. Never rejects but for a broken installation.
 */
export async function loadFacts(): Promise<Facts> {
  loading ??= readFacts();
  const [facts] = await Promise.all([loading, loadNotes()]);
  return facts;
}

async function readFacts(): Promise<Facts> {
  const [exceptions, options] = await Promise.all([readFactTable('exceptions'), readFactTable('options')]);
  // The generator writes these shapes, and a test walks every row; the compiler would infer far looser ones.
  return buildFacts(exceptions as RawExceptions, options as RawOptions);
}
