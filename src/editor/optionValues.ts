// What the open logs say of nova.conf: a service that starts at DEBUG logs every option with its value.

import type { DumpedOption } from '../core/model';
import type { Logs } from './logs';

export interface ShownOption extends DumpedOption {
  readonly source: string;
}

/**
 * The value of an option by `group.name`, as a service last logged it when it started.
 * @param source the log that counts before all others
 */
export function shownOption(logs: Logs, name: string, source: string | undefined): ShownOption | undefined {
  const digests = [...logs.digests].sort((a, b) => Number(b.source === source) - Number(a.source === source));
  for (const digest of digests) {
    const found = [...(digest.optionDumps ?? [])]
      .reverse()
      .map((dump) => dump.get(name))
      .find((option) => option);
    if (found) return { ...found, source: digest.source };
  }
  return undefined;
}
