// Our words on log statements in Simplified Chinese: those of statementNotes/storage.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const storage: Readonly<Record<string, StatementSentences>> = {
  'Driver failed to attach volume %(volume_id)s at %(mountpoint)s': [
    '无法把卷交给虚拟机；libvirt 或存储连接的原因在下面的异常中。Nova 会在 Cinder 中撤销该挂接。',
  ],
  'Driver failed to detach volume %(volume_id)s at %(mount_point)s.': ['在此主机上撤销失败的挂接也没有成功；可能遗留一个设备。'],
  'Failed to detach volume %(volume_id)s from %(mp)s': ['无法从虚拟机上取下该卷；它仍挂接着，并会告知 Cinder。'],
  'Guest refused to detach volume %(vol)s': ['虚拟机没有交出该卷，例如因为其上的文件系统已挂载；该卷停留在 `in-use`。'],
  'Ignoring DiskNotFound exception while detaching volume %(volume_id)s from %(mp)s : %(err)s': [
    '虚拟机已没有该卷，因此只需告知 Cinder。',
    '这正是所要的结果。',
  ],
  'Detaching volume from unknown instance': ['要卸载某个卷，而 hypervisor 不认识其实例；只移除连接。'],
  ['Host mismatch detected, but stashed volume connector not found. Instance host is %(ihost)s, '
    + 'but volume connector host is %(chost)s.']: [
    '卷挂接时的主机与现在卸载它的主机不同（疏散之后）；Cinder 可能关闭错误的连接，并遗留一个。',
  ],
  ['Unable to call for a driver detach of volume %(vol_id)s due to the instance being registered '
    + 'to the remote host %(inst_host)s.']: [
    '该实例属于另一台主机，因此这台主机只告知 Cinder；那里的连接不会移除。',
  ],
  'Volume id: %(vol_id)s finished being created but its status is %(vol_status)s.': [
    'inder 创建该卷后的状态不是 `available`；创建中止。原因在 Cinder 的日志中。',
  ],
  'Treating negative config value (%(retries)s) for \'block_device_retries\' as 0.': [
    '负的尝试次数按零计算：Nova 只查看该卷一次。',
  ],
  'Create attachment failed for volume %(volume_id)s. Error: %(msg)s Code: %(code)s': [
    'inder 拒绝了挂接该卷的某一步；该行中有其原因和 HTTP 状态码。400 说明是卷的状态问题，404 是卷或 attachment 已不存在，500 是 Cinder 驱动的问题。',
  ],
  'Delete attachment failed for attachment %(id)s. Error: %(msg)s Code: %(code)s': [
    'inder 没有移除该 attachment。如果是 409，说明它要求 service token，这是由 CVE-2023-2088 的修复引入的：请在 Nova 中配置 '
      + '[service_user]，并在 Cinder 中配置 service token。',
  ],
  'Attachment %(id)s does not exist. Ignoring.': ['该 attachment 在 Cinder 中已不存在。', '这正是所要的结果。'],
  ['Initialize connection failed for volume %(vol)s on host %(host)s. Error: %(msg)s Code: '
    + '%(code)s. Attempting to terminate connection.']: [
    'inder 无法把该卷导出给此主机；原因在它自己的日志中。Nova 会收回未完成的连接。',
  ],
  ['Connection between volume %(vol)s and host %(host)s might have succeeded, but attempt to '
    + 'terminate connection has failed. Validate the connection and determine if manual '
    + 'cleanup is needed. Error: %(msg)s Code: %(code)s.']: [
    '导出该卷失败，收回它也失败；请在存储上查看是否有对此主机的导出。',
  ],
  ['The [cinder] section of your nova configuration file must be configured for authentication '
    + 'with the block-storage service endpoint.']: [
    'Nova 在没有用户 token 的情况下处理某个卷，而它没有自己用于 Cinder 的凭据。',
  ],
  'Unable to load auth from [service_user] configuration. Ensure "auth_type" is set.': [
    '启用了 service token，但没有给出其凭据；请求不带 service token 发出，Cinder 可能拒绝卸载卷。',
  ],
  ['attachment_id couldn\'t be retrieved for volume %(volume_id)s with instance_uuid '
    + '%(instance_id)s. The volume has the \'multiattach\' flag enabled, without the '
    + 'attachment_id Cinder most probably cannot perform the detach.']: [
    '要卸载一个由几个实例使用的卷，而不知道是指哪个 attachment；Cinder 多半会拒绝。',
  ],
  'Booting with volume %(volume_id)s at %(mountpoint)s': ['为即将启动的实例连接该卷。', '每次带卷的启动都有这一步。'],
  'Error contacting glance server \'%(server)s\' for \'%(method)s\', %(extra)s.': [
    'lance 没有应答或失败；`retrying` 表示 Nova 会重试，`done trying` 表示操作失败。',
  ],
  'Image signature verification failed for image: %s': ['镜像与其签名不符，或无法取得证书；因此拒绝它。'],
  ['Image signature certificate validation enabled, but no trusted certificate IDs were provided. '
    + 'Unable to validate the certificate used to verify the image signature.']: [
    '要检查证书，但请求和配置都没有给出受信任的证书。',
  ],
  'Error writing to %(path)s: %(exception)s': ['无法把镜像写入此主机；常见原因是磁盘已满。'],
  'Download image error': ['绕过 Glance 获取镜像失败；Nova 改回使用 Glance。'],
  'Refusing to allow VMDK image as vmdk_allowed_types is empty': ['此主机禁止 VMDK 镜像。'],
  'Image %s detected by qemu as %s but we expected %s': [
    '镜像内容的格式与 Glance 所说的不同。请更正镜像的 disk_format；较新的版本会拒绝它。',
  ],
  'Ignoring error injecting data into image %(image)s (%(e)s)': [
    '无法把密钥、文件或网络配置写入镜像；虚拟机在没有它们的情况下启动。',
    '虚拟机可以通过 metadata 服务或 config drive 得到同样的内容。',
  ],
  'nbd module not loaded': ['此主机没有加载 Nova 查看镜像内部所需的内核模块。'],
  'No free nbd devices': ['用于查看镜像内部的设备都在使用中；请等待，或在加载模块时设置更多设备。'],
  'Unable to mount image %(image)s with error %(error)s. Cannot resize.': [
    '无法扩大镜像内部的文件系统，因为它分了区，或是 Nova 不认识的种类；只有磁盘变大了。',
    'cloud-init 会在虚拟机内部扩大它。',
  ],
  'Volume %s should be encrypted but there is no encryption metadata.': [
    '卷类型说明是加密的，但 Cinder 没有它的详细信息。',
  ],
  'Failed to retrieve encryption metadata for volume %(volume_id)s: %(exception)s': [
    'inder 没有说明该卷是如何加密的。',
  ],
  'Failed to login iSCSI target %(iqn)s on portal %(portal)s (exit code %(err)s).': [
    'iscsiadm 无法登录存储。退出码 8 是超时，15 是会话已存在，24 是凭据错误。',
  ],
  'Failed to connect to iSCSI portal %s.': ['从此主机无法访问存储的某个 portal；使用 multipath 时其他 portal 可能够用。'],
  'LUN %(lun)s on iSCSI portal %(portal)s not found on sysfs after logging in.': [
    '登录成功，但磁盘没有出现：它没有导出给此主机，或扫描时间太短。',
  ],
  'No dm was created, connection to volume is probably bad and will perform poorly.': [
    '要求使用 multipath，但没有出现 multipath 设备；该卷在单条路径上运行。请查看 multipathd。',
  ],
  'There were errors removing %s, leftovers may remain in the system': [
    '断开该卷时在此主机上遗留了设备；请用 `lsblk` 和 `multipath -ll` 查看。',
  ],
  'iscsiadm stderr output when getting sessions: %s': [
    'iscsiadm 没有会话；多半只是此主机上没有会话。',
    '没有 iSCSI 卷的主机就没有会话。',
  ],
  'Couldn\'t find iSCSI nodes because iscsiadm err: %s': ['iscsiadm 在此主机上不知道任何 target。'],
  'Could not find the iSCSI Initiator File %s': ['此主机没有安装或没有配置 open-iscsi。', '只有在使用 iSCSI 卷时才有关系。'],
  'multipathd is not running: exit code %(err)s': ['卷启用了 multipath，但此主机上其服务没有运行；必须使用它的卷无法挂接。'],
  'Multipathing is requested but the host doesn\'t support multipathing.': [
    '卷启用了 multipath，但此主机没有运行 multipathd；使用单条路径。',
  ],
  'Couldn\'t find multipath device %s': ['卷的各路径没有合成一个设备；请查看 multipathd 及其配置。'],
  'Failed to flush IO buffers prior to removing device: %(code)s': ['卷断开之前无法写出其数据；存储可能已经消失。'],
  'systool is not installed': ['缺少列出光纤通道适配器的工具。', '只有在使用光纤通道时才有关系。'],
  'We are unable to locate any Fibre Channel devices.': ['该卷位于光纤通道上，而此主机没有这类适配器，或看不到通往该磁盘的路径。'],
  'Connection details not present. RemoteFsClient may not initialize properly.': [
    'os-brick 把每类存储都查看一次；这里没有给出 NFS 等的挂载目录。',
    '挂接这类卷时 Nova 会设置它。',
  ],
  ['Service needs to call os_brick.setup() before connecting volumes, if it doesn\'t it will break '
    + 'on the next release']: [
    'Nova 与 os-brick 的版本不完全匹配；可以工作。',
    '这是给开发者的提示。',
  ],
  'Ignoring VolumeDeviceNotFound: %s': ['断开卷时，其设备已不存在。', '这正是所要的结果。'],
  'Couldn\'t unmount the share %s': ['带有卷的共享无法卸载；往往是其上的另一个卷仍在使用。'],
  'Failed to mount %(share)s, reason: %(reason)s': ['带有卷的共享无法在此主机上挂载；原因是 mount 给出的。'],
  ['Falling back to Nova configuration values for RBD authentication. Cinder should be configured '
    + 'for auth with Ceph volumes. This fallback will be dropped in a future release.']: [
    'inder 没有说明该卷需要哪个 Ceph 用户，因此使用 Nova 自己的；请在 Cinder 中设置 rbd_user 和 rbd_secret_uuid。',
  ],
  'error opening rbd image %s': ['eph 中的磁盘镜像不存在，或此用户无权读取。'],
  'Error connecting to ceph cluster.': ['eph 没有应答，或拒绝了此用户的密钥；下面的异常说明是哪种。'],
  'Extend volume failed, volume %(vol)s is not attached to instance.': [
    '卷扩大了，但无法告知虚拟机；它在再次挂接或启动时才看到新的大小。',
  ],
  'Failed to retrieve ephemeral encryption key': ['密钥管理器没有交出加密本地磁盘的密钥；虚拟机无法启动。'],
};
