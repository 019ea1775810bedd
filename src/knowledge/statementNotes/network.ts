// What Nova and os-vif say about ports and networks.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const networkStatements: readonly StatementNote[] = [
  { text: 'Instance failed network setup (attempt %(attempt)d of %(attempts)d)',
    meaning: 'Neutron did not give the instance its ports; Nova tries again.',
    options: ['DEFAULT.network_allocate_retries'] },
  { text: 'Instance failed network setup after %(attempts)d attempt(s)',
    meaning: 'Neutron did not give the instance its ports; the exception below is the cause, and the '
      + 'build fails when it needs them.',
    options: ['DEFAULT.network_allocate_retries'] },
  { text: 'Neutron error: Port quota exceeded in tenant: %s',
    meaning: 'The project has as many ports as its quota in Neutron allows; the request is refused.' },
  { text: 'Neutron error: No more fixed IPs in network: %s',
    meaning: 'The subnets of the network have no address left.' },
  { text: 'Neutron error: Fixed IP %s is already in use.',
    meaning: 'The requested address belongs to another port.' },
  { text: 'Neutron error: %(ip)s is not a valid IP address for network %(network_id)s.',
    meaning: 'The requested address is in no subnet of the network.' },
  { text: 'Neutron error: MAC address %(mac)s is already in use on network %(network)s.',
    meaning: 'Another port on the network has the same hardware address, for example a copy of a port.' },
  { text: 'Neutron error: Tried to bind a port with fixed_ips to a host in the wrong segment on network '
      + '%(network)s.',
    meaning: 'The port\'s address belongs to a part of the network that this host is not connected to.' },
  { text: 'Neutron error: Instance hostname %(hostname)s is not a valid DNS name',
    meaning: 'Neutron\'s DNS integration does not accept the name of the instance.' },
  { text: 'Neutron error creating port on network %s',
    meaning: 'Neutron refused to create a port; the exception below is its reason.' },
  { text: [
      'Binding failed for port %s and host %s.',
      'Binding failed for port %s and host %s. Error: (%s %s)',
    ],
    meaning: 'Neutron could not bind the port to that host: no L2 agent or driver there takes it, or '
      + 'the agent is down. Look at Neutron\'s server log.' },
  { text: 'Unable to update binding details for port %s',
    meaning: 'Neutron did not take the new host of a port; the move fails or the port stays bound to '
      + 'the old host.' },
  { text: 'Unable to clear device ID for port \'%s\'',
    meaning: 'The port was to be freed from the instance, and Neutron refused; it stays marked as in '
      + 'use.' },
  { text: 'Unable to get binding:profile for port \'%s\'',
    meaning: 'The port\'s details could not be read while it was freed; Nova takes them as empty.' },
  { text: [
      'Failed to remove binding for port %s on host %s.',
      'Failed to delete binding for port %(port_id)s on host %(host)s',
      'Unexpected error trying to delete binding for port %s and host %s.',
    ],
    meaning: 'A binding of the port to a host that no longer matters stays behind in Neutron.' },
  { text: 'Unexpected error trying to activate binding for port %s and host %s.',
    meaning: 'After the guest had moved Neutron did not switch its port to the new host; the guest has '
      + 'no network until the binding is activated.' },
  { text: [
      'Binding for port %s and host %s is already active.',
      'Binding for port %s and host %s is already active',
    ],
    meaning: 'The port is already bound to that host.',
    benign: 'That is what was wanted.' },
  { text: 'Port %s does not exist',
    meaning: 'A port of a deleted instance was already gone from Neutron.',
    benign: 'That is what was wanted.' },
  { text: 'Failed to delete port %s for instance.',
    meaning: 'A port of a deleted instance stays in Neutron; delete it by hand.' },
  { text: 'Failed to delete port %(port_id)s while cleaning up after an error.',
    meaning: 'A port that was made for a failed request stays in Neutron; delete it by hand.' },
  { text: 'Neutron client was not able to generate a valid admin token, please verify Neutron admin '
      + 'credential located in nova.conf',
    meaning: 'Keystone or Neutron refuse the credentials in the [neutron] section.',
    options: ['neutron.username', 'neutron.auth_url'] },
  { text: 'The [neutron] section of your nova configuration file must be configured for authentication '
      + 'with the networking service endpoint. See the networking service install guide for details: '
      + 'https://docs.openstack.org/neutron/latest/install/',
    meaning: 'Nova has no credentials of its own for Neutron.',
    options: ['neutron.auth_type'] },
  { text: 'Neutron Reported failure on event %(event)s for instance %(uuid)s',
    meaning: 'Neutron says that it could not plug the port; its agent on this host has the reason. The '
      + 'build is aborted when plugging is mandatory.',
    options: ['DEFAULT.vif_plugging_is_fatal'] },
  { text: 'Failed storing info cache',
    meaning: 'The network information of an instance could not be saved; the exception below says why. '
      + 'It is read again later.' },
  { text: 'Port %s from network info_cache is no longer associated with instance in Neutron. Removing '
      + 'from network info_cache.',
    meaning: 'Neutron no longer has this port on the instance (it was detached or deleted there), and '
      + 'Nova\'s record follows.' },
  { text: 'Network %(id)s not matched with the tenants network! The ports tenant %(tenant_id)s will be '
      + 'used.',
    meaning: 'The instance has a port on a network of another project that is not listed for this one.',
    benign: 'A port of another project is used on purpose, by an administrator.' },
  { text: [
      'Unable to access floating IP %s',
      'Unable to access floating IP for %s',
    ],
    meaning: 'Neutron did not tell about a floating address.' },
  { text: 'The vnic_type of the bound port %s has been changed in neutron from "%s" to "%s". Changing '
      + 'vnic_type of a bound port is not supported by Nova. To avoid breaking the connectivity of the '
      + 'instance please change the port vnic_type back to "%s".',
    meaning: 'Somebody changed the type of a port in use; change it back, or the instance loses its '
      + 'network at the next restart of nova-compute.' },
  { text: [
      'The bound port %(port_id)s is deleted in Neutron but the resource allocation on the resource '
        + 'providers %(rp_uuid)s are leaked until the server %(server_uuid)s is deleted.',
      'The bound port %(port_id)s is deleted in Neutron but the resource allocation on the resource '
        + 'provider %(rp_uuid)s is leaked until the server %(server_uuid)s is deleted.',
    ],
    meaning: 'A port with guaranteed bandwidth was deleted in Neutron; Placement counts its bandwidth '
      + 'until the instance is deleted. Detach such ports with Nova.' },
  { text: 'Port %s disappeared during deallocate but it had resource allocation on resource provider '
      + '%s. Resource allocation for this port may be leaked.',
    meaning: 'A port with guaranteed bandwidth was gone before Nova could free its bandwidth in '
      + 'Placement.' },
  { text: [
      'Unable to find PCI device using PCI request ID in list of claimed instance PCI devices: %s. Is '
        + 'the [pci]device_spec configuration correct?',
      'Unable to find PCI device using PCI request ID in list of claimed instance PCI devices: %s. Is '
        + 'the [pci]/passthrough_whitelist configuration correct?',
    ],
    meaning: 'The network card that the instance was promised is not among its devices; check which '
      + 'cards this host offers.',
    options: ['pci.device_spec'] },
  { text: 'Updating port %(port)s with attributes %(attributes)s',
    meaning: 'The port is bound to another host or device, as part of a move.',
    benign: 'This is a step of every move.' },
  { text: [
      'Successfully plugged vif %s',
      'Successfully unplugged vif %s',
    ],
    meaning: 'The interface was connected to, or taken from, the bridge or switch of this host.',
    benign: 'This is a step of starting and stopping guests.' },
  { text: 'Failed to plug vif %(vif)s',
    meaning: 'The interface could not be connected to the bridge or switch of this host; the exception '
      + 'below is the cause. Open vSwitch may be down.' },
  { text: 'Failed to unplug vif %(vif)s',
    meaning: 'The interface could not be taken from the bridge or switch of this host; a port may '
      + 'remain there.' },
  { text: 'Unable to execute %(cmd)s. Exception: %(exception)s',
    meaning: 'A command to Open vSwitch failed, mostly because ovsdb-server or ovs-vswitchd does not '
      + 'answer.' },
  { text: 'Loaded VIF plugins: %s',
    meaning: 'The kinds of network that this host can connect guests to.',
    benign: 'This belongs to every start.' },
  { text: 'Failed removing net device: \'%s\'',
    meaning: 'A tap device or bridge port could not be removed from this host.' },
  { text: [
      'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s on %(host)s',
      'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s',
    ],
    meaning: 'The API received an event from Neutron or Cinder and hands it to the host of the instance.',
    benign: 'This is how Neutron reports plugged ports.' },
];
