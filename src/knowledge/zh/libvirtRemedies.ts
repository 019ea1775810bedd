// The sentences of libvirtRemedies.ts in Simplified Chinese, in their order.

const guest = [
  'QEMU 被信号 15 结束：如果是 libvirt 发出的，说明它放弃了启动或被要求结束虚拟机；它在那一秒的日志会说明原因。',
  'QEMU（进程 {pid}）被杀后没有结束：多半是在内核中等待没有应答的存储（ps 中的状态 D）。',
  '此主机的 libvirt 没有这个虚拟机：它已结束、被迁走或在此期间被取消定义。如果实例属于此主机，硬重启会重新定义它。',
  '虚拟机已在运行：有人绕过 Nova 启动了它，或较早的一次尝试启动了它。重试前先把 virsh list 与 Nova 显示的状态比较。',
  'libvirt 处理期间虚拟机已结束：如果没有人停止或删除它，/var/log/libvirt 下它自己的日志会说明原因。',
  '虚拟机没有在此主机上运行：它自行结束，或被人绕过 Nova 停止。先启动实例，再重试。',
  '虚拟机有 UEFI 变量，libvirt 不会在没有要求时随定义一起删除：用 virsh undefine --nvram 删除。',
  '虚拟机内的代理没有应答：在其中安装并启动 qemu-guest-agent；镜像需要 hw_qemu_guest_agent=yes。',
  '带 CPU 特性 {feature} 的虚拟机，其内存既不能保存也不能迁移：给虚拟机一个不带它的 cpu_mode 或型号；下次硬重启时生效。',
  '虚拟机的内存无法保存：查看 /var/lib/libvirt 下的空间和该虚拟机的日志。',
  '两台主机的 libvirt 使用同一个来自固件的 UUID：在各自的 libvirtd.conf 中把 host_uuid 设为自己的值。',
  'libvirt 选择的端口已被主机上的另一个程序占用：重试，或让端口范围（qemu.conf 中的 migration_port_min）避开它。',
  '迁移已结束，而此主机不知道原因：另一台主机上该虚拟机的日志（那里的 /var/log/libvirt/qemu）会说明。',
  '磁盘不在两台主机共享的存储上：连同磁盘一起迁移（块迁移）。',
];

const devices = [
  'QEMU 没有打开要挂载的磁盘，原因只写在它自己的虚拟机日志里：多半是权限、AppArmor 或 SELinux，或 Ceph 的密钥。',
  '虚拟机仍有设备 {device}，多半是已分离但它没有放开的：硬重启实例，让其设备重新命名，然后再挂载。',
  '虚拟机没有空闲的 PCI 插槽：调大 num_pcie_ports（机器类型 q35）并硬重启实例，或分离一些设备。',
  '虚拟机的总线 {bus} 在运行时不接受设备：停止实例，挂载，再启动。',
  '总线 {bus} 上的磁盘不能挂载到运行中的虚拟机：把镜像的 hw_disk_bus 设为 virtio 或 scsi，或在实例停止时挂载。',
  'libvirt 不接受 {device} 作为磁盘名：挂载时不要指定名称。',
  '虚拟机的定义里已没有这个设备：把 virsh dumpxml 与 Nova 显示的挂载比较。',
  '虚拟机有几个符合的接口，来自没有撤销的挂载：硬重启实例，使它得到 Nova 所知道的那些。',
  '此主机的 libvirt 不认识那个设备：查看 virsh nodedev-list，以及 device_spec 是否写了主机拥有的设备。',
  '该虚拟功能所属的主机端口是关闭的：启用它（ip link set <port> up）。',
  '磁盘仍在被较早的任务复制：等待它（virsh blockjob <domain> <disk> --info）或中止它，然后重试。',
  '此主机的 QEMU 不能复制运行中虚拟机的磁盘：先停止实例，或安装能这样做的 QEMU（CentOS 7 上的 qemu-kvm-ev）。',
  'QEMU 无法打开磁盘的新文件：多半是 AppArmor、SELinux 或其文件夹的权限。',
  'libvirt 不能写 {path}（虚拟机的控制台）：查看文件及其文件夹的属主和模式、SELinux 和 AppArmor。',
  '{path} 所在的文件夹不存在：查看 instances_path 是否已挂载，以及是否有另一个请求在此期间删除了实例。',
  '读取 {path} 失败：到其存储的路径已断；查看内核日志和 multipath。',
  '此主机上没有 {path}：在 /dev 下说明卷没有连接，其他位置则查看 instances_path 是否已挂载。',
];

const host = [
  'virtlogd（保存虚拟机控制台的服务）没有在此主机上运行：启动它（virtlogd.socket）。',
  'nova-compute 无权与 libvirt 通信：它的用户应属于套接字的组（libvirtd.conf 中的 unix_sock_group），或需要一条 polkit 规则。',
  'systemd-machined（登记虚拟机的服务）没有应答 libvirt：重启它，然后重启 libvirt。',
  'libvirt 不能提高 QEMU 可锁定的内存：为其服务设置 LimitMEMLOCK=infinity；在容器中它需要相应的权限（SYS_RESOURCE）。',
  '虚拟机要接入的对象在此主机上不是网桥：查看是什么创建了它（ip -d link）、Neutron 的代理或 nova-network。',
  'libvirt 无法在 {device} 上设置 flavor 的限制（quota:vif_…）：查看 tc 在主机上是否可用，或从 flavor 去掉这些限制。',
  '仍有虚拟机在使用 libvirt 的那个过滤器：它会随虚拟机消失；如果虚拟机现在已不在，则无需处理。',
  '虚拟机接口所引用的过滤器在 libvirt 中已不存在：重启 nova-compute（它下次需要时会定义自己的过滤器），然后再次启动实例。',
  'libvirt 无法设置接口的规则：查看 ebtables 和 iptables 在主机上是否可用，以及同时还有什么在更改规则。',
  '没有指定 libvirt 可用的 CPU 型号：在 cpu_mode custom 下设置 cpu_models；如果本来就没有要求型号，则是 libvirt 不认识此主机的 CPU。',
  'libvirt 不接受它自己对此 CPU 的描述，其中 {feature} 出现两次：更新 libvirt，或把 cpu_mode 设为 custom 并指定型号。',
  '此主机的 hypervisor 不能对 {kind} 使用 cpu_mode {mode}：选择 virsh domcapabilities 列出的；没有 KVM（virt_type qemu）时用 custom 或 none。',
  '此主机的 QEMU 没有这种显示设备：给镜像设置它拥有的 hw_video_model，或安装带有它的软件包。',
  '此主机的 QEMU 没有 SPICE：把 [spice] enabled 设为 False，或安装带有它的 QEMU。',
  '虚拟机的机器类型（q35）没有 IDE：把镜像的 hw_disk_bus 和 hw_cdrom_bus 设为 virtio、scsi 或 sata。',
  '此主机的 libvirt 没有适合所要求的架构或虚拟机种类的 QEMU：安装它并重启 libvirt，或更正镜像的 hw_architecture 和 virt_type。',
  '这里使用的 libvirt 驱动不能执行 {call}：换用其他 virt_type 或更新的 libvirt 也许可以。',
  'Xen 拒绝了：原因在此主机它自己的日志里（/var/log/libvirt/libxl、/var/log/xen）。',
];

const general = [
  'libvirt 与 QEMU 通信时 QEMU 结束了：虚拟机的日志（/var/log/libvirt/qemu/<domain>.log）会说明原因；如果其中没有，查看是否被内核杀死（journalctl -k）。',
  'QEMU 在启动时结束，而此行没有显示原因：虚拟机的日志（/var/log/libvirt/qemu/<domain>.log）会显示。',
  'QEMU 拒绝了 {command}（{reason}）：它自己的虚拟机日志也许有更多说明（/var/log/libvirt/qemu/<domain>.log）。',
  '虚拟机被要求具备此主机的 libvirt 或 QEMU 做不到的东西（{reason}）：从 flavor、镜像或 nova.conf 中去掉它，或更新它们。',
  'libvirt 不接受 Nova 写的虚拟机定义（{reason}）：查找要求它的 flavor 和镜像属性。',
];

export const libvirtRemedy: readonly string[] = [
  ...guest, ...devices, ...host, ...general,
  'libvirt 拒绝了或丢失了虚拟机：原因在消息中，更多内容在此主机的 libvirt 日志和 /var/log/libvirt 下该虚拟机自己的日志中（qemu、lxc、libxl）。',
];
