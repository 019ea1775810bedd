// Places and times as programs read them: lines count from 1, times are ISO 8601 without a zone.

import type { Place } from '../model';
import { renderTime } from './duration';

export interface ReportPlace {
  readonly source: string;
  readonly line: number;
  readonly time: string | null;
}

export function placeOf({ source, line, time }: Place): ReportPlace {
  return { source, line: line + 1, time: timeOf(time) };
}

export function timeOf(time: number | undefined): string | null {
  return renderTime(time) ?? null;
}
