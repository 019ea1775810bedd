// An analysis → what it says of some of its instances.

import { isMeantBy } from './instanceNumber';
import { placesOf } from './lookup';
import type { Analysis, Digest } from './model';

/** What an analysis says of the instances whose UUID begins like this, or of that number. */
export function onlyInstance(analysis: Analysis, id: string | undefined): Analysis {
  return id === undefined ? analysis : onlyInstances(analysis, (instance) => isMeantBy(id, instance));
}

/** @param isMeant whether an instance is one of them */
export function onlyInstances(analysis: Analysis, isMeant: (instance: string) => boolean): Analysis {
  const isAbout = ({ instance }: { readonly instance: string | undefined }): boolean =>
    instance !== undefined && isMeant(instance);
  return {
    ...analysis,
    timelines: analysis.timelines.filter(isAbout),
    groups: analysis.groups?.filter(({ instances }) => instances.some(isMeant)) ?? [],
    findings: analysis.findings.filter(isAbout),
    diagnoses: analysis.diagnoses.filter(isAbout),
  };
}

/** The logs that have a line of the analysis' instances. */
export function logsAbout({ digests, timelines }: Analysis): readonly Digest[] {
  if (timelines.length === 0) return digests;
  const instances = new Set(timelines.map(({ instance }) => instance));
  const others = timelines.flatMap(({ serviceLines = [] }) => serviceLines.map(({ mention }) => mention.at));
  const own = timelines.flatMap(({ operations }) => operations.flatMap(placesOf));
  const sources = new Set([...own, ...others].map(({ source }) => source));
  const isAbout = ({ instance }: { readonly instance: string | undefined }) =>
    instance !== undefined && instances.has(instance);
  return digests.filter(({ source, events, faults, ties }) =>
    sources.has(source) || events.some(isAbout) || faults.some(isAbout)
    || [...ties.values()].some((instance) => instances.has(instance)));
}
