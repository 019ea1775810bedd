// Logs that were read → the set of those that belong together, in order, each with its origin. What is
// missing between them is found by holes/, as part of the analysis.

import type { DeploymentId } from '../../knowledge/deployments';
import type { Digest } from '../model';
import type { LogHead } from './head';
import { joinOrigin } from './origins';
import { planSet } from './plan';
import type { HostFile, PlannedLog } from './plan';

export interface LogSet {
  /** In the order of their streams, the oldest of each first; their origins are complete. */
  readonly digests: readonly Digest[];
  readonly members: readonly SetMember[];
  /** How these hosts were deployed, by where their logs lie; undefined: the paths do not say. */
  readonly deployment: DeploymentId | undefined;
}

export interface SetMember extends PlannedLog {
  readonly digest: Digest;
  readonly head: LogHead;
}

export interface ReadLog {
  /** Its name on the disk; the digest may be called otherwise. */
  readonly name: string;
  readonly digest: Digest;
  readonly head: LogHead;
}

/** @param hostFiles what was found of files that name a host; see isHostFile. */
export function buildSet(logs: readonly ReadLog[], hostFiles: readonly HostFile[] = []): LogSet {
  const bySource = new Map(logs.map((log) => [log.name, log]));
  const seen = logs.map(({ name, head: { firstTime } }) => ({ source: name, firstTime }));
  const members = planSet(seen, hostFiles).flatMap((planned): SetMember[] => {
    const log = bySource.get(planned.source);
    if (!log || (planned.general && !speaks(log.digest))) return [];
    return [{ ...planned, head: log.head, digest: withOrigin(log.digest, planned) }];
  });
  const [deployment] = members.flatMap((member) => member.deployment ?? []);
  return { digests: members.map(({ digest }) => digest), members, deployment };
}

/** Nova logged something here. */
function speaks({ isNova, events, faults, services }: Digest): boolean {
  const isService = services.some((name) => name.startsWith('nova-'));
  return isNova || isService || events.length > 0 || faults.length > 0;
}

function withOrigin(digest: Digest, { source, origin }: PlannedLog): Digest {
  const own = digest.origin
    ?? { host: undefined, hostFrom: undefined, service: undefined, stream: source, order: 0 };
  return { ...digest, origin: joinOrigin(own, origin, digest.services) };
}
