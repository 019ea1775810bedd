// What joins the logs of a set → the parts of the report that tell it: where each comes from, clocks with
// their bounds, lines of other services. Lines count from 1, what is absent is null, as in the rest.

import { hostOfLog, serviceOf } from '../extracts/origins';
import type { Analysis, Causality, Clocks, Digest, ServiceLine } from '../model';
import { placeOf } from './reportPlace';
import type { ReportCausality, ReportClocks, ReportOrigin, ReportServiceLine } from './reportSetShape';

export function clocksOf({ clocks, reference, offsets, aligned }: Clocks): ReportClocks {
  return {
    reference,
    aligned,
    clocks: clocks.map(({ id, host, sources }) => ({ id, host: host ?? null, sources })),
    offsets: offsets.map((offset) => ({
      clock: offset.clock,
      against: offset.against,
      leastMs: offset.least ?? null,
      mostMs: offset.most ?? null,
      zoneMinutes: offset.zoneMinutes ?? null,
      leastFrom: offset.leastFrom.map(causalityOf),
      mostFrom: offset.mostFrom.map(causalityOf),
      pairs: offset.pairs,
      contradictions: offset.contradictions,
    })),
  };
}

function causalityOf({ rule, before, after }: Causality): ReportCausality {
  return { rule, before: placeOf(before), after: placeOf(after) };
}

export function serviceLineOf(line: ServiceLine): ReportServiceLine {
  const { mention, program, host, because, operation } = line;
  return {
    id: mention.id,
    service: mention.service,
    program,
    host: host ?? null,
    level: mention.level ?? null,
    at: placeOf(mention.at),
    request: mention.request ?? null,
    globalRequest: mention.globalRequest ?? null,
    seconds: mention.seconds ?? null,
    because: { kind: because.kind, id: because.id, at: because.at ? placeOf(because.at) : null },
    operation: operation ?? null,
  };
}

/** Where a log comes from; a host that only its lines tell, among them that of the node, is told as such. */
export function originOf(analysis: Analysis, digest: Digest): ReportOrigin {
  const host = hostOfLog(analysis, digest);
  const { hostFrom, stream = digest.source, order = 0 } = digest.origin ?? {};
  return {
    host: host ?? null,
    hostFrom: hostFrom ?? (host === undefined ? null : 'lines'),
    service: serviceOf(digest) ?? null,
    stream,
    order,
  };
}
