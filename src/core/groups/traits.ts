// Signs and attempts → what is known of an instance that failures may have in common: flavor, image,
// networks, size. What logs say of one instance in two ways is not known.

import { signs as specs } from '../../knowledge/signs';
import type { Digest, TraitName } from '../model';

export type Traits = Readonly<Partial<Record<TraitName, string>>>;

/** Instance → traits; a request that names no instance is tied by its own. */
export function traitsByInstance(
  digests: readonly Digest[], ties: (request: string) => string | undefined,
): ReadonlyMap<string, Traits> {
  const all = new Map<string, Partial<Record<TraitName, string>>>();
  const clashes = new Set<string>();
  const put = (instance: string, trait: TraitName, value: string): void => {
    if (value === '' || clashes.has(`${instance} ${trait}`)) return;
    const own = all.get(instance) ?? {};
    all.set(instance, own);
    if (own[trait] === undefined) own[trait] = value;
    else if (own[trait] !== value) {
      delete own[trait];
      clashes.add(`${instance} ${trait}`);
    }
  };
  for (const { signs } of digests) {
    for (const sign of signs?.signs ?? []) {
      const kind = specs[sign.row]?.sign;
      if (kind !== 'trait' && kind !== 'claim-asked') continue;
      const instance = sign.instance ?? (sign.request === undefined ? undefined : ties(sign.request));
      if (!instance) continue;
      const { flavor, image, networks, memory, disk, vcpus } = sign.values;
      put(instance, 'flavor', flavor ?? '');
      put(instance, 'image', image ?? '');
      put(instance, 'network', networks ?? '');
      if (memory !== undefined && disk !== undefined) put(instance, 'size', sizeOf(memory, disk, vcpus));
    }
  }
  return all;
}

function sizeOf(memory: string, disk: string, vcpus: string | undefined): string {
  return [`${memory} MB`, `${disk} GB`, ...(vcpus === undefined ? [] : [`${vcpus} vCPU`])].join(', ');
}
