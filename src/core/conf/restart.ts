// A service's configuration → how Nova was deployed there, and the commands that make a change of nova.conf
// work.

import type { DeploymentSpec } from '../../knowledge/deployments';
import { lastingIn } from '../../knowledge/notesInLanguage';
import type { Service } from '../../knowledge/schema';
import { knownDeployment, packaged } from './confPaths';
import { deploymentOfLog } from './deployed';
import type { Configuration } from './valueInForce';

const known = new WeakMap<Configuration, DeploymentSpec>();

/**
 * How the service was deployed, by where its log, its files and its code lie and by values that only one
 * deployment has.
 * Every option is looked at, so it is kept: each failure of a log asks for it.
 */
export function deploymentIn(configuration: Configuration): DeploymentSpec {
  const before = known.get(configuration);
  if (before) return before;
  const found = findDeployment(configuration);
  known.set(configuration, found);
  return found;
}

function findDeployment({ digest, files }: Configuration): DeploymentSpec {
  const dump = digest?.optionDumps?.at(-1);
  const stated = dump?.names.flatMap((name) => dump.get(name)?.value ?? []) ?? [];
  const texts = [...stated, ...files.flatMap(({ settings }) => settings.map(({ value }) => value))];
  const paths = [...files.map(({ source }) => source), digest?.source ?? '', ...(dump?.configFiles ?? [])];
  return knownDeployment(paths.join('\n'), texts) ?? (digest && deploymentOfLog(digest)?.spec) ?? packaged;
}

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
export function lastingPlace({ id, lasting }: DeploymentSpec, service: Service): string | undefined {
  return (lasting && lastingIn(id, lasting))?.replaceAll('{service}', `nova-${service}`);
}
