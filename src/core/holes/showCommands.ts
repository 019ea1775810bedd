// A service whose log is not here → the command that would show it where these logs come from.

import { showLog } from '../conf/checkCommand';
import { packaged } from '../conf/confPaths';
import { deploymentOfLogs, isWherePackagesLog } from '../conf/deployed';
import type { Digest } from '../model';

export interface ShowCommand {
  /** Undefined where the tables know none for the deployment. */
  readonly command: string | undefined;
  /** Nothing tells how Nova was deployed: the command is that of a host with packages. */
  readonly isAssumed: boolean;
}

/** What shows the log of a service, `nova-scheduler` and the like, where these logs come from. */
export function showCommands(
  logs: readonly Pick<Digest, 'source' | 'faults'>[],
): (service: string) => ShowCommand {
  const known = deploymentOfLogs(logs)?.spec;
  const isAssumed = known === undefined && !logs.some(({ source }) => isWherePackagesLog(source));
  return (service) => ({ command: showLog(service, known ?? packaged), isAssumed });
}
