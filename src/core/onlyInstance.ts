// An analysis → what it says of some of its instances.

import type { Analysis } from './model';

/** What an analysis says of the instances whose UUID begins like this. */
export function onlyInstance(analysis: Analysis, id: string | undefined): Analysis {
  if (id === undefined) return analysis;
  return {
    ...analysis,
    timelines: analysis.timelines.filter(({ instance }) => instance.startsWith(id)),
    groups: analysis.groups?.filter(({ instances }) => instances.some((one) => one.startsWith(id))) ?? [],
    findings: analysis.findings.filter(({ instance }) => instance?.startsWith(id) === true),
    diagnoses: analysis.diagnoses.filter(({ instance }) => instance?.startsWith(id) === true),
  };
}
