// Evidence of networks: events of Neutron expected, late, refused; ports; metadata and console proxies.

import type { EvidenceRow } from './row';

const manager = 'nova.compute.manager';
const neutron = ['nova.network.neutron', 'nova.network.neutronv2.api'];
const events = ['nova.api.openstack.compute.server_external_events',
  'nova.api.openstack.compute.contrib.server_external_events',
  'nova.api.openstack.compute.legacy_v2.contrib.server_external_events'];
const metadata = 'nova.api.metadata.handler';
const proxy = 'nova.console.websocketproxy';

export const networkEvidence: readonly EvidenceRow[] = [
  { logger: manager, level: 'DEBUG', captures: { event: 'event' },
    text: 'Preparing to wait for external event %(event)s',
    sample: 'Preparing to wait for external event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { logger: manager, level: 'WARNING', captures: { event: 'event' },
    text: 'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
    sample: 'Received unexpected event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e for instance with '
      + 'vm_state error and task_state None.' },
  { logger: manager, level: 'WARNING', captures: { event: 'event' },
    text: 'Received unexpected event %(event)s for instance',
    sample: 'Received unexpected event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e for instance' },
  { logger: manager, level: 'DEBUG', captures: { event: 'event' },
    text: 'No waiting events found dispatching %(event)s',
    sample: 'No waiting events found dispatching network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { logger: 'nova.virt.libvirt.driver', level: 'ERROR', captures: { event: 'event', uuid: 'instance' },
    text: 'Neutron Reported failure on event %(event)s for instance %(uuid)s',
    sample: 'Neutron Reported failure on event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e for instance '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  { logger: manager, level: 'ERROR', captures: { event: 'event', uuid: 'instance' },
    text: 'Neutron reported failure during live migration with %(event)s for instance %(uuid)s',
    sample: 'Neutron reported failure during live migration with network-vif-plugged-2fee26da for instance '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  { logger: manager, level: 'WARNING', captures: { events: 'event' },
    text: 'Timed out waiting for events: %(events)s. If these timeouts are a persistent issue it could mean the networking '
      + 'backend on host %(dest)s does not support sending these events unless there are port binding host changes which '
      + 'does not happen at this point in the live migration process. You may need to disable the '
      + 'live_migration_wait_for_vif_plug option on host %(dest)s.',
    sample: 'Timed out waiting for events: [(\'network-vif-plugged\', \'2fee26da\')]. If these timeouts are a persistent '
      + 'issue it could mean the networking backend on host cmp02 does not support sending these events unless there are '
      + 'port binding host changes which does not happen at this point in the live migration process. You may need to '
      + 'disable the live_migration_wait_for_vif_plug option on host cmp02.' },
  { logger: events, level: 'DEBUG', captures: { instance: 'instance', event: 'event' },
    text: 'Unable to find a host for instance %(instance)s. Dropping event %(event)s',
    sample: 'Unable to find a host for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Dropping event '
      + 'network-vif-plugged:2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { logger: neutron, level: 'ERROR', captures: { 0: 'port', 1: 'host' }, text: 'Binding failed for port %s and host %s.',
    sample: 'Binding failed for port 2fee26da-9b54-46bc-af80-0c2daee06f6e and host cmp01.' },
  { logger: neutron, level: 'ERROR', captures: { 0: 'port', 1: 'host', 2: 'code', 3: 'error' },
    text: 'Binding failed for port %s and host %s. Error: (%s %s)',
    sample: 'Binding failed for port 2fee26da-9b54-46bc-af80-0c2daee06f6e and host cmp01. Error: (500 '
      + '{"NeutronError": {}})' },
  { logger: neutron, level: 'ERROR',
    text: 'Neutron client was not able to generate a valid admin token, please verify Neutron admin credential located in '
      + 'nova.conf' },
  { logger: neutron, level: 'ERROR',
    text: 'The [neutron] section of your nova configuration file must be configured for authentication with the networking '
      + 'service endpoint. See the networking service install guide for details: '
      + 'https://docs.openstack.org/neutron/latest/install/' },
  { logger: ['neutron.plugins.ml2.drivers.mech_agent'], level: 'WARNING', foreign: true,
    captures: { pid: 'port', agent: 'reason' }, text: 'Refusing to bind port %(pid)s to dead agent: %(agent)s',
    sample: 'Refusing to bind port 2fee26da-9b54-46bc-af80-0c2daee06f6e to dead agent: {\'host\': \'cmp01\'}' },

  // ---- metadata ----
  { logger: metadata, level: 'WARNING', captures: { requestor_id: 'instance', requestor_address: 'address' },
    text: 'X-Instance-ID-Signature: %(signature)s does not match the expected value: %(expected_signature)s for id: '
      + '%(requestor_id)s. Request From: %(requestor_address)s',
    sample: 'X-Instance-ID-Signature: 0f3c does not match the expected value: 9a1b for id: '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Request From: 10.0.0.5' },
  { logger: metadata, level: 'WARNING', captures: { requestor_id: 'instance', requestor_address: 'address' },
    text: 'X-Instance-ID-Signature: %(signature)s does not match the expected signature for id: %(requestor_id)s. Request '
      + 'From: %(requestor_address)s',
    sample: 'X-Instance-ID-Signature: 0f3c does not match the expected signature for id: '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Request From: 10.0.0.5' },
  { logger: metadata, level: 'WARNING',
    text: 'X-Instance-ID present in request headers. The \'service_metadata_proxy\' option must be enabled to process this '
      + 'header.' },
  { logger: metadata, level: 'ERROR', text: 'Failed to get metadata for IP %s: no metadata', captures: { 0: 'address' },
    sample: 'Failed to get metadata for IP 10.0.0.5: no metadata' },
  { logger: 'nova.api.metadata.base', level: 'WARNING', captures: { uuid: 'instance' },
    text: 'Instance mapping for %(uuid)s not found; cell setup is incomplete',
    sample: 'Instance mapping for 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 not found; cell setup is incomplete' },

  // ---- consoles; the first two are worded by websockify ----
  { logger: [proxy, 'websockify.websocketproxy'], level: 'INFO', foreign: true, captures: { error: 'error' },
    text: 'handler exception: %(error)s', sample: 'handler exception: The token \'0f3c\' is invalid or has expired' },
  { logger: proxy, level: 'ERROR', text: 'Unable to perform security proxying, shutting down connection' },
];
