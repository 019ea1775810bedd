// Signs of a host → what its resource tracker counted, and what instances claimed of it: asked against free.

import { signs as specs } from '../../knowledge/signs';
import type { Amount, ResourceAudit, ResourceClaim, Sign } from '../model';

/** Audits in which anything differs from the one before of the same node. */
export function auditsOf(signs: readonly Sign[]): readonly ResourceAudit[] {
  const audits: ResourceAudit[] = [];
  for (const { row, values, at } of signs) {
    if (specs[row]?.sign !== 'audit') continue;
    const number = (name: string) => numberOf(values[name]);
    const amount = (name: string): Amount => ({ total: number(`${name}Total`), used: number(`${name}Used`) });
    const [memory, disk, vcpus] = [amount('memory'), amount('disk'), amount('vcpus')];
    const audit: ResourceAudit = { at, node: values['node'] ?? '', memory, disk, vcpus };
    const before = audits.at(-1);
    // Kilo and earlier tell memory and vCPUs on lines of their own
    if (before && isPart(before, audit)) audits.splice(-1, 1, joined(before, audit));
    else audits.push(audit);
  }
  return audits;
}

const samePass = 2_000;

function isPart(a: ResourceAudit, b: ResourceAudit): boolean {
  const soon = a.at.source === b.at.source && Math.abs((b.at.time ?? 0) - (a.at.time ?? 0)) <= samePass;
  const half = a.memory.total === undefined || b.memory.total === undefined;
  return soon && half && (a.node === '' || b.node === '');
}

function joined(a: ResourceAudit, b: ResourceAudit): ResourceAudit {
  const fuller = (one: Amount, other: Amount) => (other.total === undefined ? one : other);
  return {
    at: a.at,
    node: a.node || b.node,
    memory: fuller(a.memory, b.memory),
    disk: fuller(a.disk, b.disk),
    vcpus: fuller(a.vcpus, b.vcpus),
  };
}

// As _test_memory, _test_disk and _test_vcpus of nova/compute/claims.py name them.
const typeNames: ReadonlyMap<string, keyof ResourceClaim['free']> = new Map([
  ['memory', 'memory'], ['disk', 'disk'], ['vcpu', 'vcpus'], ['vcpus', 'vcpus'], ['CPUs', 'vcpus'],
]);

/** Claims in order, each with what the lines of its instance up to its end say. */
export function claimsOf(signs: readonly Sign[]): readonly ResourceClaim[] {
  const claims: ResourceClaim[] = [];
  const open = new Map<string, ResourceClaim>();
  const change = (key: string, changed: ResourceClaim) => {
    const old = open.get(key);
    const index = old ? claims.lastIndexOf(old) : -1;
    if (index >= 0) claims[index] = changed;
    open.set(key, changed);
  };
  for (const { row, values, at, instance, request } of signs) {
    const sign = specs[row]?.sign;
    const key = `${at.source} ${instance ?? request ?? ''}`;
    const claim = open.get(key);
    if (sign === 'claim-asked') {
      const made: ResourceClaim = {
        at,
        instance,
        asked: {
          memory: Number(values['memory']), disk: Number(values['disk']), vcpus: numberOf(values['vcpus']),
        },
        free: { memory: undefined, disk: undefined, vcpus: undefined },
        outcome: 'unknown',
      };
      claims.push(made);
      open.set(key, made);
    } else if (sign === 'claim-free' && claim) {
      const type = typeNames.get(values['type'] ?? '');
      if (type) change(key, { ...claim, free: { ...claim.free, [type]: numberOf(values['free']) } });
    } else if (sign === 'claim-end' && claim) {
      change(key, { ...claim, outcome: values['reason'] === undefined ? 'success' : 'failed' });
      open.delete(key);
    }
  }
  return claims;
}

function numberOf(text: string | undefined): number | undefined {
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
