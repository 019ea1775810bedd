// The names of instances in Simplified Chinese; the keys of instanceWords.

import type { Words } from '../../../knowledge/language';
import type { instanceWords } from '../instanceText';

export const instances: Words<typeof instanceWords> = { numbered: (number: string) => `实例 ${number}` };
