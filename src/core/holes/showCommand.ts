// A service whose log is not here → the command that would show it where these logs come from.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import type { Service } from '../../knowledge/schema';

/**
 * @param service `nova-scheduler` and the like.
 * @param sources names of the logs that are here: their paths tell the deployment; else packages are assumed.
 * @returns undefined where the tables know no command for the deployment.
 */
export function showCommand(service: string, sources: readonly string[]): string | undefined {
  const deployment = deploymentOf(sources);
  const part = service.replace(/^nova-/, '');
  const name = isService(part) ? (deployment?.names?.[part] ?? service) : service;
  return deployment?.show?.replaceAll('{service}', service).replaceAll('{name}', name);
}

function deploymentOf(sources: readonly string[]): DeploymentSpec | undefined {
  for (const source of sources) {
    const path = `/${source.replaceAll('\\', '/')}`;
    const known = deployments.find(({ logs }) => logs.some((mark) => path.includes(mark)));
    if (known) return known;
  }
  return deployments.find(({ id }) => id === 'packages');
}

function isService(part: string): part is Service {
  return part === 'api' || part === 'conductor' || part === 'scheduler' || part === 'compute';
}
