// Diagnoses of moves: live migration between unlike hosts, connections and keys, time; resize over SSH.

import { docs } from '../links';
import type { Clue, DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const live = {
  family: 'live-migration', certainty: 'stated', kinds: ['live-migration', 'migrate'],
} as const satisfies Partial<DiagnosisRow>;
const cold = {
  family: 'resize', certainty: 'stated', kinds: ['resize', 'migrate', 'confirmResize', 'revertResize'],
} as const satisfies Partial<DiagnosisRow>;
const says = (...text: string[]): Clue => ({ text, role: 'says' });
const libvirtd: DiagnosisCheck = { text: 'What libvirt of the other host says', log: 'libvirtd' };
const uri = ['libvirt.live_migration_uri', 'libvirt.live_migration_scheme', 'libvirt.live_migration_inbound_addr'] as const;
/** SSH then also refuses to log in with a password, and says that permission was denied. */
const changedKey = 'REMOTE HOST IDENTIFICATION HAS CHANGED';
/** SSH goes on without the key, and the destination then refuses the login. */
const unreadKey = ['Load key "%(file)s": invalid format', 'Load key "%(file)s": error in libcrypto',
  'Load key "%(file)s": Permission denied', 'Load key "%(file)s": bad permissions'];
const trySsh: DiagnosisCheck = { text: 'As the user of Nova, without a password',
  command: 'sudo -u nova ssh -o BatchMode=yes <host> true' };

const sshKeys = {
  contradicts: 'A login from the source as the user of Nova that asks nothing.',
  checks: [trySsh],
  links: [docs.sshConfiguration],
} as const;

export const migrationDiagnoses = {
  'live-cpu': {
    ...live,
    needs: [[{ fault: 'InvalidCPUInfo', text: 'Unacceptable CPU info: %(reason)s', role: 'says' }, { fault: 'InvalidCPUInfo', role: 'says' },
      { fault: 'libvirtError', text: ['guest and host CPU are not compatible', 'operation failed: guest CPU doesn\'t match '
        + 'specification: missing features: %(features)s', 'CPU doesn\'t match specification: missing features: %(features)s',
      'Host CPU does not provide required features: %(features)s'], role: 'says' }]],
    contradicts: 'A destination whose CPU has all that the guest was started with.',
    checks: [{ text: 'CPU of the guest', command: 'virsh dumpxml <domain> | grep -A20 "<cpu"' },
      { text: 'CPU of the destination', command: 'virsh domcapabilities' }],
    changes: [{ text: 'Give all hosts one model with cpu_mode custom and cpu_models (before Train cpu_model); guests take it at'
      + ' their next cold start.' }],
    options: ['libvirt.cpu_mode', 'libvirt.cpu_models'],
    links: [docs.cpuModels],
  },
  'live-host-key': {
    ...live,
    ...sshKeys,
    needs: [says('Host key verification failed')],
    changes: [{ text: 'Put the key of the destination, under the name that live_migration_uri uses, into known_hosts of the '
      + 'user that libvirt of the source runs as.' }],
    options: uri,
  },
  'live-ssh-denied': {
    ...live,
    ...sshKeys,
    needs: [says('Permission denied (publickey', 'Permission denied, please try again')],
    changes: [{ text: 'Bring the public key of the source into authorized_keys of the destination.' }],
    options: uri,
  },
  'live-tls': {
    ...live,
    needs: [says('authentication failed: Failed to verify peer\'s certificate', 'The server certificate %(name)s',
      'Unable to access credentials %(file)s', 'Certificate [session] owner does not match the hostname %(name)s',
      'Cannot read CA certificate \'%(file)s\'', 'TLS handshake failed', 'Cannot read from TLS channel',
      'Cannot write to TLS channel')],
    contradicts: 'A TLS connection between the two hosts with the same files.',
    checks: [{ text: 'Certificate of the destination', command: 'openssl s_client -connect <host>:16514' },
      { text: 'Files', command: 'ls -l /etc/pki/CA /etc/pki/libvirt /etc/pki/qemu' }, libvirtd],
    changes: [{ text: 'Renew or correct the certificates: one authority, names that live_migration_uri uses, not run out, '
      + 'readable for QEMU.' }],
    options: [...uri, 'libvirt.live_migration_with_native_tls'],
    links: [docs.configuringMigrations],
  },
  'live-refused': {
    ...live,
    needs: [says('unable to connect to server at \'%(address)s\': Connection refused',
      'unable to connect to server at \'%(address)s\': No route to host',
      'unable to connect to server at \'%(address)s\': Connection timed out', 'Failed to connect to remote libvirt URI %(url)s: '
        + 'unable to connect%(reason)s')],
    contradicts: 'The port of libvirt that answers from the source.',
    checks: [{ text: 'Whether it answers', command: 'nc -vz <host> 16509' }, { text: 'What listens on the destination', command: 'ss -ltn' }],
    changes: [{ text: 'Let libvirt of the destination listen (virtproxyd or libvirtd sockets), and open 16509 or 16514 and '
      + '49152–49215 between the hosts.' }],
    options: uri,
    links: [docs.configuringMigrations],
  },
  'live-name': {
    ...live,
    needs: [says('Name or service not known', 'Temporary failure in name resolution', 'address resolution failed',
      'Could not resolve hostname %(name)s')],
    contradicts: 'The name of the destination that the source resolves.',
    checks: [{ text: 'Names', command: 'getent hosts <host>' }],
    changes: [{ text: 'Make the name of the destination known on the source, or set live_migration_inbound_addr there.' }],
    options: uri,
  },
  'live-auth': {
    ...live,
    needs: [says('authentication failed: authentication failed', 'Failed to start SASL negotiation', 'authentication unavailable')],
    contradicts: 'A connection to the destination with the account of SASL.',
    checks: [libvirtd],
    changes: [{ text: 'Give both hosts the same SASL account, or switch it off where TLS keeps others out.' }],
    options: uri,
  },
  'live-post-copy': {
    ...live,
    needs: [{ line: 'Switching to post-copy migration mode', role: 'before' },
      { line: ['Live Migration failure: %s', 'Migration operation has aborted'], role: 'failure' }],
    contradicts: 'A switch to post-copy that itself failed: then the guest still runs on the source.',
    checks: [{ text: 'State of the guest on both hosts', command: 'virsh domstate <domain> --reason' },
      { text: 'The network between them', command: 'ip -s link' }],
    changes: [
      { text: 'Start the guest anew: after the switch neither host had all of its memory.', risk: 'It starts as after a power cut.' },
      { text: 'Do not permit post-copy where the network between the hosts may break.' },
    ],
    options: ['libvirt.live_migration_permit_post_copy'],
    links: [docs.configuringMigrations],
  },
  'live-post-copy-missing': {
    ...live,
    needs: [says('Postcopy is not supported', 'Post-copy is not supported')],
    contradicts: 'A guest of the same kind that moved between these hosts with post-copy.',
    checks: [{ text: 'Whether the kernel lets QEMU use userfaultfd, which post-copy needs', command: 'sysctl vm.unprivileged_userfaultfd' },
      { text: 'Versions of libvirt and QEMU', command: 'virsh version' }],
    changes: [
      { text: 'Take live_migration_permit_post_copy out where kernel or QEMU of a host cannot do it.' },
      { text: 'Bring kernel and QEMU of both hosts up to date; guests with huge pages need newer ones than others.' },
    ],
    options: ['libvirt.live_migration_permit_post_copy'],
    links: [docs.configuringMigrations],
  },
  'live-timeout': {
    ...live,
    needs: [{ line: 'Live migration not completed after %d sec', role: 'says' }],
    supports: [{ line: ['Migration operation was cancelled', 'Migration operation has aborted'], role: 'consequence' },
      { line: 'Failed to switch to post-copy live migration: %s', role: 'detail' }],
    outcomes: ['failed', 'unknown', 'in-progress'],
    contradicts: 'A completion timeout that this migration did not reach.',
    checks: [{ text: 'How fast it copies', command: 'virsh domjobinfo <domain>' },
      { text: 'Progress', command: 'openstack server migration list --server <instance>' }],
    changes: [
      { text: 'Let it switch to post-copy or converge by itself, or give it more time or bandwidth.',
        risk: 'With post-copy a broken network during the switch costs the guest.' },
    ],
    options: ['libvirt.live_migration_completion_timeout', 'libvirt.live_migration_timeout_action',
      'libvirt.live_migration_permit_post_copy', 'libvirt.live_migration_permit_auto_converge', 'libvirt.live_migration_bandwidth'],
    links: [docs.configuringMigrations],
  },
  'live-stuck': {
    ...live,
    needs: [{ line: 'Live migration stuck for %d sec', role: 'says' }],
    supports: [{ line: ['Migration operation was cancelled', 'Migration operation has aborted'], role: 'consequence' }],
    outcomes: ['failed', 'unknown', 'in-progress'],
    contradicts: 'Memory that still went down before it was given up.',
    checks: [{ text: 'How fast it copies', command: 'virsh domjobinfo <domain>' }],
    changes: [{ text: 'Raise live_migration_progress_timeout or set it to 0: it was found to give up working migrations.' }],
    options: ['libvirt.live_migration_progress_timeout'],
  },
  'live-cancelled': {
    ...live,
    needs: [{ seen: 'cancel-asked', role: 'says' }],
    unless: [{ line: ['Live migration not completed after %d sec', 'Live migration stuck for %d sec'], role: 'says' }],
    outcomes: ['failed', 'unknown', 'in-progress'],
    contradicts: 'A time limit of Nova that was over before somebody asked for the end.',
    checks: [{ text: 'Who asked for it', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Nothing has to be changed; start the migration again when it may take its time.' }],
    links: [docs.configuringMigrations],
  },
  'live-vif': {
    ...live,
    needs: [{ line: 'Timed out waiting for events: %(events)s. If these timeouts are a persistent issue it could mean the '
      + 'networking backend on host %(dest)s does not support sending these events unless there are port binding host changes '
      + 'which does not happen at this point in the live migration process. You may need to disable the '
      + 'live_migration_wait_for_vif_plug option on host %(dest)s.', role: 'unanswered' }],
    supports: [{ line: ['Live migration failed.', 'Pre live migration failed at %s'], role: 'consequence' }],
    outcomes: ['failed', 'unknown', 'in-progress'],
    contradicts: 'An event for the port before the timeout.',
    checks: [{ text: 'Agents of the destination', command: 'openstack network agent list --host <host>' }],
    changes: [{ text: 'Bring the agent of the destination back, or switch live_migration_wait_for_vif_plug off there for a '
      + 'backend that sends no event.', risk: 'The guest may then arrive before its network.' }],
    options: ['compute.live_migration_wait_for_vif_plug', 'DEFAULT.vif_plugging_timeout'],
  },
  'live-disk-left': {
    ...live,
    needs: [{ fault: 'DestinationDiskExists', text: 'The supplied disk path (%(path)s) already exists', role: 'says' }],
    contradicts: 'Storage that both hosts share: then nothing has to be copied.',
    checks: [{ text: 'On the destination', command: 'ls -l /var/lib/nova/instances/<instance>' }],
    changes: [{ text: 'Remove what an earlier move left there, after making sure that the folder is not shared.',
      risk: 'On shared storage that is the disk of the guest.' }],
  },
  'live-not-shared': {
    ...live,
    needs: [{ fault: 'InvalidSharedStorage', text: '%(path)s is not on shared storage: %(reason)s', role: 'says' }],
    contradicts: 'A test file that the other host sees.',
    checks: [{ text: 'Mounts', command: 'findmnt -T /var/lib/nova/instances' }],
    changes: [{ text: 'Migrate with --block-migration (or auto), or mount the same storage on both hosts.' }],
  },
  'live-shared': {
    ...live,
    needs: [{ fault: 'InvalidLocalStorage', text: '%(path)s is not on local storage: %(reason)s', role: 'says' }],
    contradicts: 'Folders of their own on the two hosts.',
    checks: [{ text: 'Mounts', command: 'findmnt -T /var/lib/nova/instances' }],
    changes: [{ text: 'Migrate without block migration (auto): the disks are on storage that both hosts share.' }],
  },
  'live-lost': {
    ...live,
    certainty: 'open',
    needs: [says('End of file while reading data', 'Cannot recv data: Connection reset by peer', 'Cannot write data: Broken pipe')],
    unless: [says('Host key verification failed', 'Permission denied')],
    remains: ['libvirt of the destination ended or was started anew.', 'libvirt of the source ended or was started anew.',
      'The connection between the hosts broke.'],
    contradicts: 'libvirt that ran through on both hosts.',
    checks: [{ text: 'Whether libvirt was started anew, on both hosts', command: 'systemctl status libvirtd virtqemud' }, libvirtd],
    changes: [{ text: 'Read the logs of libvirt on both hosts at that time, then migrate again: the guest has stayed on the source.' }],
  },
  'live-cache': {
    ...live,
    needs: [says('Unsafe migration: Migration may lead to data corruption if disks use cache%(rest)s',
      'Unsafe migration: Migration without shared storage is unsafe')],
    contradicts: 'Disks of the guest without a cache of the host.',
    checks: [{ text: 'Cache of the disks', command: 'virsh dumpxml <domain> | grep cache=' }],
    changes: [{ text: 'Set the cache to none for the storage that the hosts share; guests take it at their next cold start.',
      risk: 'Writes are no longer held in the memory of the host.' }],
    options: ['libvirt.disk_cachemodes'],
    links: [docs.configuringMigrations],
  },
  'live-security': {
    ...live,
    needs: [says('Unable to find security driver for model %(model)s')],
    contradicts: 'The same security model on both hosts.',
    checks: [{ text: 'Security models of a host', command: 'virsh capabilities | grep -A2 "<secmodel>"' },
      { text: 'State of SELinux', command: 'getenforce' }],
    changes: [{ text: 'Use the same security driver (SELinux, AppArmor or none) on both hosts; a guest keeps the label that it was '
      + 'started with, so start it anew after a change.' }],
  },
  'live-unexpected': {
    ...live,
    certainty: 'open',
    needs: [says('migration job: unexpectedly failed', 'migration out job: unexpectedly failed',
      'job \'migration out\' unexpectedly failed', 'Unable to read from monitor: Connection reset by peer')],
    remains: ['QEMU of the destination ended: its log of the guest has the reason.', 'QEMU of the source ended.',
      'The connection between them broke.'],
    contradicts: 'A line of the same migration that names another reason.',
    checks: [{ text: 'On both hosts', command: 'less /var/log/libvirt/qemu/<domain>.log' }, libvirtd],
    changes: [{ text: 'Read the logs of QEMU on both hosts at that time before trying again.' }],
  },
  'ssh-host-key': {
    ...cold,
    ...sshKeys,
    needs: [says('Host key verification failed')],
    unless: [says(changedKey)],
    changes: [{ text: 'Put the key of the destination into known_hosts of the user of Nova on the source, under the address '
      + 'that Nova uses (my_ip of the destination).' }],
    options: ['DEFAULT.my_ip', 'libvirt.remote_filesystem_transport'],
  },
  'ssh-host-changed': {
    ...cold,
    needs: [says(changedKey)],
    contradicts: 'A login from the source as the user of Nova without a warning.',
    checks: [{ text: 'The key that is kept', command: 'sudo -u nova ssh-keygen -F <host>' }, trySsh],
    changes: [{ text: 'If the destination was installed anew or has the address of another one, remove its old key from '
      + 'known_hosts of the user of Nova on the source and add the new one.',
    risk: 'A key that changed without a reason may mean that another machine answers at this address.' }],
    options: ['DEFAULT.my_ip'],
    links: [docs.sshConfiguration],
  },
  'ssh-key-unread': {
    ...cold,
    needs: [says(...unreadKey)],
    contradicts: 'A login from the source as the user of Nova with this key.',
    checks: [{ text: 'The key', command: 'sudo -u nova ssh-keygen -y -f <file>' }, trySsh],
    changes: [{ text: 'Write the private key again as it was made, with its last line break, readable for the user of Nova '
      + 'alone.' }],
    options: ['libvirt.remote_filesystem_transport'],
    links: [docs.sshConfiguration],
  },
  'ssh-denied': {
    ...cold,
    ...sshKeys,
    needs: [says('Permission denied (publickey', 'Permission denied, please try again', 'This account is currently not available')],
    unless: [says(changedKey), says(...unreadKey)],
    changes: [{ text: 'Bring the public key of the source into authorized_keys of the user of Nova on the destination, and give '
      + 'that user a shell.' }],
    options: ['libvirt.remote_filesystem_transport'],
  },
  'ssh-refused': {
    ...cold,
    ...sshKeys,
    needs: [says('ssh: connect to host %(host)s port %(port)s: %(reason)s', 'Could not resolve hostname %(host)s: %(reason)s')],
    changes: [{ text: 'Open SSH between the hosts at the address that Nova uses (my_ip of the destination).' }],
    options: ['DEFAULT.my_ip'],
  },
  'ssh-failed': {
    ...cold,
    certainty: 'open',
    ...sshKeys,
    // before Kilo Nova did not say so itself
    needs: [says('not able to execute ssh command: %(reason)s', 'Command: ssh %(host)s mkdir -p %(path)s')],
    remains: ['Keys or known_hosts of the user of Nova on one of the hosts.',
      'The shell of that user on the destination is none, as /bin/false: the command ends with 1 and says nothing.',
      'Rights on the folder of instances there.', 'A full disk on the destination.'],
    changes: [{ text: 'Run the command that the exception names on the source, as the user of Nova.' }],
  },
  'node-unlike-host': {
    family: 'resize',
    certainty: 'stated',
    kinds: ['resize', 'migrate', 'live-migration'],
    needs: [{ line: 'Unable to find record for source node %(node)s on %(host)s', role: 'says' }],
    contradicts: 'A compute node of that name on that host.',
    checks: [{ text: 'Host and node of the instance',
      command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host -c OS-EXT-SRV-ATTR:hypervisor_hostname' },
    { text: 'Nodes', command: 'openstack hypervisor list' },
    { text: 'Whether the guest runs on a host', command: 'virsh list --all' }],
    changes: [{ text: 'Where a move was interrupted or host alone was corrected by hand, bring host and node of the instance '
      + 'to those on which the guest runs.', risk: 'Wrong rows in the database of Nova lose the guest: keep a copy of it.' }],
  },
  'disk-shrink': {
    ...cold,
    needs: [says('Unable to resize disk down', 'Resize down of disk is not supported')],
    contradicts: 'A flavor whose disk is not smaller.',
    checks: [{ text: 'Disk of the flavor', command: 'openstack flavor show <flavor> -c disk' }],
    changes: [{ text: 'Choose a flavor whose disk is at least as large: Nova does not make disks smaller.' }],
    links: [docs.resize],
  },
} as const satisfies DiagnosisRows;
