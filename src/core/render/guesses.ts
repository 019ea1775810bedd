// What is a guess in what is told of an operation → short texts for rows, and sentences that say why.

import type { Operation } from '../model';
import { marks } from '../../knowledge/marks';
import type { Say } from './editorWords';

/** So many other kinds are named in a row; of more their number is. */
export const mostNamed = 3;

/** For rows: `action guessed, or unshelve`, `cause guessed`. */
export function guessTexts(operation: Operation, say: Say): readonly string[] {
  const texts = operation.basis === 'implied' ? [kindText(operation, say)] : [];
  return isCauseGuessed(operation) ? [...texts, say('guessedCause')] : texts;
}

function kindText({ otherKinds }: Operation, say: Say): string {
  if (otherKinds.length === 0) return say('implied');
  return otherKinds.length > mostNamed ? say('impliedOrOthers', { count: otherKinds.length })
    : say('impliedOr', { kinds: otherKinds.join(marks.list) });
}

/** In sentences, with all other kinds. */
export function guessSentences(operation: Operation, say: Say): readonly string[] {
  const { basis, otherKinds, kind } = operation;
  const sentences = basis === 'implied' ? [say('impliedLong')] : [];
  if (otherKinds.length > 0) sentences.push(say('impliedFits', { kinds: otherKinds.join(marks.list) }));
  return isCauseGuessed(operation) ? [...sentences, say('guessedCauseLong', { kind })] : sentences;
}

/** Whether it is only likely that what it is told to have failed with is its own. */
export function isCauseGuessed({ outcome, rootCause, fault }: Operation): boolean {
  return outcome !== 'success' && (rootCause ?? fault)?.tie === 'sole';
}
