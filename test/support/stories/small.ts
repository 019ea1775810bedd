// Stories of actions in which nova-api or one call does it all.

import { type ActionStory, trace, vm } from './parts';

const refused = [
  ['restore', 'DeferredDeleteController._restore', '{"restore": null}', 'restore', 409],
  ['lock', 'LockServerController._lock', '{"lock": null}', 'lock', 403],
  ['unlock', 'LockServerController._unlock', '{"unlock": null}', 'unlock', 403],
  ['reset state', 'AdminActionsController._reset_state', '{"os-resetState": {"state": "active"}}', 'resetState', 404],
] as const;

export const smallStories: readonly ActionStory[] = [
  { name: 'lock', release: 14, rows: '0 DEBUG api r1 vm Locking', tells: 'lock success', phases: 'api:success' },
  { name: 'unlock', release: 33, rows: '0 DEBUG api r1 vm Unlocking', tells: 'unlock success', phases: 'api:success' },
  ...refused.map(([name, method, body, kind, status]): ActionStory => ({
    name: `${name} that the API refuses`, release: 22, tells: `${kind} failed in api`, phases: 'api:failed', rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method ${method}>, body: ${body}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: ${status} len: 100 time: 0.2`,
  })),
  { name: 'password, INFO', release: 14, rows: '0 INFO mgr r1 vm Root password set', tells: 'changePassword success',
    phases: 'updating_password:success' },
  { name: 'password, INFO', release: 22, rows: '0 INFO mgr r1 vm Admin password set', tells: 'changePassword success',
    phases: 'updating_password:success' },
  { name: 'password that fails', release: 33, rows: `
    0 ERROR mgr r1 vm set_admin_password failed${
  trace('compute/manager.py', 'set_admin_password', 'libvirt.libvirtError', 'Guest agent is not responding')}`,
  tells: 'changePassword failed in updating_password | libvirtError@5', phases: 'updating_password:failed' },
  { name: 'crash dump, DEBUG', release: 22, rows: '0 DEBUG api r1 vm Try to trigger crash dump',
    tells: 'trigger_crash_dump unknown', phases: 'api:unknown' },
  { name: 'crash dump that fails', release: 14, rows: `
    0 ERROR virt r1 Error from libvirt while injecting an NMI to ${vm}: [Error Code 55] Requested operation is not valid: domain is not running`,
  tells: 'trigger_crash_dump failed in crash_dump | libvirtError@1', phases: 'crash_dump:failed' },
  { name: 'reset state, DEBUG', release: 22, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method AdminActionsController._reset_state>, body: {"os-resetState": {"state": "active"}}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2`,
  tells: 'resetState success', phases: 'api:success' },
  { name: 'stop that the API refuses', release: 22, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method ServersController._stop_server>, body: {"os-stop": null}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 409 len: 100 time: 0.2`,
  tells: 'stop failed in api', phases: 'api:failed' },
  { name: 'cancel of a live migration', release: 14, rows: '0 DEBUG api r1 vm Going to cancel live migration 12',
    tells: 'live_migration_cancel unknown', phases: 'api:unknown' },
  { name: 'force completion', release: 33, rows: '0 DEBUG api r1 vm Going to try to force live migration to complete',
    tells: 'live_migration_force_complete unknown', phases: 'api:unknown' },
];
