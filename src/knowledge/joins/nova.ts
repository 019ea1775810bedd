// Log statements of Nova that carry the ids of ports, volumes, migrations and guests, or whose place among
// the lines of other services is known. Templates are Nova's own; what may stand on which side of a rule
// follows from its code: who casts or calls whom, and what is logged before and after that.

import { claimRows } from './claims';
import type { JoinSpec } from './schema';

const manager = 'nova.compute.manager';
const libvirt = 'nova.virt.libvirt.driver';
const neutron = ['nova.network.neutron', 'nova.network.neutronv2.api'];
const api = 'nova.compute.api';
const port = '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const volume = 'b3d1a6f0-5a0c-4f38-9d0e-0a9a3f3a4b11';
const instance = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const migration = 'c0de4a51-8f7e-4f7b-8a53-1d8f0e6a9b24';

/** What is only asked for is not sent on. */
const changes = ['POST', 'PUT', 'DELETE'];
const sent = [{ rule: 'sent', side: 'before' }] as const;

export const novaJoins: readonly JoinSpec[] = [
  ...claimRows,

  // ---- ids that belong to the instance ----
  { logger: neutron, text: 'Successfully created port: %s', ids: { 0: 'port' },
    sample: `Successfully created port: ${port}` },
  { logger: neutron, text: 'Successfully updated port: %s', ids: { 0: 'port' },
    sample: `Successfully updated port: ${port}` },
  { logger: manager, ids: { event: 'port' },
    text: 'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
    sample: `Received unexpected event network-vif-plugged-${port} for instance with vm_state active and task_state None.` },
  { logger: 'os_vif', text: 'Successfully plugged vif %s', within: '0',
    sample: `Successfully plugged vif VIFOpenVSwitch(active=False,address=fa:16:3e:5c:1b:07,bridge_name='br-int',id=${port},vif_name='tap5f6d1c90-3c')` },
  { logger: 'os_vif', text: 'Successfully unplugged vif %s', within: '0',
    sample: `Successfully unplugged vif VIFOpenVSwitch(active=True,address=fa:16:3e:5c:1b:07,bridge_name='br-int',id=${port},vif_name='tap5f6d1c90-3c')` },
  { logger: libvirt, text: 'End _get_guest_xml xml=%(xml)s', within: 'xml',
    sample: 'End _get_guest_xml xml=<domain type="kvm"><name>instance-0000001a</name><mac address="fa:16:3e:5c:1b:07"/></domain>' },
  { logger: manager, text: 'Attaching volume %(volume_id)s to %(mountpoint)s', ids: { volume_id: 'volume' },
    sample: `Attaching volume ${volume} to /dev/vdb` },
  { logger: manager, text: 'Failed to attach %(volume_id)s at %(mountpoint)s', ids: { volume_id: 'volume' },
    sample: `Failed to attach ${volume} at /dev/vdb` },
  { logger: manager, text: 'Detaching volume %(volume_id)s', ids: { volume_id: 'volume' },
    sample: `Detaching volume ${volume}` },
  { logger: manager, text: 'Detach volume %(volume_id)s from mountpoint %(mp)s', ids: { volume_id: 'volume' },
    sample: `Detach volume ${volume} from mountpoint /dev/vdb` },
  { logger: 'nova.virt.block_device', text: 'Booting with volume %(volume_id)s at %(mountpoint)s',
    ids: { volume_id: 'volume' }, sample: `Booting with volume ${volume} at /dev/vda` },
  { logger: 'nova.virt.block_device', text: 'Attempting to driver detach volume %(volume_id)s from mountpoint %(mp)s',
    ids: { volume_id: 'volume' }, sample: `Attempting to driver detach volume ${volume} from mountpoint /dev/vdb` },
  { logger: manager, text: 'Going to confirm migration %s', ids: { 0: 'migration' },
    sample: `Going to confirm migration ${migration}` },
  { logger: 'nova.compute.resource_tracker', text: 'Updating resource usage from migration %s',
    ids: { 0: 'migration' }, sample: `Updating resource usage from migration ${migration}` },
  { logger: 'nova.compute.resource_tracker', text: 'Starting to track incoming migration %s with flavor %s',
    ids: { 0: 'migration' },
    sample: `Starting to track incoming migration ${migration} with flavor 2f1d7c86-9c41-4b0e-9d36-2b8c4e1a6f70` },
  { logger: 'nova.compute.resource_tracker', text: 'Starting to track outgoing migration %s with flavor %s',
    ids: { 0: 'migration' },
    sample: `Starting to track outgoing migration ${migration} with flavor 2f1d7c86-9c41-4b0e-9d36-2b8c4e1a6f70` },
  { logger: manager, text: 'Automatically confirming migration %(migration_id)s for instance %(instance_uuid)s',
    ids: { migration_id: 'migration' }, instance: 'instance_uuid',
    sample: `Automatically confirming migration ${migration} for instance ${instance}` },

  // ---- the API took up a request: what it casts or calls comes later ----
  { logger: 'nova.osapi_compute.wsgi.server', only: { placeholder: 'request_line', begins: changes }, order: [
      { rule: 'sent', side: 'before', took: 'time' }, { rule: 'answered', side: 'after' }],
    text: '%(client_ip)s "%(request_line)s" status: %(status_code)s len: %(body_length)s time: %(time).7f',
    sample: '192.0.2.7 "POST /v2.1/servers HTTP/1.1" status: 202 len: 789 time: 1.2345670' },
  { logger: 'nova.api.openstack.requestlog', only: { placeholder: 'REQUEST_METHOD', begins: changes }, order: [
      { rule: 'sent', side: 'before', took: 'time' }, { rule: 'answered', side: 'after' }],
    text: '%(REMOTE_ADDR)s "%(REQUEST_METHOD)s %(REQUEST_URI)s" status: %(status)s len: %(len)s microversion: %(microversion)s time: %(time).6f',
    sample: '192.0.2.7 "POST /v2.1/servers" status: 202 len: 789 microversion: 2.1 time: 1.234567' },
  { logger: ['nova.api.openstack.wsgi'], order: sent,
    text: "Action: '%(action)s', calling method: %(meth)s, body: %(body)s",
    sample: "Action: 'create', calling method: <function ServersController.create at 0x7f>, body: {\"server\": {}}" },
  { logger: api, text: 'Going to try to terminate instance', order: sent, sample: 'Going to try to terminate instance' },
  { logger: api, text: 'Going to try to soft delete instance', order: sent,
    sample: 'Going to try to soft delete instance' },
  { logger: api, text: 'Going to try to stop instance', order: sent, sample: 'Going to try to stop instance' },
  { logger: api, text: 'Going to try to start instance', order: sent, sample: 'Going to try to start instance' },
  { logger: api, text: 'Going to try to live migrate instance to %s', order: sent,
    sample: 'Going to try to live migrate instance to cmp02' },
  { logger: ['nova.api.openstack.compute.server_external_events',
      'nova.api.openstack.compute.contrib.server_external_events'],
    ids: { tag: 'port' }, instance: 'instance_uuid', order: sent,
    text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s on %(host)s',
    sample: `Creating event network-vif-plugged:${port} for instance ${instance} on cmp01` },
  { logger: ['nova.api.openstack.compute.server_external_events',
      'nova.api.openstack.compute.contrib.server_external_events'],
    ids: { tag: 'port' }, instance: 'instance_uuid', order: sent,
    text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s',
    sample: `Creating event network-vif-plugged:${port} for instance ${instance}` },
  { logger: manager, text: 'Get console output', order: [{ rule: 'answered', side: 'before' }],
    sample: 'Get console output' },

  // ---- conductor and hosts ----
  { logger: 'nova.conductor.manager', text: 'Selected host: %s; Selected node: %s; Alternates: %s',
    order: [{ rule: 'chosen', side: 'before', host: '0' }],
    sample: "Selected host: cmp01; Selected node: cmp01; Alternates: [('cmp02', 'cmp02')]" },
  { logger: 'nova.conductor.tasks.migrate', order: [{ rule: 'chosen', side: 'before', host: '0' }],
    text: 'Calling prep_resize with selected host: %s; Selected node: %s; Alternates: %s',
    sample: 'Calling prep_resize with selected host: cmp02; Selected node: cmp02; Alternates: []' },
  { logger: 'nova.conductor.manager', text: 'Scheduler selected host: %s, node:%s',
    order: [{ rule: 'chosen', side: 'before', host: '0' }], sample: 'Scheduler selected host: cmp02, node:cmp02' },
  { logger: manager, text: 'Build of instance %(instance_uuid)s was re-scheduled: %(reason)s',
    order: [{ rule: 'rescheduled', side: 'before' }],
    sample: `Build of instance ${instance} was re-scheduled: internal error` },
  { logger: manager, text: 'Instance failed to spawn', order: [{ rule: 'rescheduled', side: 'before' }],
    sample: 'Instance failed to spawn' },
  { logger: 'nova.scheduler.utils', text: 'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s',
    order: [{ rule: 'rescheduled', side: 'after', host: 'last_host' }],
    sample: "Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):']" },

  // ---- live migration: both calls to the destination come back before the source goes on ----
  { logger: manager, text: 'Took %0.2f seconds for pre_live_migration on destination host %s.',
    order: [{ rule: 'pre-live', side: 'after' }, { rule: 'called-pre-live', side: 'before', took: '0' }],
    sample: 'Took 3.20 seconds for pre_live_migration on destination host cmp02.' },
  ...['Connecting volumes before live migration.', 'Plugging VIFs before live migration.',
    'Plugging VIFs using destination host port bindings before live migration.'].map((text): JoinSpec => ({
    logger: libvirt, text, sample: text,
    order: [{ rule: 'pre-live', side: 'before' }, { rule: 'called-pre-live', side: 'after' }] })),
  { logger: manager, text: '_post_live_migration() is started..', order: [{ rule: 'post-live', side: 'before' }],
    sample: '_post_live_migration() is started..' },
  { logger: manager, text: 'Post operation of migration started', order: [
      { rule: 'post-live', side: 'after' }, { rule: 'taken-over', side: 'before' }],
    sample: 'Post operation of migration started' },
  { logger: manager, text: 'Migrating instance to %s finished successfully.',
    // until Newton the destination was told by a cast, which nobody waits for
    order: [{ rule: 'taken-over', side: 'after', beside: 'pre-live' }], sample: 'Migrating instance to cmp02 finished successfully.' },

  // ---- resize and cold migration ----
  { logger: manager, text: 'Migrating', order: [{ rule: 'prepared-resize', side: 'before' }], sample: 'Migrating' },
  { logger: libvirt, text: 'Starting migrate_disk_and_power_off',
    order: [{ rule: 'prepared-resize', side: 'after' }, { rule: 'sent-disks', side: 'before' }],
    sample: 'Starting migrate_disk_and_power_off' },
  { logger: libvirt, text: 'Starting finish_migration', order: [{ rule: 'sent-disks', side: 'after' }],
    sample: 'Starting finish_migration' },
  { logger: libvirt, text: 'finish_migration finished successfully.',
    order: [{ rule: 'sent-disks', side: 'after' }], sample: 'finish_migration finished successfully.' },
];
