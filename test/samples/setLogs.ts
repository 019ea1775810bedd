// Lines as the services of a cloud write them → files as they lie on its hosts: stamped by the clock of each
// host, in order, rotated. And whose each line of another service than Nova is.

import type { Instance } from './cloud';
import type { OtherService } from './otherServices';

export interface SetFile {
  readonly host: string;
  readonly service: string;
  /** Name of the log that is still written, and its place among its rotated siblings. */
  readonly stream: string;
  readonly order: number;
  readonly name: string;
  readonly text: string;
}

interface Piece {
  readonly time: number;
  readonly text: string;
}

export const control = {
  api: 'api1', conductor: 'ctl1', scheduler: 'ctl1', neutron: 'net1', placement: 'ctl1', 'cinder-api': 'blk1',
  'cinder-volume': 'blk1',
} as const;
export const programs = {
  api: 'nova-api', conductor: 'nova-conductor', scheduler: 'nova-scheduler', compute: 'nova-compute',
  neutron: 'neutron-server', placement: 'placement-api', 'cinder-api': 'cinder-api', 'cinder-volume': 'cinder-volume',
} as const;

/** What is written, log by log. */
export class SetLogs {
  readonly owners = new Map<string, string>();
  readonly #lowest: 'DEBUG' | 'INFO';
  readonly #logs = new Map<string, Piece[]>();

  constructor(lowest: 'DEBUG' | 'INFO') {
    this.#lowest = lowest;
  }

  put(program: string, host: string, time: number, text: string): void {
    const key = `${host} ${program}`;
    const pieces = this.#logs.get(key);
    if (pieces) pieces.push({ time, text });
    else this.#logs.set(key, [{ time, text }]);
  }

  other(service: OtherService, time: number, rest: string, instance: Instance): void {
    if (this.#lowest === 'INFO' && rest.includes(' DEBUG ')) return;
    const [program, host] = [programs[service], control[service]];
    this.owners.set(`${host}/${program}.log\n${rest}`, instance.uuid);
    this.put(program, host, time, `${stamp(time)} ${rest}`);
  }

  /** libvirt's log of a guest; the lines of the command with which it is started have no time. */
  guest(host: string, time: number, [first = '', ...rest]: readonly string[], { uuid, domain }: Instance): void {
    this.owners.set(`${host}/${domain}.log\n${first}`, uuid);
    this.put(domain, host, time, [`${stamp(time)}+0000: ${first}`, ...rest].join('\n'));
  }

  /** @param wrong by how much clocks are, @param ahead the same with their zones: libvirt writes UTC. */
  files(
    wrong: ReadonlyMap<string, number>, ahead: ReadonlyMap<string, number>, rotations: number,
  ): readonly SetFile[] {
    return [...this.#logs].flatMap(([key, pieces]) => {
      const [host = '', program = ''] = key.split(' ');
      const isGuest = program.startsWith('instance-');
      const by = (isGuest ? wrong : ahead).get(host) ?? 0;
      return cut(host, program, shifted(pieces, by), isGuest ? 1 : rotations);
    });
  }
}

/** The lines as a clock that is ahead would stamp them, in the order in which they were written. */
function shifted(pieces: readonly Piece[], ahead: number): readonly string[] {
  const sorted = [...pieces].sort((a, b) => a.time - b.time);
  return sorted.flatMap(({ time, text }) => {
    const head = stamp(Math.floor(time));
    const own = stamp(Math.floor(time) + ahead);
    return text.split('\n').map((line) => (line.startsWith(head) ? own + line.slice(head.length) : line));
  });
}

function stamp(time: number): string {
  return new Date(Math.floor(time)).toISOString().slice(0, 23).replace('T', ' ');
}

/** The oldest part has the highest number behind its name. */
function cut(host: string, program: string, lines: readonly string[], parts: number): readonly SetFile[] {
  const stream = `${host}/${program}.log`;
  const size = Math.ceil(lines.length / parts);
  const service = program.startsWith('instance-') ? 'qemu' : program;
  return Array.from({ length: parts }, (_, index) => {
    const back = parts - 1 - index;
    const text = lines.slice(index * size, (index + 1) * size).map((line) => `${line}\n`).join('');
    return { host, service, stream, order: index, name: back === 0 ? stream : `${stream}.${back}`, text };
  }).filter(({ text }) => text !== '');
}
