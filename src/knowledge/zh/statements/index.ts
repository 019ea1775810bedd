// Our words on log statements in Simplified Chinese, joined.

import type { StatementSentences } from '../../notesInLanguage';

export const statements: Readonly<Record<string, StatementSentences>> = {
};
