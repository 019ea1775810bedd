// All explanations of exception classes, joined. A class of a library may be named with its package: `package.Class`.

import { compute } from './compute';
import type { ExceptionNotes } from './note';
import { scheduling } from './scheduling';
import { storage } from './storage';

export const exceptionNotes: ExceptionNotes = { ...scheduling, ...compute, ...storage };
