// Pages that explanations lead to. Each page of the Nova documentation exists as a file in doc/source of
// Nova's own repository; each bug is named in Nova's source, documentation or commits.

const nova = 'https://docs.openstack.org/nova/latest';

export const docs = {
  affinityPolicyViolated: `${nova}/admin/troubleshooting/affinity-policy-violated.html`,
  aggregates: `${nova}/admin/aggregates.html`,
  availabilityZones: `${nova}/admin/availability-zones.html`,
  blockDeviceMapping: `${nova}/user/block-device-mapping.html`,
  cells: `${nova}/admin/cells.html`,
  certificateValidation: `${nova}/user/certificate-validation.html`,
  computeNodeIdentification: `${nova}/admin/compute-node-identification.html`,
  configDrive: `${nova}/admin/config-drive.html`,
  configuringMigrations: `${nova}/admin/configuring-migrations.html`,
  cpuModels: `${nova}/admin/cpu-models.html`,
  cpuTopologies: `${nova}/admin/cpu-topologies.html`,
  emulatedTpm: `${nova}/admin/emulated-tpm.html`,
  evacuate: `${nova}/admin/evacuate.html`,
  fibreChannel: `${nova}/admin/configuration/fibre-channel.html`,
  flavors: `${nova}/user/flavors.html`,
  hugePages: `${nova}/admin/huge-pages.html`,
  imageCaching: `${nova}/admin/image-caching.html`,
  launchFromVolume: `${nova}/user/launch-instance-from-volume.html`,
  machineType: `${nova}/admin/hw-machine-type.html`,
  manageVolumes: `${nova}/admin/manage-volumes.html`,
  managingResourceProviders: `${nova}/admin/managing-resource-providers.html`,
  networking: `${nova}/admin/networking.html`,
  nodeDown: `${nova}/admin/node-down.html`,
  novaManage: `${nova}/cli/nova-manage.html`,
  orphanedAllocations: `${nova}/admin/troubleshooting/orphaned-allocations.html`,
  pciPassthrough: `${nova}/admin/pci-passthrough.html`,
  portsWithResourceRequests: `${nova}/admin/ports-with-resource-requests.html`,
  quotas: `${nova}/admin/quotas.html`,
  remoteConsole: `${nova}/admin/remote-console-access.html`,
  resize: `${nova}/admin/configuration/resize.html`,
  rootwrap: `${nova}/admin/root-wrap-reference.html`,
  scheduling: `${nova}/admin/scheduling.html`,
  secureBoot: `${nova}/admin/secure-boot.html`,
  serverGroups: `${nova}/user/server-groups.html`,
  serviceUserToken: `${nova}/admin/configuration/service-user-token.html`,
  services: `${nova}/admin/services.html`,
  sshConfiguration: `${nova}/admin/ssh-configuration.html`,
  uefi: `${nova}/admin/uefi.html`,
  unifiedLimits: `${nova}/admin/unified-limits.html`,
  upgrades: `${nova}/admin/upgrades.html`,
  virtualGpu: `${nova}/admin/virtual-gpu.html`,
  vmStates: `${nova}/reference/vm-states.html`,
} as const;

export const bugs = {
  /** Service tokens became required for volumes. */
  serviceToken: 'https://bugs.launchpad.net/nova/+bug/2004555',
  /** Deep inspection of image files. */
  deepInspection: 'https://bugs.launchpad.net/nova/+bug/2059809',
  /** Allowed kinds of VMDK. */
  vmdkTypes: 'https://bugs.launchpad.net/nova/+bug/1996188',
} as const;
