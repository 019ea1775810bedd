// Explanations: ports, addresses, VIF plugging, Neutron, security groups.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const network = {
  VirtualInterfaceCreateException: {
    summary: 'Neutron did not report the port as plugged in time, or reported that plugging it failed.',
    effect: 'The build is aborted: the guest that was started paused is destroyed, ports are released, no '
      + 'other host is tried and the instance goes to ERROR. On rebuild, start and hard reboot the instance '
      + 'goes to ERROR too.',
    causes: [
      { text: 'The L2 agent or the OVN controller of this host is down or behind.',
        evidence: '"Timeout waiting for [(\'network-vif-plugged\', ...)]" before it, and the agent not '
          + 'alive.' },
      { text: 'Neutron cannot tell Nova: its credentials, region or endpoint for Nova are wrong, or '
          + 'nova-api is overloaded.',
        evidence: 'The port is ACTIVE in Neutron; its server log shows a failed call to '
          + '/os-server-external-events.' },
      { text: 'The agent works, but takes longer than `vif_plugging_timeout`, for example when many guests '
          + 'start at once.',
        evidence: 'The port becomes ACTIVE shortly after the timeout.' },
      { text: 'The port was not bound on this host.',
        evidence: '"Neutron Reported failure on event", or binding_failed at the port.' },
    ],
    checks: [
      { text: 'Agents of the host', command: 'openstack network agent list --host <host>' },
      { text: 'State and binding of the port',
        command: 'openstack port show <port> -c status -c binding_vif_type -c binding_host_id' },
      { text: 'Interfaces of the host',
        command: 'ovs-vsctl --columns=name,external_ids,error list Interface' },
      { text: 'What the agent says of the port',
        command: 'grep -n <port> /var/log/neutron/*openvswitch-agent.log' },
      { text: 'What the OVN controller says', command: 'journalctl -u ovn-controller --since "-15min"' },
    ],
    changes: [
      { text: 'Bring the agent back, or correct the [nova] section of neutron.conf so that Neutron can '
          + 'report.' },
      { text: 'Raise `vif_plugging_timeout` above the longest time the agent needs.',
        risk: 'Builds that will never be plugged fail later and hold the host busy.' },
      { text: 'Set `vif_plugging_is_fatal` to False only for backends that send no events.',
        risk: 'Instances then become ACTIVE without a working network.' },
    ],
    options: [
      'DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal',
      'workarounds.wait_for_vif_plugged_event_during_hard_reboot',
    ],
    links: [docs.networking],
    sample: 'nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed',
  },
  VirtualInterfaceMacAddressException: {
    summary: 'nova-network found no free MAC address for the interface.',
    effect: 'The build is aborted; no other host is tried and the instance goes to ERROR.',
    causes: [
      { text: 'Several interfaces were made at once with the same address, or the database refused them.' },
    ],
    checks: [{ text: 'The nova-network log for the same request id' }],
    changes: [
      { text: 'Raise `create_unique_mac_address_attempts`; nova-network itself is gone since Ussuri.' },
    ],
    options: ['DEFAULT.create_unique_mac_address_attempts'],
    sample: 'nova.exception.VirtualInterfaceMacAddressException: Creation of virtual interface with unique '
      + 'mac address failed',
  },
  VirtualInterfacePlugException: {
    summary: 'The interface of the instance could not be plugged on this host.',
    effect: 'A build is rescheduled to another host; a live migration is not begun or is undone.',
    causes: [
      { text: 'The port has no VIF type, or one that this driver does not know.',
        evidence: '"vif_type parameter must be present" or "Plug VIF failed because of unexpected '
          + 'vif_type".' },
      { text: 'Bare metal: the port could not be attached to the node.',
        evidence: 'It is raised by the ironic driver.' },
    ],
    checks: [
      { text: 'Binding of the port',
        command: 'openstack port show <port> -c binding_vif_type -c binding_host_id -c binding_vnic_type' },
      { text: 'Agents of the host', command: 'openstack network agent list --host <host>' },
    ],
    changes: [{ text: 'Bring the agent back and try again; see why Neutron did not bind the port.' }],
    options: ['DEFAULT.live_migration_retry_count'],
    sample: 'nova.exception.VirtualInterfacePlugException: Virtual interface plugin failed',
  },
  VirtualInterfaceUnplugException: {
    summary: 'The interface of the instance could not be unplugged.',
    effect: 'A delete or move goes on or fails, depending on the driver; a stale interface may be left on '
      + 'the host.',
    causes: [{ text: 'The switch of the host did not answer.', evidence: 'The reason.' }],
    checks: [{ text: 'Interfaces of the host', command: 'ovs-vsctl show' }],
    changes: [{ text: 'Remove the stale interface once no guest uses it.' }],
    options: [],
    sample: 'nova.exception.VirtualInterfaceUnplugException: Failed to unplug virtual interface: timeout',
  },
  PortBindingFailed: {
    summary: 'Neutron could not bind the port to this host.',
    effect: 'A build is rescheduled to another host, and a port that Nova made is deleted. When every host '
      + 'fails alike it ends in ERROR. A live migration is refused.',
    causes: [
      { text: 'No L2 agent is alive on this host, or it reports another host name than nova-compute.',
        evidence: 'Agent missing, dead, or with a different name in the list of agents.' },
      { text: 'The physical network of the port is not mapped on this host.',
        evidence: 'Neutron: "Failed to bind port" with the segments that it tried.' },
      { text: 'The VNIC type, for example direct, has no mechanism driver or no free device on this host.' },
    ],
    checks: [
      { text: 'Agents of the host, and the name they report',
        command: 'openstack network agent list --host <host>' },
      { text: 'The name under which nova-compute reports',
        command: 'openstack compute service list --service nova-compute --host <host>' },
      { text: 'Binding of the port',
        command: 'openstack port show <port> -c binding_vif_type -c binding_vnic_type -c binding_profile' },
      { text: 'Bridge mappings of the host', command: 'ovs-vsctl get Open_vSwitch . external_ids' },
      { text: 'Why Neutron failed',
        command: 'grep -nE "Failed to bind port|Refusing to bind" /var/log/neutron/*server.log' },
    ],
    changes: [
      { text: 'Bring the agent back; give Nova and Neutron the same host name on this host.',
        risk: 'Changing `host` of nova-compute where instances run orphans them.' },
      { text: 'Map the physical network on the host, or keep such instances off it.' },
    ],
    options: ['DEFAULT.host', 'pci.device_spec', 'scheduler.max_attempts'],
    links: [docs.networking],
    sample: 'nova.exception.PortBindingFailed: Binding failed for port '
      + '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11, please check neutron logs for more information.',
  },
  PortBindingDeletionFailed: {
    summary: 'Neutron did not delete the binding of a port on the host that the instance left.',
    effect: 'The move is over; an inactive binding stays behind and can hinder a later move to that host.',
    causes: [{ text: 'Neutron was unreachable or answered with an error at that moment.' }],
    checks: [
      { text: 'Binding of the port', command: 'openstack port show <port> -c binding_host_id -c status' },
    ],
    changes: [{ text: 'Delete the inactive binding in Neutron.' }],
    options: [],
    links: [docs.networking],
    sample: 'nova.exception.PortBindingDeletionFailed: Failed to delete binding for port(s) '
      + '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 on host cmp7; please check neutron logs for more information',
  },
  PortBindingActivationFailed: {
    summary: 'Neutron did not make the binding on the destination host the active one.',
    effect: 'The guest runs on the destination, but its network may still lead to the source.',
    causes: [{ text: 'Neutron was unreachable or answered with an error at that moment.' }],
    checks: [
      { text: 'Binding of the port', command: 'openstack port show <port> -c binding_host_id -c status' },
    ],
    changes: [
      { text: 'Activate the binding in Neutron, or hard reboot the instance.',
        risk: 'The reboot ends what runs in the guest.' },
    ],
    options: [],
    sample: 'nova.exception.PortBindingActivationFailed: Failed to activate binding for port '
      + '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 on host cmp7; please check neutron logs for more information',
  },
  NoMoreNetworks: {
    summary: 'nova-network had no free network for the project.',
    effect: 'The build is aborted; no other host is tried and the instance goes to ERROR.',
    causes: [{ text: 'All networks are given to other projects (VlanManager).' }],
    checks: [{ text: 'Networks and their projects', command: 'openstack network list --long' }],
    changes: [{ text: 'Create further networks.' }],
    options: [],
    sample: 'nova.exception.NoMoreNetworks: No more available networks.',
  },
  NoMoreFixedIps: {
    summary: 'The network has no free address for the port.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR. Ports that were '
      + 'made before it are deleted.',
    causes: [
      { text: 'The allocation pools of the subnet are used up.',
        evidence: '"Neutron error: No more fixed IPs in network" before it.' },
      { text: 'Addresses are held by ports whose instances are gone.',
        evidence: 'Ports with a device_id that no server has.' },
    ],
    checks: [
      { text: 'Free addresses', command: 'openstack ip availability show <network>' },
      { text: 'Pools of the subnet', command: 'openstack subnet show <subnet> -c allocation_pools -c cidr' },
      { text: 'Ports that nothing uses', command: 'openstack port list --network <network> --long' },
    ],
    changes: [
      { text: 'Delete ports that nothing uses, widen the pools, or add a subnet to the network.',
        risk: 'Make sure that a port is unused before deleting it.' },
    ],
    options: ['DEFAULT.network_allocate_retries'],
    sample: 'nova.exception.NoMoreFixedIps: No fixed IP addresses available for network: '
      + '6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111',
  },
  FixedIpInvalidOnHost: {
    summary: 'The address of the port belongs to a network segment that this host does not reach.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR.',
    causes: [
      { text: 'A port of a routed network got its address before the host was chosen.',
        evidence: 'The port was made by hand, without deferred address allocation.' },
      { text: 'The scheduler does not know the segments: the option for routed networks is off.' },
    ],
    checks: [
      { text: 'Address and segment', command: 'openstack port show <port> -c fixed_ips' },
      { text: 'Segments and subnets', command: 'openstack network segment list --network <network>' },
    ],
    changes: [
      { text: 'Make ports of routed networks without an address, and turn '
          + '`query_placement_for_routed_network_aggregates` on.' },
    ],
    options: ['scheduler.query_placement_for_routed_network_aggregates'],
    links: [docs.networking],
    sample: 'nova.exception.FixedIpInvalidOnHost: The fixed IP associated with port '
      + '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 is not compatible with the host.',
  },
  FixedIpAlreadyInUse: {
    summary: 'The fixed address that was asked for is taken.',
    effect: 'In the API the request is refused. On the compute host the build is rescheduled, and fails on '
      + 'each host alike.',
    causes: [{ text: 'Another port has the address, often one left by an earlier try.' }],
    checks: [{ text: 'Who has it', command: 'openstack port list --fixed-ip ip-address=<address>' }],
    changes: [{ text: 'Delete the left-over port, or ask for another address.' }],
    options: [],
    sample: 'nova.exception.FixedIpAlreadyInUse: Fixed IP 192.0.2.7 is already in use.',
  },
  UnableToAutoAllocateNetwork: {
    summary: 'Neutron could not make a network for the project by itself.',
    effect: 'In the API the request is refused; on the compute host the build is aborted and the instance '
      + 'goes to ERROR.',
    causes: [
      { text: 'There is no external network marked as default, or no default subnet pool.' },
      { text: 'The project has no quota left for networks or routers.' },
    ],
    checks: [
      { text: 'External networks', command: 'openstack network list --external --long' },
      { text: 'Subnet pools', command: 'openstack subnet pool list --long' },
    ],
    changes: [
      { text: 'Mark a default external network and a default subnet pool, or name a network in the '
          + 'request.' },
    ],
    options: [],
    sample: 'nova.exception.UnableToAutoAllocateNetwork: Unable to automatically allocate a network for '
      + 'project f19126d9035d4209b363386e8e267129',
  },
  PortInUse: {
    summary: 'The port that was asked for is attached to something already.',
    effect: 'In the API the request is refused. While an instance is built the build is rescheduled, and '
      + 'fails on each host alike.',
    causes: [
      { text: 'The port still carries the device_id of another or an earlier instance.' },
      { text: 'The MAC address is taken on the network.',
        evidence: '"MAC address ... is already in use on network" before it.' },
    ],
    checks: [
      { text: 'Owner of the port',
        command: 'openstack port show <port> -c device_id -c device_owner -c mac_address' },
    ],
    changes: [
      { text: 'Detach it from the other instance, or take the stale device_id off it.',
        risk: 'Be sure that no guest uses the port.' },
    ],
    options: [],
    sample: 'nova.exception.PortInUse: Port 5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 is still in use.',
  },
  PortNotFound: {
    summary: 'The port was not found: in Neutron, or among those of the instance.',
    effect: 'The request that names it is refused; while an instance is built the build fails on each host.',
    causes: [
      { text: 'The port was deleted, or is not visible to the project.', evidence: '"could not be found".' },
      { text: 'It is to be detached, and the instance does not have it, or not any more.', evidence: '"is not attached".' },
    ],
    checks: [{ text: 'The port', command: 'openstack port show <port>' }],
    changes: [{ text: 'Make a new port and attach that.' }],
    options: [],
    sample: 'nova.exception.PortNotFound: Port id 5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 could not be found.',
  },
  PortNotUsable: {
    summary: 'The port belongs to another project than the instance.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The port was made in another project.' }],
    checks: [{ text: 'Project of the port', command: 'openstack port show <port> -c project_id' }],
    changes: [{ text: 'Use a port of the same project.' }],
    options: [],
    sample: 'nova.exception.PortNotUsable: Port 5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 not usable for '
      + 'instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5.',
  },
  PortRequiresFixedIP: {
    summary: 'The port has no address, and an instance needs one.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The port was made on a network without subnet, or without an address.' }],
    checks: [
      { text: 'Addresses of the port', command: 'openstack port show <port> -c fixed_ips -c ip_allocation' },
    ],
    changes: [{ text: 'Give the port an address, or the network a subnet.' }],
    options: [],
    sample: 'nova.exception.PortRequiresFixedIP: Port 5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11 requires a '
      + 'FixedIP in order to be used.',
  },
  PortUpdateFailed: {
    summary: 'The binding of a port could not be changed for the new host of the instance.',
    effect: 'The move or evacuation fails; the instance goes to ERROR or stays on the source.',
    causes: [
      { text: 'No PCI device on the new host matches the port.',
        evidence: '"Unable to correlate PCI slot" in the reason.' },
      { text: 'A port with resource request and compute services of different releases.',
        evidence: '"Provider mappings are not available" in the reason.' },
    ],
    checks: [
      { text: 'Binding of the port',
        command: 'openstack port show <port> -c binding_profile -c binding_vnic_type -c resource_request' },
    ],
    changes: [{ text: 'Upgrade all compute services, or choose a host with such a device.' }],
    options: ['upgrade_levels.compute', 'pci.device_spec'],
    links: [docs.portsWithResourceRequests],
    sample: 'nova.exception.PortUpdateFailed: Port update failed for port '
      + '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11: Unable to correlate PCI slot 0000:81:00.1',
  },
  NetworkNotFound: {
    summary: 'A network of the request does not exist, or is not visible to the project.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'A wrong or deleted network, or one that is not shared with the project.' }],
    checks: [{ text: 'Networks of the project', command: 'openstack network list' }],
    changes: [{ text: 'Name a network that the project may use.' }],
    options: [],
    sample: 'nova.exception.NetworkNotFound: Network 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111 could not be '
      + 'found.',
  },
  NetworkAmbiguous: {
    summary: 'The project sees several networks and the request names none.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'No network in the request, and more than one to choose from.' }],
    checks: [{ text: 'Networks of the project', command: 'openstack network list' }],
    changes: [{ text: 'Name the network, or ask for `none` or `auto`.' }],
    options: [],
    sample: 'nova.exception.NetworkAmbiguous: More than one possible network found. Specify network ID(s) '
      + 'to select which one(s) to connect to.',
  },
  NetworkRequiresSubnet: {
    summary: 'The network has no subnet, so that no instance can boot on it.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The subnet was not made yet, or was deleted.' }],
    checks: [{ text: 'Subnets of the network', command: 'openstack subnet list --network <network>' }],
    changes: [{ text: 'Give the network a subnet.' }],
    options: [],
    sample: 'nova.exception.NetworkRequiresSubnet: Network 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111 requires a '
      + 'subnet in order to boot instances on.',
  },
  ExternalNetworkAttachForbidden: {
    summary: 'The instance may not be attached to an external network.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR (Newton: another '
      + 'host is tried, and fails alike). A request to attach an interface is refused.',
    causes: [{ text: 'The network is external and not shared, and the user is no administrator.' }],
    checks: [
      { text: 'The network', command: 'openstack network show <network> -c router:external -c shared' },
    ],
    changes: [
      { text: 'Use a project network with a router and a floating IP, or share the network.',
        risk: 'Shared external networks put instances directly on the outside.' },
    ],
    options: [],
    sample: 'nova.exception.ExternalNetworkAttachForbidden: It is not allowed to create an interface on '
      + 'external network 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111',
  },
  NetworksWithQoSPolicyNotSupported: {
    summary: 'The network has a QoS policy with a guaranteed bandwidth, which Nova cannot honour for ports '
      + 'that it makes itself.',
    effect: 'The build is aborted: the port is deleted again, no other host is tried and the instance goes '
      + 'to ERROR.',
    causes: [{ text: 'A network was named in the request instead of a port.' }],
    checks: [{ text: 'Policy of the network', command: 'openstack network show <network> -c qos_policy_id' }],
    changes: [{ text: 'Make the port first and boot with the port.' }],
    options: [],
    links: [docs.portsWithResourceRequests],
    sample: 'nova.exception.NetworksWithQoSPolicyNotSupported: Using networks with QoS policy is not '
      + 'supported for instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. (Network ID is '
      + '6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111)',
  },
  SecurityGroupCannotBeApplied: {
    summary: 'Security groups were asked for on a network that cannot have them.',
    effect: 'While an instance is built the build is rescheduled, and fails on each host alike.',
    causes: [{ text: 'Port security is off for the network, or it has no subnet.' }],
    checks: [
      { text: 'The network',
        command: 'openstack network show <network> -c port_security_enabled -c subnets' },
    ],
    changes: [{ text: 'Turn port security on, or boot without security groups.' }],
    options: [],
    sample: 'nova.exception.SecurityGroupCannotBeApplied: Network requires port_security_enabled and subnet '
      + 'associated in order to apply security groups.',
  },
  SecurityGroupNotFound: {
    summary: 'A security group of the request does not exist in the project.',
    effect: 'In the API the request is refused; on the compute host the build is rescheduled, and fails on '
      + 'each host alike.',
    causes: [{ text: 'A wrong name, or a group of another project.' }],
    checks: [{ text: 'Groups of the project', command: 'openstack security group list' }],
    changes: [{ text: 'Name a group of the project.' }],
    options: [],
    sample: 'nova.exception.SecurityGroupNotFound: Security group web not found.',
  },
  NeutronAdminCredentialConfigurationInvalid: {
    summary: 'Keystone or Neutron refused the credentials in the [neutron] section of nova.conf.',
    effect: 'No port can be made or changed: builds fail on every host with this configuration, and deletes '
      + 'may leave ports.',
    causes: [
      { text: 'User, password, project or domain in [neutron] is wrong.',
        evidence: '401 in the lines above it.' },
      { text: 'The password was changed and nova-compute not restarted.' },
    ],
    checks: [
      { text: 'What the section holds', command: 'grep -n -A12 "^\\[neutron\\]" /etc/nova/nova.conf' },
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user neutron --project service --names' },
    ],
    changes: [{ text: 'Correct the section on all Nova hosts and restart the services.' }],
    options: ['neutron.auth_url', 'neutron.username', 'neutron.project_name', 'neutron.auth_type'],
    sample: 'nova.exception.NeutronAdminCredentialConfigurationInvalid: Networking client is experiencing '
      + 'an unauthorized exception.',
  },
  InterfaceAttachFailed: {
    summary: 'The interface could not be attached to the running instance.',
    effect: 'The request fails, a port that Nova made is deleted and the instance runs on as before.',
    causes: [
      { text: 'libvirt refused the device.', evidence: 'libvirtError above it.' },
      { text: 'The port could not be bound or plugged on the host.' },
    ],
    checks: [
      { text: 'Ports of the instance', command: 'openstack port list --server <instance>' },
      { text: 'Interfaces of the guest', command: 'virsh domiflist <domain>' },
    ],
    changes: [{ text: 'Cure the exception above it and attach again.' }],
    options: [],
    sample: 'nova.exception.InterfaceAttachFailed: Failed to attach network adapter device to '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  InterfaceDetachFailed: {
    summary: 'The interface could not be taken off the running instance.',
    effect: 'The request fails and the interface stays.',
    causes: [{ text: 'The guest did not give the device free.', evidence: 'DeviceDetachFailed above it.' }],
    checks: [{ text: 'Interfaces of the guest', command: 'virsh domiflist <domain>' }],
    changes: [{ text: 'Take the interface down in the guest, or stop the guest, and detach again.' }],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
    sample: 'nova.exception.InterfaceDetachFailed: Failed to detach network adapter device from '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  NoMoreFloatingIps: {
    summary: 'No floating address is free in the pool.',
    effect: 'The request is refused; under nova-network a build fails for it where each instance gets one.',
    causes: [{ text: 'The pools of the external subnet are used up.' },
      { text: 'auto_assign_floating_ip of nova-network takes one for each instance that is built.',
        evidence: 'allocate_for_instance of floating_ips.py among the frames.' }],
    checks: [{ text: 'Free addresses', command: 'openstack ip availability show <network>' },
      { text: 'Those of nova-network (nova-manage floating list)' }],
    changes: [{ text: 'Release floating addresses that nothing uses, or widen the pools.' },
      { text: 'Under nova-network add a range (nova-manage floating create), or set auto_assign_floating_ip to False.' }],
    options: [],
    sample: 'nova.exception.NoMoreFloatingIps: Zero floating IPs available.',
  },

  // ---- clients, os-vif ------------------------------------------------------------------------------------
  'neutronclient.NeutronClientException': {
    summary: 'Neutron answered a request of Nova with an error.',
    effect: 'While networks are allocated the build fails on this host and is rescheduled; ports that were '
      + 'made are deleted.',
    causes: [
      { text: 'Neutron or its database is in trouble.', evidence: 'A 500 or 503 in the message.' },
      { text: 'The request is not allowed or conflicts.', evidence: 'A 403 or 409 in the message.' },
    ],
    checks: [
      { text: 'Whether Neutron answers', command: 'openstack network agent list' },
      { text: 'The request in the log of neutron-server, by the request id in the message',
        command: 'grep -n <request-id> /var/log/neutron/*server.log' },
    ],
    changes: [{ text: 'Cure the error in Neutron.' }],
    options: ['DEFAULT.network_allocate_retries', 'neutron.http_retries', 'neutron.timeout'],
    sample: 'neutronclient.common.exceptions.NeutronClientException: Unable to complete operation',
  },
  'neutronclient.OverQuotaClient': {
    summary: 'The project has no quota left in Neutron.',
    effect: 'It becomes PortLimitExceeded; while an instance is built the build is rescheduled, and fails '
      + 'on each host alike.',
    causes: [{ text: 'Ports of deleted instances still count.' }, { text: 'The quota is really used up.' }],
    checks: [{ text: 'Quota and use', command: 'openstack quota show --network --usage <project>' }],
    changes: [{ text: 'Delete ports that nothing uses, or raise the quota.' }],
    options: [],
    sample: "neutronclient.common.exceptions.OverQuotaClient: Quota exceeded for resources: ['port'].",
  },
  'neutronclient.IpAddressGenerationFailureClient': {
    summary: 'Neutron found no free address on the network.',
    effect: 'It becomes NoMoreFixedIps, which aborts the build.',
    causes: [{ text: 'The allocation pools are used up.' }],
    checks: [{ text: 'Free addresses', command: 'openstack ip availability show <network>' }],
    changes: [{ text: 'Widen the pools, add a subnet, or delete unused ports.' }],
    options: ['DEFAULT.network_allocate_retries'],
    sample: 'neutronclient.common.exceptions.IpAddressGenerationFailureClient: No more IP addresses '
      + 'available on network 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111.',
  },
  'neutronclient.ConnectionFailed': {
    summary: 'Nova could not reach the Neutron API.',
    effect: 'In the API the request fails. While networks are allocated the build fails on this host and is '
      + 'rescheduled; deletes may leave ports.',
    causes: [
      { text: 'neutron-server or the proxy in front of it is down or overloaded.' },
      { text: 'The endpoint of Neutron is not reachable from this host.' },
    ],
    checks: [
      { text: 'Endpoint', command: 'openstack endpoint list --service network' },
      { text: 'Whether Neutron answers', command: 'openstack network agent list' },
    ],
    changes: [{ text: 'Bring Neutron back, or correct the endpoint.' }],
    options: ['neutron.http_retries', 'neutron.timeout', 'neutron.region_name', 'neutron.valid_interfaces'],
    sample: 'neutronclient.common.exceptions.ConnectionFailed: Connection to neutron failed: Unable to '
      + 'establish connection to http://controller:9696/v2.0/ports.json',
  },
  PlugException: {
    summary: 'os-vif could not plug the interface of the instance.',
    effect: 'It becomes InternalError, and a build is rescheduled to another host.',
    causes: [
      { text: 'Open vSwitch does not run or does not answer on this host.' },
      { text: 'The privileged helper could not be started.', evidence: 'privsep lines above it.' },
    ],
    checks: [
      { text: 'Open vSwitch', command: 'ovs-vsctl show' },
      { text: 'Its service', command: 'systemctl status openvswitch' },
    ],
    changes: [{ text: 'Bring Open vSwitch back.' }],
    options: ['os_vif_ovs.ovsdb_connection', 'os_vif_ovs.ovs_vsctl_timeout'],
    sample: 'os_vif.exception.PlugException: Failed to plug VIF VIFOpenVSwitch(active=False). Got error: '
      + 'timeout',
  },
} satisfies ExceptionNotes;
