// Our words on messages in Simplified Chinese, by Nova's own template.

import type { NoteWords } from '../notesInLanguage';

export const messages: Readonly<Record<string, NoteWords>> = {
};
