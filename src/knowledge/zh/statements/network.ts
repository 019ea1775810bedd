// Our words on log statements in Simplified Chinese: those of statementNotes/network.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const network: Readonly<Record<string, StatementSentences>> = {
  'Instance failed network setup (attempt %(attempt)d of %(attempts)d)': ['Neutron 没有给实例端口；Nova 会重试。'],
  'Instance failed network setup after %(attempts)d attempt(s)': [
    'Neutron 没有给实例端口；下面的异常就是原因，创建在需要端口时失败。',
  ],
  'Neutron error: Port quota exceeded in tenant: %s': ['该项目的端口数已达到它在 Neutron 中的配额；请求被拒绝。'],
  'Neutron error: No more fixed IPs in network: %s': ['该网络的子网已没有地址。'],
  'Neutron error: Fixed IP %s is already in use.': ['所请求的地址属于另一个端口。'],
  'Neutron error: %(ip)s is not a valid IP address for network %(network_id)s.': ['所请求的地址不在该网络的任何子网中。'],
  'Neutron error: MAC address %(mac)s is already in use on network %(network)s.': [
    '该网络上的另一个端口有相同的硬件地址，例如某个端口的副本。',
  ],
  ['Neutron error: Tried to bind a port with fixed_ips to a host in the wrong segment on network '
    + '%(network)s.']: [
    '端口的地址属于该网络中此主机没有连接的部分。',
  ],
  'Neutron error: Instance hostname %(hostname)s is not a valid DNS name': [
    'Neutron 的 DNS 集成不接受该实例的名称。',
  ],
  'Neutron error creating port on network %s': ['Neutron 拒绝创建端口；原因在下面的异常中。'],
  'Binding failed for port %s and host %s.': [
    'Neutron 无法把端口绑定到该主机：那里没有 L2 agent 或驱动接受它，或 agent 已停止。请查看 Neutron 的 server 日志。',
  ],
  'Unable to update binding details for port %s': ['Neutron 没有接受端口的新主机；迁移失败，或端口仍绑定在旧主机上。'],
  'Unable to clear device ID for port \'%s\'': ['要把端口从实例释放，而 Neutron 拒绝了；它仍标记为使用中。'],
  'Unable to get binding:profile for port \'%s\'': ['在释放端口时无法读取其详细信息；Nova 视其为空。'],
  'Failed to remove binding for port %s on host %s.': ['端口与某台不再相关的主机的绑定遗留在 Neutron 中。'],
  'Unexpected error trying to activate binding for port %s and host %s.': [
    '虚拟机迁移之后，Neutron 没有把其端口切换到新主机；在激活该绑定之前虚拟机没有网络。',
  ],
  'Binding for port %s and host %s is already active.': ['端口已绑定到该主机。', '这正是所要的结果。'],
  'Port %s does not exist': ['已删除实例的某个端口在 Neutron 中已不存在。', '这正是所要的结果。'],
  'Failed to delete port %s for instance.': ['已删除实例的某个端口留在 Neutron 中；请手工删除。'],
  'Failed to delete port %(port_id)s while cleaning up after an error.': [
    '为失败的请求创建的某个端口留在 Neutron 中；请手工删除。',
  ],
  ['Neutron client was not able to generate a valid admin token, please verify Neutron admin '
    + 'credential located in nova.conf']: [
    'eystone 或 Neutron 拒绝了 [neutron] 节中的凭据。',
  ],
  ['The [neutron] section of your nova configuration file must be configured for authentication '
    + 'with the networking service endpoint. See the networking service install guide for '
    + 'details: https://docs.openstack.org/neutron/latest/install/']: [
    'Nova 没有自己用于 Neutron 的凭据。',
  ],
  'Neutron Reported failure on event %(event)s for instance %(uuid)s': [
    'Neutron 说它无法接入该端口；原因在此主机上它的 agent 中。如果接入是强制的，创建中止。',
  ],
  'Failed storing info cache': ['实例的网络信息无法保存；下面的异常说明了原因。之后会再次读取。'],
  ['Port %s from network info_cache is no longer associated with instance in Neutron. Removing '
    + 'from network info_cache.']: [
    'Neutron 中该实例已没有这个端口（它在那里被卸下或删除），Nova 的记录随之更改。',
  ],
  ['Network %(id)s not matched with the tenants network! The ports tenant %(tenant_id)s will be used.']: [
    '实例有一个端口位于另一个项目的网络上，而该网络没有为此项目列出。',
    '管理员有意使用了另一个项目的端口。',
  ],
  'Unable to access floating IP %s': ['Neutron 没有给出某个浮动 IP 的信息。'],
  ['The vnic_type of the bound port %s has been changed in neutron from "%s" to "%s". Changing '
    + 'vnic_type of a bound port is not supported by Nova. To avoid breaking the connectivity '
    + 'of the instance please change the port vnic_type back to "%s".']: [
    '有人更改了正在使用的端口的类型；请改回来，否则实例会在 nova-compute 下次重启时失去网络。',
  ],
  ['The bound port %(port_id)s is deleted in Neutron but the resource allocation on the resource '
    + 'providers %(rp_uuid)s are leaked until the server %(server_uuid)s is deleted.']: [
    '带有保证带宽的端口在 Neutron 中被删除；在删除实例之前，Placement 仍计入其带宽。请用 Nova 卸下这类端口。',
  ],
  ['Port %s disappeared during deallocate but it had resource allocation on resource provider %s. '
    + 'Resource allocation for this port may be leaked.']: [
    '带有保证带宽的端口在 Nova 于 Placement 中释放其带宽之前就已不存在。',
  ],
  ['Unable to find PCI device using PCI request ID in list of claimed instance PCI devices: %s. Is '
    + 'the [pci]device_spec configuration correct?']: [
    '承诺给实例的网卡不在其设备之中；请检查此主机提供哪些网卡。',
  ],
  'Updating port %(port)s with attributes %(attributes)s': ['作为迁移的一部分，端口绑定到另一台主机或另一个设备。', '每次迁移都有这一步。'],
  'Successfully plugged vif %s': ['接口已接入此主机的网桥或交换机，或已从中移除。', '启动和停止虚拟机都有这一步。'],
  'Failed to plug vif %(vif)s': ['接口无法接入此主机的网桥或交换机；下面的异常就是原因。Open vSwitch 可能已停止。'],
  'Failed to unplug vif %(vif)s': ['接口无法从此主机的网桥或交换机移除；那里可能遗留一个端口。'],
  'Unable to execute %(cmd)s. Exception: %(exception)s': [
    '对 Open vSwitch 的一条命令失败，多半是因为 ovsdb-server 或 ovs-vswitchd 没有应答。',
  ],
  'Loaded VIF plugins: %s': ['此主机可以把虚拟机连接到的网络种类。', '每次启动都有这一步。'],
  'Failed removing net device: \'%s\'': ['tap 设备或网桥端口无法从此主机移除。'],
  'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s on %(host)s': [
    'API 收到了来自 Neutron 或 Cinder 的事件，并转交给实例所在的主机。',
    'Neutron 就是这样报告已接好的端口的。',
  ],
};
