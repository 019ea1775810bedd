// The sentences of commandRemedies.ts in Simplified Chinese, in their order.

const quoting = (text: string): string => `该命令输出“{said}”。${text}`;

const rights = [
  'rootwrap 没有过滤器允许该命令：filters_path（/etc/nova/rootwrap.conf）中的文件属于另一个版本，或缺少一个。',
  '程序 {program} 不在此主机上，或不在被查找的位置：安装它。',
  '服务的用户不能在没有密码或终端的情况下调用 sudo：查看 sudoers 中它的规则（nova-rootwrap、privsep-helper）和 requiretty。',
  '此主机上 Nova 的用户不认识另一台主机的密钥：以 Nova 使用的地址把它加入 known_hosts。',
].map(quoting);

const storage = [
  '文件系统已满：在命令写入的主机上查看是哪一个（df -h、df -i），以及镜像缓存保留了什么。',
  '另一个进程打开了该磁盘：在共享该存储的每台主机上查看是哪个（lsof）；虚拟机可能仍在那里运行。',
  '此主机的 NFS 挂载已失效：重新挂载（umount -l、mount），然后重试。',
  '存储本身读写失败：查看内核日志（journalctl -k）及其所在存储的健康状况。',
  'Nova 从密钥管理服务得到的密钥打不开该卷：查看它是否用另一个密钥加密。',
  '逻辑卷 {volume} 是较早的一次尝试留下的：确认没有实例使用它之后删除（lvremove）。',
  '此主机的 qemu-img 不认识格式 {format}：把镜像转换为 raw 或 qcow2。',
  '这种格式的磁盘不能扩大：把镜像转换为 raw 或 qcow2。',
  'Nova 无法挂载虚拟机的磁盘以放入文件：把 inject_partition 设为 -2 并用 config drive 提供数据，或指定有文件系统的分区。',
  '此主机已没有到该 iSCSI 目标的会话：没有什么可登出的；硬重启会重新连接虚拟机的卷。',
].map(quoting);

const network = [
  '此主机上的 Open vSwitch 没有应答：启动它（ovsdb-server、ovs-vswitchd）。',
  '此主机的 Open vSwitch 没有网桥 {bridge}：启动其代理（它会创建 br-int），或更正名称。',
  '接口 {device} 不在此主机上：如果它的虚拟机正在被删除则无需处理，否则查看是什么删除了它。',
  '主机的规则无法更改：多半是几个程序同时在更改，否则是缺少内核模块。重试，并查看还有什么在运行 iptables 或 ebtables。',
].map(quoting);

const host = [
  'Nova 限制 qemu-img 的 CPU 时间和内存，而它用了更多（退出码 {code}）：查看镜像是否损坏或其存储是否缓慢。最新版本可用 images_cpu_time_limit 和 images_address_space_limit 提高限制。',
  '该命令被杀死（退出码 {code}）：查看内存是否耗尽（journalctl -k）。',
  ...[
    '主机没有剩余内存执行该命令：查看 free -m 以及是什么占用了内存。',
    '仍有东西在使用该设备或挂载：lsof、fuser 或 dmsetup ls --tree 会指出；然后重试。',
  ].map(quoting),
];

export const commandRemedy: readonly string[] = [
  ...rights, ...storage, ...network, ...host,
  'Nova 执行的一条命令以退出码 {code} 结束，输出“{said}”：解决它所报的问题。',
  'nova-compute 执行的一条命令失败了：其退出码和错误输出在消息中。',
];
