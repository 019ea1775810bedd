// The id of an instance → its name in text: a UUID as it is, a number as what it is.

import { translated } from '../../knowledge/language';
import { isNumber } from '../instanceNumber';

export const instanceWords = translated('instances', { numbered: (number: string) => `instance ${number}` });

export function instanceText(id: string): string {
  return isNumber(id) ? instanceWords.numbered(id) : id;
}
