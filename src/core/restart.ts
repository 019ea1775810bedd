// A deployment and the services that read an option → the commands that make a change of nova.conf work.

import type { DeploymentSpec } from '../knowledge/deployments';
import type { Service } from '../knowledge/schema';

/** Commands for a person to run, one for each service and way; nothing here runs them. */
export function restartCommands(
  { restart, names }: DeploymentSpec, services: readonly Service[],
): readonly string[] {
  const all = services.flatMap((service) => restart.map((command) => command
    .replaceAll('{service}', `nova-${service}`)
    .replaceAll('{name}', names?.[service] ?? `nova-${service}`)));
  return [...new Set(all)];
}

/** Where a change has to be made so that it lasts; undefined: in nova.conf itself. */
export function lastingPlace({ lasting }: DeploymentSpec, service: Service): string | undefined {
  return lasting?.replaceAll('{service}', `nova-${service}`);
}
