// Our words on log statements in Simplified Chinese, joined.

import type { StatementSentences } from '../../notesInLanguage';
import { compute } from './compute';
import { libvirt } from './libvirt';
import { network } from './network';
import { processes } from './processes';
import { scheduling } from './scheduling';
import { storage } from './storage';

export const statements: Readonly<Record<string, StatementSentences>> = {
  ...compute, ...libvirt, ...storage, ...network, ...scheduling, ...processes,
};
