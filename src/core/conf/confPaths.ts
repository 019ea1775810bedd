// The path of a log → where the nova.conf of its service may lie: on the host itself, in a sosreport, a
// must-gather, an archive of CI logs. Paths have slashes; nothing is read here, the caller asks which of
// them exist.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import { serviceOfFile } from '../reading/serviceNames';

/** Folders at which a host's tree shows: what stands before them is its root. */
const rootMarks = [
  '/var/log/', '/var/snap/', '/sos_commands/', '/sos_strings/', '/opt/stack/', '/openstack/log/',
];
/** How far above a log the tree of an archive of CI logs may begin. */
const levelsUp = 3;

/**
 * Where nova.conf may lie, the likeliest first; folders end with a slash.
 * @param configFiles the files that the service read by its own account, if the log has it
 */
export function confCandidates(logPath: string, configFiles: readonly string[] = []): readonly string[] {
  const path = logPath.replaceAll('\\', '/');
  const service = serviceOfFile(path) || 'nova-compute';
  const all = new Set<string>();
  for (const root of rootsOf(path)) {
    for (const file of configFiles) if (file.endsWith('.conf')) all.add(`${root}${file.replace(/^\//, '')}`);
    const own = deployments.filter(({ logs }) => logs.some((part) => path.includes(part)));
    for (const { conf } of [...own, ...deployments]) {
      for (const file of conf) all.add(root + file.replace('{service}', service));
    }
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [`${folder}nova.conf`, ...all];
}

/** The folders in which `etc/nova` may lie, with a slash at the end. */
function rootsOf(path: string): readonly string[] {
  const marked = rootMarks.flatMap((mark) => {
    const at = path.indexOf(mark);
    return at < 0 ? [] : [path.slice(0, at + 1)];
  });
  const above: string[] = [];
  let folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  for (let level = 0; level < levelsUp && folder.includes('/'); level += 1) {
    above.push(`${folder}/`);
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return [...new Set([...marked, ...above])];
}

/**
 * What oslo.config reads together with a nova.conf: files before it, files behind it, folders of further
 * files.
 */
export interface ConfCompany {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly folders: readonly string[];
}

/**
 * @param service `nova-compute` and the like; its own file comes behind nova.conf, as oslo.config orders
 * them.
 */
export function companyOf(confPath: string, service: string | undefined): ConfCompany {
  const folder = confPath.slice(0, confPath.lastIndexOf('/') + 1);
  const name = confPath.slice(folder.length);
  if (name !== 'nova.conf') return { before: [], after: [], folders: [] };
  const root = folder.endsWith('/etc/nova/') ? folder.slice(0, -'etc/nova/'.length) : undefined;
  const own = service === undefined ? [] : [service];
  return {
    before: root === undefined ? [] : [`${root}usr/share/nova/nova-dist.conf`],
    after: own.map((program) => `${folder}${program}.conf`),
    folders: ['nova', ...own].map((program) => `${folder}${program}.conf.d/`),
  };
}

/** How the configuration behind a log is found: the caller asks the file system, so that this stays pure. */
export interface ConfPlan {
  /** Every path to ask for; folders end with a slash. */
  readonly asked: readonly string[];
  /**
   * What to read, in oslo.config's order; of a folder its `*.conf`, by name.
   * @param found those of the asked paths that exist
   */
  choose(found: ReadonlySet<string>): readonly string[];
}

/** @param configFiles as for confCandidates. */
export function planConf(logPath: string, configFiles: readonly string[] = []): ConfPlan {
  const path = logPath.replaceAll('\\', '/');
  const service = serviceOfFile(path) || undefined;
  const candidates = confCandidates(path, configFiles);
  const read = configFiles.filter((file) => file.endsWith('.conf')).map((file) => file.replace(/^\//, ''));
  const stated = rootsOf(path).map((root) => read.map((file) => root + file));
  const companies = candidates.map((file) => companyOf(file, service));
  const around = companies.flatMap(({ before, after, folders }) => [...before, ...after, ...folders]);
  return {
    asked: [...new Set([...stated.flat(), ...candidates, ...around])],
    choose(found) {
      const isThere = (file: string) => found.has(file);
      const said = stated.find((files) => files.some(isThere)) ?? [];
      const main = said.find(isThere) ?? candidates.find(isThere);
      if (main === undefined) return [];
      const { before, after, folders } = companyOf(main, service);
      const files = said.length > 0 ? said : [...before, main, ...after];
      return [...new Set([...files, ...folders])].filter(isThere);
    },
  };
}

/**
 * How Nova was deployed, by the path of a log or of a nova.conf and by texts out of them.
 * @returns the deployment with packages when nothing tells another
 */
export function deploymentOf(path: string, texts: readonly string[] = []): DeploymentSpec {
  return knownDeployment(path, texts) ?? packaged;
}

/** The same; undefined when nothing tells it. */
export function knownDeployment(path: string, texts: readonly string[]): DeploymentSpec | undefined {
  return deployments.find(({ logs, conf, marks }) => logs.some((part) => path.includes(part))
    || conf.some((file) => !file.startsWith('etc/nova/') && path.includes(`/${file.split('{')[0] ?? ''}`))
    || marks.some((mark) => texts.some((text) => text.includes(mark))));
}

export const packaged: DeploymentSpec = deployments.find(({ id }) => id === 'packages') ?? {
  id: 'packages', title: 'packages', logs: [], marks: [], conf: [], restart: [],
};
