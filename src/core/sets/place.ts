// Where a file lies in a tree of files → what that says of it: which kind of collection the tree is, on which
// host and in which service the log was written. In: a path with slashes, entries of archives among them.

import { slashed } from '../reading/logPath';
import { serviceOf, serviceOfFile } from '../reading/serviceNames';
import { parseRotation } from './rotation';
import type { Rotation } from './rotation';

/** What collected the files. `pods`: kubelet's own folder. */
export type Bundle = 'sosreport' | 'must-gather' | 'pods' | 'folder';

export interface FilePlace {
  readonly bundle: Bundle;
  /** The path of the folder that is the root of a host, or of the collection. */
  readonly root: string;
  /** The name of the root, which may be that of a host. */
  readonly machine: string | undefined;
  /** The pod that wrote it: for Nova in a pod that is its host. */
  readonly host: string | undefined;
  readonly service: string | undefined;
  /** Path of the log that is still written. */
  readonly stream: string;
  readonly rotation: Rotation;
  /** A log of the whole host, in which a service may speak among others. */
  readonly general: boolean;
}

const pod = /^(.*\/)?namespaces\/([^/]+)\/pods\/([^/]+)\/(?:([^/]+)\/[^/]+\/)?logs\/([^/]+)$/;
const kubeletPod = /^(.*\/)?pods\/([^/_]+)_([^/_]+)_[^/]+\/([^/]+)\/(\d+)\.log(?:\.(\d{8}-\d{6}))?(?:\.gz)?$/;
const ofOpenStack = /(?:^|[/_.-])(?:nova|placement|neutron|cinder|glance|keystone|ironic|libvirt|qemu)/;
const hostRoot = /^(.*?)\/?(?:var\/log|logs|openstack\/log)\//;
const generalLog = /(?:^|\/)(?:(?:messages|syslog)(?:[.-][\w.-]{1,40})?|journalctl_--no-pager[^/]*)$/;

/** False: a log of a bundle that collects everything of a host or a cluster, in which Nova has no part. */
export function mayMatter(source: string): boolean {
  const { bundle, root, general } = placeOf(source);
  return bundle === 'folder' || general || ofOpenStack.test(slashed(source).slice(root.length));
}

/** @param source the log's name for its caller; `!/` stands between an archive and what is in it. */
export function placeOf(source: string): FilePlace {
  const path = slashed(source);
  return inPod(path) ?? inKubelet(path) ?? onHost(path);
}

function inPod(path: string): FilePlace | undefined {
  const found = pod.exec(path);
  if (!found) return undefined;
  const [, root = '', namespace, name = '', container, file = ''] = found;
  const rotation = parseRotation(file);
  const program = container ?? rotation.stem.replace(/\.log$/, '');
  return {
    bundle: 'must-gather', root, machine: undefined, host: name, service: serviceOfPod(program, name),
    stream: `${root}namespaces/${namespace}/pods/${name}/${program}`, rotation, general: false,
  };
}

// `0.log` is of the first run of the container, `1.log` of the second.
function inKubelet(path: string): FilePlace | undefined {
  const found = kubeletPod.exec(path);
  if (!found) return undefined;
  const [, root = '', namespace, name = '', container = '', run, stamp] = found;
  const date = stamp === undefined ? undefined : parseRotation(`x.${stamp}`).date;
  const stream = `${root}pods/${namespace}_${name}/${container}`;
  const age = date === undefined ? -Number(run) : undefined;
  const rotation = { stem: `${run}.log`, age, date, within: false };
  return {
    bundle: 'pods', root, machine: undefined, host: name, service: serviceOfPod(container, name), stream,
    rotation, general: false,
  };
}

function onHost(path: string): FilePlace {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const rotation = parseRotation(path.slice(slash + 1));
  const sos = sosRootOf(path);
  const root = sos ?? rootOf(path);
  const machine = root.split('/').filter((part) => part !== '').at(-1);
  const general = generalLog.test(path);
  return {
    bundle: sos === undefined ? 'folder' : 'sosreport', root, machine, host: undefined,
    service: general ? undefined : serviceOfPath(folder, rotation.stem),
    stream: folder + rotation.stem, rotation, general,
  };
}

/** The innermost folder that sos named: a report may lie in an archive of the same name. */
function sosRootOf(path: string): string | undefined {
  const parts = path.split('/').slice(0, -1);
  const at = parts.findLastIndex((part) => part.startsWith('sosreport-'));
  return at < 0 ? undefined : `${parts.slice(0, at + 1).join('/')}/`;
}

function rootOf(path: string): string {
  const found = hostRoot.exec(path);
  return found?.[1] !== undefined && found[1] !== '' ? `${found[1]}/` : '';
}

function serviceOfPath(folder: string, stem: string): string | undefined {
  if (folder.endsWith('/libvirt/qemu/')) return 'qemu';
  if (/^(?:libvirtd|virtqemud)\b/.test(stem)) return stem.replace(/\.log$/, '');
  // cut copies of sosreport: `var.log.nova.nova-compute.log.tailed`
  const copied = /\.((?:[a-z]+-)[\w-]+\.log)\.tailed$/.exec(stem)?.[1];
  return serviceOfFile(copied ?? stem) || undefined;
}

// Containers and pods of the OpenStack operators: `nova-api-0` with `nova-api-log`, `nova-cell1-conductor-0`
// with `nova-cell1-conductor-conductor`, `nova-metadata-0`.
function serviceOfPod(container: string, name: string): string | undefined {
  const inNova = /^nova-(?:cell\d+-)?(api|metadata|conductor|scheduler|novncproxy|compute)\b/.exec(name);
  if (inNova?.[1]) return serviceOf(`nova-${inNova[1]}`);
  const service = serviceOf(container);
  return service === '' ? undefined : service;
}
