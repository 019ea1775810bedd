// Our words on log statements in Simplified Chinese: those of statementNotes/compute.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const compute: Readonly<Record<string, StatementSentences>> = {
  'Setting instance vm_state to ERROR': [
    '在删除或更改实例时，某个操作以 nova-compute 不处理的方式失败；其 vm_state 变为 ERROR。下面的 traceback 给出了原因。',
  ],
  'Setting instance back to %(state)s after: %(error)s': ['操作以不影响实例的方式失败：实例保持原有状态，丢失的只是这次操作。'],
  'Error: %s': ['导致创建重新调度、或在另一台主机上再试调整规格的那个错误，以 traceback 行列表的形式给出；决定写在随后的行中。'],
  'Instance failed to spawn': ['hypervisor、网络或镜像使实例无法启动；其后或其下的异常说明了是哪个。Nova 会清理，并重新调度或中止创建。'],
  'Could not clean up failed build, not rescheduling. Error: %s': [
    '创建失败之后，对网络或卷的清理也失败了。Nova 放弃该实例，而不是在两台主机上留下残余。',
  ],
  'No more fixed IP to be allocated': ['所请求网络的子网已没有地址。创建中止，因为另一台主机也找不到。'],
  'Failed to deallocate networks': ['Nova 无法移除它所放弃的实例的端口。端口可能留在 Neutron 中并占用地址：请查找以该实例为设备的端口。'],
  'Cleaning up VIFs failed for instance. Error: %s': ['创建失败的实例的接口无法拔下；此主机上可能遗留 tap 设备或网桥。'],
  ['Failed to update network info cache when cleaning up allocated networks. Stale VIFs may be '
    + 'left on this host.Error: %s']: [
    'Nova 没能从 Neutron 得知失败的创建有哪些接口，因此无法拔下它们；此主机上可能遗留 tap 设备。',
  ],
  'Failed to deallocate network for instance. Error: %s': [
    '正在删除的实例的端口无法移除。实例进入 ERROR；待 Neutron 应答后再次删除它。',
  ],
  'Failed to deallocate network for instance; retrying. Error: %s': [
    '在移除端口时无法访问 Neutron；Nova 会重试，总共三次。',
  ],
  'Failed to deallocate port %(port_id)s for instance. Error: %(error)s': [
    '挂接失败的接口，其端口无法移除，留在 Neutron 中；请手工删除。',
  ],
  '%(fails)i consecutive build failures': ['此主机上连续几次创建失败。达到上限时服务会禁用自己，使调度器不再选择它。'],
  'Disabling service due to %(fails)i consecutive build failures': [
    '此主机连续失败的创建太多，已把自己移出调度。消除原因，然后重新启用该计算服务。',
  ],
  'Failure retrieving placement allocations': ['Placement 没有给出正在创建的实例的 allocation；创建在此失败。'],
  'During sync_power_state the instance has a pending task (%(task)s). Skip.': [
    '周期性的电源状态比对发现该实例上有操作正在进行，因此不去动它。',
    '正在进行的操作会自行设置状态。',
  ],
  ['During _sync_instance_power_state the DB power_state (%(db_power_state)s) does not match the '
    + 'vm_power_state from the hypervisor (%(vm_power_state)s). Updating power_state in the DB '
    + 'to match the hypervisor.']: [
    'hypervisor 报告的电源状态与数据库不同（1 运行，3 暂停，4 关机）；Nova 更正自己的记录。随后如何取决于 vm_state。',
  ],
  ['Instance shutdown by itself. Calling the stop API. Current vm_state: %(vm_state)s, current '
    + 'task_state: %(task_state)s, original DB power_state: %(db_power_state)s, current VM '
    + 'power_state: %(vm_power_state)s']: [
    '虚拟机已关闭，而 Nova 认为它在运行：它在内部被关机、崩溃、被杀死（内存不足），或主机重启过。Nova 将其记录为已停止。',
  ],
  ['Instance is not stopped. Calling the stop API. Current vm_state: %(vm_state)s, current '
    + 'task_state: %(task_state)s, original DB power_state: %(db_power_state)s, current VM '
    + 'power_state: %(vm_power_state)s']: [
    'Nova 认为该实例已停止，但它在运行：有人绕过 Nova 启动了它，例如用 virsh。Nova 会再次停止它。',
  ],
  'Instance is paused unexpectedly. Ignore.': [
    '虚拟机处于暂停，而 Nova 认为它在运行。常见原因是其磁盘 I/O 错误（存储已满或丢失）、快照，或正在进行的热迁移；Nova 不做处理。',
  ],
  'Instance is suspended unexpectedly. Calling the stop API.': ['虚拟机被绕过 Nova 挂起；Nova 停止该实例，使其记录一致。'],
  'Instance is unexpectedly not found. Ignore.': [
    'hypervisor 不认识 Nova 记录在此主机上的某个实例：其 domain 没有定义。如果一直如此，硬重启会重新定义它。',
  ],
  'Paused instance shutdown by itself. Calling the stop API.': ['暂停的虚拟机自行关闭；Nova 将其记录为已停止。'],
  'Instance is not (soft-)deleted.': ['已删除的实例仍在 hypervisor 上运行；由周期性清理处理。'],
  'error during stop() in sync_power_state.': ['Nova 要停止电源状态不一致的实例，但没有成功；下一轮会重试。'],
  ['While synchronizing instance power states, found %(num_db_instances)s instances in the '
    + 'database and %(num_vm_instances)s instances on the hypervisor.']: [
    '此主机运行的虚拟机多于或少于 Nova 为它记录的。差异通常来自绕过 Nova 启动的、疏散后遗留的，或正在迁移的虚拟机。',
  ],
  'Periodic sync_power_state task had an error while processing an instance.': [
    '比对某个实例的电源状态失败；其他实例不受影响。下面的 traceback 给出了原因。',
  ],
  'Skipping _sync_power_states periodic task due to: %s': [
    '还无法询问 hypervisor，因此在之后的一轮再比对电源状态。',
    '它只是在等待 hypervisor。',
  ],
  'VM %(state)s (Lifecycle Event)': [
    'hypervisor 报告虚拟机启动、暂停、恢复或停止。Nova 把它与自己的预期比对。',
    '它只报告发生了什么；是否符合预期由其前后的操作说明。',
  ],
  'Unexpected lifecycle event: %d': ['hypervisor 发送了 Nova 不认识的事件；已忽略。'],
  ['Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state '
    + '%(task_state)s.']: [
    'Neutron 或 Cinder 报告了没有人在等待的内容。如果是超时后不久的 network-vif-plugged，说明事件来得太晚；否则大多无关紧要。',
  ],
  ['Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state '
    + '%(task_state)s. Event states are: %(event_states)s']: [
    'Neutron 应当发送的事件没有全部及时到来；该行说明缺少哪些。',
  ],
  'Detected instance with name label \'%s\' which is marked as DELETED but still present on host.': [
    '这里仍定义着一台虚拟机，而 Nova 已删除其实例，例如因为当时主机停机。动作为 `log` 时 Nova 只是说明；请手工移除它，或改用 `reap`。',
  ],
  ['Destroying instance with name label \'%s\' which is marked as DELETED but still present on host.']: [
    '实例被删除时此主机无法执行，现在由清理移除其虚拟机。',
    '这是清理在完成它的工作。',
  ],
  ['Powering off instance with name label \'%s\' which is marked as DELETED but still present on host.']: [
    '按 running_deleted_instance_action 的要求，关闭实例已删除的虚拟机的电源。',
    '这是清理在完成它的工作。',
  ],
  'Failed to power off instance': ['实例已删除的虚拟机无法关闭电源；下一轮清理会重试。'],
  'Periodic cleanup failed to delete instance: %s': ['移除实例已删除的虚拟机失败；下一轮清理会重试。'],
  'Periodic reclaim failed to delete instance: %s': ['软删除的实例到期应删除而无法删除；下一轮会重试。'],
  'Error updating resources for node %(node)s.': [
    '此主机资源的周期性上报失败；它在 Nova 和 Placement 中的数据会变旧，调度器可能选错或根本不选它。其后的异常就是原因。',
  ],
  'Error updating resources for node %s: %s': ['因为配置问题，此主机的资源上报失败；行末说明了哪里有误。更正之前调度器使用旧的数值。'],
  'Error updating PCI resources for node %(node)s.': ['此主机的 PCI 设备无法上报给 Placement；下面的异常给出了设备或原因。'],
  'ReshapeNeeded exception is unexpected here!': [
    '在 Placement 中把 inventory 移到另一个 provider 只允许在启动时进行，而这次是之后请求的。重启 nova-compute。',
  ],
  'Resource provider data migration failed fatally during startup for node %s.': [
    '在 Placement 中把 inventory 和 allocation 移到其他 provider 失败，nova-compute 停止。traceback 说明了原因。',
  ],
  'Virt driver is not ready.': ['这一轮无法询问 hypervisor，因此在之后的一轮再上报资源。'],
  ['Virt driver is not ready. If this is the first time this service is starting on this host, '
    + 'then you can ignore this warning.']: [
    '服务启动时无法询问 hypervisor。',
  ],
  'No compute node record for host %s': [
    'Nova 没有此计算节点的记录，既没有以前启动留下的，也没有这次的：创建记录失败。请在上方的资源上报中查找错误，往往是 Placement 或数据库。',
  ],
  ['No compute node record found for host %s. If this is the first time this service is starting '
    + 'on this host, then you can ignore this warning.']: [
    '此主机尚未记录为计算节点；记录会在启动过程中创建。如果是曾经服役的主机，则说明其名称变了或其记录被删除。',
  ],
  'No compute node record for %(host)s:%(node)s': [
    '此节点还没有记录，资源跟踪器会创建一个。',
    '这属于主机的首次启动；如果主机曾经服役，请检查其名称是否变了。',
  ],
  'Compute node record created for %(host)s:%(node)s with uuid: %(uuid)s': [
    '资源跟踪器创建了新计算节点的记录。',
    '这是主机的首次启动。',
  ],
  'Compute node \'%s\' not found in update_available_resource.': [
    '某个节点在更新其资源时消失；使用 Ironic 时是另一个服务接管了它。',
  ],
  ['Could not retrieve compute node resource provider %s and therefore unable to error out any '
    + 'instances stuck in BUILDING state. Error: %s']: [
    '启动时 Placement 没有说明谁占用此主机的资源，因此无法识别被先前停止打断的创建；它们会停留在 BUILD，直到被删除。',
  ],
  'Looking for unclaimed instances stuck in BUILDING status for nodes managed by this host': [
    'nova-compute 启动时查找因其停止而中断的创建，以便将其设为 ERROR。',
    '每次启动都有这一步。',
  ],
  ['Compute node %s not found in the database and therefore unable to error out any instances '
    + 'stuck in BUILDING state on this node. If this is the first time this service is '
    + 'starting on this host, then you can ignore this warning.']: [
    '启动时无法查找中断的创建，因为此节点还没有记录。',
  ],
  ['Found orphan compute node %(id)s hypervisor host is %(hh)s, nodes are %(nodes)s. We are not '
    + 'deleting this as the driver says this node has not been deleted.']: [
    '数据库中有此服务的一个计算节点，hypervisor 现在没有报告它，但它可能会回来；因此保留。',
  ],
  'Deleting orphan compute node %(id)s hypervisor host is %(hh)s, nodes are %(nodes)s': [
    '数据库中有此服务的一个计算节点，hypervisor 已不再报告它，因此删除其记录和它在 Placement 中的 provider。使用 libvirt 时，这发生在主机改名之后，'
      + '可能丢失正在运行的实例的 allocation。',
  ],
  ['Multiple nodes found in the database for host %s; unable to persist local node identity '
    + 'automatically']: [
    '此主机记录了几个计算节点，因此 Nova 无法判断应在状态目录中保存哪个标识。请手工写入正确的 UUID。',
  ],
  'Skipping removal of allocations for deleted instances: %s': [
    'Placement 没有给出此主机上的 allocation，因此这一轮不移除已删除实例的 allocation。',
  ],
  ['Instance %s is not being actively managed by this compute host but has allocations referencing '
    + 'this compute host: %s. Skipping heal of allocation because we do not know what to do.']: [
    'Placement 在此主机上保存着某个实例的 allocation，而此服务不认为该实例属于自己。如果实例没有操作而一直如此，该 allocation 可能是失败的迁移遗留的。',
  ],
  ['Instance %s has been moved to another host %s(%s). There are allocations remaining against the '
    + 'source host that might need to be removed: %s.']: [
    '该实例已离开此主机，但 Placement 仍在这里计入其资源。调整规格等待确认期间这是正常的；否则在移除该 allocation 之前，主机看起来比实际更满。',
  ],
  'Instance %(uuid)s has allocations against this compute host but is not found in the database.': [
    'Placement 在这里保存着某个实例的 allocation，而此 cell 的数据库中没有该实例：它正在创建，或已被删除并归档。',
  ],
  'ComputeNode %(name)s moving from %(old)s to %(new)s': [
    '该计算节点在服务之间易手。使用 Ironic 时这是负载均衡；使用 libvirt 时是 `host` 配置项变了，而有实例存在时不允许更改它。',
  ],
  'Host field should not be set on the instance until resources have been claimed.': [
    '声明资源时实例已带有主机，多半是先前的尝试留下的；资源声明继续并重新设置它。',
    '这是一个完整性检查；资源声明不受影响。',
  ],
  'Claim successful': ['此主机已为该实例预留 CPU、内存和磁盘。', '每次创建和迁移都有这一步。'],
  'Failed to claim: %s': ['此主机缺少只有它自己才能判断的某样资源（NUMA 单元、PCI 设备、调度器的限制）；操作转到另一台主机。'],
  'Detected running orphan instance: %(uuid)s (consuming %(memory_mb)s MB memory)': [
    '这里运行着一台 Nova 不认为在此主机上的虚拟机；其内存计为已用。它是失败的迁移遗留的，或从来不属于 Nova。',
  ],
  'Flavor could not be found, skipping migration.': ['记录中有一次调整规格，其 flavor 已不存在，因此不计入其资源。'],
  'Instance not resizing, skipping migration.': ['某个没有在迁移的实例被记录为正在迁移；不计入其资源。'],
  ['Current instance migration %(im)s doesn\'t match migration %(m)s, marking migration as error. '
    + 'This can occur if a previous migration for this instance did not complete.']: [
    '此实例较早的一次迁移从未完成；其记录以失败结束，使其不再占用资源。',
  ],
  'Unable to find services table record for nova-compute host %s': [
    '数据库中已没有此计算服务的记录，因此无法告知 Placement 它是否被禁用。重启 nova-compute；如果是有意移除该主机，则停止它。',
  ],
  ['Provider \'%(uuid_or_name)s\' specified in provider config file \'%(source_file)s\' does not '
    + 'exist in the ProviderTree and will be ignored.']: [
    '某个额外 inventory 的文件给出了此主机没有的 provider；其中的条目不起作用。',
  ],
  'No provider configs found in %s. If files are present, ensure the Nova process has access.': [
    '此主机没有额外 inventory 的文件。',
    '这些文件是可选的。',
  ],
  ['Instance %(uuid)s appears to not be owned by this host, but by %(host)s. Startup processing is '
    + 'being skipped.']: [
    '这里定义着另一台主机的实例的虚拟机：此服务停止期间它被疏散或迁移。Nova 在启动工作中略过它。',
  ],
  ['Instance in transitional state (%(task_state)s) at start-up and power state is '
    + '(%(power_state)s), clearing task state']: [
    '服务在重启、暂停或取消暂停的中途停止，而虚拟机在运行：Nova 放弃该任务，并视实例为 active。',
  ],
  ['Service started deleting the instance during the previous run, but did not finish. Restarting '
    + 'the deletion now.']: [
    '删除因服务停止而中断，现在继续进行。',
    '会完成被中断的删除。',
  ],
  'Failed to complete a deletion': ['因服务停止而中断的删除再次失败；实例进入 ERROR，必须再删除一次。'],
  'Failed to revert crashed migration': ['服务在调整规格或迁移的中途停止，恢复到原来的状态失败；该实例需要处理，往往是硬重启。'],
  ['Virtual interface plugging failed for instance. The port binding:host_id may need to be '
    + 'manually updated.']: [
    '启动时现有实例的某个接口无法接入，实例进入 ERROR。其端口绑定在另一台主机上，或根本没有绑定；请查看 binding_host_id 和 binding_vif_type。',
  ],
  ['Virtual interface plugging failed for instance. Probably the vnic_type of the bound port has '
    + 'been changed. Nova does not support such change.']: [
    '启动时某个接口无法接入，因为其端口的类型在使用期间在 Neutron 中被更改。请改回原来的类型。',
  ],
  'Failed to resume instance': ['主机停机之前在运行的虚拟机，在服务启动时无法再次启动；实例进入 ERROR。'],
  'Rebooting instance after nova-compute restart.': [
    '主机停机之前该虚拟机在运行，按 resume_guests_state_on_host_boot 的要求再次启动。',
    '它恢复之前在运行的内容。',
  ],
  'Cleaning up allocations of the instance as it has been evacuated from this host': [
    '此主机的实例被疏散之后它恢复了；这里移除旧的虚拟机及其资源。实例本身在别处运行。',
    '不会触及在别处运行的那一份。',
  ],
  'Failed to clean allocation of evacuated instance on the source node %s': [
    '实例已被疏散，但 Placement 仍在其原来的主机上计入其资源；移除该 allocation，否则主机看起来比实际更满。',
  ],
  'Reboot failed but instance is running': ['重启出了问题，但虚拟机在运行并保持 ACTIVE；原因在实例的 fault 中。'],
  'Cannot reboot instance: %s': ['重启失败，虚拟机没有运行；实例进入 ERROR。消除原因之后，硬重启可以恢复它。'],
  'trying to reboot a non-running instance: (state: %(state)s expected: %(running)s)': [
    '请求重启一个没有在运行的实例；Nova 会启动它。',
    '重启继续进行，并启动虚拟机。',
  ],
  'Task possibly preempted: %s': ['另一个操作在此期间更改了实例，往往是删除它；这个操作让步，并保持状态不变。', '两个操作相遇，较晚的那个继续进行。'],
  'Successfully reverted task state from %s on failure for instance.': [
    '操作失败，其 task_state 已恢复，使实例可以再次使用。原因在上方。',
  ],
  'Failed to revert task state for instance. Error: %s': ['操作失败，其 task_state 也无法恢复；在重置状态之前实例看起来一直忙碌。'],
  'Instance disappeared during terminate': ['要删除实例时它已不存在，例如被删除了两次。', '没有剩下要做的事。'],
  'Instance disappeared during reboot': ['实例在重启期间被删除。', '以删除为准。'],
  'Instance disappeared during build.': ['实例在创建期间被删除。', '以删除为准。'],
  'Info cache for instance could not be found. Ignore.': ['删除实例时，其网络记录已不存在。', '它本来也会被删除。'],
  'Ignoring EndpointNotFound for volume %(volume_id)s: %(exc)s': [
    '在删除实例时，服务目录中没有找到 Cinder；卷在 Cinder 中仍挂接着。',
  ],
  'Ignoring unknown cinder exception for volume %(volume_id)s: %(exc)s': [
    '在删除实例时，卸载它的某个卷失败。删除继续进行；卷在 Cinder 中可能停留在 `in-use` 或 `detaching`，需要移除其 attachment。',
  ],
  'Failed to delete volume: %(volume_id)s due to %(exc)s': ['应随实例一起删除的某个卷无法删除，留在 Cinder 中。'],
  'Terminating instance': ['实例在其主机上开始删除。', '每次删除都有这一步。'],
  'Instance is already powered off in the hypervisor when stop is called.': [
    '请求停止一台已经关闭的虚拟机。',
    '没有剩下要做的事。',
  ],
  'Migration %s is not found during confirmation': ['要确认的调整规格已被确认，或其实例已不存在。', '另一个请求更快。'],
  'Setting migration %(migration_id)s to error: %(reason)s': [
    '到期应自动确认的调整规格无法确认，因为其实例已不存在或处于另一状态；其记录以失败结束。',
  ],
  'Automatically confirming migration %(migration_id)s for instance %(instance_uuid)s': [
    '调整规格等待的时间超过 resize_confirm_window，由 Nova 确认。',
    '配置就是如此。',
  ],
  ['Confirm resize failed on source host %s. Resource allocations in the placement service will be '
    + 'removed regardless because the instance is now on the destination host %s. You can try '
    + 'hard rebooting the instance to correct its state.']: [
    '调整规格之后，清理实例离开的主机失败；实例本身已在新主机上。旧主机上可能遗留文件、卷或端口。',
  ],
  'Migration %s is not found.': ['要清理其文件的某次迁移已没有记录。'],
  'Live migration failed.': ['热迁移在源主机上失败；如果已来不及退回，实例进入 ERROR。上方或下方的异常就是原因。'],
  'Pre live migration failed at %s': ['目标主机无法为虚拟机做好准备（卷、网络、文件）；虚拟机留在原处。原因也在该主机的日志中。'],
  'Failed waiting for network virtual interfaces to be plugged on the destination host %s.': [
    '在虚拟机迁移之前，Neutron 没有报告目标主机上的端口已接好。有些网络后端在这个阶段从不报告。',
  ],
  'Post live migration at destination %s failed': [
    '虚拟机已迁移，但之后在目标主机上的工作失败（网络、卷、数据库）。实例在那里运行，而 Nova 可能仍把它记在错误的位置或状态。',
  ],
  ['Network cleanup failed for source host %s during post live migration. You may need to manually '
    + 'clean up resources in the network service. Error: %s']: [
    '不再使用的主机的端口绑定无法从 Neutron 移除；它们以 inactive 绑定的形式遗留。',
  ],
  'Connection for volume %s not terminated on source host %s during post_live_migration: %s': [
    '实例已迁移，但其卷与它离开的主机仍有连接；在 Cinder 中移除该 attachment。',
  ],
  ['Unable to revert allocations during live migration rollback; compute driver did not provide '
    + 'migrate_data']: [
    '热迁移已撤销，但该迁移持有的 allocation 无法归还；必须在 Placement 中清理它。',
  ],
  ['Did not find resource allocations for migration %s on source node %s. Unable to revert source '
    + 'node allocations back to the instance.']: [
    '从迁移退回时，Placement 没有可归还的迁移 allocation：实例可能没有 allocation。`nova-manage placement '
      + 'heal_allocations` 会创建它。',
  ],
  ['Reverting allocation in placement for migration %(migration_uuid)s failed. The instance '
    + '%(instance_uuid)s will be put into ERROR state but the allocation held by the migration '
    + 'is leaked.']: [
    '迁移结束时 Placement 没有接受更改：遗留了一个无人使用的 allocation，实例进入 ERROR。',
  ],
  'Swapping old allocation on %(rp_uuids)s held by migration %(mig)s for instance': [
    '迁移被撤销，实例取回它在原主机上的资源。',
    '迁移就是这样撤销的。',
  ],
  'Migrating instance to %s finished successfully.': ['热迁移完成；实例已在新主机上。', '每次热迁移都这样结束。'],
  ['You may see the error "libvirt: QEMU error: Domain not found: no domain with matching name." '
    + 'This error can be safely ignored.']: [
    'Nova 预告：libvirt 在虚拟机刚离开的主机上会找不到它。',
    '它已迁到另一台主机。',
  ],
  ['Live migration ended with no migrate_data record. Unable to clean up migration-based '
    + 'allocations for node %s which is almost certainly not an expected situation.']: [
    '热迁移成功，但不知道 Placement 中要清理什么；源主机可能保留一个 allocation。',
  ],
  'Timeout waiting for Neutron events: %s': ['在撤销调整规格时，Neutron 没有及时报告端口已接好。'],
  'An error occurred while refreshing the network cache.': [
    '从 Neutron 周期性刷新某个实例的网络信息失败。实例不受影响；它在 API 中的地址可能是旧的。下面的异常就是原因。',
  ],
  'Bandwidth usage not supported by hypervisor.': [
    'hypervisor 驱动不为用量记录统计网络流量。',
    'libvirt 从不统计；没有缺少什么。',
  ],
  'Updating bandwidth usage cache': ['在 hypervisor 统计流量时，周期任务收集实例的网络流量。', '这属于周期性工作。'],
  'instance\'s host %s is down, deleting from database': [
    '实例的主机没有应答，因此 API 只从数据库中删除该实例。在那里运行的内容会在 nova-compute 恢复时移除。',
  ],
  'instance is in SHELVED_OFFLOADED state, cleanup the instance\'s info from database.': [
    '被删除的实例不在任何主机上，因此只移除其记录。',
    '这类实例就是这样删除的。',
  ],
  'Ignoring volume cleanup failure due to %s': ['实例在没有其主机参与的情况下被删除，它的某个卷无法卸载或删除；该卷留在 Cinder 中。'],
  'Instance is already in deleting state, ignoring this request': ['请求删除一个正在删除的实例。', '第一个请求继续进行。'],
  '%(overs)s quota exceeded for %(pid)s, tried to run %(min_count)d instances. %(msg)s': [
    '请求被拒绝，因为项目将超出行首所给资源的配额。',
  ],
  'No host-to-cell mapping found for host %(host)s.': [
    '请求中给出的主机没有映射到 cell；执行 `nova-manage cell_v2 discover_hosts`。',
  ],
  'Instance compute service state on %s expected to be down, but it was up.': [
    '疏散被拒绝，因为该主机上的计算服务仍在上报。请先停止它，或将其强制标为停止（force down）。',
  ],
  'Cell %s is not responding and hence skipped from the results.': [
    '某个 cell 的数据库没有及时应答；API 的这次应答中缺少其实例或服务。',
  ],
  ['Failed to associate %s with a placement aggregate: %s. This may be corrected after running '
    + 'nova-manage placement sync_aggregates.']: [
    '在 Nova 中把主机加入了 aggregate，但没有告知 Placement；在两者同步之前，按 aggregate 的调度看不到它。',
  ],
  ['Failed to extract compute RPC version from service history because I am too old (minimum '
    + 'version is now %(version)i)']: [
    '此服务比数据库中记录的所有计算服务都旧。升级它，或删除已不存在的服务的记录。',
  ],
  'Automatically selected compute RPC version %(rpc)s from minimum service version %(service)i': [
    '服务选择了最旧的计算服务所能理解的消息版本。',
    '每次启动都有这一步。',
  ],
  'Metadata value %(value)s for %(key)s is not of type %(type)s. Using default value %(default)s.': [
    '镜像或实例的某个属性的值无法读取；使用默认值。',
  ],
  'set_admin_password is not implemented by this driver or guest instance.': [
    '设置密码需要虚拟机内的 QEMU guest agent，以及镜像上的 hw_qemu_guest_agent=yes。',
  ],
  'Image not found during snapshot': ['快照要写入的镜像在此期间被删除；快照被放弃。'],
  'trying to snapshot a non-running instance: (state: %(state)s expected: %(running)s)': [
    '为没有在运行的实例做快照；这是安全的。',
    '关闭的虚拟机以冷快照方式处理。',
  ],
  'Failed to cache image %(image_id)s: %(err)s': ['无法在此主机上预先获取某个镜像；创建时会自行获取。'],
  'Failed to process external instance event %(event)s due to: %(error)s': [
    'Neutron 或 Cinder 的事件到来时，实例的状态不允许处理它。',
  ],
  ['Neutron deleted interface %(intf)s; detaching it from the instance and deleting it from the '
    + 'info cache']: [
    '某个端口在使用期间在 Neutron 中被删除；Nova 从虚拟机上移除该接口。',
  ],
  'attach interface failed , try to deallocate port %(port_id)s, reason: %(msg)s': [
    'hypervisor 拒绝了新接口；端口被归还或删除。',
  ],
  ['Running instance usage audit for host %(host)s from %(begin_time)s to %(end_time)s. '
    + '%(number_instances)s instances.']: [
    '发送上一个周期的用量记录。',
    '这属于周期性工作。',
  ],
};
