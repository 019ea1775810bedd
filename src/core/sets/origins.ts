// What the lines of a log say of its origin, and what its place among other files says → one origin.

import type { Origin } from '../model';
import { sameHost } from './hosts';

/** What a tree of files tells of a log before it is read. */
export type GivenOrigin = Partial<Origin>;

/**
 * Nova's own word comes first, for other lines that name the host spell it like this; then a file that names
 * the host, then a wrapper, then the name of a folder, which is a guess. A log in which several hosts speak
 * has none, whatever the tree says.
 * @param services those that the lines show.
 */
export function joinOrigin(own: Origin, given: GivenOrigin, services: readonly string[]): Origin {
  const { stream = own.stream, order = own.order } = given;
  return { ...hostOf(own, given), service: serviceOf(own.service, given.service, services), stream, order };
}

function hostOf(own: Origin, given: GivenOrigin): Pick<Origin, 'host' | 'hostFrom'> {
  const { host, hostFrom } = own;
  const isSeveral = hostFrom !== undefined && host === undefined;
  if (given.host === undefined || isSeveral || hostFrom === 'lines') return { host, hostFrom };
  const isGuess = given.hostFrom === 'folder';
  // the same host: the wrapper or Nova spells it as its lines do
  if (host !== undefined && (isGuess || sameHost(host, given.host))) return { host, hostFrom };
  return { host: given.host, hostFrom: given.hostFrom ?? 'tree' };
}

// A file may be called anything: its name counts unless the lines are of other services only.
function serviceOf(
  own: string | undefined, named: string | undefined, services: readonly string[],
): string | undefined {
  if (named === undefined) return own;
  return services.length === 0 || services.includes(named) ? named : own;
}
