// Our words on log statements in Simplified Chinese: those of statementNotes/libvirt.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const libvirt: Readonly<Record<string, StatementSentences>> = {
  'Cannot update service status on host "%s" since it is not registered.': [
    '驱动要把此计算服务标记为启用或禁用，但该服务在数据库中还没有记录。',
    '它出现在主机首次启动时，或其记录创建之前。',
  ],
  'Cannot update service status on host "%s" due to an unexpected exception.': [
    '驱动无法把此计算服务标记为启用或禁用；下面的异常说明了原因，往往是 conductor 或数据库。',
  ],
  'An error occurred while updating compute node resource provider status to "%s" for provider: %s': [
    '无法告知 Placement 此主机是否接受新实例；之后的周期性上报会更正它。',
  ],
  'my_ip address (%(my_ip)s) was not found on any of the interfaces: %(ifaces)s': [
    '`my_ip` 是此主机没有的地址。使用它的卷、迁移和控制台都会失败。',
  ],
  'Connection event \'%(enabled)d\' reason \'%(reason)s\'': ['与 libvirtd 的连接丢失（0）或建立（1）；计算服务相应地禁用或启用。'],
  'Connection to libvirt failed: %s': ['libvirtd 没有应答；在它应答之前，此主机上的任何操作都不能进行。'],
  'Exception handling connection event': ['处理与 libvirtd 连接的丢失或建立时失败；见下面的异常。'],
  'URI %(uri)s does not support events: %(error)s': ['此 libvirt 不报告虚拟机发生的事件；Nova 只能通过周期任务得知。'],
  'Hostname has changed from %(old)s to %(new)s. A restart is required to take effect.': [
    'nova-compute 运行期间此主机的名称变了。新名称会产生新的计算节点，并把实例留在原来的节点上：除非主机是空的，否则请改回旧名称。',
  ],
  ['This host appears to have multiple sockets per NUMA node. The `socket` PCI NUMA affinity will '
    + 'not be supported.']: [
    '此主机的 NUMA 单元跨几个 CPU 插槽，因此这里不能使用某个 PCI 设备策略。',
    '只影响 `socket` PCI 策略。',
  ],
  ['The libvirt driver is not tested on %(arch)s by the OpenStack project and thus its quality can '
    + 'not be ensured. For more information, see: https://docs.openstack.org/nova/latest/user/s'
    + 'upport-matrix.html']: [
    '此 hypervisor 类型或处理器架构不在项目的测试范围内。',
    '这是启动时的提示。',
  ],
  ['Support for the \'%(type)s\' libvirt backend has been deprecated and will be removed in a '
    + 'future release.']: [
    '所配置的 virt_type 在以后的版本中不再支持。',
    '在此版本中可以使用。',
  ],
  ['Running Nova with a libvirt version less than %(version)s is deprecated. The required minimum '
    + 'version of libvirt will be raised to %(version)s in the next release.']: [
    '此主机的 libvirt 或 QEMU 对下一个 Nova 版本来说太旧；请在升级 Nova 之前升级它。',
    '在此版本中可以使用。',
  ],
  'Libvirt host capabilities %s': ['libvirt 对此主机的描述：处理器、NUMA 单元、机器类型；启动时记录一次。', '这是供查考的信息。'],
  ['CPU mode "host-passthrough" was chosen. Live migration can break unless all compute nodes have '
    + 'identical cpus. AArch64 does not support other modes.']: [
    '虚拟机看到的是此主机的处理器原样，因此只能在处理器相同的主机之间热迁移。',
  ],
  ['The \'vcpu_pin_set\' config option has been deprecated and will be removed in a future '
    + 'release. When defined, \'vcpu_pin_set\' will be used to calculate \'VCPU\' inventory '
    + 'and schedule instances that have \'VCPU\' allocations. If you wish to define specific '
    + 'host CPUs to be used for \'VCPU\' or \'PCPU\' inventory, you must migrate the '
    + '\'vcpu_pin_set\' config option value to \'[compute] cpu_shared_set\' and \'[compute] '
    + 'cpu_dedicated_set\', respectively, and undefine \'vcpu_pin_set\'.']: [
    '供虚拟机使用的 CPU 以旧方式配置；已由 cpu_dedicated_set 和 cpu_shared_set 取代。',
    '在此版本中可以使用。',
  ],
  ['Instance is pinned to host CPUs %(cpus)s but one or more of these CPUs are not included in '
    + 'either \'[compute] cpu_dedicated_set\' or \'vcpu_pin_set\'; you should update these '
    + 'configuration options to include the missing CPUs or rebuild or cold migrate this '
    + 'instance.']: [
    '某个实例绑定的 CPU 已不在配置中为绑定 CPU 的虚拟机划出的范围内，因此其他虚拟机也可能使用它们。',
  ],
  'Instance destroyed successfully.': ['虚拟机已关闭，并从 hypervisor 上消失；如果是删除，之后会移除其文件。', '停止、重启、迁移和删除都有这一步。'],
  'During wait destroy, instance disappeared.': ['在 Nova 等待虚拟机停止时它已不存在，而这正是所等待的。', '虚拟机已如愿消失。'],
  'Instance may be started again.': ['在关闭虚拟机时它又启动了，因此再关闭一次。'],
  'Cannot destroy instance, operation time out': [
    'libvirt 无法及时停止 QEMU 进程，通常是因为它卡在没有响应的存储上。操作失败；请查看该进程及其磁盘。',
  ],
  'Cannot destroy instance, general system call failure': ['无法停止 QEMU 进程，通常是因为它在内核中卡在没有响应的存储上。'],
  'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s': ['libvirt 无法关闭虚拟机；行末说明了原因。'],
  'Error from libvirt during undefine. Code=%(errcode)s Error=%(e)s': ['虚拟机已关闭，但 libvirt 无法去掉其定义。'],
  'Instance failed to shutdown in %d seconds.': ['虚拟机没有及时响应关机请求；因此强制关闭电源。', '虚拟机不支持 ACPI 或繁忙；操作继续进行。'],
  'Instance shutdown successfully after %d seconds.': ['虚拟机按请求关机了。', '正常情况就是如此。'],
  'Failed to soft reboot instance. Trying hard reboot.': ['虚拟机没有及时自行关机，因此关闭电源后再次启动。', '重启继续进行。'],
  'Ignoring Volume Error on vol %(vol_id)s during delete %(exc)s': [
    '移除虚拟机时，某个卷无法与此主机断开。删除继续进行；可能遗留失效的块设备或 iSCSI 会话。',
  ],
  'Failed to cleanup directory %(target)s: %(e)s': ['已删除实例的文件没有全部移除；请查看这里给出的目录。'],
  'Deletion of %s failed': ['已删除实例的目录仍然存在；周期任务会重试。'],
  'Deletion of %s complete': ['实例的目录已从此主机移除。', '每次删除都有这一步。'],
  ['Periodic task is updating the host stat, it is trying to get disk %(i_name)s, but disk file '
    + 'was removed by concurrent operations such as resize.']: [
    '在统计主机的磁盘用量时，某块磁盘消失了：其虚拟机正在迁移、调整规格或删除。',
    '下一轮会重新统计。如果一直如此，则遗留了一台磁盘已不存在的虚拟机。',
  ],
  ['Periodic task is updating the host stat, it is trying to get disk %(i_name)s, but access is '
    + 'denied. It is most likely due to a VM that exists on the compute node but is not '
    + 'managed by Nova.']: [
    '这里运行着一台不由 Nova 管理的虚拟机，其磁盘无法读取；不计入。',
  ],
  ['Error from libvirt while getting description of %(instance_name)s: [Error Code %(error_code)s] '
    + '%(ex)s']: [
    '在统计磁盘用量时无法查看某台虚拟机，多半是因为它正在消失。',
  ],
  'couldn\'t obtain the memory from domain: %(uuid)s, exception: %(ex)s': [
    '在统计主机内存时，某台虚拟机消失了。',
    '下一轮会重新统计。',
  ],
  'Live Migration failure: %s': ['libvirt 放弃了迁移虚拟机；原因在行末。虚拟机留在此主机上，迁移被撤销。'],
  'Migration operation has aborted': ['虚拟机的迁移失败，Nova 将其撤销；原因在此行之前的某一行。'],
  'Migration operation was cancelled': ['迁移因请求或完成超时而取消；虚拟机留在此主机上。'],
  'Migration operation has completed': ['虚拟机已迁到另一台主机。', '迁移本身到此结束。'],
  'Error monitoring migration: %(ex)s': ['Nova 失去了对正在进行的迁移的观察，通常是因为 libvirt 出错；该迁移按失败处理。'],
  'Unexpected migration job type: %d': ['libvirt 报告了 Nova 不认识的迁移状态；它会继续观察。'],
  'Live migration not completed after %d sec': ['迁移耗时超过允许的时间（该上限随内存和磁盘增长）；按超时动作中止或强制完成。'],
  'Live migration stuck for %d sec': ['太久没有进展，因此中止迁移：虚拟机更改内存的速度快于网络传输的速度。'],
  'Failed to abort migration %s': ['要停止迁移而没有成功；它可能已经结束。'],
  'Failed to switch to post-copy live migration: %s': ['希望用 post-copy 使迁移结束，但无法启动它；迁移照原样继续。'],
  'Switching to post-copy migration mode': ['虚拟机现在运行在目标主机上，并通过网络取得其余内存。如果此时网络中断，虚拟机就会丢失。'],
  'Unable to increase max downtime to %(time)d ms: %(e)s': ['迁移在没有延长停顿的情况下继续，而延长停顿有助于完成；往往是它刚好已结束。'],
  'Increasing downtime to %(downtime)d ms after %(waittime)d sec elapsed time': [
    'Nova 允许 libvirt 使虚拟机停顿得稍久一些，以便迁移能够完成。',
    '繁忙虚拟机的迁移就是这样结束的。',
  ],
  'CPU doesn\'t have compatibility.\n\n%(ret)s\n\nRefer to %(u)s': [
    '目标主机的处理器缺少虚拟机使用的特性，因此迁移在开始之前就被拒绝。请使用所有主机都具备的 CPU 型号。',
  ],
  'plug_vifs() failed %(cnt)d. Retry up to %(max_retry)d.': ['在热迁移的目标主机上，某个接口无法接入；Nova 会重试。'],
  'There are no records in active migrations for instance': ['结束了一次此服务不记得的迁移，例如在重启之后。', '没有需要清理的内容。'],
  'Failed to start libvirt guest': [
    'QEMU 或 libvirt 没有启动虚拟机；原因在下面的异常中，更多内容见 /var/log/libvirt/qemu/<name>.log。',
  ],
  'Error defining a guest with XML: %s': ['libvirt 拒绝了定义，或没有启动虚拟机；这里显示 Nova 生成的定义，原因随后给出。'],
  'Failed to set time: %(reason)s': [
    '虚拟机恢复之后没有设置其时钟，因为其中没有 guest agent。',
    '这需要 QEMU guest agent；没有它时，时钟由 NTP 追上。',
  ],
  'Performing standard snapshot because direct snapshot failed: %(error)s': [
    '无法在 Ceph 内做快速快照（例如 Glance 位于另一个存储池或缺少权限），因此改为拷贝并上传镜像，耗时更长。',
  ],
  'Failed to snapshot image': ['快照失败；Glance 中的镜像被移除或停留在未完成状态。下面的异常就是原因。'],
  'Failed to snapshot image because it was deleted': ['在做快照时，镜像在 Glance 中被删除。'],
  'Quiescing instance failed but image property "os_require_quiesce" is set: %(reason)s.': [
    '镜像要求在快照时冻结文件系统，而 guest agent 没有做到；快照失败。',
  ],
  'Quiescing instance not available: %(reason)s.': ['快照没有冻结虚拟机的文件系统，因为没有 guest agent；其内容如同断电后的拷贝。'],
  ['Image %s is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing to '
    + 'fetch and upload.']: [
    '该镜像无法在 Ceph 内克隆，而这里禁止下载它；创建失败。',
  ],
  'Unable to preallocate image at path: %(path)s': ['文件系统不支持预留空间，因此磁盘随使用而增长。'],
  'Error injecting data into image %(img_id)s (%(e)s)': ['启动之前无法把密钥、密码或文件写入镜像；创建失败。'],
  'Creating config drive failed with error: %s': ['无法制作带有实例 metadata 的磁盘；请检查 mkisofs 和此主机的剩余空间。'],
  'Received event %s from libvirt but the driver is not waiting for it; ignored.': [
    'libvirt 报告某个设备已移除，而没有人（已不再有人）在等待它。',
    '如果之前有卸载超时，说明虚拟机只是缓慢。',
  ],
  ['Waiting for libvirt event about the detach of device %s with device alias %s from instance %s '
    + 'is timed out.']: [
    '虚拟机没有及时确认设备已移除；Nova 再次请求。',
  ],
  ['Received DeviceRemovalFailedEvent from libvirt for the detach of device %s with device alias '
    + '%s from instance %s ']: [
    '虚拟机的操作系统拒绝交出该设备，例如因为它正在使用。',
  ],
  ['Failed to detach device %s from instance %s from the persistent domain config. Libvirt did not '
    + 'report any error but the device is still in the config.']: [
    '该设备仍在虚拟机保存的定义中；下次启动时它会再次出现。',
  ],
  'Unexpected libvirt error while detaching device %s from instance %s: %s': ['libvirt 拒绝卸下该设备；原因在行末。'],
  'During device detach, instance disappeared.': ['在更改设备时虚拟机消失了；设备随之消失。', '虚拟机已消失，其设备也随之消失。'],
  'Detaching interface %(mac)s failed because the device is no longer found on the guest.': [
    '该接口已不在虚拟机上。',
    '这正是所要的结果。',
  ],
  'attaching network adapter failed.': ['libvirt 拒绝更改虚拟机的接口；原因在下面的异常中。'],
  'Failed to attach volume at mountpoint: %s': ['libvirt 拒绝把卷交给虚拟机；原因在下面的异常中。该卷会再次与此主机断开。'],
  'resizing block device failed.': ['卷扩大了，但无法告知虚拟机；它在硬重启之后才看到新的大小。'],
  'Failure attaching encryptor; rolling back volume connection': [
    '加密的卷无法打开；往往是密钥管理器（Barbican）没有交出其密钥。',
  ],
  'Detected multiple connections on this host for volume: %(volume)s, skipping target disconnect.': [
    '此主机上的另一个实例使用同一个卷，因此保留连接。',
    '另一个实例需要它。',
  ],
  'Device %s not found in instance.': ['要卸载的卷，虚拟机（已）没有。', '这正是所要的结果。'],
  'Unknown base file: %s': ['镜像缓存中的某个文件，其镜像已没有被此主机的任何实例使用；它足够旧时会被移除。', '它只是预告缓存可能会清理。'],
  'Removable base files: %s': ['镜像缓存管理器按存在时间和使用情况列出、保留或移除镜像文件。', '这是镜像缓存的周期性工作。'],
  'Failed to remove %(base_file)s, error was %(error)s': ['镜像缓存的某个文件无法移除；空间没有释放。'],
  ['Instance %(instance)s is using a backing file %(backing)s which does not appear in the image '
    + 'service']: [
    '虚拟机的磁盘依赖一个缓存的镜像，而该镜像在 Glance 中已不存在；该文件会保留。没有它虚拟机无法运行，因此手工移动磁盘时要一并拷贝它。',
  ],
  '%s swap image was used by instance but no back files existing!': [
    '某个实例带有 swap 或临时磁盘，而该大小的缓存模板缺失。',
    '需要时会重新制作模板；磁盘在 Ceph 中时没有模板。',
  ],
  'Image %s failed safety check: %s': ['该镜像引用了其他文件，或不是它所声称的格式，可能被用来读取主机的文件；因此拒绝它。'],
  'Refusing to process VMDK file with create-type of %r which is not in allowed set of: %s': [
    '该 VMDK 镜像的类型可能读取主机的文件，因此拒绝它。',
  ],
  '%(base)s virtual size %(base_size)s larger than flavor root disk size %(size)s': [
    '该镜像解开之后大于 flavor 的磁盘；请选用磁盘更大的 flavor。',
  ],
  'Unable to find a different image to use for rescue VM, using instance\'s current image': [
    '救援从与实例相同的镜像启动，因为没有指定其他镜像；两个根磁盘可能因标签相同而混淆。',
  ],
  'Invalid cachemode %(cache_mode)s specified for disk type %(disk_type)s.': [
    'disk_cachemodes 中有不存在的值；已忽略。',
  ],
  'Invalid hw_machine_type config value %s': ['hw_machine_type 中有一项不是 arch=type 的形式，已忽略。'],
  'Race detected in libvirt.virDomain.info, trying one more time': [
    'libvirt 对虚拟机的状态给出了错误的应答，旧版本会这样；Nova 再次询问。',
    '以第二次应答为准。',
  ],
  'Failed to kill a long running process %(pid)s related to the instance when deleting it.': [
    '处理已删除实例文件的某个进程没有结束；它可能占用空间。',
  ],
};
