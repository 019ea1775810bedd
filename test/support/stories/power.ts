// Stories of actions in which the guest is switched, paused, suspended, deleted.

import { type ActionStory, rpc, trace, vm } from './parts';

export const powerStories: readonly ActionStory[] = [
  { name: 'stop, DEBUG', release: 14, rows: `
    0 DEBUG api r1 vm Going to try to stop instance
    0.5 DEBUG mgr r1 vm Stopping instance; current vm_state: active, current task_state: powering-off, current DB power_state: 1, current VM power_state: 1
    0.6 DEBUG virt r1 vm Shutting down instance from state 1
    3.6 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
    3.8 INFO virt - vm Instance destroyed successfully.`,
  tells: 'stop success', phases: 'api:success power_off:success', states: 'stopped' },
  { name: 'stop of a guest that does not listen, INFO', release: 33, rows: `
    0 INFO virt r1 vm Instance failed to shutdown in 60 seconds.
    1 INFO virt - vm Instance destroyed successfully.`,
  tells: 'stop? unknown', phases: 'power_off:success' },
  { name: 'stop that libvirt carries out at the second attempt', release: 14, rows: `
    0 DEBUG mgr r1 vm Stopping instance; current vm_state: active, current task_state: powering-off, current DB power_state: 1, current VM power_state: 1
    60 INFO virt r1 vm Instance failed to shutdown in 60 seconds.
    75 WARNING virt r1 vm Error from libvirt during destroy. Code=38 Error=Failed to terminate process; attempt 1 of 3
    95 INFO virt - vm Instance destroyed successfully.`,
  tells: 'stop success', phases: 'power_off:success', states: 'stopped' },
  { name: 'stop that fails in libvirt', release: 22, rows: `
    0 DEBUG mgr r1 vm Stopping instance; current vm_state: active, current task_state: powering-off, current DB power_state: 1, current VM power_state: 1
    60 INFO virt r1 vm Instance failed to shutdown in 60 seconds.
    61 ERROR virt r1 vm Error from libvirt during destroy. Code=38 Error=Failed to terminate process
    61.1 INFO mgr r1 vm Successfully reverted task state from powering-off on failure for instance.${
  rpc(61.2, 'compute/manager.py', 'stop_instance', 'libvirt.libvirtError', 'Failed to terminate process')}`,
  tells: 'stop failed in power_off | libvirtError@9', phases: 'power_off:failed' },
  { name: 'stop of a guest that is off', release: 14, rows: `
    0 DEBUG mgr r1 vm Stopping instance; current vm_state: active, current task_state: powering-off, current DB power_state: 1, current VM power_state: 4
    0.1 INFO mgr r1 vm Instance is already powered off in the hypervisor when stop is called.
    0.2 INFO virt r1 vm Instance already shutdown.
    0.4 INFO virt - vm Instance destroyed successfully.`,
  tells: 'stop success', phases: 'power_off:success', states: 'stopped' },
  { name: 'start, DEBUG', release: 22, rows: `
    0 DEBUG api r1 vm Going to try to start instance
    0.4 DEBUG virt r1 vm Start _get_guest_xml network_info=[] disk_info={} image_meta=ImageMeta rescue=None block_device_info={}
    0.6 DEBUG virt r1 vm End _get_guest_xml xml=<domain type="kvm">
    2 INFO virt - vm Instance rebooted successfully.`,
  tells: 'start success', phases: 'api:success powering_on:success guest_xml:success', states: 'active' },
  { name: 'start that fails', release: 33, rows: `
    0 DEBUG api r1 vm Going to try to start instance
    1 ERROR virt r1 vm Failed to start libvirt guest: libvirt.libvirtError: internal error: process exited while connecting to monitor
    1.2 INFO mgr r1 vm Successfully reverted task state from powering-on on failure for instance.${
  rpc(1.3, 'compute/manager.py', 'start_instance', 'libvirt.libvirtError', 'internal error: process exited while connecting to monitor')}`,
  tells: 'start failed in powering_on | libvirtError@2', phases: 'api:success powering_on:failed power_on:failed' },
  { name: 'soft reboot, INFO', release: 14, rows: `
    0 INFO mgr r1 vm Rebooting instance
    4 INFO virt r1 vm Instance shutdown successfully.
    6 INFO virt - vm Instance running successfully.
    6.1 INFO virt r1 vm Instance soft rebooted successfully.`,
  tells: 'reboot success', phases: 'rebooting:success', states: 'active' },
  { name: 'soft reboot that becomes a hard one, INFO', release: 33, rows: `
    0 INFO mgr r1 vm Rebooting instance
    120 WARNING virt r1 vm Failed to soft reboot instance. Trying hard reboot.
    121 INFO virt - vm Instance destroyed successfully.
    122 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    123 INFO virt - vm Instance rebooted successfully.`,
  tells: 'reboot success', phases: 'rebooting:success destroy:success vif_plug:success', states: 'active' },
  { name: 'hard reboot that fails', release: 22, rows: `
    0 INFO mgr r1 vm Rebooting instance
    1 INFO virt - vm Instance destroyed successfully.
    2 ERROR mgr r1 vm Cannot reboot instance: Domain not found: no domain with matching uuid
    2.1 INFO mgr r1 vm Successfully reverted task state from reboot_started_hard on failure for instance.`,
  tells: 'reboot failed in rebooting | libvirtError@3', phases: 'rebooting:failed destroy:success', states: 'error' },
  { name: 'pause, INFO', release: 14, rows: `
    0 INFO mgr r1 vm Pausing
    0.3 INFO mgr - vm VM Paused (Lifecycle Event)`,
  tells: 'pause success', phases: 'pausing:success', states: 'paused' },
  { name: 'pause, DEBUG without the event', release: 33, rows: `
    0 INFO mgr r1 vm Pausing
    0.3 DEBUG mgr r1 vm Checking state`,
  tells: 'pause success', phases: 'pausing:success', states: 'paused' },
  { name: 'pause that fails', release: 22, rows: `
    0 INFO mgr r1 vm Pausing
    0.3 INFO mgr r1 vm Successfully reverted task state from pausing on failure for instance.${
  rpc(0.4, 'compute/manager.py', 'pause_instance', 'libvirt.libvirtError', 'Timed out during operation: cannot acquire state change lock')}`,
  tells: 'pause failed in pausing | libvirtError@7', phases: 'pausing:failed' },
  { name: 'unpause, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Unpausing
    0.3 INFO mgr - vm VM Resumed (Lifecycle Event)`,
  tells: 'unpause success', phases: 'unpausing:success', states: 'active' },
  { name: 'unpause that fails', release: 14, rows: `
    0 INFO mgr r1 vm Unpausing
    0.3 INFO mgr r1 vm Successfully reverted task state from unpausing on failure for instance.`,
  tells: 'unpause failed in unpausing', phases: 'unpausing:failed' },
  { name: 'suspend, DEBUG', release: 33, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method SuspendServerController._suspend>, body: {"suspend": null}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    4 INFO mgr - vm VM Stopped (Lifecycle Event)
    4.1 DEBUG mgr r1 vm Checking state`,
  tells: 'suspend success', phases: 'api:success suspending:success', states: 'suspended' },
  { name: 'suspend that fails, INFO', release: 14, rows: `
    0 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', 'suspend_instance', 'libvirtError', 'operation failed: domain save job: unexpectedly failed')}
    0.2 INFO mgr r1 vm Successfully reverted task state from suspending on failure for instance.`,
  tells: 'suspend failed in suspending | libvirtError@5', phases: 'suspending:failed', states: 'error' },
  { name: 'resume, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Resuming
    1 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    2 INFO mgr - vm VM Started (Lifecycle Event)
    2.1 INFO mgr - vm VM Resumed (Lifecycle Event)`,
  tells: 'resume success', phases: 'resuming:success vif_plug:success' },
  { name: 'resume, INFO, told by the driver', release: 29, rows: `
    0 INFO mgr r1 vm Resuming
    1.4 INFO virt - vm Instance running successfully.`,
  tells: 'resume success', phases: 'resuming:success' },
  { name: 'resume that fails', release: 33, rows: `
    0 INFO mgr r1 vm Resuming
    1 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', 'resume_instance', 'libvirt.libvirtError', 'internal error: unable to restore')}
    1.2 INFO mgr r1 vm Successfully reverted task state from resuming on failure for instance.`,
  tells: 'resume failed in resuming | libvirtError@6', phases: 'resuming:failed', states: 'error' },
  { name: 'restore, DEBUG', release: 22, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method DeferredDeleteController._restore>, body: {"restore": null}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    2 INFO virt - vm Instance rebooted successfully.
    2.2 DEBUG mgr r1 vm Checking state`,
  tells: 'restore success', phases: 'api:success restoring:success powering_on:success', states: 'active' },
  { name: 'restore that fails on the host', release: 22, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method DeferredDeleteController._restore>, body: {"restore": null}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.1${
  rpc(1, 'compute/manager.py', 'restore_instance', 'libvirt.libvirtError', 'Domain not found')}`,
  tells: 'restore failed in restoring | libvirtError@7', phases: 'api:success restoring:failed' },
  { name: 'soft delete, DEBUG', release: 22, rows: `
    0 DEBUG api r1 vm Going to try to soft delete instance
    3.2 INFO virt - vm Instance destroyed successfully.`,
  tells: 'soft-delete unknown', phases: 'api:unknown destroy:unknown' },
  { name: 'soft delete that fails', release: 14, rows: `
    0 DEBUG api r1 vm Going to try to soft delete instance
    3 INFO mgr r1 vm Successfully reverted task state from soft-deleting on failure for instance.`,
  tells: 'soft-delete failed in destroy', phases: 'api:success destroy:failed' },
  { name: 'force delete, DEBUG', release: 33, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method DeferredDeleteController._force_delete>, body: {"forceDelete": null}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    1 INFO mgr r1 vm Terminating instance
    2 INFO virt - vm Instance destroyed successfully.
    2.2 INFO mgr r1 vm Took 1.20 seconds to destroy the instance on the hypervisor.
    3 INFO mgr r1 vm Took 0.60 seconds to deallocate network for instance.`,
  tells: 'delete success', phases: 'api:success destroy:success deallocate_network:success', states: 'deleted' },
];
