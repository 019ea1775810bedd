// Our words on log statements, joined. Loaded on first use, with what explains lines.

import { computeStatements } from './compute';
import { libvirtStatements } from './libvirt';
import { networkStatements } from './network';
import type { StatementNote } from './note';
import { processStatements } from './processes';
import { schedulingStatements } from './scheduling';
import { storageStatements } from './storage';

export const statementNotes: readonly StatementNote[] = [
  ...computeStatements, ...libvirtStatements, ...storageStatements, ...networkStatements,
  ...schedulingStatements, ...processStatements,
];
