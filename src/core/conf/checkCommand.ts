// A check command as our words have it, for a host with packages → the same for a deployment: programs that
// run in containers there, and logs that lie elsewhere.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import type { Service } from '../../knowledge/schema';
import type { Explanation } from '../model';

const searchOfUnit = /^journalctl -u (?:openstack-)?([a-z][a-z0-9-]*) --grep (\S.*)$/;
const novaServices: readonly string[] = ['api', 'conductor', 'scheduler', 'compute'] satisfies Service[];

/** Ids of the ways to deploy Nova that are known, for a person to choose from. */
export const deploymentIds: readonly string[] = deployments.map(({ id }) => id);

export function deploymentNamed(name: string | undefined): DeploymentSpec | undefined {
  return deployments.find(({ id }) => id === name);
}

/**
 * @param command as a check has it: read-only, for a host on which Nova was installed from packages.
 * @returns the command that does the same where Nova was deployed so; itself where nothing differs. Nothing
 *  here runs it.
 */
export function commandOn(command: string, deployment: DeploymentSpec): string {
  const unit = searchOfUnit.exec(command);
  if (unit?.[1] && unit[2]) return searchOn(unit[1], unit[2], deployment) ?? command;
  const program = command.split(' ', 1)[0] ?? '';
  const before = deployment.programs?.find(({ names }) => names.includes(program))?.before;
  if (before === undefined) return command;
  // a snap's programs are called by a longer name
  return before.endsWith('.') ? before + command : `${before} ${command}`;
}

function searchOn(
  service: string, pattern: string, { search, names, services }: DeploymentSpec,
): string | undefined {
  if (search === undefined) return undefined;
  const own = /^nova-(\w+)$/.exec(service)?.[1];
  const short = own !== undefined && isNovaService(own) ? names?.[own] : undefined;
  // the log of a service that is called otherwise there, and we do not know how
  if (search.includes('{name}') && short === undefined && !services?.[service]) return undefined;
  return search
    .replaceAll('{name}', short ?? services?.[service] ?? service)
    .replaceAll('{service}', services?.[service] ?? service)
    .replaceAll('{project}', service.split('-', 1)[0] ?? service)
    .replace('{pattern}', () => pattern);
}

function isNovaService(name: string): name is Service {
  return novaServices.includes(name);
}

/** The explanation with its commands as they are typed where Nova was deployed so. */
export function explanationOn(explanation: Explanation, deployment: DeploymentSpec | undefined): Explanation {
  if (!deployment || deployment.id === 'packages') return explanation;
  const checks = explanation.checks.map((check) =>
    (check.command === undefined ? check : { ...check, command: commandOn(check.command, deployment) }));
  const isSame = checks.every(({ command }, at) => command === explanation.checks[at]?.command);
  return isSame ? explanation : { ...explanation, checks, commandsFor: deployment.title };
}
