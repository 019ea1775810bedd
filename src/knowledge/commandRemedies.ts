// What the programs that Nova runs say where they fail → what it means on the host and what to do. Out: the
// sentences of the class ProcessExecutionError (oslo_concurrency.processutils), best first; what diagnoses
// bind to lines goes before.

import { sentence, type Remedy, type RemedySentence } from './remedyRow';

/** The message goes on for lines: what the program said is quoted. */
const quoting = (within: readonly string[], text: string): RemedySentence =>
  sentence(within, `The command said “{said}”. ${text}`);

const rights: readonly RemedySentence[] = [
  quoting(['Unauthorized command: %(command)s (no filter matched)', 'rootwrap: Unauthorized command'],
    'No filter of rootwrap allows that command: the files of filters_path (/etc/nova/rootwrap.conf) are those of another release,'
    + ' or one is missing.'),
  quoting(['Executable not found: %(program)s (filter match', 'sudo: %(program)s: command not found'],
    'The program {program} is not on this host, or not where it is looked for: install it.'),
  quoting(['no tty present and no askpass', 'must have a tty to run sudo', 'a password is required', 'a terminal is required to'],
    'The user of the service may not call sudo without a password or a terminal: see its rule in sudoers (nova-rootwrap,'
    + ' privsep-helper) and requiretty.'),
  quoting(['Host key verification failed'],
    'The user of Nova on this host does not know the key of the other host: bring it into known_hosts, under the address that'
    + ' Nova uses.'),
];

const storage: readonly RemedySentence[] = [
  quoting(['No space left on device'],
    'A file system is full: see which (df -h, df -i) on the host that the command wrote to, and what the image cache keeps.'),
  quoting(['Failed to get "write" lock', 'Failed to get shared "write" lock', 'Is another process using the image'],
    'Another process has the disk open: see which (lsof), on every host that shares the storage; the guest may still run there.'),
  quoting(['Stale NFS file handle', 'Stale file handle'],
    'The NFS mount of this host is stale: mount it anew (umount -l, mount), then try again.'),
  quoting(['Input/output error'],
    'The storage itself failed to read or write: see the log of the kernel (journalctl -k) and the health of what it lies on.'),
  quoting(['no key available with this passphrase', 'No key available with this passphrase'],
    'The key that Nova got from the key manager does not open the volume: see whether it was encrypted with another one.'),
  quoting(['Logical volume "%(volume)s" already exists'],
    'The logical volume {volume} is there from an earlier try: remove it (lvremove) after making sure that no instance uses it.'),
  quoting(['Unknown file format \'%(format)s\''],
    'The qemu-img of this host does not know the format {format}: convert the image to raw or qcow2.'),
  quoting(['This image format does not support resize'],
    'A disk of this format cannot be made larger: convert the image to raw or qcow2.'),
  quoting(['you must specify the filesystem type', 'wrong fs type, bad option', 'find valid filesystem superblock'],
    'Nova could not mount the disk of the guest to put files into it: set inject_partition to -2 and give data by a config'
    + ' drive, or name the partition that has a file system.'),
  quoting(['iscsiadm: No session found', 'iscsiadm: no records found', 'iscsiadm: No records found', 'iscsiadm: No matching sessions'],
    'This host has no session to that iSCSI target any more: nothing is left to log out of; a hard reboot connects the volumes of'
    + ' a guest anew.'),
];

const network: readonly RemedySentence[] = [
  quoting(['db.sock: database connection failed', 'db.sock: connection attempt failed'],
    'Open vSwitch does not answer on this host: start it (ovsdb-server, ovs-vswitchd).'),
  quoting(['ovs-vsctl: no bridge named %(bridge)s'],
    'Open vSwitch of this host has no bridge {bridge}: start its agent, which makes br-int, or correct the name.'),
  quoting(['Cannot find device "%(device)s"', 'interface %(device)s does not exist!'],
    'The interface {device} is not on this host: nothing is to be done where its guest was being removed, otherwise see what'
    + ' removed it.'),
  quoting(['holding the xtables lock', 'Multiple ebtables programs were executing', 'Unable to update the kernel'],
    'Rules of the host could not be changed: mostly several programs did so at once, else a module of the kernel is missing. Try'
    + ' again, and see what else runs iptables or ebtables.'),
];

const host: readonly RemedySentence[] = [
  { within: ['oslo_concurrency.prlimit'], when: { code: ['-9', '137', '-24', '152'] },
    text: 'Nova limits the CPU time and the memory of qemu-img, and it took more (exit code {code}): see whether the image is'
      + ' damaged or its storage slow. The newest releases let images_cpu_time_limit and images_address_space_limit raise that.' },
  { when: { code: ['-9', '137'] }, text: 'The command was killed (exit code {code}): see whether memory ran out'
    + ' (journalctl -k).' },
  quoting(['Cannot allocate memory'], 'The host had no memory left for the command: see free -m and what takes it.'),
  quoting(['Device or resource busy', 'target is busy', 'device is busy', 'which is still in use', 'filesystem in use'],
    'Something still uses the device or mount: lsof, fuser or dmsetup ls --tree name it; then try again.'),
];

export const commandRemedy: Remedy = {
  messages: ['Unexpected error while running command. Command: %(command)s Exit code: %(code)s Stdout: %(out)s'
    + ' Stderr: %(said)s'],
  sentences: [
    ...rights, ...storage, ...network, ...host,
    { text: 'A command that Nova ran ended with exit code {code} and said “{said}”: mend what it complains about.' },
    { text: 'A command that nova-compute ran failed: its exit code and error output stand in the message.' },
  ],
};
