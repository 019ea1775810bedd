// All logs of a set → whose a line is: by itself, by its request, by a name, by a port or a volume.

import type { MarkerSpec } from '../../knowledge/schema';
import { joinTies } from '../joins/requestTies';
import { tieIds } from '../joins/ties';
import type { Digest, Fault, LogEvent, Tie } from '../model';
import { numbersOfNames } from './numberedNames';
import { namesOfActions } from './recordedItems';

interface Owner {
  readonly instance: string | undefined;
  readonly tie: Tie | undefined;
}

export interface Owners {
  ofEvent(event: LogEvent, spec: MarkerSpec): Owner;
  /** By what it says itself or its request. */
  ofFault(fault: Pick<Fault, 'instance' | 'request'>): string | undefined;
}

/** The rows of the markers, by which events are numbered. */
type Rows = readonly ({ readonly spec: MarkerSpec } | undefined)[];

export function findOwners(digests: readonly Digest[], markers: Rows): Owners {
  const requests = joinTies(digests);
  const ids = tieIds(digests, requests);
  const names = namesOfActions(digests, requests, markers);
  const guests = numbersOfNames(digests, markers);
  return {
    ofEvent(event, { numbered }) {
      const { instance, tie, request, captures } = event;
      if (instance) return { instance, tie };
      const byRequest = request && requests.get(request);
      if (byRequest) return { instance: byRequest, tie: 'request' };
      const name = (numbered && guests.get(captures['instance'] ?? '')) || names.get(request);
      if (name) return { instance: name, tie: 'name' };
      const { port, volume } = captures;
      const byId = (port && ids.get(port)) || (volume && ids.get(volume)) || undefined;
      return { instance: byId?.instance, tie: byId ? 'id' : undefined };
    },
    ofFault: ({ instance, request }) => instance
      ?? (request === undefined ? undefined : requests.get(request) || names.get(request)),
  };
}
