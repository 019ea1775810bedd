// Our words on classes, messages, options and log statements in Simplified Chinese, by the names of their
// tables. Data only: the build makes JSON of this module.

import type { NoteTables } from '../notesInLanguage';
import { exceptions } from './exceptions/index';
import { messages } from './messages';
import { options, optionUnits } from './options';
import { statements } from './statements/index';

type Loaded = 'exceptions' | 'messages' | 'options' | 'optionUnits' | 'statements';

export const notes: { readonly [T in Loaded]: Readonly<Record<string, NoteTables[T]>> } = {
  exceptions, messages, options, optionUnits, statements,
};
