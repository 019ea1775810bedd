// Records of one log → its levels, its earliest and latest time, whether it is one of Nova, and the drivers
// that wrote in it.

import { actionLogger } from './instanceActions';
import { faultFields } from './recordedFaults';
import { runInNova } from '../faults/novaFrames';
import { driverOf } from './drivers';
import type { Digest, Driver, Fault, Level, LogRecord } from '../model';
import type { Sink } from '../sink';

export type Survey = Pick<Digest, 'levels' | 'firstTime' | 'lastTime' | 'isNova' | 'drivers'>;

export interface Surveyor extends Sink<LogRecord> {
  /** @param faults of the same log: a page may show nothing but a traceback that oslo.messaging logged. */
  found(faults: readonly Fault[]): Survey;
}

export function survey(): Surveyor {
  const levels = new Set<Level>();
  const drivers = new Set<Driver>();
  /** Of the record above: most lines have the same. */
  let logger: string | undefined;
  let firstTime: number | undefined;
  let lastTime: number | undefined;
  let toldTime: number | undefined;
  let isNova = false;
  return {
    push({ header, inherited }) {
      if (inherited || !header) return;
      if (header.level) levels.add(header.level);
      if (header.logger !== logger) {
        logger = header.logger;
        const driver = driverOf(logger);
        if (driver) drivers.add(driver);
      }
      // by the clock of the API, which need not be that of the lines beside it
      const isTold = faultFields.has(header.logger);
      if (isTold) toldTime ??= header.time;
      else if (header.time !== undefined) {
        // pages and mails gather lines without regard to the order of time
        firstTime = Math.min(firstTime ?? header.time, header.time);
        lastTime = Math.max(lastTime ?? header.time, header.time);
      }
      isNova ||= header.logger.startsWith('nova') || (header.service?.startsWith('nova-') ?? false)
        || faultFields.has(header.logger)
        || header.logger === actionLogger || (header.logger === '' && header.instance !== undefined);
    },
    end: () => undefined,
    found: (faults) => ({
      levels, firstTime: firstTime ?? toldTime, lastTime: lastTime ?? toldTime,
      isNova: isNova || faults.some(isNovas), drivers,
    }),
  };
}

function isNovas({ frames, remote, type }: Fault): boolean {
  return !remote && (type.startsWith('nova.exception.') || runInNova(frames));
}
