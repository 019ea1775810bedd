// Names of files → whether there may be a log in them, and what they are beside that.

import { parseRotation } from '../core/sets/rotation';

const logName = /\.(?:log|txt|out|err)(?:[.\-_]|$)|^nova-[\w-]+$/i;
const packedName = /\.(?:gz|zst|xz)$/i;
const otherPackedName = /\.(?:bz2|zip|lz4|tar|tgz|txz|tzst|sig|asc|md5|sha256)$/i;
const archiveName = /\.(?:tar|tgz|txz|tzst|tar\.(?:gz|xz|zst)|zip)$/i;
const generalName = /^(?:messages|syslog)(?:[.-][\w.-]{1,40})?$|^journalctl_--no-pager/;

/** By its name: `nova-compute.log`, `nova-compute.log.3.gz`, `nova-api.log-20240501`, `boot.txt`. */
export function isLogName(name: string): boolean {
  if (archiveName.test(name) || otherPackedName.test(name) || name.startsWith('.')) return false;
  return logName.test(name.replace(packedName, ''));
}

/** The log of a whole host, in which Nova may speak among others: `messages`, sosreport's journal. */
export function isGeneralLogName(path: string): boolean {
  return generalName.test(baseName(path)) && /(?:^|\/)(?:var\/log|logs)\/[^/]*$/.test(slashed(path));
}

export function isArchiveName(name: string): boolean {
  return archiveName.test(name) && !name.startsWith('.');
}

/** `sosreport-c1.tar.xz` → `sosreport-c1`, the folder that it unpacks to. */
export function archiveStem(name: string): string {
  return name.replace(archiveName, '');
}

/** A small file that names the host of the tree in which it lies. */
export function isHostFile(path: string): boolean {
  return /(?:^|\/)(?:etc\/hostname|sos_commands\/(?:host|general)\/hostname)$/.test(slashed(path));
}

/** More than a name of a host is no file of this kind. */
export const longestHostFile = 300;

export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** By its name: nobody writes to it any more once it is rotated or packed. */
export function isLive(path: string): boolean {
  const name = baseName(path);
  return parseRotation(name).age === 0 && !packedName.test(name) && !isArchiveName(name);
}

export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
