// The lines of an operation that failed, or of one host's try at it → the phase in which it did.

import type { PhaseId } from '../../knowledge/schema';
import type { Causes } from './causes';
import type { Draft } from './draft';
import { classTail, relayed } from './frameHints';
import type { Item } from './items';
import { takesDown } from './strays';

const partsOfSpawn: ReadonlySet<PhaseId> = new Set(['image', 'guest_xml', 'vif_plug', 'power_on']);

/** @returns undefined where nothing tells it. */
export function failedPhaseOf(items: readonly Item[], draft: Draft, causes: Causes): PhaseId | undefined {
  const spec = items.find(
    (item) => item.spec?.edge === 'fail' && !item.spec.harmless && item.says && item.phase !== 'done',
  );
  const root = items.find(
    (item) =>
      item.fault &&
      (item.fault === causes.rootCause || item.fault.chain.includes(causes.rootCause ?? item.fault)),
  );
  const byFrames = root && draft.hints.get(root)?.phase;
  const byMarker =
    spec?.phase ?? items.find((item) => item.spec?.edge === 'fail' && item.phase !== 'done')?.phase;
  // `Instance failed to spawn` covers several phases; the frames say in which one
  // nova-api tells only that what it asked for was not done, a scheduler that it had no other host: not where
  // that went wrong
  const toldLater = byMarker === 'api' || (byMarker === 'scheduling' && byFrames !== 'api');
  if (byMarker && byMarker !== 'spawning' && !(toldLater && byFrames)) return byMarker;
  if (byFrames && byFrames !== 'spawning') return byFrames;
  const inner = items.find(
    (item) => item.spec?.edge === 'fail' && item.phase && partsOfSpawn.has(item.phase),
  )?.phase;
  return (
    inner ??
    byFrames ??
    byMarker ??
    items.map((item) => draft.hints.get(item)?.phase).find((phase) => phase) ??
    lastPhase(items, draft)
  );
}

function lastPhase(items: readonly Item[], { kind }: Draft): PhaseId | undefined {
  // what is given back was claimed; an evacuation has checks of its own behind the claim
  const claim = items.findLast(({ phase }) => phase === 'claim')?.spec;
  const claimed = kind === 'evacuate' && claim?.edge === 'end';
  const passed = claimed || items.some(({ spec }) => spec?.endsTry) ? ['done', 'claim'] : ['done'];
  // a build is given up, or handed on, for what failed behind that
  if (items.some(givesUp)) passed.push('start');
  return items.findLast((item) => item.phase && !passed.includes(item.phase) && !isBeside(item)
    && !(kind === 'create' && takesDown(item)))?.phase;
}

function givesUp({ fault, spec }: Item): boolean {
  return relayed.has(spec?.raises ?? '') || (fault !== undefined && relayed.has(classTail(fault.type)));
}

function isBeside({ spec }: Item): boolean {
  return spec?.ambient === true || spec?.recorded === true;
}
