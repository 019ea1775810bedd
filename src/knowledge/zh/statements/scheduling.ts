// Our words on log statements in Simplified Chinese: those of statementNotes/scheduling.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const scheduling: Readonly<Record<string, StatementSentences>> = {
  'Setting instance to %s state.': ['Nova 放弃该操作，并把实例设为这里给出的状态；原因在上一行。'],
  'Failed to %(service)s_%(method)s: %(ex)s': ['调度或 conductor 的某个任务失败；原因在行末，多半是 NoValidHost。'],
  'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s': ['创建在该主机上失败，转到另一台；文本是该主机发来的错误。'],
  ['Got no allocation candidates from the Placement API. This could be due to insufficient '
    + 'resources or a temporary occurrence as compute nodes start up.']: [
    '按 Placement 的统计，没有主机具备所请求的空闲 CPU、内存、磁盘、trait 或设备；根本没有询问任何过滤器。',
  ],
  'Filter %s returned 0 hosts': ['这个过滤器排除了最后的主机；该请求已没有主机可用。'],
  'Failed to schedule instances': ['该请求没有找到主机；下面的异常就是原因，实例进入 ERROR。'],
  'Failed to reschedule. Reason: %s': ['创建失败之后，找不到或无法访问另一台主机；实例进入 ERROR。'],
  'Failed to rebuild. Reason: %s': ['重建或疏散无法安排到主机上。'],
  'No valid host found for rebuild': ['现在没有主机容得下该实例；它保持原状。'],
  'Unshelve attempted but the image %s cannot be found.': ['搁置时生成的镜像在 Glance 中已不存在，因此实例无法恢复。'],
  'No host-to-cell mapping found for selected host %(host)s. Setup is incomplete.': [
    '所选的主机没有映射到 cell；执行 `nova-manage cell_v2 discover_hosts`。',
  ],
  'No cell mapping found for cell0 while trying to record scheduling failure. Setup is incomplete.': [
    '找不到主机的实例保存在 cell0 中，而 cell0 不存在；执行 `nova-manage cell_v2 map_cell0`。',
  ],
  'No cells are configured, unable to continue': ['没有已知的 cell；执行 nova-manage 的 cell 设置。'],
  'Host mapping not found for host %s. Not tracking instance info for this host.': [
    '该主机还没有映射到 cell；在执行 `nova-manage cell_v2 discover_hosts` 之前调度器不会选择它。',
  ],
  'Discovered %(count)i new hosts: %(hosts)s': ['新的计算主机已映射到其 cell，现在可以选择。', '主机就是这样加入的。'],
  ['This periodic task should only be enabled on a single scheduler to prevent collisions between '
    + 'multiple schedulers: %s']: [
    '几个调度器同时（或与 nova-manage 同时）映射新主机；其中一个更快。',
    '该主机已映射。',
  ],
  'Migration of instance %(instance_id)s to host %(dest)s unexpectedly failed.': [
    '热迁移在交给主机之前或之时失败；下面的异常就是原因。',
  ],
  'The instance sync for host \'%s\' did not match. Re-created its InstanceList.': [
    '调度器对主机上有哪些实例的记忆不是最新的，会重新读取。',
    '它会自行更正；调度器重启之后，每台主机出现一次。',
  ],
  ['Host %(hostname)s has more disk space than database expected (%(physical)s GB > %(database)s GB)']: [
    '主机的空闲磁盘多于其实例应当剩下的：数据库记在那里的某个实例，其磁盘在别处或已不存在。以较小的数值为准。',
  ],
  'No compute service record found for host %(host)s': ['数据库中有一个计算节点而没有其服务，例如删除了一半；不会选择该主机。'],
  '%(host_state)s has not been heard from in a while': ['该主机的计算服务没有上报，因此不会选择该主机。'],
  'Selected host: %(host)s failed to consume from instance. Error: %(error)s': [
    '在落实资源时，所选的主机被发现不合适（NUMA、PCI）；会尝试下一台。',
  ],
  'Timeout getting computes for cell %s': ['某个 cell 的数据库没有及时应答；这次应答中缺少其主机或实例。'],
  'InstanceMapping not found, unable to target cell': ['该实例没有映射到任何 cell，因此 conductor 找不到其记录。'],
  'Retrying %(name)s after a MessagingTimeout, attempt %(attempt)s of %(retries)s.': [
    '调度器没有及时应答；conductor 再次询问。',
  ],
  'Unable to find record for source node %(node)s on %(host)s': [
    '迁移无法开始，因为在 Placement 中无法把实例将离开的主机上的资源交给该迁移。',
  ],
  'Rollback for task %s failed.': ['要撤销失败的迁移，而撤销也失败了；可能遗留 allocation 或记录。'],
  ['Unable to initialize placement client (%s); Continuing with startup, but some operations will '
    + 'not be possible.']: [
    '服务启动时无法访问 Keystone 或 Placement；需要时会重试。',
  ],
  'Fatal error initializing placement client: %s': [
    '没有 Placement 服务无法启动：其凭据缺失或有误，或 Keystone 或 Placement 返回了预料之外的内容。',
  ],
  'Failed to initialize placement client (is keystone available?)': [
    '在创建客户端时，Keystone 或 Placement 返回了错误；随下一行出现的异常给出了它。',
  ],
  'Discovering suitable URL for placement API failed.': [
    '目录中 Placement 的地址或 Keystone 的地址没有正常应答；请检查 endpoint、其前面的代理以及 TLS。',
  ],
  'The placement API endpoint was not found.': ['目录中没有此 region 和 interface 的 Placement endpoint。'],
  'No authentication information found for placement API.': ['[placement] 节没有凭据；此主机无法上报其资源，得不到实例。'],
  'Placement service credentials do not work.': ['eystone 拒绝了 [placement] 节中的用户或密码。'],
  'Placement API service is not responding.': ['Placement 在其地址没有应答；在它应答之前上报和调度都会失败。'],
  'Unable to refresh my resource provider record': [
    '此主机无法创建或读取它在 Placement 中的 provider，因此不上报其资源，得不到实例；原因在上一行。',
  ],
  ['[%(placement_req_id)s] Failed to retrieve resource provider tree from placement API for UUID '
    + '%(uuid)s. Got %(status_code)d: %(err_text)s.']: [
    'Placement 返回了错误，而不是该 provider 的数据。401 和 403 说明是凭据问题，404 是 provider 问题，5xx 是 Placement '
      + '本身或其数据库的问题；如果是 HTML 页面，则来自其前面的 web 服务器或代理。',
  ],
  ['[%(placement_req_id)s] Failed to create resource provider record in placement API for UUID '
    + '%(uuid)s. Got %(status_code)d: %(err_text)s.']: [
    '此主机无法在 Placement 中注册。如果是 409，说明已存在同名而 UUID 不同的 provider，因为主机曾被删除后又加入：请删除旧的 provider。',
  ],
  ['[%(placement_req_id)s] Failed to update inventory to [%(inv_data)s] for resource provider with '
    + 'UUID %(uuid)s.  Got %(status_code)d: %(err_text)s']: [
    'Placement 没有接受此主机的资源。如果是 409，说明有别人更改了该 provider，或剩余量会少于已使用的量；下次上报会重试。',
  ],
  ['[%(placement_req_id)s] Failed to update traits to [%(traits)s] for resource provider with UUID '
    + '%(uuid)s.  Got %(status_code)d: %(err_text)s']: [
    'Placement 没有接受此主机的属性；下次上报会重试。',
  ],
  ['[%(placement_req_id)s] Failed to delete resource provider with UUID %(uuid)s from the '
    + 'placement API. Got %(status_code)d: %(err_text)s.']: [
    '已移除主机的 provider 留在 Placement 中；如果是 409，说明它仍有 allocation。',
  ],
  ['[%(placement_req_id)s] Another thread already created a resource provider with the UUID '
    + '%(uuid)s. Grabbing that record from the placement API.']: [
    '同一时间有别人创建了该 provider。',
    '它已如愿存在。',
  ],
  ['[%(placement_req_id)s] Created resource provider record via placement API for resource '
    + 'provider with UUID %(uuid)s and name %(name)s.']: [
    '此主机已在 Placement 中注册。',
    '这是主机的首次启动。',
  ],
  'Unable to submit allocation for instance %(uuid)s (%(code)i %(text)s)': [
    'Placement 拒绝登记这些资源。如果是 409，说明主机在此期间已满或其记录变了；调度器会尝试另一台。',
  ],
  'Unable to delete allocation for %(consumer_type)s %(uuid)s: (%(code)i %(text)s)': [
    'Placement 仍计入已不存在的实例的资源；周期任务会重试，否则必须手工删除该 allocation。',
  ],
  'Deleted allocation for %(consumer_type)s %(uuid)s': ['实例或迁移的资源在 Placement 中已释放。', '删除和迁移都有这一步。'],
  'Failed to get allocations for consumer %(consumer)s: %(error)s': ['Placement 没有给出该实例占用了什么。'],
  'Unable to post allocations for consumer %(uuid)s (%(code)i %(text)s)': [
    'Placement 拒绝把资源从实例交给其迁移，或交回。',
  ],
  'Expected to find current allocations for %s, but found none.': ['Placement 在该主机上没有可移除的 allocation。'],
  ['Failed to retrieve allocation candidates from placement API for filters: '
    + '%(resource_request)s\nGot %(status_code)d: %(err_text)s.']: [
    'Placement 对调度器的询问返回了错误；在它正常之前无法安排任何实例。',
  ],
  'Failed scheduler client operation %s: out of retries': ['因为有别人一再更改同一记录，Placement 一直拒绝；该操作被放弃。'],
  ['Found multiple resource provider records for resource provider name %(rp_name)s: %(rp_uuids)s. '
    + 'This should not happen.']: [
    'Placement 中有几个该名称的 provider；无法判断是指哪一个。',
  ],
  'Performing resource provider inventory and allocation data migration.': [
    '升级或更改配置之后，资源连同其上的登记一起在 Placement 中移到其他 provider。',
    '它只出现一次。',
  ],
  'ServerGroupAffinityFilter not configured': ['某个实例所在的 server group，其策略没有任何过滤器来执行；请求失败。'],
  'Tenant %(tenant)s has no available aggregates': ['该项目限定在某些 aggregate 中，而没有它可用的；请求找不到主机。'],
  'Could not decode max_instances_per_host: \'%s\'': ['某个 aggregate 的值不是数字；以配置的值为准。'],
  'Ignoring the invalid elements of the option %(name)s: %(options)s': ['某个配置项中有形式不正确的条目；它们不起作用。'],
  'Falling back to legacy quota counting method for instances, cores, and ram': [
    '从 Placement 计数所需的记录还不完整，因此逐个 cell 统计实例；执行 `nova-manage db online_data_migrations`。',
  ],
  ['Unable to remove device with status \'%(status)s\' and ownership %(instance_uuid)s because of '
    + '%(pci_exception)s. Check your [pci]device_spec configuration to make sure this '
    + 'allocated device is whitelisted. If you have removed the device from the whitelist '
    + 'intentionally or the device is no longer available on the host you will need to delete '
    + 'the server or migrate it to another host to silence this warning.']: [
    '正在使用的某个 PCI 设备，主机已不再报告或配置中已不再包含；请恢复配置，或把该实例移走。',
  ],
  'Assigning a pci device without numa affinity to instance %(instance)s which has numa topology': [
    '该 PCI 设备没有说明其 NUMA 单元，因此实例访问它可能较慢。',
    '该设备可以工作。',
  ],
};
