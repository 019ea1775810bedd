// A check command as our words have it, for a host with packages → the same for a deployment: programs that
// run in containers there, and logs that lie elsewhere.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import type { Service } from '../../knowledge/schema';
import type { Explanation } from '../model';

/** How our words look into the log of a service, as it lies with packages; a star stands before what some of
 *  them write in front. */
const lookIntoFile = /^(?:grep -nE? ("[^"]*"|\S+)|tail -n (\d+)) \/var\/log\/([a-z]+)\/(\*?)([a-z-]+)\.log$/;
const lookIntoUnit = /^journalctl -u ([a-z]+)(?: -u [a-z]+)? --(?:grep (\S.*)|since \S+)$/;
const confFile = '/etc/nova/nova.conf';
const novaServices: readonly string[] = ['api', 'conductor', 'scheduler', 'compute'] satisfies Service[];

/** Ids of the ways to deploy Nova that are known, for a person to choose from. */
export const deploymentIds: readonly string[] = deployments.map(({ id }) => id);

export function deploymentNamed(name: string | undefined): DeploymentSpec | undefined {
  return deployments.find(({ id }) => id === name);
}

/**
 * @param command as a check has it: read-only, for a host on which Nova was installed from packages.
 * @returns the command that does the same where Nova was deployed so; itself where nothing differs; undefined
 *  where the tables do not know how one reads that log there. Nothing here runs it.
 */
export function commandOn(command: string, deployment: DeploymentSpec): string | undefined {
  const [, pattern, lines, project, star, file] = lookIntoFile.exec(command) ?? [];
  if (project !== undefined && file !== undefined) {
    const log = logOf(star === '*' ? `${project}-${file}` : file, deployment);
    return log && lookInto(log, pattern, lines);
  }
  const [, service = '', wanted] = lookIntoUnit.exec(command) ?? [];
  const own = deployment.files?.[service];
  if (own !== undefined) return lookInto({ file: own }, wanted, '200');
  if (command.endsWith(` ${confFile}`)) return onConf(command, deployment);
  const program = command.split(' ', 1)[0] ?? '';
  const before = deployment.programs?.find(({ names }) => names.includes(program))?.before;
  if (before === undefined) return command;
  // a snap's programs are called by a longer name
  return before.endsWith('.') ? before + command : `${before} ${command}`;
}

function onConf(command: string, { beforeConf, conf: [first = ''] }: DeploymentSpec): string {
  if (beforeConf !== undefined) return `${beforeConf} ${command}`;
  // which of several files a service reads nothing tells here
  const isElsewhere = !first.startsWith('etc/nova/') && first.endsWith('.conf') && !first.includes('{');
  return isElsewhere ? command.replace(confFile, `/${first}`) : command;
}

/** Where a service logs: to a file, or to a unit of the journal. */
type ServiceLog = { readonly file: string; readonly unit?: never }
  | { readonly unit: string; readonly file?: never };

function lookInto({ file, unit }: ServiceLog, pattern: string | undefined, lines = ''): string {
  if (unit !== undefined) {
    return `journalctl -u ${unit} ${pattern === undefined ? `-n ${lines}` : `--grep ${pattern}`}`;
  }
  if (pattern === undefined) return `tail -n ${lines} ${file}`;
  return `grep -n${pattern.includes('|') ? 'E' : ''} ${pattern} ${file}`;
}

/** The command that shows the log of a service of Nova; undefined where the tables do not know it. */
export function showLog(service: string, deployment: DeploymentSpec): string | undefined {
  const log = logOf(service, deployment);
  return log && (log.unit === undefined ? `less ${log.file}` : `journalctl -u ${log.unit}`);
}

function logOf(service: string, deployment: DeploymentSpec): ServiceLog | undefined {
  const { logFile, logUnit, names, services } = deployment;
  const [project = service, ...rest] = service.split('-');
  const part = rest.join('-');
  if (logFile !== undefined) {
    const file = project === 'nova' || project === 'placement' ? service : `*${part}`;
    const named = logFile.replaceAll('{service}', service).replaceAll('{file}', file);
    return { file: named.replaceAll('{project}', project) };
  }
  const name = services?.[service] ?? (project === 'nova' && isNovaService(part) ? names?.[part] : undefined);
  // the log of a service that is called otherwise there, and we do not know how
  if (logUnit === undefined || (logUnit.includes('{name}') && name === undefined)) return undefined;
  return { unit: logUnit.replaceAll('{service}', service).replaceAll('{name}', name ?? service) };
}

function isNovaService(name: string): name is Service {
  return novaServices.includes(name);
}

/** The explanation with its commands as they are typed where Nova was deployed so. */
export function explanationOn(explanation: Explanation, deployment: DeploymentSpec | undefined): Explanation {
  if (!deployment || deployment.id === 'packages') return explanation;
  const checks = explanation.checks.map(({ text, command }) => {
    const there = command === undefined ? undefined : commandOn(command, deployment);
    return there === undefined ? { text } : { text, command: there };
  });
  const isSame = checks.every(({ command }, at) => command === explanation.checks[at]?.command);
  return isSame ? explanation : { ...explanation, checks, commandsFor: deployment.title };
}
