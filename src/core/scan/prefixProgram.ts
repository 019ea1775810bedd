// The shapes of the wrappers around the lines of a log → the program by which the scanner reads them. A shape
// with a field that the scanner does not know has none.

import { partsOf } from '../reading/shape';
import type { ShapeField } from '../../knowledge/formats';
import {
  classBlank, classDigit, classes, classFile, classHost, classService, classWord, longestProgram, program,
  sCarries, sHasTime, sProgram, sTailBegin, stepBlanks, stepData, stepDateMicroseconds, stepDateTime,
  stepEnd, stepFile, stepGroups, stepHost, stepIsoPrecise, stepIsoSeconds, stepLongDate, stepMonthDay,
  stepMonthDayPrecise, stepNumber, stepOuterTime, stepPart, stepProcess, stepService, stepStream, stepTag,
  stepText, stepWord,
} from './prefixLayout';

export interface PrefixProgram {
  readonly steps: Uint8Array;
  /** Where among the steps those begin that read the same of all lines of a process; -1: nowhere. */
  readonly tailBegin: number;
  readonly hasTime: boolean;
  /** A wrapper makes a line readable whatever follows. */
  readonly carries: boolean;
}

const steps: Readonly<Partial<Record<ShapeField | 'tag', number>>> = {
  monthDay: stepMonthDay, monthDayPrecise: stepMonthDayPrecise, isoSeconds: stepIsoSeconds,
  isoPrecise: stepIsoPrecise, dateTime: stepDateTime, dateMicroseconds: stepDateMicroseconds,
  longDate: stepLongDate, host: stepHost, service: stepService, process: stepProcess, file: stepFile,
  number: stepNumber, word: stepWord, blanks: stepBlanks, stream: stepStream, part: stepPart,
  groups: stepGroups, data: stepData, tag: stepTag,
};
/** What these read differs from line to line. */
const changing: ReadonlySet<number> = new Set([
  stepMonthDay, stepMonthDayPrecise, stepIsoSeconds, stepIsoPrecise, stepDateTime, stepDateMicroseconds,
  stepLongDate, stepNumber, stepGroups,
]);

const naming: ReadonlySet<number> = new Set([stepHost, stepService, stepProcess, stepTag, stepFile]);

/** @param shapes of the wrappers of a line, the outermost first
 *  @returns undefined: the scanner cannot read them, or they are nothing but text. */
export function programOf(shapes: readonly string[], carries: boolean): PrefixProgram | undefined {
  const parts = shapes.flatMap((shape) => partsOf(shape.replace('[{process}]', '{tag}')));
  const bytes: number[] = [];
  let tailBegin = 0;
  let isNamed = false;
  let isTailWhole = true;
  let hasTime = false;
  for (const part of parts) {
    const isField = part.startsWith('{') && part.endsWith('}');
    const step = isField ? steps[part.slice(1, -1) as keyof typeof steps] : stepText;
    if (step === undefined) return undefined;
    bytes.push(step);
    if (step === stepText) {
      const text = new TextEncoder().encode(part);
      bytes.push(text.length, ...text);
    }
    hasTime ||= step >= stepMonthDay && step <= stepLongDate;
    isNamed ||= naming.has(step);
    if (!changing.has(step)) continue;
    tailBegin = bytes.length;
    // who writes is said before it
    isTailWhole = !isNamed;
  }
  bytes.push(stepEnd);
  if (!parts.some((part) => part.startsWith('{')) || bytes.length > longestProgram) return undefined;
  const hasTail = isTailWhole && bytes[tailBegin] !== stepEnd;
  return { steps: Uint8Array.from(bytes), tailBegin: hasTail ? tailBegin : -1, hasTime, carries };
}

/** The program of lines that lay in documents of their own: those have a time, and nothing stands before the
 *  words. */
export const ofDocuments: PrefixProgram = {
  steps: Uint8Array.of(stepOuterTime, stepEnd), tailBegin: -1, hasTime: true, carries: true,
};

/** Puts a program into the memory of a scanner. */
export function putProgram(memory: ArrayBuffer, prefix: PrefixProgram): void {
  const { steps: own, tailBegin, hasTime, carries } = prefix;
  const bytes = new Uint8Array(memory);
  const view = new DataView(memory);
  bytes.set(own, program);
  view.setInt32(sProgram, 1, true);
  view.setInt32(sCarries, carries ? 1 : 0, true);
  view.setInt32(sHasTime, carries && hasTime ? 1 : 0, true);
  view.setInt32(sTailBegin, tailBegin < 0 ? 0 : program + tailBegin, true);
  // beyond ASCII nothing is of a name: the tolerant reader looks at it
  for (let code = 0; code < 127; code++) bytes[classes + code] = classOf(String.fromCharCode(code));
}

function classOf(letter: string): number {
  if (letter === '\t' || letter === ' ') return classBlank;
  if (letter < ' ') return 0;
  const isBracket = letter === '[' || letter === ']';
  const isHost = !isBracket && letter !== '{';
  const isService = isHost && letter !== ':' && letter !== '|' && letter !== '"';
  const isWord = !isBracket && letter !== '/';
  const isDigit = letter >= '0' && letter <= '9';
  return (isHost ? classHost : 0) | (isService ? classService : 0) | (isWord ? classWord : 0)
    | (isDigit ? classDigit : 0) | classFile;
}
