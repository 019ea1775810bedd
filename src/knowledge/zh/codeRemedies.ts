// The sentences of codeRemedies.ts in Simplified Chinese: for each class in their order.

const defect = ['多半是代码的缺陷，或不同版本的软件包混在一起，而不是某个设置：把此服务的软件包更新到其版本的最新；traceback 最内层的帧说明该看哪里。'];

const module = [
  '此服务运行的地方没有安装 Python 模块 {name}：安装其软件包，版本须与此发行版相符。',
  '此服务运行的地方缺少某个 Python 模块或其中的名称：安装其软件包，版本须与此发行版相符。',
];

export const codeRemedies: Readonly<Record<string, readonly string[]>> = {
  TypeError: defect,
  AttributeError: defect,
  KeyError: defect,
  IndexError: defect,
  NameError: defect,
  UnboundLocalError: defect,
  ObjectActionError: defect,
  OrphanedObjectError: defect,
  ImportError: module,
  ModuleNotFoundError: module,
  NotImplementedError: ['所要求的操作在此驱动或对象中没有代码：多半是此主机的 hypervisor 不支持它。'],
  UnsupportedVersion: [
    '被要求执行 {method} 的服务不认识其版本 {version}：它与请求方的版本不同，多半较旧。升级并重启它，或在全部升级之前用 [upgrade_levels] 限制其他服务。',
    '被请求的服务与请求方的版本不同，多半较旧：升级并重启它，或在全部升级之前用 [upgrade_levels] 限制其他服务。',
  ],
  InstanceInfoCacheNotFound: ['实例的网络记录已不存在：多半是另一个请求同时删除了该实例，无需处理。'],
  Timeout: ['另一个服务没有及时应答：检查它是否在运行，以及消息代理是否承载其队列。'],
  NovaException: [
    '实例不在任何主机上：它从未得到主机，或已放弃。只能删除它，或者如果它已被搁置（shelve），则取消搁置（unshelve）。',
    'nova-compute 没有报告该节点：主机名已更改，或服务以另一个名称运行；把 openstack hypervisor list 与实例的主机比较。',
    'Nova 无法查看虚拟机的磁盘以放入文件：把 inject_partition 设为 -2 并用 config drive 提供数据，或在此主机上检查 libguestfs（libguestfs-test-tool）。',
    'os-vif 无法在此主机上接入或拔出端口：查看那里的网桥或 Open vSwitch，以及其 privsep helper 的权限。',
    '主机没有自己的 id：创建一个（systemd-machine-id-setup），然后重启 nova-compute。',
  ],
};
