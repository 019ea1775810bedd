// Whether an analysis tells of something that failed: what the exit status says.

import type { Analysis } from '../core/model';

export function hasFailure({ timelines, findings }: Analysis): boolean {
  return timelines.some(({ operations }) => operations.some(({ outcome }) => outcome === 'failed'))
    || findings.some(({ severity }) => severity === 'error');
}
