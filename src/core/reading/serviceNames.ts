// What deployments call a service (unit, container, log file, logger) → the name it has in Nova.

import { projects, serviceNames } from '../../knowledge/formats';

const byAlias = new Map(serviceNames.flatMap(({ name, aliases }) => namedBy(aliases, name)));
const byLogger = new Map(serviceNames.flatMap(({ name, loggers }) => namedBy(loggers, name)));

function namedBy(keys: readonly string[], name: string): (readonly [string, string])[] {
  return keys.map((key) => [key, name]);
}

/** `devstack@n-cpu.service`, `nova_compute_1`, `openstack-nova-compute` → `nova-compute`; others stay. */
export function serviceOf(name: string): string {
  // Python's nameless logger, which oslo.log hands to syslog as a tag.
  if (name === 'root') return '';
  let plain = name.replace(/\.service$/, '').replace(/^devstack@/, '').replace(/^openstack-(?=nova)/, '');
  if (plain.startsWith('nova_') || plain.startsWith('edpm_nova')) {
    plain = plain.replace(/[-_]\d+$/, '').replaceAll('_', '-');
  }
  return byAlias.get(plain) ?? plain;
}

/** The service whose log a file is, by its name; empty: the name tells none. */
export function serviceOfFile(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/^screen-/, '');
  const stem = name.slice(0, Math.max(0, name.search(/\.(?:log|txt|out)/)));
  const project = stem.slice(0, Math.max(0, stem.indexOf('-')));
  return byAlias.has(stem) || projects.includes(project) ? serviceOf(stem) : '';
}

/** Whether it is one of OpenStack's, or of libvirt, which runs where nova-compute does; not the kernel, not a
 *  web server. */
export function isKnownService(service: string): boolean {
  const project = service.slice(0, Math.max(0, service.search(/[-_]/)));
  return projects.includes(project) || byAlias.has(service) || /^(?:libvirtd|virt[a-z]{1,20}d)$/.test(service);
}

/** The service in which a logger logs, where only one can; undefined: several do. */
export function serviceOfLogger(logger: string): string | undefined {
  for (let end = logger.length; end > 0; end = logger.lastIndexOf('.', end - 1)) {
    const name = byLogger.get(logger.slice(0, end));
    if (name !== undefined) return name;
  }
  return undefined;
}
