// Records of one log → what joins it with other logs: ids that Nova's lines tie to an instance, calls from
// request to request, lines of other services, and lines of known order.

import { NovaReader } from './novaLines';
import { OtherReader } from './otherLines';
import { CallReader } from './readCalls';
import type { ZoneWatch } from './zoneWatch';
import type { LogJoins, LogRecord } from '../model';
import type { Sink } from '../sink';

export interface JoinReader extends Sink<LogRecord> {
  /** @param carried what the lines' carriers say of their times, where they have any. */
  joins(carried: ZoneWatch): LogJoins;
}

const nova = 'nova.';
const placement = 'nova.api.openstack.placement';

export function readJoins(source: string): JoinReader {
  const lines = new NovaReader(source);
  const others = new OtherReader(source);
  const calls = new CallReader(source);
  let lastLogger = '';
  let isNova = false;
  return {
    push(record) {
      calls.push(record);
      const logger = record.header?.logger;
      if (logger === undefined) return;
      if (logger !== lastLogger) {
        isNova = isNovas(logger);
        lastLogger = logger;
      }
      if (isNova) lines.push(record);
      else others.push(record);
    },
    end: () => undefined,
    joins: (carried) => ({
      claims: lines.claims,
      order: lines.order,
      calls: calls.found,
      mentions: others.mentions,
      zoneClash: carried.clash(source),
      whole: lines.whole && others.whole && calls.whole,
    }),
  };
}

function isNovas(logger: string): boolean {
  return logger === 'os_vif' || (logger.startsWith(nova) && !logger.startsWith(placement));
}
