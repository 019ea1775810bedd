// Stories of actions in which an image is made, and the guest put away and taken back.

import { type ActionStory, rpc, trace, vm } from './parts';

export const imageStories: readonly ActionStory[] = [
  { name: 'snapshot, INFO', release: 14, rows: `
    0 INFO mgr r1 vm instance snapshotting
    0.5 INFO virt r1 vm Beginning live snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete`,
  tells: 'createImage? success', phases: 'image_snapshot:success' },
  { name: 'snapshot, DEBUG', release: 33, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method ServersController._action_create_image>, body: {"createImage": {"name": "x"}}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    1 INFO mgr r1 vm instance snapshotting
    1.5 INFO virt r1 vm Beginning cold snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete
    20.4 INFO mgr r1 vm Took 19.40 seconds to snapshot the instance on the hypervisor.`,
  tells: 'createImage success', phases: 'api:success image_snapshot:success' },
  { name: 'snapshot whose upload fails', release: 22, rows: `
    0 INFO mgr r1 vm instance snapshotting
    0.5 INFO virt r1 vm Beginning live snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    9 INFO mgr r1 vm Successfully reverted task state from image_uploading on failure for instance.${
  rpc(9.1, 'compute/manager.py', '_snapshot_instance', 'glanceclient.exc.HTTPForbidden', 'Quota exceeded')}`,
  tells: 'createImage failed in image_snapshot | HTTPForbidden@9', phases: 'image_snapshot:failed' },
  { name: 'snapshot of volumes, which nova-api makes by itself', release: 22, rows: `
    0 INFO api r1 vm Attempting to quiesce instance before volume snapshot.
    0.5 INFO api r1 vm Skipping quiescing instance: QEMU guest agent is not enabled.
    1 DEBUG api r1 vm Creating snapshot from volume ${vm}.`,
  tells: 'createImage unknown', phases: 'image_snapshot:unknown' },
  { name: 'backup, DEBUG', release: 22, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method CreateBackupController._create_backup>, body: {"createBackup": {"name": "x"}}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    1 INFO mgr r1 vm instance snapshotting
    1.5 INFO virt r1 vm Beginning live snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete
    20.2 INFO mgr r1 vm Took 19.20 seconds to snapshot the instance on the hypervisor.
    20.4 DEBUG mgr r1 vm Found 4 images (rotation: 3)
    20.5 DEBUG mgr r1 vm Rotating out 1 backups`,
  tells: 'createBackup success', phases: 'api:success image_snapshot:success rotate_backups:success' },
  { name: 'backup that fails', release: 33, rows: `
    0 INFO mgr r1 vm instance snapshotting
    3 INFO mgr r1 vm Successfully reverted task state from image_backup on failure for instance.`,
  tells: 'createBackup failed in image_snapshot', phases: 'image_snapshot:failed' },
  { name: 'shelve of an instance with a disk, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Shelving
    3 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
    3.2 INFO virt - vm Instance destroyed successfully.
    4 INFO virt r1 vm Beginning cold snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete`,
  tells: 'shelve unknown', phases: 'shelving:unknown power_off:success destroy:unknown image_snapshot:success' },
  { name: 'shelve whose image is not taken', release: 22, rows: `
    0 INFO mgr r1 vm Shelving
    4 INFO virt r1 vm Beginning cold snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    9 INFO mgr r1 vm Successfully reverted task state from shelving_image_uploading on failure for instance.${
  rpc(9.1, 'compute/manager.py', '_shelve_instance', 'glanceclient.exc.HTTPForbidden', 'Quota exceeded')}`,
  tells: 'shelve failed in image_snapshot | HTTPForbidden@9', phases: 'shelving:unknown image_snapshot:failed' },
  { name: 'shelve that offloads at once, INFO', release: 33, rows: `
    0 INFO mgr r1 vm Shelving
    4 INFO virt r1 vm Beginning cold snapshot process
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete
    20.3 INFO mgr r1 vm Shelve offloading
    21 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}_del
    21.2 INFO virt r1 vm Deletion of /var/lib/nova/instances/${vm}_del complete
    21.6 INFO nova.scheduler.client.report r1 Deleted allocations for instance ${vm}`,
  tells: 'shelve success', phases: 'shelving:success image_snapshot:success shelving_offloading:success cleanup:success',
  states: 'shelved_offloaded' },
  { name: 'shelve whose offload fails', release: 33, rows: `
    0 INFO mgr r1 vm Shelving
    8 INFO virt r1 vm Snapshot extracted, beginning image upload
    20 INFO virt r1 vm Snapshot image upload complete
    20.3 INFO mgr r1 vm Shelve offloading
    21 INFO mgr r1 vm Successfully reverted task state from shelving_offloading on failure for instance.${
  rpc(21.2, 'compute/manager.py', 'shelve_instance', 'libvirt.libvirtError', 'Failed to terminate process')}`,
  tells: 'shelve failed in shelving_offloading | libvirtError@10',
  phases: 'shelving:success image_snapshot:success shelving_offloading:failed' },
  { name: 'shelve offload, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Shelve offloading
    1 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}_del
    1.2 INFO virt r1 vm Deletion of /var/lib/nova/instances/${vm}_del complete
    1.6 INFO nova.scheduler.client.report r1 Deleted allocation for instance ${vm}`,
  tells: 'shelveOffload? success', phases: 'shelving_offloading:success cleanup:success', states: 'shelved_offloaded' },
  { name: 'unshelve, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Unshelving
    1 INFO claim r1 vm Claim successful on node cmp01
    3 INFO virt r1 vm Creating image
    9 INFO virt - vm Instance spawned successfully.`,
  tells: 'unshelve success', phases: 'unshelving:success claim:success spawning:success image:success', states: 'active' },
  { name: 'unshelve, INFO', release: 33, rows: `
    0 INFO mgr r1 vm Unshelving
    1 INFO claim r1 vm Claim successful on node cmp01
    3 INFO virt r1 vm Creating image(s)
    9 INFO virt - vm Instance spawned successfully.`,
  tells: 'unshelve success', phases: 'unshelving:success claim:success spawning:success image:success', states: 'active' },
  { name: 'unshelve of a guest that is still on its host', release: 17, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method ShelveController._unshelve>, body: {"unshelve": null}
    0.1 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    2 INFO virt r1 vm Instance rebooted successfully.`,
  tells: 'unshelve success', phases: 'api:success powering_on:success', states: 'active' },
  { name: 'unshelve whose image is gone', release: 20, rows: `
    0 ERROR cond r1 vm Unshelve attempted but the image ${vm} cannot be found.`,
  tells: 'unshelve failed in unshelving | ImageNotFound@1', phases: 'unshelving:failed', states: 'error' },
  { name: 'unshelve without a host', release: 22, rows: `
    0 WARNING cond r1 vm No valid host found for unshelve instance
    0.1 WARNING util r1 vm Setting instance to SHELVED_OFFLOADED state.`,
  tells: 'unshelve failed in scheduling | NoValidHost@1', phases: 'scheduling:failed', states: 'shelved_offloaded' },
  { name: 'unshelve whose guest does not start', release: 33, rows: `
    0 INFO mgr r1 vm Unshelving
    5 ERROR mgr r1 vm Instance failed to spawn${
  trace('compute/manager.py', '_unshelve_instance', 'libvirt.libvirtError', 'internal error: process exited while connecting to monitor')}
    5.4 INFO mgr r1 vm Successfully reverted task state from spawning on failure for instance.`,
  tells: 'unshelve failed in unshelving | libvirtError@6', phases: 'unshelving:failed spawning:failed' },
  { name: 'rebuild of an instance that is stopped, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Rebuilding instance
    1.2 INFO virt r1 vm Instance destroyed successfully.
    8 INFO virt - vm Instance spawned successfully.
    8.4 INFO mgr r1 vm bringing vm to original state: 'stopped'
    12 INFO virt r1 vm Instance shutdown successfully after 3 seconds.`,
  tells: 'rebuild success', phases: 'start:success power_off:success destroy:success spawning:success', states: 'stopped' },
  { name: 'rebuild whose volume Cinder does not fill in time', release: 29, rows: `
    0 INFO mgr r1 vm Rebuilding instance
    1200 WARNING mgr r1 vm Timeout waiting for [('volume-reimaged', '${vm}')] for instance with vm_state active and task_state rebuild_block_device_mapping. Event states are: volume-reimaged-${vm}: timed out after 1200.00 seconds
    1200.1 ERROR mgr r1 vm Failed to rebuild volume backed instance: 1200 seconds
    1200.2 INFO mgr r1 vm Successfully reverted task state from rebuild_block_device_mapping on failure for instance.`,
  tells: 'rebuild failed in block_device_mapping', phases: 'start:success block_device_mapping:failed', states: 'error' },
  { name: 'rescue, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Rescuing
    3 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
    3.2 INFO virt - vm Instance destroyed successfully.
    3.4 INFO virt r1 vm Attempting rescue
    3.6 INFO virt r1 vm Creating image
    6 INFO mgr - vm VM Started (Lifecycle Event)`,
  tells: 'rescue success', phases: 'rescuing:success power_off:success destroy:success image:success', states: 'rescued' },
  { name: 'rescue that fails', release: 33, rows: `
    0 INFO mgr r1 vm Rescuing
    3.4 INFO virt r1 vm Attempting a stable device rescue
    4 ERROR mgr r1 vm Error trying to Rescue Instance${
  trace('compute/manager.py', 'rescue_instance', 'nova.exception.ImageNotFound', 'Image 2c1d could not be found.')}
    4.2 INFO mgr r1 vm Successfully reverted task state from rescuing on failure for instance.`,
  tells: 'rescue failed in rescuing | ImageNotFound@7', phases: 'rescuing:failed', states: 'error' },
  { name: 'unrescue, DEBUG', release: 14, rows: `
    0 INFO mgr r1 vm Unrescuing
    1 INFO virt - vm Instance destroyed successfully.
    2 DEBUG mgr r1 vm Checking state`,
  tells: 'unrescue success', phases: 'unrescuing:success destroy:success', states: 'active' },
  { name: 'unrescue that fails', release: 33, rows: `
    0 INFO mgr r1 vm Unrescuing
    1 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', 'unrescue_instance', 'libvirt.libvirtError', 'Domain not found: no domain')}`,
  tells: 'unrescue failed in unrescuing | libvirtError@6', phases: 'unrescuing:failed', states: 'error' },
];
