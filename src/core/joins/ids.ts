// A text → the ids in it that name something in OpenStack, with their places. By their shape alone: what a
// UUID names is said by the line around it or by other lines.

import type { IdKind } from '../../knowledge/joins/schema';
import { copyOf } from '../reading/names';
import { scanIds } from './scanIds';

/** An id in a text. A UUID whose meaning nothing says is of kind `uuid`. */
export interface IdAt {
  readonly kind: IdKind;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const lockName = /(?:lock|semaphore) "([^"]{1,200})"/gi;

/** Words before a UUID that say what it names. */
const kindWords: readonly (readonly [RegExp, IdKind])[] = [
  [/(?:instances?|server|servers|server_uuid|domain)["' :=/[]{1,4}(?:with )?(?:uuid |id )?$/i, 'instance'],
  [/(?:network-vif-(?:un)?plugged|network-vif-deleted|network-changed)[-:]$/i, 'port'],
  [/(?:ports?|port_id|port id)["' :=/]{1,4}$/i, 'port'],
  [/(?:volumes?|volume_id|volume id)["' :=/-]{1,4}$/i, 'volume'],
  [/(?:images?|image_id|image id)["' :=/]{1,4}$/i, 'image'],
  [/migrations?(?: uuid)?["' :=/]{1,4}$/i, 'migration'],
  [/(?:resource_providers|resource provider|provider)["' :=/]{1,4}$/i, 'resource-provider'],
];
const longestWord = 40;
const mostIds = 64;

/** Ids of a text in the order in which they stand there, lower case; at most 64. */
export function idsIn(text: string): readonly IdAt[] {
  const found: IdAt[] = [];
  scanIds(text, (spelled, start) => {
    const id = copyOf(spelled.toLowerCase());
    found.push({ kind: kindOf(id, text, start), id, start, end: start + id.length });
  });
  for (const match of text.matchAll(lockName)) {
    const end = match.index + match[0].length - 1;
    const id = copyOf(match[1] ?? '');
    found.push({ kind: 'lock', id, start: end - id.length, end });
  }
  return found.sort((a, b) => a.start - b.start).slice(0, mostIds);
}

function kindOf(id: string, text: string, start: number): IdKind {
  if (id.startsWith('req-')) return 'request';
  if (id.startsWith('instance-')) return 'domain';
  if (id.length === 17) return 'mac';
  return id.length === 12 ? 'pci' : kindOfUuid(text, start);
}

function kindOfUuid(text: string, at: number): IdKind {
  const before = text.slice(Math.max(0, at - longestWord), at);
  return kindWords.find(([words]) => words.test(before))?.[1] ?? 'uuid';
}

/** The UUIDs, MACs and guest names of a text, lower case, each once; of a long text only its beginning. */
export function plainIds(text: string, most: number): readonly string[] {
  const ids = new Set<string>();
  for (const { kind, id } of idsIn(text)) {
    if (kind !== 'lock' && kind !== 'request' && kind !== 'pci') ids.add(id);
    if (ids.size === most) break;
  }
  return [...ids];
}
