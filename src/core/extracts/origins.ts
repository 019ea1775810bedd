// Logs → what a person calls them: service and host as far as they are known, else the name of the file.

import type { Analysis, Digest } from '../model';

const known = new WeakMap<Analysis, ReadonlyMap<string, string>>();

/**
 * A name for each log by its source: `nova-compute@cmp01`. Logs of rotated siblings have the same name.
 * @param fileNameOf the name of the log as a file
 */
export function originNames(
  analysis: Analysis, fileNameOf: (source: string) => string,
): ReadonlyMap<string, string> {
  const before = known.get(analysis);
  if (before) return before;
  const named = analysis.digests.map((digest) => ({
    digest, service: serviceOf(digest), host: hostOfLog(analysis, digest),
  }));
  const names = new Map(named.map(({ digest, service, host }) => {
    const alone = named.filter((other) => other.service === service).length === 1;
    const name = service && host ? `${service}@${host}` : service && alone ? service : undefined;
    return [digest.source, name ?? fileNameOf(digest.source).replace(/\.log$/, '')];
  }));
  known.set(analysis, names);
  return names;
}

/** The host that wrote a log; undefined: not known, or there are several. */
export function hostOfLog({ hosts = [] }: Analysis, { origin, source }: Digest): string | undefined {
  if (origin?.host !== undefined) return origin.host;
  const names = hosts.filter(({ sources }) => sources.includes(source)).map(({ host }) => host);
  return names.length === 1 ? names[0] : undefined;
}

/** The service that wrote a log; undefined: not known, or there are several. */
export function serviceOf({ origin, services }: Digest): string | undefined {
  return origin?.service ?? (services.length === 1 ? services[0] : undefined);
}
