// Log statements of Neutron, Cinder, Glance, Placement, libvirt and QEMU that say what became of a port, a
// volume, an image, an allocation or a guest. Templates are those of the services' own source.

import type { ServiceLineSpec } from './schema';

const port = '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const volume = 'b3d1a6f0-5a0c-4f38-9d0e-0a9a3f3a4b11';
const image = '70c1e9d4-2f0b-4c3e-8a55-9d1f0e6a7b82';
const instance = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';

const plugin = ['neutron.plugins.ml2.plugin'];
const binding = ['neutron.plugins.ml2.managers'];
const notifier = ['neutron.notifiers.nova'];
const agents = [
  'neutron.plugins.ml2.drivers.openvswitch.agent.ovs_neutron_agent', 'neutron.plugins.ml2.drivers.agent._common_agent',
  'neutron.plugins.ml2.drivers.mech_sriov.agent.sriov_nic_agent',
  'neutron.plugins.openvswitch.agent.ovs_neutron_agent', 'neutron.plugins.linuxbridge.agent.linuxbridge_neutron_agent',
];
const volumeApi = ['cinder.volume.api', 'cinder.volume.manager'];

const access = '%(client_ip)s "%(request_line)s" status: %(status_code)s  len: %(body_length)s time: %(time).7f';

export const serviceLines: readonly ServiceLineSpec[] = [
  // ---- Neutron ----
  { id: 'port-binding', service: 'neutron', loggers: binding,
    text: 'Attempting to bind port %(port)s on host %(host)s for vnic_type %(vnic_type)s with profile %(profile)s',
    about: 'port', sample: `Attempting to bind port ${port} on host cmp01 for vnic_type normal with profile ` },
  { id: 'port-binding', service: 'neutron', loggers: plugin, about: 'port',
    text: 'Attempt %(count)s to bind port %(port)s', sample: `Attempt 2 to bind port ${port}` },
  { id: 'port-bound', service: 'neutron', loggers: binding, about: 'port',
    text: 'Bound port: %(port)s, host: %(host)s, vif_type: %(vif_type)s, vif_details: %(vif_details)s, binding_levels: %(binding_levels)s',
    sample: `Bound port: ${port}, host: cmp01, vif_type: ovs, vif_details: {"port_filter": true}, binding_levels: []` },
  { id: 'port-binding-failed', service: 'neutron', loggers: binding, about: 'port',
    text: 'Failed to bind port %(port)s on host %(host)s for vnic_type %(vnic_type)s using segments %(segments)s',
    sample: `Failed to bind port ${port} on host cmp01 for vnic_type normal using segments []` },
  { id: 'port-binding-failed', service: 'neutron', loggers: binding, about: 'port',
    text: 'Failed to bind port %(port)s on host %(host)s at level %(lvl)s',
    sample: `Failed to bind port ${port} on host cmp01 at level 1` },
  { id: 'port-provisioned', service: 'neutron', loggers: ['neutron.db.provisioning_blocks'], about: 'oid',
    text: 'Provisioning complete for %(otype)s %(oid)s triggered by entity %(entity)s.',
    sample: `Provisioning complete for port ${port} triggered by entity L2.` },
  { id: 'port-status', service: 'neutron', loggers: plugin, about: '0',
    text: 'Current status of the port %s is: %s; New status is: %s',
    sample: `Current status of the port ${port} is: BUILD; New status is: ACTIVE` },
  { id: 'port-device-up', service: 'neutron', loggers: ['neutron.plugins.ml2.rpc'], about: 'device',
    text: 'Device %(device)s up at agent %(agent_id)s', sample: `Device ${port} up at agent ovs-agent-cmp01` },
  { id: 'port-deleted', service: 'neutron', loggers: plugin, text: 'Deleting port %s', about: '0',
    sample: `Deleting port ${port}` },
  { id: 'port-agent-up', service: 'neutron', loggers: agents, about: 'device',
    text: 'Port %(device)s updated. Details: %(details)s',
    sample: `Port ${port} updated. Details: {'profile': {}, 'admin_state_up': True}` },
  { id: 'port-updated', service: 'neutron', loggers: agents, text: 'Port %s updated.', about: '0',
    sample: `Port ${port} updated.` },
  { id: 'nova-told', service: 'neutron', loggers: notifier, text: 'Sending events: %s',
    sample: `Sending events: [{'server_uuid': '${instance}', 'name': 'network-vif-plugged', 'status': 'completed', 'tag': '${port}'}]` },
  { id: 'nova-told', service: 'neutron', loggers: notifier, text: 'Nova event response: %s',
    sample: `Nova event response: {'server_uuid': '${instance}', 'name': 'network-vif-plugged', 'tag': '${port}', 'code': 200}` },
  { id: 'nova-told', service: 'neutron', loggers: notifier, text: 'Nova event matching %s response: %s',
    sample: `Nova event matching ['req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24'] response: {'server_uuid': '${instance}', 'name': 'network-vif-plugged', 'tag': '${port}', 'code': 200}` },
  { id: 'nova-not-told', service: 'neutron', loggers: notifier, text: 'Failed to notify nova on events: %s',
    sample: `Failed to notify nova on events: [{'server_uuid': '${instance}', 'name': 'network-vif-plugged', 'tag': '${port}'}]` },
  { id: 'nova-not-told', service: 'neutron', loggers: notifier, text: 'Nova event: %s returned with failed status',
    sample: `Nova event: {'server_uuid': '${instance}', 'name': 'network-vif-plugged', 'tag': '${port}', 'code': 404} returned with failed status` },
  { id: 'dhcp-ready', service: 'neutron', loggers: ['neutron.agent.dhcp.agent'],
    text: 'DHCP configuration for ports %s is completed',
    sample: `DHCP configuration for ports {'${port}'} is completed` },
  { id: 'neutron-call', service: 'neutron', loggers: ['neutron.wsgi'], text: access, took: 'time',
    only: { placeholder: 'request_line', begins: ['POST ', 'PUT ', 'DELETE '] },
    sample: `192.0.2.7 "PUT /v2.0/ports/${port} HTTP/1.1" status: 200  len: 1023 time: 0.7123450` },
  { id: 'neutron-call', service: 'neutron', loggers: ['neutron.wsgi'], took: 'time',
    text: '%(client_ip)s - - [%(date_time)s] "%(request_line)s" %(status_code)s %(body_length)s %(time).6f',
    only: { placeholder: 'request_line', begins: ['POST ', 'PUT ', 'DELETE '] },
    sample: `192.0.2.7 - - [06/May/2024 08:00:00] "DELETE /v2.0/ports/${port}.json HTTP/1.1" 204 149 0.412345` },

  // ---- Cinder ----
  { id: 'volume-being-created', service: 'cinder', loggers: ['cinder.volume.flows.manager.create_volume'],
    about: 'volume_id', text: 'Volume %(volume_id)s: being created as %(create_type)s with specification: %(volume_spec)s',
    sample: `Volume ${volume}: being created as image with specification: {'status': 'creating'}` },
  { id: 'volume-created', service: 'cinder', loggers: ['cinder.volume.flows.manager.create_volume'],
    about: 'volume_id', text: 'Volume %(volume_name)s (%(volume_id)s): created successfully',
    sample: `Volume volume-${volume} (${volume}): created successfully` },
  { id: 'volume-failed', service: 'cinder', loggers: ['cinder.volume.flows.manager.create_volume'], about: '0',
    text: 'Volume %s: create failed', sample: `Volume ${volume}: create failed` },
  { id: 'volume-attached', service: 'cinder', loggers: volumeApi, text: 'Attach volume completed successfully.',
    sample: 'Attach volume completed successfully.' },
  { id: 'volume-detached', service: 'cinder', loggers: volumeApi, text: 'Detach volume completed successfully.',
    sample: 'Detach volume completed successfully.' },
  { id: 'volume-connected', service: 'cinder', loggers: volumeApi,
    text: 'Initialize volume connection completed successfully.',
    sample: 'Initialize volume connection completed successfully.' },
  { id: 'volume-disconnected', service: 'cinder', loggers: volumeApi,
    text: 'Terminate volume connection completed successfully.',
    sample: 'Terminate volume connection completed successfully.' },
  { id: 'attachment-updated', service: 'cinder', loggers: volumeApi, text: 'attachment_update completed successfully.',
    sample: 'attachment_update completed successfully.' },
  { id: 'volume-deleted', service: 'cinder', loggers: volumeApi, text: 'Deleted volume successfully.',
    sample: 'Deleted volume successfully.' },
  { id: 'cinder-call', service: 'cinder', loggers: ['cinder.api.openstack.wsgi'], text: '%(method)s %(url)s',
    only: { placeholder: 'method', begins: ['POST', 'PUT', 'DELETE'] },
    sample: `DELETE http://192.0.2.7:8776/v3/9b8a7c6d5e4f40312a1b0c9d8e7f6a5b/volumes/${volume}` },
  { id: 'cinder-call', service: 'cinder', loggers: ['eventlet.wsgi.server'], took: 'time',
    text: '%(client_ip)s "%(request_line)s" status: %(status_code)s  len: %(body_length)s time: %(time).7f',
    only: { placeholder: 'request_line', begins: ['POST /v3/', 'PUT /v3/', 'DELETE /v3/', 'POST /v2/', 'DELETE /v2/'] },
    sample: `192.0.2.7 "POST /v3/9b8a7c6d5e4f40312a1b0c9d8e7f6a5b/volumes/${volume}/action HTTP/1.1" status: 202  len: 210 time: 0.3123450` },

  // ---- Glance ----
  { id: 'glance-call', service: 'glance', loggers: ['eventlet.wsgi.server'], took: 'time',
    text: '%(client_ip)s - - [%(date_time)s] "%(request_line)s" %(status_code)s %(body_length)s %(time).6f',
    only: { placeholder: 'request_line', begins: ['GET /v2/images/', 'PUT /v2/images/', 'POST /v2/images', 'PATCH /v2/images/'] },
    sample: `192.0.2.7 - - [06/May/2024 08:00:00] "GET /v2/images/${image}/file HTTP/1.1" 200 16300544 0.912345` },

  // ---- Placement ----
  { id: 'placement-call', service: 'placement', loggers: ['placement.requestlog', 'nova.api.openstack.placement.requestlog'],
    only: { placeholder: 'REQUEST_METHOD', begins: ['POST', 'PUT', 'DELETE'] },
    text: '%(REMOTE_ADDR)s "%(REQUEST_METHOD)s %(REQUEST_URI)s" status: %(status)s len: %(bytes)s microversion: %(microversion)s',
    sample: `192.0.2.7 "PUT /placement/allocations/${instance}" status: 204 len: 0 microversion: 1.36` },

  // ---- libvirt and QEMU ----
  { id: 'guest-started', service: 'qemu', loggers: [], text: 'starting up libvirt version: %s',
    sample: 'starting up libvirt version: 10.0.0, package: 10.0.0-2ubuntu8, qemu version: 8.2.2, kernel: 6.8.0-31-generic, hostname: cmp01' },
  { id: 'guest-ended', service: 'qemu', loggers: [], text: 'shutting down, reason=%s',
    sample: 'shutting down, reason=crashed' },
  { id: 'guest-ended', service: 'qemu', loggers: [], text: 'shutting down', sample: 'shutting down' },
  { id: 'guest-migrates', service: 'qemu', loggers: [], text: 'initiating migration', sample: 'initiating migration' },
  { id: 'guest-signalled', service: 'qemu', loggers: [], text: 'qemu-system-%s: terminating on signal %s',
    sample: 'qemu-system-x86_64: terminating on signal 15 from pid 1532 (/usr/sbin/libvirtd)' },
  { id: 'guest-signalled', service: 'qemu', loggers: [], text: 'qemu-kvm: terminating on signal %s',
    sample: 'qemu-kvm: terminating on signal 15 from pid 1532 (<unknown process>)' },
  { id: 'guest-trouble', service: 'libvirt', loggers: [],
    text: 'internal error: qemu unexpectedly closed the monitor%s',
    sample: 'internal error: qemu unexpectedly closed the monitor: 2024-05-06T08:10:00.000000Z qemu-system-x86_64: cannot set up guest memory' },
];
