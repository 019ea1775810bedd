// Explanations: exceptions of Python itself and of helpers that run commands, as nova-compute logs them.

import { docs } from '../links';
import type { ExceptionNotes, Note } from './note';

const refused: Note = {
  summary: 'Nobody listens at the address that was called, or a firewall refused it.',
  effect: 'What needed that service fails: while an instance is built the build fails on this host and is '
    + 'rescheduled or aborted, by the phase it was in.',
  causes: [
    { text: 'The service at that address is down or restarting.',
      evidence: 'The line above names address and port: 5672 is RabbitMQ, 3306 the database, 9292 Glance, '
        + '9696 Neutron, 8776 Cinder, 8778 Placement, 16509 and 16514 libvirt.' },
    { text: 'The address is wrong, or the service listens on another interface.' },
  ],
  checks: [
    { text: 'Whether the port answers from this host', command: 'nc -vz <host> <port>' },
    { text: 'What listens there', command: 'ss -ltnp' },
  ],
  changes: [{ text: 'Bring the service back, or correct the address.' }],
  options: [],
  sample: 'ConnectionRefusedError: [Errno 111] Connection refused',
};

const osError: Note = {
  summary: 'The operating system refused a call; the number after Errno says why.',
  effect: 'The step that made the call fails. While an instance is built the build is rescheduled to '
    + 'another host; files that were begun are removed.',
  causes: [
    { text: 'No space left on the device.', evidence: 'Errno 28.' },
    { text: 'A file or directory is missing, mostly a mount that is gone.', evidence: 'Errno 2.' },
    { text: 'Rights are missing.', evidence: 'Errno 13 or 1.' },
    { text: 'The host at the other end cannot be reached.',
      evidence: 'Errno 113 or 101; 110 and 104 for connections that broke.' },
    { text: 'Too many open files or not enough memory.', evidence: 'Errno 24 or 12.' },
    { text: 'The file system is read-only or broken.', evidence: 'Errno 30 or 5.' },
  ],
  checks: [
    { text: 'Space', command: 'df -h /var/lib/nova/instances' },
    { text: 'Inodes', command: 'df -i /var/lib/nova/instances' },
    { text: 'Mounts', command: 'findmnt -T /var/lib/nova/instances' },
    { text: 'What the kernel said', command: 'journalctl -k --since "-1h"' },
  ],
  changes: [{ text: 'Cure what the number says; for a full disk see the image cache first.' }],
  options: [
    'DEFAULT.instances_path', 'DEFAULT.reserved_host_disk_mb', 'DEFAULT.disk_allocation_ratio',
    'image_cache.remove_unused_base_images',
  ],
  links: [docs.imageCaching],
  sample: 'OSError: [Errno 28] No space left on device',
};

const unicode: Note = {
  summary: 'A text with characters outside ASCII was turned into bytes without saying how.',
  effect: 'The step fails at that point: a build goes to another host and fails there alike, or an error '
    + 'message is lost.',
  causes: [
    { text: 'A name, description or error text with such characters, under Python 2.',
      evidence: 'The value is near the end of the stack.' },
    { text: 'The service runs with the locale C or POSIX.' },
  ],
  checks: [
    { text: 'Locale of the service', command: 'systemctl show openstack-nova-compute -p Environment' },
    { text: 'Name of instance and image', command: 'openstack server show <instance> -c name -c image' },
  ],
  changes: [
    { text: 'Use plain names, set a UTF-8 locale for the service, or upgrade to a release under Python 3.' },
  ],
  options: [],
  sample: "UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in "
    + 'range(128)',
};

export const python = {
  ConnectionRefusedError: refused,
  'socket.error': { ...refused, sample: 'socket.error: [Errno 111] ECONNREFUSED' },
  error: { ...refused, sample: 'error: [Errno 111] Connection refused' },
  OSError: osError,
  IOError: { ...osError, sample: 'IOError: [Errno 28] No space left on device' },
  UnicodeEncodeError: unicode,
  UnicodeDecodeError: {
    ...unicode,
    summary: 'Bytes were read as text with the wrong encoding.',
    sample: "UnicodeDecodeError: 'ascii' codec can't decode byte 0xe4 in position 5: ordinal not in "
      + 'range(128)',
  },
  PermissionError: {
    summary: 'The Nova user may not open or change a file, directory or socket.',
    effect: 'The step fails. While an instance is built the build is rescheduled to another host.',
    causes: [
      { text: 'Owner or mode changed, for example after a copy as root or a new user id in a container.' },
      { text: 'SELinux or AppArmor forbids it.',
        evidence: 'avc or DENIED at the same second in the audit log.' },
    ],
    checks: [
      { text: 'Owner and mode of the path in the message', command: 'stat <path>' },
      { text: 'The user of the service', command: 'id nova' },
      { text: 'Denials', command: 'journalctl -k --grep "DENIED|avc"' },
    ],
    changes: [{ text: 'Give the path back to the Nova user, or restore its label.' }],
    options: ['DEFAULT.instances_path', 'DEFAULT.state_path', 'oslo_concurrency.lock_path'],
    sample: 'PermissionError: [Errno 13] Permission denied: '
      + "'/var/lib/nova/instances/8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5'",
  },
  FileNotFoundError: {
    summary: 'A file, directory or program that the step needs is not there.',
    effect: 'The step fails. While an instance is built the build is rescheduled to another host.',
    causes: [
      { text: 'A program is not installed on this host or not in the container.',
        evidence: 'The path is the name of a program, such as genisoimage or iscsiadm.' },
      { text: 'A mount is gone, or a file was removed by hand.' },
    ],
    checks: [
      { text: 'The path in the message', command: 'ls -l <path>' },
      { text: 'Mounts', command: 'findmnt -T /var/lib/nova/instances' },
    ],
    changes: [{ text: 'Install the program or restore the mount.' }],
    options: ['DEFAULT.instances_path', 'DEFAULT.mkisofs_cmd'],
    sample: "FileNotFoundError: [Errno 2] No such file or directory: 'genisoimage'",
  },
  FileExistsError: {
    summary: 'A file or directory that should be made is there already.',
    effect: 'The step fails. While an instance is built the build is rescheduled to another host.',
    causes: [{ text: 'An earlier try on this host left it behind.' }],
    checks: [{ text: 'What it is', command: 'ls -la <path>' }],
    changes: [
      { text: 'Move it aside when no instance uses it.', risk: 'It may be the disk of an instance.' },
    ],
    options: ['DEFAULT.instances_path'],
    sample: 'FileExistsError: [Errno 17] File exists: '
      + "'/var/lib/nova/instances/8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5'",
  },
  ConnectionResetError: {
    summary: 'The other side broke the connection off.',
    effect: 'For the message bus and the database Nova connects again; otherwise the step fails.',
    causes: [{ text: 'The service was restarted, or a proxy cut an idle or long connection.' }],
    checks: [{ text: 'What was on the other side: address and port in the line above' }],
    changes: [
      { text: 'None for a single one; raise the timeout of the proxy when it repeats at even intervals.' },
    ],
    options: ['oslo_messaging_rabbit.heartbeat_timeout_threshold', 'database.connection_recycle_time'],
    sample: 'ConnectionResetError: [Errno 104] Connection reset by peer',
  },
  BrokenPipeError: {
    summary: 'The other side had closed the connection while this one still wrote.',
    effect: 'The step fails; in an API the client had gone away.',
    causes: [{ text: 'The client or proxy gave up waiting, or the service at the other end ended.' }],
    checks: [{ text: 'What was on the other side: the lines above' }],
    changes: [{ text: 'Raise the timeout of the client or proxy when requests take long.' }],
    options: [],
    sample: 'BrokenPipeError: [Errno 32] Broken pipe',
  },
  TimeoutError: {
    summary: 'A connection or answer did not come in time.',
    effect: 'The step fails. While an instance is built the build fails on this host.',
    causes: [{ text: 'The other host is down, or packets to it are dropped.', evidence: 'Errno 110.' }],
    checks: [{ text: 'Whether the port answers from this host', command: 'nc -vz <host> <port>' }],
    changes: [{ text: 'Restore the way to that host.' }],
    options: [],
    sample: 'TimeoutError: [Errno 110] Connection timed out',
  },
  'socket.timeout': {
    summary: 'The other side did not answer in time.',
    effect: 'The step fails, or is tried again by the message bus.',
    causes: [{ text: 'The service at the other end is overloaded or hangs, or packets are dropped.' }],
    checks: [{ text: 'What was on the other side: the lines above' }],
    changes: [{ text: 'Cure the service or the network.' }],
    options: ['oslo_messaging_rabbit.heartbeat_timeout_threshold'],
    sample: 'socket.timeout: timed out',
  },
  'socket.gaierror': {
    summary: 'A host name could not be resolved.',
    effect: 'What needed that host fails.',
    causes: [{ text: 'The name is missing in DNS or /etc/hosts of this host or container.' }],
    checks: [{ text: 'What the name resolves to', command: 'getent hosts <name>' }],
    changes: [{ text: 'Correct the name or its resolution.' }],
    options: [],
    sample: 'socket.gaierror: [Errno -2] Name or service not known',
  },
  MemoryError: {
    summary: 'The process got no memory.',
    effect: 'The step fails; the service may be killed next.',
    causes: [{ text: 'The host is overcommitted, or the service leaks.' }],
    checks: [
      { text: 'Memory', command: 'free -m' },
      { text: 'Whether something was killed', command: 'journalctl -k --grep "Out of memory|oom-kill"' },
    ],
    changes: [
      { text: 'Reserve more memory for the host and lower the ratio.', risk: 'Fewer instances fit on it.' },
    ],
    options: ['DEFAULT.reserved_host_memory_mb', 'DEFAULT.ram_allocation_ratio'],
    sample: 'MemoryError',
  },
  KeyError: {
    summary: 'The program looked for an entry that is not there; a fault of the program or of data it did '
      + 'not expect.',
    effect: 'The step fails at that point. While an instance is built the build is rescheduled, and often '
      + 'fails on each host alike.',
    causes: [
      { text: 'Another service answered without a field that this release expects.',
        evidence: 'The frame above handles an answer of Cinder, Neutron or Glance.' },
      { text: 'A bug in this release.' },
    ],
    checks: [{ text: 'The innermost frame of Nova and the name of the key' }],
    changes: [{ text: 'Look for a newer stable update; compare the releases of the services.' }],
    options: [],
    links: [docs.upgrades],
    sample: "KeyError: 'connection_info'",
  },
  AttributeError: {
    summary: 'The program used something that the object at hand does not have; a fault of the program.',
    effect: 'The step fails at that point. While an instance is built the build is rescheduled, and often '
      + 'fails on each host alike.',
    causes: [
      { text: 'A library is of another version than this release expects.',
        evidence: 'The object belongs to a library.' },
      { text: 'Something that should be there is missing, so that the object is None.',
        evidence: "'NoneType' object has no attribute." },
      { text: 'A bug in this release.' },
    ],
    checks: [{ text: 'The innermost frame of Nova' }],
    changes: [{ text: 'Install the versions of the libraries that belong to the release.' }],
    options: [],
    sample: "AttributeError: 'NoneType' object has no attribute 'get'",
  },
  TypeError: {
    summary: 'A function got something else than it can handle; a fault of the program.',
    effect: 'The step fails at that point. While an instance is built the build is rescheduled, and often '
      + 'fails on each host alike.',
    causes: [
      { text: 'A library is of another version than this release expects.',
        evidence: '"unexpected keyword argument".' },
      { text: 'A bug in this release.' },
    ],
    checks: [{ text: 'The innermost frame of Nova' }],
    changes: [{ text: 'Install the versions of the libraries that belong to the release.' }],
    options: [],
    sample: "TypeError: attach_volume() got an unexpected keyword argument 'encryption'",
  },
  ValueError: {
    summary: 'A value has the right kind but cannot be used.',
    effect: 'The step fails at that point. While an instance is built the build is rescheduled.',
    causes: [
      { text: 'An option, a property of image or flavor, or an answer of another service holds a wrong '
          + 'value.',
        evidence: 'The value in the message.' },
    ],
    checks: [{ text: 'The innermost frame of Nova and the value' }],
    changes: [{ text: 'Correct the value where it comes from.' }],
    options: [],
    sample: 'ValueError: badly formed hexadecimal UUID string',
  },
  RuntimeError: {
    summary: 'A library gave up; its text says why.',
    effect: 'The step fails at that point.',
    causes: [{ text: 'Depends on the text.', evidence: 'The innermost frame.' }],
    checks: [{ text: 'The innermost frame' }],
    changes: [{ text: 'Cure what the text names.' }],
    options: [],
    sample: 'RuntimeError: Second simultaneous read on fileno 12 detected.',
  },
  NotImplementedError: {
    summary: 'The driver of this host does not offer the operation.',
    effect: 'The operation fails; the instance keeps its state or goes to ERROR, by the operation.',
    causes: [{ text: 'Another hypervisor driver than the operation needs.' }],
    checks: [{ text: 'Hypervisors of the hosts', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Use hosts whose driver offers it.' }],
    options: ['DEFAULT.compute_driver'],
    sample: 'NotImplementedError',
  },
  ProcessExecutionError: {
    summary: 'A command that Nova ran on the host failed; the text has the command, its exit code and its '
      + 'output.',
    effect: 'The step fails. While an instance is built the build is rescheduled to another host, or '
      + 'aborted if it was in block device mapping.',
    causes: [
      { text: 'What the command itself complains about.', evidence: 'Stderr in the text.' },
      { text: 'The command is missing, or Nova may not run it as root.',
        evidence: 'Exit code 127, 126 or 99, "Unauthorized command", "not found".' },
      { text: 'The command was killed by its limits for time and memory.',
        evidence: 'Exit code -9 or 137, prlimit in the command.' },
      { text: 'SSH to another host is not set up for the Nova user.',
        evidence: 'ssh, scp or rsync with "Host key verification failed" or "Permission denied '
          + '(publickey)".' },
    ],
    checks: [
      { text: 'Space, if the command writes', command: 'df -h /var/lib/nova/instances' },
      { text: 'Denials', command: 'journalctl -k --grep "DENIED|avc"' },
      { text: 'Rights of the Nova user', command: 'cat /etc/sudoers.d/nova' },
    ],
    changes: [{ text: 'Cure what the output says; restore rootwrap filters or sudoers for missing rights.' }],
    options: ['DEFAULT.rootwrap_config', 'DEFAULT.instances_path', 'libvirt.remote_filesystem_transport'],
    links: [docs.rootwrap, docs.sshConfiguration],
    sample: 'oslo_concurrency.processutils.ProcessExecutionError: Unexpected error while running command. '
      + 'Command: qemu-img convert -O raw disk.part disk.converted Exit code: 1',
  },
  AcquireLockFailedException: {
    summary: 'A lock file could not be taken.',
    effect: 'The step fails.',
    causes: [{ text: 'The lock directory is missing, not writable, or on a file system without locks.' }],
    checks: [{ text: 'The directory', command: 'ls -ld /var/lib/nova/tmp /var/lock/nova' }],
    changes: [{ text: 'Point `lock_path` to a local directory of the Nova user.' }],
    options: ['oslo_concurrency.lock_path'],
    sample: 'oslo_concurrency.lockutils.AcquireLockFailedException: Failed to acquire the lock '
      + 'nova-storage-registry-lock',
  },
  'oslo_privsep.FailedToDropPrivileges': {
    summary: 'The privileged helper of Nova or of one of its libraries did not start.',
    effect: 'Nothing that needs root works on this host: volumes cannot be connected, interfaces cannot be '
      + 'plugged, builds fail.',
    causes: [
      { text: 'sudo asks for a password or is not allowed for the Nova user.',
        evidence: '"sudo: a password is required" above it.' },
      { text: 'The helper command is not in the rootwrap filters.',
        evidence: '"Unauthorized command" above it.' },
      { text: 'A capability is missing in the container.', evidence: '"Operation not permitted" above it.' },
    ],
    checks: [
      { text: 'Rights of the Nova user', command: 'cat /etc/sudoers.d/nova' },
      { text: 'What the helper said', command: 'grep -n "privsep" /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Restore sudoers and rootwrap filters of the packages, or give the container its '
          + 'capabilities.' },
    ],
    options: ['DEFAULT.rootwrap_config'],
    links: [docs.rootwrap],
    sample: 'oslo_privsep.daemon.FailedToDropPrivileges: privsep helper command exited non-zero (1)',
  },
  'eventlet.Timeout': {
    summary: 'A wait of Nova reached its limit.',
    effect: 'It becomes the exception of what was waited for; for a port VirtualInterfaceCreateException.',
    causes: [
      { text: 'An event of Neutron, or an answer, did not come.',
        evidence: 'The warning above it names what was waited for.' },
    ],
    checks: [{ text: 'Agents of the host', command: 'openstack network agent list --host <host>' }],
    changes: [{ text: 'See the exception that follows.' }],
    options: ['DEFAULT.vif_plugging_timeout'],
    sample: 'eventlet.timeout.Timeout: 300 seconds',
  },
} satisfies ExceptionNotes;
