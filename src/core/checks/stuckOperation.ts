// One finding for each operation that began and whose next line never came.

import type { Finding } from '../model';
import type { CheckInput } from './input';

const quietSeconds = 300;

/** @returns a warning where the log went on long after the operation's last line, else a hint. */
export function stuckOperations({ timelines, digests }: CheckInput): readonly Finding[] {
  const lastTime = Math.max(...digests.map((digest) => digest.lastTime ?? Number.NEGATIVE_INFINITY));
  return timelines.flatMap(({ operations }) => operations)
    .filter((operation) => operation.outcome === 'in-progress')
    .map((operation): Finding => {
      const since = operation.end;
      const quiet = since.time === undefined ? 0 : (lastTime - since.time) / 1000;
      return {
        check: 'stuck-operation',
        severity: quiet >= quietSeconds ? 'warning' : 'information',
        instance: operation.instance,
        at: since,
        related: [operation.begin].filter((place) => place.line !== since.line),
        operation: operation.id,
        args: {
          kind: operation.kind,
          quietSeconds: Math.max(0, Math.round(quiet)),
          ...(operation.due ? { duePhase: operation.due.phase, service: operation.due.service } : {}),
        },
      };
    });
}
