// A digest → the share of its warnings and errors that is explained, with all that this needs: a chunk of its
// own for the editor.

import type { StatementFacts } from '../../knowledge/facts/loadStatements';
import type { Facts } from '../../knowledge/facts/shapes';
import { exceptionRecogniser } from '../explaining/explainLine';
import type { Digest } from '../model';
import { explainTroubles } from './explainedTroubles';
import type { ExplainedTroubles } from './explainedTroubles';
import { openStatements } from './statements';

/** Asks for one log after the other. */
export function explainedSharer(
  statementFacts: StatementFacts, facts: Facts,
): (digest: Digest) => ExplainedTroubles {
  const statements = openStatements(statementFacts, exceptionRecogniser(facts));
  return (digest) => explainTroubles(digest, { facts, statements });
}
