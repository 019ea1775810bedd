// The row type of evidence: log statements that are no sign of a phase and that a diagnosis rests on. Their
// lines are kept as events; they never make or change an operation.

import type { CaptureName, LevelName } from '../schema';

export interface EvidenceRow {
  /** Python loggers that have logged it, over all releases. */
  readonly logger: string | readonly string[];
  /** The template as the source has it. */
  readonly text: string;
  readonly level: LevelName;
  /** A real message that it matches, without header and instance tag. */
  readonly sample?: string;
  /** Placeholder → what it holds. */
  readonly captures?: Readonly<Record<string, CaptureName>>;
  /** Not Nova's own and not in the facts: of websockify, Neutron, keystonemiddleware, oslo.db. */
  readonly foreign?: true;
  /** The line needs no care, see knowledge/statementNotes. */
  readonly harmless?: true;
}
