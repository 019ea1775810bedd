// The first lines of a log → whether it is of a release before Essex: its instances have the numbers of their
// rows in the database and no UUID. A log in which anything speaks of a later release is none of these.

import { isOldContext } from './context';
import type { Unwrapped } from './unwrap';

/** Nova put it before each line of a traceback, and called libvirt's driver so. */
const oldTrace = /^\([\w.]{1,120}\): TRACE:(?: |$)/;
const oldDriver = 'nova.virt.libvirt_conn';

export function isNumbered(lines: readonly Unwrapped[]): boolean {
  return lines.some(isOld) && !lines.some(isLater);
}

function isOld({ text, body, start, own }: Unwrapped): boolean {
  if (!own) return oldTrace.test(text.slice(body));
  const { layout, header: { logger, context } } = own;
  if (layout !== 'oslo-no-process') return false;
  return logger === oldDriver || (context === 'none' && isOldContext(text.slice(start)));
}

/** A process, the tag of an instance or the id of a request as they are from Essex on. */
function isLater({ own, document }: Unwrapped): boolean {
  if (document) return true;
  return own !== undefined && (own.layout === 'oslo' || own.header.instance !== undefined
    || own.header.request !== undefined || own.header.globalRequest !== undefined);
}
