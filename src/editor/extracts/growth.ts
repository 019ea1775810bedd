// What an extract is about → whether it has other lines when a large log has become longer, and nothing new
// was said of instances that were asked for.

import type { LargeLogs } from '../large/largeLogs';
import { pageOf, type ShownSubject } from './address';

export function mayGrow(subject: ShownSubject, { files }: LargeLogs): boolean {
  const page = pageOf(subject);
  if (!page) return subject.kind === 'request' || subject.kind === 'time';
  const { source, page: number } = page;
  return number + 2 >= (files.get(source)?.firstLines.length ?? 0);
}
