// Our words on exception classes in Simplified Chinese, joined.

import type { NoteWords } from '../../notesInLanguage';

export const exceptions: Readonly<Record<string, NoteWords>> = {
};
