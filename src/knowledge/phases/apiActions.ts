// How nova-api logs that an action was asked for: the body of the request (DEBUG), its own word on it
// (DEBUG), and the access line with the status of its answer. Templates are Nova's own, narrowed to one
// action.

import type { MarkerSpec, OperationKind } from '../schema';

const wsgi = 'nova.api.openstack.wsgi';
const compute = 'nova.compute.api';
const access = ['nova.osapi_compute.wsgi.server', 'nova.api.openstack.requestlog', 'nova.wsgi.server'];
const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';

/** The key of the body of `POST /servers/<id>/action` → the action. */
const bodies: readonly (readonly [string, OperationKind])[] = [
  ['rebuild', 'rebuild'], ['evacuate', 'evacuate'], ['os-migrateLive', 'live-migration'], ['os-stop', 'stop'],
  ['os-start', 'start'], ['reboot', 'reboot'], ['pause', 'pause'], ['unpause', 'unpause'], ['suspend', 'suspend'],
  ['resume', 'resume'], ['shelve', 'shelve'], ['shelveOffload', 'shelveOffload'], ['unshelve', 'unshelve'],
  ['rescue', 'rescue'], ['unrescue', 'unrescue'], ['createImage', 'createImage'], ['createBackup', 'createBackup'],
  ['resize', 'resize'], ['migrate', 'migrate'], ['confirmResize', 'confirmResize'],
  ['revertResize', 'revertResize'], ['changePassword', 'changePassword'], ['os-resetState', 'resetState'],
  ['lock', 'lock'], ['unlock', 'unlock'], ['trigger_crash_dump', 'trigger_crash_dump'], ['restore', 'restore'],
  ['forceDelete', 'delete'],
];

/** Before Havana without the method. */
function asked([key, kind]: readonly [string, OperationKind]): readonly MarkerSpec[] {
  const row = { edge: 'begin', logger: wsgi, level: 'DEBUG', kinds: [kind], says: 'opens' } as const;
  return [
    { ...row, narrow: true, text: `Action: 'action', calling method: %(meth)s, body: {"${key}": %(rest)s`,
      sample: `Action: 'action', calling method: <bound method>, body: {"${key}": null}` },
    { ...row, old: true, text: `Action: 'action', body: {"${key}": %(rest)s`,
      sample: `Action: 'action', body: {"${key}": null}` },
  ];
}

/** Some accept the request and go on; others are done when they answer. */
interface Access {
  readonly method: string;
  readonly path: string;
  readonly kind: OperationKind;
  readonly status: string;
  readonly says?: 'success';
}

const accesses: readonly Access[] = [
  { method: 'POST', path: 'os-volume_attachments', kind: 'attach_volume', status: '200' },
  { method: 'DELETE', path: 'os-volume_attachments/%(id)s', kind: 'detach_volume', status: '202' },
  { method: 'PUT', path: 'os-volume_attachments/%(id)s', kind: 'swap_volume', status: '202' },
  // nova-api waits for the compute host here
  { method: 'POST', path: 'os-interface', kind: 'attach_interface', status: '200', says: 'success' },
  { method: 'DELETE', path: 'os-interface/%(id)s', kind: 'detach_interface', status: '202' },
  { method: 'DELETE', path: 'migrations/%(id)s', kind: 'live_migration_cancel', status: '202' },
];

function accepted({ method, path, kind, status, says }: Access): readonly MarkerSpec[] {
  const sample = path.replace('%(id)s', '12');
  const row = { edge: 'note', logger: access, level: 'INFO', narrow: true, kinds: [kind],
    captures: { instance: 'instance' }, ...(says ? { says } : {}) } as const;
  return [
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s/${path} HTTP/1.1" status: ${status} %(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}/${sample} HTTP/1.1" status: ${status} len: 9 time: 0.2` },
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s/${path}" status: ${status} %(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}/${sample}" status: ${status} len: 9 microversion: 2.1` },
  ];
}

/** Nova itself failed: the action went no further. What the user may not do (4xx) changes nothing. */
function broken({ method, path, kind }: Omit<Access, 'status'>): readonly MarkerSpec[] {
  const sample = path.replace('%(id)s', '12');
  const row = { edge: 'fail', logger: access, level: 'INFO', narrow: true, kinds: [kind], says: 'failed',
    captures: { instance: 'instance', rest: 'answer5' } } as const;
  return [
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s${path} HTTP/1.1" status: 5%(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}${sample} HTTP/1.1" status: 500 len: 9 time: 0.2` },
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s${path}" status: 5%(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}${sample}" status: 500 len: 9 microversion: 2.1` },
  ];
}

function refused(status: '4' | '5', method = 'POST', path = 'action', kind?: OperationKind): readonly MarkerSpec[] {
  const sample = path.replace('%(id)s', '12');
  const row = { edge: 'fail', logger: access, level: 'INFO', narrow: true, follows: 'request', says: 'failed',
    captures: { instance: 'instance', rest: `answer${status}` }, ...(kind ? { kinds: [kind] } : {}) } as const;
  return [
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s/${path} HTTP/1.1" status: ${status}%(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}/${sample} HTTP/1.1" status: ${status}09 len: 9 time: 0.2` },
    { ...row, text: `%(client)s "${method} %(path)s/servers/%(instance)s/${path}" status: ${status}%(rest)s`,
      sample: `10.20.0.11 "${method} /v2.1/servers/${vm}/${sample}" status: ${status}09 len: 9 microversion: 2.1` },
  ];
}

/** Keys under which nova-api names an action to its caller that are none of a body's. */
const otherActions: readonly (readonly [string, OperationKind])[] = [
  ['stop', 'stop'], ['start', 'start'], ['delete', 'delete'], ['attach_volume', 'attach_volume'],
  ['detach_volume', 'detach_volume'], ['swap_volume', 'swap_volume'], ['attach_interface', 'attach_interface'],
  ['detach_interface', 'detach_interface'], ['force_complete', 'live_migration_force_complete'],
];

/** The state of the instance does not allow it (`raise_http_conflict_for_instance_invalid_state` of
 *  nova/api/openstack/common.py): no service did anything of it. */
function inInvalidState([action, kind]: readonly [string, OperationKind]): readonly MarkerSpec[] {
  const row = { edge: 'fail', logger: wsgi, level: 'INFO', narrow: true, kinds: [kind], says: 'failed',
    raises: 'InstanceInvalidState' } as const;
  const thrown = 'HTTP exception thrown:';
  return [
    { ...row, captures: { id: 'instance', state: 'error' },
      text: `${thrown} Cannot '${action}' instance %(id)s while it is in %(state)s`,
      sample: `${thrown} Cannot '${action}' instance ${vm} while it is in task_state rebooting` },
    { ...row, captures: { id: 'instance' }, text: `${thrown} Instance %(id)s is in an invalid state for '${action}'`,
      sample: `${thrown} Instance ${vm} is in an invalid state for '${action}'` },
    { ...row, captures: { state: 'error' }, old: true, text: `${thrown} Cannot '${action}' while instance is in %(state)s`,
      sample: `${thrown} Cannot '${action}' while instance is in task_state rebooting` },
  ];
}

/** Somebody locked the instance (`check_instance_lock` of nova/compute/api.py). What was asked for this line
 *  does not name: only an action that other lines of its request state is told to be refused. */
const locked: MarkerSpec = {
  edge: 'fail', logger: wsgi, level: 'INFO', narrow: true, follows: 'request', says: 'failed',
  raises: 'InstanceIsLocked', captures: { id: 'instance' },
  text: 'HTTP exception thrown: Instance %(id)s is locked',
  sample: `HTTP exception thrown: Instance ${vm} is locked`,
};

/** Until Liberty the API waited for what became of a live migration, and told it in its own words. */
function notMigrated(where: string): readonly MarkerSpec[] {
  const named = where.includes('%') ? { host: 'destination' } as const : {};
  const row = { edge: 'fail', kinds: ['live-migration'], says: 'failed',
    captures: { id: 'instance', ...named } } as const;
  const text = `Live migration of instance %(id)s to ${where} failed`;
  const sample = text.replace('%(id)s', vm).replace('%(host)s', 'cmp02');
  const modules = ['contrib', 'plugins.v3', 'legacy_v2.contrib'];
  return [
    { ...row, logger: modules.map((name) => `nova.api.openstack.compute.${name}.admin_actions`), level: 'ERROR',
      old: true, text, sample },
    { ...row, logger: wsgi, level: 'INFO', old: true, text: `HTTP exception thrown: ${text}`,
      sample: `HTTP exception thrown: ${sample}` },
  ];
}

export const apiActions: readonly MarkerSpec[] = [
  ...bodies.flatMap(asked),
  ...accesses.flatMap(accepted),
  ...accesses.flatMap((row) => broken({ ...row, path: `/${row.path}` })),
  ...broken({ method: 'DELETE', path: '', kind: 'delete' }),
  ...(['4', '5'] as const).flatMap((status) => refused(status)),
  // what a compute host did not do comes back in the same way
  ...accesses.flatMap(({ method, path, kind }) => refused('4', method, path, kind)),
  ...[...bodies.filter(([key]) => key !== 'os-stop' && key !== 'os-start'), ...otherActions].flatMap(inInvalidState),
  locked,
  ...notMigrated('host %(host)s'),
  ...notMigrated('another host'),
  // what the API does all by itself is done when it says that it accepted the request
  { edge: 'end', logger: access, level: 'INFO', narrow: true, follows: 'request', says: 'success', kinds: ['resetState'],
    captures: { instance: 'instance' },
    text: '%(client)s "POST %(path)s/servers/%(instance)s/action HTTP/1.1" status: 202 %(rest)s',
    sample: `10.20.0.11 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 378 time: 0.2040830` },
  { edge: 'end', logger: access, level: 'INFO', narrow: true, follows: 'request', says: 'success', kinds: ['resetState'],
    captures: { instance: 'instance' },
    text: '%(client)s "POST %(path)s/servers/%(instance)s/action" status: 202 %(rest)s',
    sample: `10.20.0.11 "POST /v2.1/servers/${vm}/action" status: 202 len: 378 microversion: 2.1` },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Going to try to stop instance', kinds: ['stop'],
    says: 'opens' },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Going to try to start instance', kinds: ['start'],
    says: 'opens' },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Going to try to live migrate instance to %s',
    kinds: ['live-migration'], says: 'opens', captures: { 0: 'destination' },
    sample: 'Going to try to live migrate instance to cmp02' },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Going to cancel live migration %s',
    kinds: ['live_migration_cancel'], says: 'opens', sample: 'Going to cancel live migration 12' },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Going to try to force live migration to complete',
    kinds: ['live_migration_force_complete'], says: 'opens' },
  { edge: 'begin', logger: compute, level: 'DEBUG', text: 'Try to trigger crash dump',
    kinds: ['trigger_crash_dump'], says: 'opens' },
  { edge: 'note', logger: compute, level: 'DEBUG', text: 'Locking', kinds: ['lock'], says: 'success' },
  { edge: 'note', logger: compute, level: 'DEBUG', text: 'Unlocking', kinds: ['unlock'], says: 'success' },
];
