// An outcome → its codicon and the theme's colour for it: never told by colour alone.

import type { PhaseOutcome } from '../../core/model';

const icons: Readonly<Record<PhaseOutcome, { icon: string; color: string }>> = {
  success: { icon: 'pass', color: 'testing.iconPassed' },
  failed: { icon: 'error', color: 'testing.iconFailed' },
  'in-progress': { icon: 'sync', color: 'testing.iconQueued' },
  unknown: { icon: 'question', color: 'testing.iconUnset' },
  'not-visible': { icon: 'circle-large-outline', color: 'disabledForeground' },
};

export function outcomeIcon(outcome: PhaseOutcome): { icon: string; color: string } {
  return icons[outcome];
}
