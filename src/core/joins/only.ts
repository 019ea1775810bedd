// A row's condition on a placeholder: what the placeholders hold → whether the line is meant; its text → the
// texts of which one must match.

import type { Only } from '../../knowledge/joins/schema';

/** True without a condition. */
export function isMeant(only: Only | undefined, captures: Readonly<Record<string, string>>): boolean {
  if (!only) return true;
  const value = captures[only.placeholder] ?? '';
  return only.begins.some((begin) => value.startsWith(begin));
}

/** The text of a row once for each beginning that is asked for, with that beginning in its place. */
export function meantTexts(text: string, only: Only | undefined): readonly string[] {
  const slot = only && `%(${only.placeholder})s`;
  if (!slot || !text.includes(slot)) return [text];
  return only.begins.map((begin) => text.replace(slot, `${begin.replaceAll('%', '%%')}${slot}`));
}
