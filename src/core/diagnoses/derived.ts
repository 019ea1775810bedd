// A fault → what its frames say beyond its class: which section of nova.conf was used, which service was
// asked by RPC and for what, and what QEMU itself gave as the reason.

import type { Fault, Frame } from '../model';

/** Part of a file's path → the section of nova.conf that its calls use. */
const sections: readonly (readonly [file: string, section: string])[] = [
  ['nova/network/neutron', 'neutron'], ['nova/volume/cinder', 'cinder'], ['nova/image/glance', 'glance'],
  ['nova/scheduler/client/report', 'placement'], ['nova/virt/ironic', 'ironic'],
  ['nova/accelerator/cyborg', 'cyborg'], ['nova/share/manila', 'manila'],
  ['nova/service_auth', 'service_user'],
  ['castellan/', 'key_manager'], ['keystonemiddleware/', 'keystone_authtoken'],
  ['nova/api/openstack/identity', 'keystone'], ['nova/limit/', 'oslo_limit'],
];

const rpcapi = /nova\/(conductor|scheduler|compute|network|console|cert)\/rpcapi\.py$/;
/** What nova-scheduler gives as the reason for NoValidHost: nothing where Placement returned none. */
const reasons: ReadonlyMap<string, string> =
  new Map([['', 'none'], ['There are not enough hosts available.', 'hosts']]);
const reply = /(?:message ID|msg_id) ([0-9a-f]{32})/;

const known = new WeakMap<Fault, Readonly<Record<string, string>>>();

/** By name: `section`, `target`, `method`, `id`, `qemu`; what the fault does not say is not there. */
export function derivedOf(fault: Fault): Readonly<Record<string, string>> {
  let values = known.get(fault);
  if (!values) known.set(fault, (values = derive(fault)));
  return values;
}

function derive(fault: Fault): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const section = sectionOf(fault);
  if (section) values['section'] = section;
  if (!fault.remote) Object.assign(values, calledBy(fault));
  const id = reply.exec(fault.message)?.[1];
  if (id) values['id'] = id;
  const reason = /^No valid host was found\.? ?(.*)/.exec(fault.message)?.[1];
  if (reason !== undefined) values['reason'] = reasons.get(reason.trim()) ?? 'other';
  const qemu = qemuReason(fault.message);
  if (qemu) values['qemu'] = qemu;
  return values;
}

// What was raised in the service that was called the frames of the caller do not explain: it did answer.
function calledBy({ frames }: Fault): Readonly<Record<string, string>> {
  const call = frames.findLast(({ file }) => rpcapi.test(path(file)));
  const target = call && rpcapi.exec(path(call.file))?.[1];
  if (call && target) return { target, method: call.function };
  return frames.some(isOfConductor) ? { target: 'conductor' } : {};
}

function isOfConductor({ file }: Frame): boolean {
  return path(file).includes('nova/conductor/api.py');
}

function path(file: string): string {
  return file.replaceAll('\\', '/');
}

// The innermost of Nova's own modules was talking; without frames the logger of the line is.
function sectionOf({ frames, logger }: Fault): string | undefined {
  for (const { file } of [...frames].reverse()) {
    const found = sections.find(([part]) => path(file).includes(part));
    if (found) return found[1];
  }
  const module = logger.replaceAll('.', '/');
  return sections.find(([part]) => module.startsWith(part.replace(/\/$/, '')))?.[1];
}

const monitor = /process exited|[Pp]rocess exited|closed the monitor/;

// QEMU's last words: `2024-… qemu-system-x86_64: -device …: reason`, its own warnings left out.
function qemuReason(message: string): string | undefined {
  if (!monitor.test(message)) return undefined;
  const lines = message.split('\n').map((line) => line.trim())
    .filter((line) => line.includes('qemu') && !/warning:|terminating on signal/.test(line));
  const last = lines.at(-1);
  if (!last) return undefined;
  const from = last.search(/qemu-(?:system|kvm)|qemu:/);
  const said = from < 0 ? last : last.slice(from);
  const text = withoutOption(said.slice(said.indexOf(': ') + 2).trim());
  return text === '' || text === said ? undefined : text.slice(0, 200);
}

// The reason stands behind the option that QEMU was given, which may be long: `-chardev pty,id=…: reason`.
function withoutOption(text: string): string {
  const at = text.startsWith('-') ? text.indexOf(': ') : -1;
  return at < 0 ? text : text.slice(at + 2).trim() || text;
}
