// A set of an invented cloud → files as they lie on a disk: a folder for each host, its name in a file,
// rotated logs packed by gzip or zstd.

import { gzipSync } from 'node:zlib';
import type { SetFile } from '../samples/setLogs';
import { zstOf } from './archives';

const folders: readonly (readonly [RegExp, string])[] = [
  [/^instance-/, 'libvirt/qemu'], [/^neutron-/, 'neutron'], [/^cinder-/, 'cinder'], [/^placement-/, 'placement'],
];

/** Where a file of a set lies below the folder; every second rotated log but the first is packed by zstd. */
export function pathOf({ host, name }: Pick<SetFile, 'host' | 'name'>): string {
  const base = name.slice(host.length + 1);
  const [, folder] = folders.find(([shape]) => shape.test(base)) ?? [/^/, 'nova'];
  const age = Number(/\.(\d)$/.exec(base)?.[1] ?? 0);
  return `${host}/var/log/${folder}/${base}${age < 2 ? '' : age % 2 === 0 ? '.gz' : '.zst'}`;
}

export function cloudFolder(files: readonly SetFile[]): Record<string, string | Uint8Array> {
  const all: Record<string, string | Uint8Array> = {};
  for (const file of files) {
    const path = pathOf(file);
    const bytes = Buffer.from(file.text);
    all[path] = path.endsWith('.gz') ? gzipSync(bytes) : path.endsWith('.zst') ? zstOf(bytes) : file.text;
    all[`${file.host}/etc/hostname`] = `${file.host}\n`;
  }
  return all;
}
