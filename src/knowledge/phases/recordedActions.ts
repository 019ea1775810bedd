// What Nova's API tells of an action (`openstack server event list`, `nova instance-action`), as the reader
// writes it: no line of a log. That it began says nothing of its end; that an event of it failed ends it.

import { actionNames } from '../actionNames';
import type { MarkerSpec, OperationKind } from '../schema';

const logger = 'instance-action';
const captures = { name: 'name', since: 'since' } as const;
const since = 'web1 since 2025-03-11T14:07:30.000Z';

/** Kinds of which the lines of a log may be where the action has the name: Nova has one name for them. */
const also: Readonly<Partial<Record<OperationKind, readonly OperationKind[]>>> = {
  delete: ['soft-delete'], resize: ['migrate'],
};

export const begunActions: readonly MarkerSpec[] = actionNames.map((kind): MarkerSpec => ({
  edge: 'note', logger, level: 'INFO', recorded: true, kinds: [kind], says: 'opens',
  ...(also[kind] ? { also: also[kind] } : {}),
  text: `${kind} of %(name)s since %(since)s: %(events)s`, captures: { ...captures, events: 'results' },
  sample: `${kind} of ${since}: -`,
}));

export const failedActions: readonly MarkerSpec[] = actionNames.map((kind): MarkerSpec => ({
  edge: 'fail', logger, level: 'INFO', recorded: true, kinds: [kind], says: 'failed', captures,
  text: `${kind} of %(name)s since %(since)s failed`, sample: `${kind} of ${since} failed`,
}));
