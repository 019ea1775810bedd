// All explanations of exception classes, joined: class name (for libraries also `package.Class`) → explanation.

import type { ExceptionNotes } from './note';

export const exceptionNotes: ExceptionNotes = {};
