// A service whose log is not here → the command that would show it where these logs come from.

import { deploymentNamed, showLog } from '../conf/checkCommand';
import { deploymentOfLogs } from '../conf/deployed';
import type { Digest } from '../model';

export interface ShowCommand {
  /** Undefined where the tables know none for the deployment. */
  readonly command: string | undefined;
  /** Nothing tells how Nova was deployed: the command is that of a host with packages. */
  readonly isAssumed: boolean;
}

/** @param service `nova-scheduler` and the like. */
export function showCommand(
  service: string, logs: readonly Pick<Digest, 'source' | 'faults'>[],
): ShowCommand {
  const known = deploymentOfLogs(logs)?.spec;
  const deployment = known ?? deploymentNamed('packages');
  const isAssumed = known === undefined && !logs.some(({ source }) => isWherePackagesLog(source));
  return { command: deployment && showLog(service, deployment), isAssumed };
}

function isWherePackagesLog(source: string): boolean {
  return `/${source.replaceAll('\\', '/')}`.includes('/var/log/nova/');
}
