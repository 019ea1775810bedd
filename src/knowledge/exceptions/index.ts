// All explanations of exception classes, joined. A class of a library may be named with its package:
// `package.Class`.

import { clients } from './clients';
import { compute } from './compute';
import { guests } from './guests';
import { image } from './image';
import { libvirt } from './libvirt';
import { messaging } from './messaging';
import { moves } from './moves';
import { network } from './network';
import type { ExceptionNotes } from './note';
import { python } from './python';
import { quota } from './quota';
import { records } from './records';
import { requests } from './requests';
import { scheduling } from './scheduling';
import { storage } from './storage';
import { volumes } from './volumes';

/** By family, so that a test can see that no class is explained twice. */
export const families = {
  scheduling, compute, libvirt, network, storage, volumes, image, quota, clients, moves,
  guests, records, requests, messaging, python,
} satisfies Readonly<Record<string, ExceptionNotes>>;

export { otherNames } from './otherNames';

export const exceptionNotes: ExceptionNotes = {
  ...scheduling, ...compute, ...libvirt, ...network, ...storage, ...volumes, ...image, ...quota,
  ...clients, ...moves, ...guests, ...records, ...requests, ...messaging, ...python,
};
