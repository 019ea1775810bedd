// What a report says of the warnings and errors in its logs: how many are explained, and which are not. A
// chunk of its own, with the facts that it needs.

import { exceptionRecogniser } from '../core/explaining/explainLine';
import type { Digest } from '../core/model';
import { explainTroubles, joinKinds } from '../core/statements/explainedTroubles';
import type { ExplainedTroubles } from '../core/statements/explainedTroubles';
import { openStatements } from '../core/statements/statements';
import { loadFacts, loadStatements } from '../knowledge/facts/index';

/** Of all logs together. */
export async function explainedIn(digests: readonly Digest[]): Promise<ExplainedTroubles> {
  const facts = await loadFacts();
  const statements = openStatements(await loadStatements(), exceptionRecogniser(facts));
  const all = digests.map((digest) => explainTroubles(digest, { facts, statements }));
  return {
    troubles: all.reduce((sum, { troubles }) => sum + troubles, 0),
    explained: all.reduce((sum, { explained }) => sum + explained, 0),
    unexplained: joinKinds(all.flatMap(({ unexplained }) => unexplained)),
  };
}
