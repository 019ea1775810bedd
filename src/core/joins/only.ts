// A row's condition on a placeholder, and what the placeholders hold → whether the line is meant.

import type { Only } from '../../knowledge/joins/schema';

/** True without a condition. */
export function isMeant(only: Only | undefined, captures: Readonly<Record<string, string>>): boolean {
  if (!only) return true;
  const value = captures[only.placeholder] ?? '';
  return only.begins.some((begin) => value.startsWith(begin));
}
