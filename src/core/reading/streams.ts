// Lines that several programs wrote by turns → the head that each program's line without one continues.

import type { Header } from '../model';
import type { Findings } from './shape';

/** Programs whose last head is remembered. */
const mostStreams = 256;
/** A message is written at once; journalctl's short times are whole seconds. */
const longestGap = 2000;

export interface Streams {
  remember(findings: Findings, header: Header): void;
  /** The head above, if this line can be a further line of the same message. */
  headerOf(findings: Findings): Header | undefined;
}

export function rememberStreams(): Streams {
  const streams = new Map<string, { header: Header; time: number | undefined }>();
  return {
    remember(findings, header) {
      const key = keyOf(findings);
      streams.delete(key);
      streams.set(key, { header, time: findings.time });
      if (streams.size > mostStreams) for (const oldest of streams.keys()) return void streams.delete(oldest);
    },
    headerOf(findings) {
      const stream = streams.get(keyOf(findings));
      // A program that logs without levels gives each line a head of its own.
      if (!stream || stream.header.level === undefined) return undefined;
      const gap = Math.abs((findings.time ?? 0) - (stream.time ?? 0));
      return gap <= longestGap ? stream.header : undefined;
    },
  };
}

function keyOf({ host, service, process }: Findings): string {
  return `${host ?? ''} ${service ?? ''} ${process ?? ''}`;
}
