// An analysis of which only what concerns some instances was read → the same without what only all lines of
// the logs tell: it would be that of a part.

import type { Analysis, Hole, Operation, Phase, Story, Wait } from './model';

/** What stays true whatever else the logs hold. */
const lasting: ReadonlySet<Hole['kind']> = new Set(['head', 'service']);

type Told = Omit<Analysis, 'groups' | 'hosts' | 'clocks'>;

/** What is left out is not worked out either, as it would be were the rest taken as it is. */
export function withOwnStory({ digests, timelines, diagnoses, findings, holes, story }: Told): Analysis {
  return {
    digests, timelines, diagnoses, findings, groups: [], hosts: [],
    holes: (holes ?? []).filter(({ kind }) => kind === 'service'),
    ...(story && { story: ownStory(story) }),
  };
}

function ownStory({ tell, hostOf }: Story): Story {
  const nothing = () => [];
  return {
    hostOf, groups: nothing, hosts: nothing, holes: nothing, paces: nothing, divergence: () => undefined,
    tell: (operation) => withOwnContext(tell(operation)),
  };
}

function withOwnContext({ context, waits, ...operation }: Operation): Operation {
  const holes = (context?.holes ?? []).filter(({ kind }) => lasting.has(kind));
  return {
    ...operation,
    phases: operation.phases.map(withoutHolders),
    attempts: operation.attempts.map((one) => ({ ...one, phases: one.phases.map(withoutHolders) })),
    ...(holes.length > 0 && { context: { spans: [], holes } }),
    ...(waits && { waits: waits.map(withoutHolder) }),
  };
}

function withoutHolders(phase: Phase): Phase {
  return phase.waits ? { ...phase, waits: phase.waits.map(withoutHolder) } : phase;
}

/** Who held a lock before may be anybody. */
function withoutHolder(wait: Wait): Wait {
  return { ...wait, holders: [] };
}
