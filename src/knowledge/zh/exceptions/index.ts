// Our words on exception classes in Simplified Chinese, joined.

import type { NoteWords } from '../../notesInLanguage';
import { compute } from './compute';
import { image } from './image';
import { libvirt } from './libvirt';
import { messaging } from './messaging';
import { network } from './network';
import { python } from './python';
import { quota } from './quota';
import { scheduling } from './scheduling';
import { storage } from './storage';

export const exceptions: Readonly<Record<string, NoteWords>> = {
  ...scheduling, ...compute, ...libvirt, ...network, ...storage, ...image, ...quota, ...messaging, ...python,
};
