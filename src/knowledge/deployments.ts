// Where the ways to deploy Nova keep nova.conf beside its logs, how their services restart, and where a
// change of an option has to be made so that the next deployment does not undo it. Paths count from the
// root of the host, of a sosreport or of a log archive. `{service}` is nova-compute and the like.

import type { Service } from './schema';

export type DeploymentId =
  | 'packages' | 'kolla' | 'tripleo' | 'rhoso' | 'openstack-ansible' | 'openstack-helm' | 'sunbeam' | 'charms'
  | 'devstack';

export interface DeploymentSpec {
  readonly id: DeploymentId;
  readonly title: string;
  /** Parts of a log's path that only this deployment has. */
  readonly logs: readonly string[];
  /** Parts of a path of Nova's own code that only this deployment has. */
  readonly code?: readonly string[];
  /** Words of a comment in nova.conf, or of a value, that only this deployment writes. */
  readonly marks: readonly string[];
  /**
   * Files and folders (with a slash at the end) of configuration, in the order in which they are looked
   * for.
   */
  readonly conf: readonly string[];
  /** Commands that restart a service; the first fits most hosts. */
  readonly restart: readonly string[];
  /** Names that the commands use where they are not `nova-api` and the like. */
  readonly names?: Readonly<Partial<Record<Service, string>>>;
  /** Where to make the change so that it lasts; absent: in nova.conf itself. */
  readonly lasting?: string;
  /** Programs that run in a container there, and what stands in front of their names. */
  readonly programs?: readonly { readonly names: readonly string[]; readonly before: string }[];
  /** What stands in front of a command that reads /etc/nova, which lies in containers there. */
  readonly beforeConf?: string;
  /** The file that a service logs to: `{project}` is `nova` and the like, `{file}` the name of the file with
   *  packages, a star before it where they differ. */
  readonly logFile?: string;
  /** The unit of the journal that it logs to; neither: the tables do not know how one reads it there. */
  readonly logUnit?: string;
  /** Files of services that log to the journal with packages. */
  readonly files?: Readonly<Record<string, string>>;
  /** Names of services of other projects in `logUnit`, by their usual name. */
  readonly services?: Readonly<Record<string, string>>;
}

const hypervisor = ['virsh', 'virt-host-validate', 'qemu-img'];
const openVswitch = ['ovs-vsctl', 'ovs-ofctl', 'ovs-appctl'];
const bus = ['rabbitmqctl'];
const cloud = ['nova-manage', 'nova-status'];

export const deployments: readonly DeploymentSpec[] = [
  {
    id: 'kolla',
    title: 'kolla-ansible',
    logs: ['/kolla/'],
    code: ['/var/lib/kolla/venv/'],
    marks: ['/var/log/kolla', '/var/lib/kolla'],
    conf: ['etc/kolla/{service}/nova.conf', 'etc/kolla/nova-compute/nova.conf', 'etc/kolla/nova-conductor/nova.conf'],
    restart: ['docker restart {name}'],
    names: {
      api: 'nova_api', conductor: 'nova_conductor', scheduler: 'nova_scheduler', compute: 'nova_compute',
    },
    lasting: 'in /etc/kolla/config/nova.conf (or nova/{service}.conf beside it) of the deployment host, then'
      + ' `kolla-ansible reconfigure --tags nova,nova-cell`',
    programs: [
      { names: hypervisor, before: 'docker exec nova_libvirt' },
      { names: openVswitch, before: 'docker exec openvswitch_vswitchd' },
      { names: bus, before: 'docker exec rabbitmq' },
      { names: cloud, before: 'docker exec nova_conductor' },
      { names: ['multipath'], before: 'docker exec multipathd' },
      { names: ['iscsiadm'], before: 'docker exec iscsid' },
    ],
    beforeConf: 'docker exec <nova container>',
    logFile: '/var/log/kolla/{project}/{service}.log',
    files: { libvirtd: '/var/log/kolla/libvirt/libvirtd.log' },
  },
  {
    id: 'tripleo',
    title: 'TripleO',
    logs: ['/containers/nova/', '/containers/stdouts/', '/containers/httpd/'],
    marks: ['/var/lib/config-data/'],
    conf: [
      'var/lib/config-data/puppet-generated/nova_libvirt/etc/nova/nova.conf',
      'var/lib/config-data/puppet-generated/nova/etc/nova/nova.conf',
      'var/lib/config-data/puppet-generated/nova_metadata/etc/nova/nova.conf',
    ],
    restart: ['systemctl restart tripleo_{name}'],
    names: {
      api: 'nova_api', conductor: 'nova_conductor', scheduler: 'nova_scheduler', compute: 'nova_compute',
    },
    lasting: 'in the ExtraConfig of an environment file (hieradata), then deploy the overcloud again',
    programs: [
      { names: hypervisor, before: 'podman exec nova_libvirt' },
      { names: bus, before: 'podman exec <rabbitmq container>' },
      { names: cloud, before: 'podman exec nova_conductor' },
      { names: ['iscsiadm'], before: 'podman exec iscsid' },
    ],
    beforeConf: 'podman exec <nova container>',
    logFile: '/var/log/containers/{project}/{file}.log',
    files: { libvirtd: '/var/log/containers/libvirt/libvirtd.log' },
  },
  {
    id: 'rhoso',
    title: 'OpenStack Services on OpenShift',
    logs: ['/namespaces/openstack/', '/var/log/pods/openstack_'],
    marks: ['/var/lib/openstack/config/nova'],
    conf: ['var/lib/openstack/config/nova/'],
    restart: ['systemctl restart edpm_nova_compute'],
    lasting: 'in customServiceConfig of the OpenStackControlPlane; for compute nodes in a ConfigMap that a service'
      + ' of the data plane names, then a new OpenStackDataPlaneDeployment',
  },
  {
    id: 'sunbeam',
    title: 'Sunbeam',
    logs: ['/snap/openstack-hypervisor/'],
    code: ['/snap/openstack-hypervisor/'],
    marks: ['/var/snap/openstack-hypervisor'],
    conf: ['var/snap/openstack-hypervisor/common/etc/nova/nova.conf'],
    restart: ['snap restart openstack-hypervisor.nova-compute'],
    lasting: 'with `snap set openstack-hypervisor`, as far as the snap has a key for the option',
    programs: [{ names: ['virsh'], before: 'openstack-hypervisor.' }],
  },
  {
    id: 'charms',
    title: 'Charmed OpenStack',
    logs: [],
    marks: ['maintained by Juju', '/var/lib/charm/'],
    conf: ['etc/nova/nova.conf'],
    restart: ['systemctl restart {service}'],
    lasting: 'with `juju config {service} config-flags=…`, which reaches options of [DEFAULT] only',
    logFile: '/var/log/{project}/{service}.log',
  },
  {
    id: 'devstack',
    title: 'DevStack',
    logs: ['/opt/stack/', 'screen-n-', '/n-cpu', '/n-api', '/n-cond', '/n-sch', '/n-super-cond'],
    code: ['/opt/stack/nova/nova/'],
    marks: ['/opt/stack/'],
    conf: ['etc/nova/nova-cpu.conf', 'etc/nova/nova.conf', 'etc/nova/nova_cell1.conf'],
    restart: ['systemctl restart devstack@{name}'],
    names: { api: 'n-api', conductor: 'n-super-cond', scheduler: 'n-sch', compute: 'n-cpu' },
    lasting: 'in local.conf, section [[post-config|$NOVA_CONF]] or [[post-config|$NOVA_CPU_CONF]]',
    logUnit: 'devstack@{name}',
    services: {
      'neutron-server': 'q-svc', 'cinder-volume': 'c-vol', 'cinder-api': 'c-api', 'glance-api': 'g-api',
      'neutron-openvswitch-agent': 'q-agt', 'neutron-dhcp-agent': 'q-dhcp',
    },
  },
  {
    id: 'openstack-ansible',
    title: 'OpenStack-Ansible',
    logs: ['/openstack/log/'],
    code: ['/openstack/venvs/nova-'],
    marks: ['/openstack/venvs/nova-'],
    conf: ['etc/nova/nova.conf'],
    restart: ['systemctl restart {service}'],
    lasting: 'in nova_nova_conf_overrides of /etc/openstack_deploy/user_variables.yml, then the playbook of nova',
    logUnit: '{service}',
  },
  {
    id: 'openstack-helm',
    title: 'OpenStack-Helm',
    logs: ['/var/log/pods/', '/pod-logs/'],
    code: ['/var/lib/openstack/lib/python'],
    marks: ['/var/lib/openstack/lib/python'],
    conf: ['etc/nova/nova.conf'],
    restart: [
      'kubectl -n openstack rollout restart deployment/{service}',
      'kubectl -n openstack rollout restart daemonset/nova-compute-default',
    ],
    lasting: 'in conf.nova of the values of the chart nova, then `helm upgrade`',
    programs: [
      { names: hypervisor, before: 'kubectl -n openstack exec <libvirt pod> -c libvirt --' },
      { names: openVswitch, before: 'kubectl -n openstack exec <openvswitch pod> --' },
      { names: bus, before: 'kubectl -n openstack exec <rabbitmq pod> --' },
      { names: cloud, before: 'kubectl -n openstack exec deploy/nova-conductor --' },
    ],
    beforeConf: 'kubectl -n openstack exec <nova pod> --',
  },
  {
    id: 'packages',
    title: 'packages',
    logs: [],
    marks: [],
    conf: ['etc/nova/nova.conf', 'etc/nova/nova-compute.conf'],
    restart: ['systemctl restart {service}', 'systemctl restart openstack-{service}'],
    logFile: '/var/log/{project}/{file}.log',
  },
];

/**
 * Groups of nova.conf that libraries and other programs register and of which the facts know little or
 * nothing.
 */
export const foreignGroups: readonly string[] = [
  'cache', 'coordination', 'cors', 'healthcheck', 'keystone_authtoken', 'nova_sys_admin', 'os_vif_linux_bridge',
  'os_vif_noop', 'oslo_messaging_amqp', 'oslo_messaging_kafka', 'oslo_middleware', 'oslo_policy', 'oslo_reports',
  'oslo_versionedobjects', 'privsep', 'privsep_osbrick', 'profiler', 'profiler_jaeger', 'profiler_otlp', 'remote_debug',
  'service_auth', 'ssl', 'vault', 'vif_plug_linux_bridge_privileged', 'vif_plug_ovs_privileged', 'barbican_service_user',
];

/** Beginnings of groups whose names an operator makes up. */
export const madeUpGroups: readonly string[] = ['mdev_', 'vgpu_', 'neutron_physnet_'];

/** Groups that libraries and Nova share: an option that the facts lack may be one of a library. */
export const sharedGroups: readonly string[] = [
  'DEFAULT', 'api_database', 'barbican', 'database', 'key_manager', 'os_brick', 'os_vif_ovs', 'oslo_concurrency',
  'oslo_limit', 'oslo_messaging_notifications', 'oslo_messaging_rabbit',
];
