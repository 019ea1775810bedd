// Our words on exception classes in Simplified Chinese, joined.

import type { NoteWords } from '../../notesInLanguage';
import { clients } from './clients';
import { compute } from './compute';
import { guests } from './guests';
import { image } from './image';
import { libvirt } from './libvirt';
import { messaging } from './messaging';
import { moves } from './moves';
import { network } from './network';
import { python } from './python';
import { quota } from './quota';
import { records } from './records';
import { requests } from './requests';
import { scheduling } from './scheduling';
import { storage } from './storage';
import { volumes } from './volumes';

export const exceptions: Readonly<Record<string, NoteWords>> = {
  ...scheduling, ...compute, ...libvirt, ...network, ...storage, ...volumes, ...image, ...quota,
  ...clients, ...moves, ...guests, ...records, ...requests, ...messaging, ...python,
};
