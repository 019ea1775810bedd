// What a report for programs says of moves and of what happened beside the operations. In: parts of an
// analysis. Out: plain objects of the shape in media/report.schema.json.

import type { Occurrence, Operation, Phase, Place } from '../model';
import { occurrenceText } from './moveText';
import type { ReportOccurrence, ReportOperation, ReportPhase } from './reportShape';
import type { ReportPlace } from './reportPlace';
import { markerAt } from './titles';

type PlaceOf = (place: Place) => ReportPlace;

export function routeOf(route: Operation['route']): ReportOperation['route'] {
  return route ? { source: route.source ?? null, destination: route.destination ?? null } : null;
}

export function progressOf(progress: Phase['progress'], placeOf: PlaceOf): ReportPhase['progress'] {
  if (!progress) return null;
  return {
    samples: progress.samples.map((sample) => ({
      ...sample, at: placeOf(sample.at), diskPercent: sample.diskPercent ?? null,
    })),
    bytesPerSecond: progress.bytesPerSecond ?? null,
    limit: progress.limit ?? null,
  };
}

export function occurrenceOf(occurrence: Occurrence, placeOf: PlaceOf): ReportOccurrence {
  const { kind, at, state, request, during, marker } = occurrence;
  return {
    kind,
    at: placeOf(at),
    state: state ?? null,
    message: occurrenceText(occurrence, markerAt(marker)?.spec.text ?? ''),
    request: request ?? null,
    during: during ?? null,
  };
}
