// A logger → the driver of Nova's whose it is: libvirt's, of whose lines the phases are made, or another one.

import { libvirtLoggers, otherDriverLoggers } from '../../knowledge/drivers';
import type { Driver } from '../model';

/** @returns undefined: it is of no driver. */
export function driverOf(logger: string): Driver | undefined {
  if (libvirtLoggers.some((name) => isOf(name, logger))) return 'libvirt';
  return otherDriverLoggers.some((name) => isOf(name, logger)) ? 'other' : undefined;
}

function isOf(name: string, logger: string): boolean {
  return logger.startsWith(name) && ['', '.', '_'].includes(logger.charAt(name.length));
}
