// What stands around a line tells of it, joined with what the line tells itself.

import type { Header } from '../model';
import type { Findings } from './shape';

/** What the inner one does not tell, the outer one may. */
export function joinFindings(inner: Findings, outer: Findings): Findings {
  return {
    time: inner.time ?? outer.time,
    process: inner.process ?? outer.process,
    host: inner.host ?? outer.host,
    service: inner.service ?? outer.service,
    partial: inner.partial || outer.partial,
  };
}

export function withFindings(header: Header, { time, process, host, service }: Findings): Header {
  return {
    ...header,
    time: header.time ?? time,
    process: header.process ?? process,
    host: header.host ?? host,
    service: header.service ?? service,
  };
}
