// The log of one guest that libvirt keeps, /var/log/libvirt/qemu/instance-0000001a.log: its lines name the
// guest only where QEMU is started. What they tell of it holds until the next start.

import { copyOf } from '../reading/names';

const name = /-name (?:guest=)?(instance-[0-9a-f]{8})(?![0-9a-z])/;
const uuid = /-uuid ([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/;
const fileName = /(?:^|[/\\])(instance-[0-9a-f]{8})\.log(?:[.\-_][^/\\]*)?$/;

export class GuestLog {
  #domain: string | undefined;
  #uuid: string | undefined;

  constructor(domain: string | undefined) {
    this.#domain = domain;
  }

  /** Takes note of the command line with which QEMU is started. */
  read(message: string): void {
    if (message.includes('-uuid ')) this.#uuid = kept(uuid, message) ?? this.#uuid;
    if (message.includes('-name ')) this.#domain = kept(name, message) ?? this.#domain;
  }

  ids(): readonly string[] {
    return [this.#uuid, this.#domain].filter((id) => id !== undefined);
  }
}

function kept(shape: RegExp, message: string): string | undefined {
  const id = shape.exec(message)?.[1];
  return id === undefined ? undefined : copyOf(id);
}

/** The guest whose log a file is, by its name. */
export function domainOfFile(source: string): string | undefined {
  return fileName.exec(source)?.[1];
}
