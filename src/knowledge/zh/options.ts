// Our words on options in Simplified Chinese: meaning, and what one sees when it is wrong.

import type { OptionName } from '../facts/names';
import type { OptionWords } from '../notesInLanguage';

export const optionUnits: Readonly<Record<string, string>> = { seconds: '秒', bytes: '字节', MiB: 'MiB' };

export const options: Readonly<Partial<Record<OptionName, OptionWords>>> = {
};
