// What to do about exceptions that no service means to raise: Python's own, those between releases that do
// not fit, and those of Nova that have but a text. Out: rows for remedies.ts.

import { sentence, type Remedy } from './remedyRow';

const defect: Remedy = {
  sentences: [{ text: 'Mostly a defect of the code, or packages of different releases beside each other, and no setting: bring the'
    + ' packages of this service to the newest of its release; the innermost frame of the traceback says where to look.' }],
};

const module: Remedy = {
  messages: ['No module named \'%(name)s\'', 'No module named %(name)s'],
  sentences: [
    { text: 'The Python module {name} is not installed where this service runs: install its package, in the version of this'
      + ' release.' },
    { text: 'A Python module, or a name in it, is missing where this service runs: install its package, in the version of this'
      + ' release.' },
  ],
};

export const codeRemedies = {
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
  NotImplementedError: {
    sentences: [{ text: 'What was asked has no code in this driver or object: mostly the hypervisor of this host does not support it.' }],
  },
  UnsupportedVersion: {
    messages: ['Endpoint does not support RPC version %(version)s. Attempted method: %(method)s'],
    sentences: [
      { text: 'The service that was asked for {method} does not know version {version} of it: it is of another release than the one'
        + ' that asks, mostly of an older one. Upgrade and restart it, or hold the others back with [upgrade_levels] until all are'
        + ' upgraded.' },
      { text: 'The service that was asked is of another release than the one that asks, mostly of an older one: upgrade and restart'
        + ' it, or hold the others back with [upgrade_levels] until all are upgraded.' },
    ],
    options: ['upgrade_levels.compute', 'upgrade_levels.scheduler', 'upgrade_levels.conductor'],
  },
  InstanceInfoCacheNotFound: {
    sentences: [{ text: 'The record of the network of the instance is gone: mostly another request deleted the instance at the same'
      + ' time, and nothing is to be done.' }],
  },
  Timeout: {
    sentences: [sentence(['Timeout while waiting on RPC response'],
      'The other service did not answer in time: check that it runs and that the message broker carries its queue.')],
  },
  // it says everything and nothing: only texts that are known are spoken of
  NovaException: {
    sentences: [
      sentence(['Unable to find host for Instance'],
        'The instance is on no host: it never got one, or gave it up. Nothing can be done with it but to delete it or, where it was'
        + ' shelved, to unshelve it.'),
      sentence(['%(node)s is not a valid node managed by this compute host'],
        'nova-compute does not report that node: the name of the host has changed, or the service runs under another one; compare'
        + ' openstack hypervisor list with the host of the instance.'),
      sentence(['with libguestfs', 'libguestfs installed but not usable', 'No operating system found in', 'Failed to mount filesystem'],
        'Nova could not look into the disk of the guest to put files into it: set inject_partition to -2 and give data by a config'
        + ' drive, or see to libguestfs on this host (libguestfs-test-tool).'),
      sentence(['Failure running os_vif plugin'],
        'os-vif could not plug or unplug the port on this host: see the bridge or Open vSwitch there, and the rights of its privsep'
        + ' helper.'),
      sentence(['/etc/machine-id is empty', 'Unable to get host UUID'],
        'The host has no id of its own: make one (systemd-machine-id-setup), then restart nova-compute.'),
    ],
  },
} as const satisfies Readonly<Record<string, Remedy>>;
