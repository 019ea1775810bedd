// Diagnoses of instances that stand still or went off, and of what guests and users reach: metadata,
// consoles.

import { docs } from '../links';
import type { DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const state: DiagnosisCheck = { text: 'State of the instance',
  command: 'openstack server show <instance> -c status -c OS-EXT-STS:task_state -c OS-EXT-STS:vm_state -c fault' };
const started = 'Starting %(topic)s node (version %(version)s)';
const byItself = ['Instance shutdown by itself. Calling the stop API. Current vm_state: %(vm_state)s, current task_state: '
  + '%(task_state)s, original DB power_state: %(db_power_state)s, current VM power_state: %(vm_power_state)s',
'Instance shutdown by itself. Calling the stop API.'];
const stuck = { family: 'stuck', certainty: 'stated' } as const satisfies Partial<DiagnosisRow>;
const open = ['failed', 'unknown', 'in-progress'] as const;
const metadata = { family: 'metadata', certainty: 'stated', scope: 'host' } as const satisfies Partial<DiagnosisRow>;
const console_ = { family: 'console', certainty: 'stated', scope: 'host' } as const satisfies Partial<DiagnosisRow>;
const handler = 'handler exception: %(error)s';

export const stateDiagnoses = {
  'stuck-restart': {
    ...stuck,
    certainty: 'likely',
    needs: [{ seen: 'restart', role: 'restart' }],
    outcomes: ['in-progress'],
    contradicts: 'A later line of this operation.',
    checks: [state, { text: 'Why the service ended', command: 'journalctl -u nova-compute --since <time>' }],
    changes: [{ text: 'Delete the instance, or set its state back and do it again (openstack server set --state).',
      risk: 'Setting the state changes the record only, not the guest.' }],
    links: [docs.vmStates],
  },
  'build-interrupted': {
    ...stuck,
    needs: [{ line: ['Instance failed to spawn correctly, setting to ERROR state',
      'Instance spawn was interrupted before instance_claim, setting instance to ERROR state',
      'Instance failed to rebuild correctly, setting to ERROR state'], role: 'says' }],
    supports: [{ line: started, role: 'restart', reach: 'log' }],
    contradicts: 'A build of this instance that ended before nova-compute started.',
    checks: [state, { text: 'Why the service ended', command: 'journalctl -u nova-compute' }],
    changes: [{ text: 'Delete the instance and build it again; drain hosts before restarting nova-compute.' }],
  },
  'build-timeout': {
    ...stuck,
    needs: [{ line: 'Instance build timed out. Set to error state.', role: 'says' }],
    contradicts: 'A build that was over before instance_build_timeout.',
    checks: [state, { text: 'What took so long', log: 'nova-compute' }],
    changes: [{ text: 'Raise instance_build_timeout above what builds need here, or set it to 0.',
      risk: 'With 0 a build that hangs stays in BUILD.' }],
    options: ['DEFAULT.instance_build_timeout'],
  },
  'delete-resumed': {
    ...stuck,
    outcomes: open,
    needs: [{ line: 'Service started deleting the instance during the previous run, but did not finish. Restarting the deletion '
      + 'now.', role: 'says', reach: 'instance' }],
    supports: [{ line: started, role: 'restart', reach: 'log' }],
    contradicts: 'A delete that ended before the restart.',
    checks: [state],
    changes: [{ text: 'Wait for this delete: it is a new run.' }],
  },
  'task-cleared': {
    family: 'stuck',
    certainty: 'stated',
    scope: 'host',
    by: 'instance',
    needs: [{ line: ['Instance in transitional state (%(task_state)s) at start-up and power state is (%(power_state)s), clearing '
      + 'task state', 'Instance found in migrating state during startup. Resetting task_state'], role: 'says' }],
    supports: [{ line: started, role: 'restart' }],
    contradicts: 'The action over before the restart.',
    checks: [state],
    changes: [{ text: 'Ask for the action again: the restart cut it off.' }],
  },
  'delete-pending': {
    family: 'stuck',
    certainty: 'stated',
    scope: 'host',
    by: 'instance',
    needs: [{ line: 'Instance is already in deleting state, ignoring this request', role: 'refused' }],
    contradicts: 'A delete of this instance that went on.',
    checks: [state, { text: 'What became of the first delete', log: 'nova-compute' }],
    changes: [{ text: 'Find the first delete of the instance: its own lines say where it stands. Where its nova-compute is down, '
      + 'start it: the delete goes on by itself.' }],
  },
  'host-down-delete': {
    family: 'stuck',
    certainty: 'stated',
    scope: 'both',
    outcomes: ['failed', 'unknown', 'in-progress', 'success'],
    by: 'instance',
    needs: [{ line: 'instance\'s host %s is down, deleting from database', role: 'says' }],
    contradicts: 'A nova-compute of that host that was up.',
    checks: [{ text: 'The host', command: 'openstack compute service list --host <host>' }],
    changes: [{ text: 'Nothing: the record is gone at once, and nova-compute removes the guest when it starts again.' }],
    options: ['DEFAULT.running_deleted_instance_action'],
  },
  'state-conflict': {
    ...stuck,
    scope: 'both',
    needs: [{ fault: 'InstanceInvalidState', text: 'Cannot %(method)s while the instance is in this state', role: 'refused' }],
    contradicts: 'An instance without task_state and in a vm_state that allows it.',
    checks: [state],
    changes: [{ text: 'Wait for the action that runs; only where nothing runs any more, set the state back.',
      risk: 'Setting the state changes the record only, not the guest.' }],
    links: [docs.vmStates],
  },
  'state-changed': {
    ...stuck,
    needs: [{ fault: ['UnexpectedTaskStateError', 'UnexpectedDeletingTaskStateError', 'InstanceUpdateConflict'],
      text: ['Expected: %(wanted)s. Actual: %(found)s'], role: 'says' }],
    contradicts: 'An instance that was in the expected state all the time.',
    checks: [{ text: 'Actions on the instance', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Nothing, where it was deleted meanwhile; else see what changed it: another request, or nova-compute, which '
      + 'clears the task when it starts.' }],
  },
  'off-after-start': {
    family: 'shutoff',
    certainty: 'likely',
    scope: 'host',
    needs: [{ line: byItself, role: 'says' }, { line: started, where: { service: ['compute'] }, role: 'restart' }],
    // libvirt tells of a guest that stops only where it ran when nova-compute was there to hear it
    unless: [{ line: 'Rebooting instance after nova-compute restart.', role: 'consequence' },
      { line: 'VM %(state)s (Lifecycle Event)', where: { state: ['Stopped'] }, role: 'before' }],
    remains: ['Only nova-compute was restarted, and the guest was switched off from inside in the meantime.'],
    contradicts: 'A host that was up all the time (uptime -s before the start of nova-compute).',
    checks: [{ text: 'When the host came up', command: 'uptime -s' }, { text: 'Guests', command: 'virsh list --all' }],
    changes: [
      { text: 'Start the instances; set resume_guests_state_on_host_boot to True so that they come back by themselves.',
        risk: 'All guests start at once after a reboot.' },
    ],
    options: ['DEFAULT.resume_guests_state_on_host_boot', 'DEFAULT.sync_power_state_interval'],
    links: [docs.nodeDown],
  },
  'off-by-itself': {
    family: 'shutoff',
    certainty: 'open',
    scope: 'host',
    by: 'instance',
    needs: [{ line: byItself, role: 'says' }],
    remains: ['It was shut down from inside the guest.', 'The host was restarted or lost power: its guests are off when it comes up.',
      'The kernel of the host killed QEMU for want of memory.', 'QEMU crashed or was ended by hand.'],
    contradicts: 'A stop of this instance that was asked of Nova.',
    checks: [{ text: 'When the host came up', command: 'uptime -s' },
      { text: 'Killed?', command: 'journalctl -k --grep "Out of memory|oom-kill"' },
      { text: 'How QEMU ended', command: 'less /var/log/libvirt/qemu/<domain>.log' }],
    changes: [{ text: 'Start the instance; where the host ran out of memory, keep more of it from Nova.' }],
    options: ['DEFAULT.reserved_host_memory_mb', 'workarounds.handle_virt_lifecycle_events'],
  },
  'metadata-secret': {
    ...metadata,
    needs: [{ line: ['X-Instance-ID-Signature: %(signature)s does not match the expected value: %(expected_signature)s for id: '
      + '%(requestor_id)s. Request From: %(requestor_address)s', 'X-Instance-ID-Signature: %(signature)s does not match the '
      + 'expected signature for id: %(requestor_id)s. Request From: %(requestor_address)s'], role: 'refused' }],
    contradicts: 'The same secret in nova.conf and in the configuration of the metadata agent.',
    checks: [{ text: 'On the hosts of the agent', command: 'grep -c metadata_proxy_shared_secret /etc/neutron/*metadata_agent.ini' }],
    changes: [{ text: 'Set metadata_proxy_shared_secret to one value in [neutron] of nova.conf and in the metadata agent, then '
      + 'restart both.' }],
    options: ['neutron.metadata_proxy_shared_secret', 'neutron.service_metadata_proxy'],
  },
  'metadata-proxy-off': {
    ...metadata,
    needs: [{ line: 'X-Instance-ID present in request headers. The \'service_metadata_proxy\' option must be enabled to process '
      + 'this header.', role: 'says' }],
    contradicts: 'service_metadata_proxy = True in the file that this service reads.',
    checks: [{ text: 'The section', command: 'grep -A20 "^\\[neutron\\]" /etc/nova/nova.conf' }],
    changes: [{ text: 'Set service_metadata_proxy to True in [neutron] of the service that answers metadata.' }],
    options: ['neutron.service_metadata_proxy'],
  },
  'metadata-none': {
    ...metadata,
    by: 'address',
    needs: [{ line: 'Failed to get metadata for IP %s: no metadata', role: 'says' }],
    remains: ['The request came past the metadata agent, so that no instance is named.', 'No instance has that address any more.'],
    certainty: 'open',
    contradicts: 'An instance with that fixed address.',
    checks: [{ text: 'Who has the address', command: 'openstack port list --fixed-ip ip-address=<address>' }],
    changes: [{ text: 'Let metadata requests go through the agent of Neutron, and set service_metadata_proxy.' }],
    options: ['neutron.service_metadata_proxy'],
  },
  'metadata-unmapped': {
    ...metadata,
    by: 'instance',
    needs: [{ line: 'Instance mapping for %(uuid)s not found; cell setup is incomplete', role: 'says' }],
    contradicts: 'A mapping of the instance.',
    checks: [{ text: 'The mapping', command: 'nova-manage cell_v2 verify_instance --uuid <instance>' }],
    changes: [{ text: 'Map the instances of the cell: nova-manage cell_v2 map_instances.' }],
    links: [docs.cells],
  },
  'console-token': {
    ...console_,
    needs: [{ line: handler, text: ['is invalid or has expired', 'has expired'], role: 'refused' }],
    contradicts: 'The token in the database that this proxy reads, and not run out.',
    checks: [{ text: 'A new address', command: 'openstack console url show --novnc <instance>' }],
    changes: [{ text: 'Open the console anew; if it comes back at once, let the proxy of each cell read the database of its cell, '
      + 'and give all proxies and hosts the same time.' }],
    options: ['consoleauth.token_ttl'],
    links: [docs.remoteConsole],
  },
  'console-origin': {
    ...console_,
    needs: [{ line: handler, text: ['Origin header does not match this host', 'Origin header protocol does not match this host'],
      role: 'refused' }],
    contradicts: 'The name under which the browser reaches the proxy in allowed_origins.',
    checks: [{ text: 'Address that users get', command: 'openstack console url show --novnc <instance>' }],
    changes: [{ text: 'Put the name that the browser uses into allowed_origins, or into novncproxy_base_url.',
      risk: 'Every origin that is allowed may open consoles with a token.' }],
    options: ['console.allowed_origins', 'vnc.novncproxy_base_url'],
  },
  'console-refused': {
    ...console_,
    needs: [{ line: handler, text: ['ECONNREFUSED', 'Connection refused', 'EHOSTUNREACH', 'No route to host', 'ETIMEDOUT'],
      role: 'unanswered' }],
    contradicts: 'The VNC port of the guest that answers the proxy.',
    checks: [{ text: 'Display of the guest', command: 'virsh vncdisplay <domain>' }, { text: 'What listens', command: 'ss -ltn' }],
    changes: [{ text: 'Let guests listen where the proxy comes from (server_listen), name that address in '
      + 'server_proxyclient_address, and open 5900 and up.' }],
    options: ['vnc.server_listen', 'vnc.server_proxyclient_address'],
    links: [docs.remoteConsole],
  },
  'console-tls': {
    ...console_,
    needs: [{ line: 'Unable to perform security proxying, shutting down connection', role: 'refused' }],
    contradicts: 'A VeNCrypt handshake with the same certificates.',
    checks: [{ text: 'Certificates', command: 'ls -l /etc/pki/nova-novncproxy /etc/pki/libvirt-vnc' }],
    changes: [{ text: 'Correct the certificates of proxy and host, and let auth_schemes have what the hosts offer.' }],
    options: ['vnc.auth_schemes', 'vnc.vencrypt_ca_certs', 'vnc.vencrypt_client_cert'],
    links: [docs.remoteConsole],
  },
} as const satisfies DiagnosisRows;
