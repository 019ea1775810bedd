// How a line of a log is laid out, and what other tools put around it: data that core/ reads lines by.
// Every row carries real-looking samples with invented names; the tests read each of them.

import { libvirtLoggers, otherDriverLoggers } from './drivers';

export type LayoutId =
  | 'oslo' | 'oslo-no-process' | 'oslo-seconds' | 'oslo-no-time' | 'oslo-json' | 'document' | 'answer'
  | 'time-only' | 'libvirt' | 'cut-head' | 'unknown';

export interface LayoutSpec {
  readonly id: LayoutId;
  readonly title: string;
  readonly samples: readonly string[];
}

/** What oslo.log itself writes, by release and by option; and what is left of it. */
export const layouts: readonly LayoutSpec[] = [
  {
    id: 'oslo',
    title: 'oslo.log with time and process id (Grizzly and newer)',
    samples: [
      '2025-03-11 14:07:32.418 7 INFO nova.compute.manager [None req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 '
        + '4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - - default default] '
        + '[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] Took 14.62 seconds to build instance.',
      '2014-03-11 14:07:32.418 2107 AUDIT nova.compute.claims [-] [instance: '
        + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] Claim successful',
    ],
  },
  {
    id: 'oslo-no-process',
    title: 'oslo.log with time, without process id (DevStack files)',
    samples: [
      '2014-12-08 08:08:23.924 TRACE nova.compute.manager [instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] '
        + 'libvirtError: Unable to add port tap1a2b3c4d-5e to OVS bridge br-int',
      '2013-05-08 08:08:23.924 INFO nova.compute.manager [req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 demo demo] '
        + 'Updating host status',
      '2016-05-08 08:08:23,924 WARNING [nova.scheduler.utils] Setting instance to ERROR state.',
    ],
  },
  {
    id: 'oslo-seconds',
    title: 'log of Nova itself, no fraction of a second (Essex, Folsom)',
    samples: [
      '2012-08-20 15:00:58 INFO nova.compute.manager [req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 '
        + '4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b] check_instance_lock: locked: |False|',
    ],
  },
  {
    id: 'oslo-no-time',
    title: 'oslo.log without time: what carries the line supplies it (DevStack in the journal)',
    samples: [
      'INFO nova.compute.manager [None req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 demo alice] '
        + '[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] Took 14.62 seconds to build instance.',
    ],
  },
  {
    id: 'oslo-json',
    title: 'JSON or fluent formatter of oslo.log',
    samples: [
      '{"message": "Took 14.62 seconds to build instance.", "asctime": "2025-03-11 14:07:32,418", '
        + '"name": "nova.compute.manager", "levelname": "INFO", "process": 7, "traceback": null, '
        + '"extra": {"instance": {"uuid": "5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70"}}, '
        + '"context": {"request_id": "req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24", "global_request_id": null}}',
      '{"message": "Starting instance...", "time": "2025-03-11T14:07:32.418", "name": "nova.compute.manager", '
        + '"level": "DEBUG", "hostname": "cmp01", "traceback": null}',
    ],
  },
  {
    id: 'document',
    title: 'a log line taken apart into fields by a collector (fluentd, journald)',
    samples: [
      '{"Timestamp": "2025-03-11 14:07:32.418", "Pid": "7", "log_level": "INFO", '
        + '"python_module": "nova.compute.manager", "request_id": "8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24", '
        + '"Payload": " [instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] Took 14.62 seconds to build instance.", '
        + '"Hostname": "cmp01", "programname": "nova-compute"}',
    ],
  },
  {
    id: 'answer',
    title: 'what Nova\'s API tells of a server or an action (openstack server show, server event show)',
    samples: [
      '{"id": "5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70", "status": "ERROR", "fault": {"code": 500, '
        + '"created": "2025-03-11T14:07:32Z", "message": "No valid host was found."}}',
    ],
  },
  {
    id: 'time-only',
    title: 'a time and text: what a web server logs for the services it runs',
    samples: ['2025-03-11 14:07:32.418123 mod_wsgi (pid=31): Callback registration for signal 12 ignored.'],
  },
  {
    id: 'libvirt',
    title: 'log of libvirtd, or of a domain that it runs',
    samples: [
      '2012-10-31 22:19:10.580+0000: 24927: error : virNetSocketNewConnectTCP:411 : Unable to resolve address',
      '2025-03-11 14:07:32.418+0000: starting up libvirt version: 10.0.0',
    ],
  },
  {
    id: 'cut-head',
    title: 'the first line of a log that was cut inside a line',
    samples: [
      '015-05-12 10:26:39.586 7319 INFO nova.openstack.common.service [-] Started child 7336',
      'c2b1d0e9a 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - default default] Failed to schedule instances: NoValidHost',
    ],
  },
  { id: 'unknown', title: 'no line has a head that this product knows', samples: [] },
];

/**
 * What a wrapper's shape is made of. Times: seconds and fractions are told apart, as the tools do by name.
 * `{service}`, `{host}`, `{process}`, `{file}` and `{alias}` tell where a line is from; the others only pass.
 */
export type ShapeField =
  | 'isoSeconds' | 'isoPrecise' | 'monthDay' | 'monthDayPrecise' | 'dateTime' | 'dateMicroseconds' | 'shortDate' | 'longDate'
  | 'searchDate' | 'dump'
  | 'host' | 'service' | 'process' | 'file' | 'alias' | 'number' | 'word' | 'blanks' | 'quotes' | 'stream' | 'part'
  | 'groups' | 'data' | 'priority';

export interface WrapperSpec {
  readonly id: string;
  readonly title: string;
  /** Literal text and `{fields}`, in one or several spellings. None: the core reads it by other means. */
  readonly shapes: readonly string[];
  /** `line`: it makes a line readable whatever follows; `header`: only in front of a line that has a head. */
  readonly carries: 'line' | 'header';
  readonly samples: readonly string[];
}

const line = '2025-03-11 14:07:32.418 7 INFO nova.compute.manager [-] [instance: '
  + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] VM Started (Lifecycle Event)';
const bare = 'INFO nova.compute.manager [None req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 demo alice] '
  + '[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] VM Started (Lifecycle Event)';

/** Tried in this order; where two begin alike, the longer one stands first. */
export const wrappers: readonly WrapperSpec[] = [
  {
    id: 'journal-short-precise',
    title: 'journalctl -o short-precise',
    shapes: ['{monthDayPrecise} {host} {service}[{process}]: ', '{monthDayPrecise} {host} {service}: '],
    carries: 'line',
    samples: [
      `Mar 11 14:07:32.418871 cmp01 nova-compute[7]: ${line}`,
      `Mar 11 14:07:32.418871 devstack devstack@n-cpu.service[21876]: ${bare}`,
    ],
  },
  {
    id: 'journal-short',
    title: 'journalctl, or a syslog file',
    shapes: [
      '{monthDay} {host} {service}[{process}]: ', '{monthDay} {service}[{process}]: ', '{monthDay} {host} {service}: ',
    ],
    carries: 'line',
    samples: [
      `Mar 11 14:07:32 devstack nova-compute[21876]: ${bare}`,
      `Mar  1 04:07:32 cmp01 nova-compute: ${line}`,
    ],
  },
  {
    id: 'cri',
    title: 'container log of Kubernetes (CRI)',
    shapes: ['{isoPrecise} {stream} {part} '],
    carries: 'line',
    samples: [`2025-03-11T14:07:32.419120871Z stdout F ${line}`],
  },
  {
    id: 'pebble',
    title: 'kubectl logs of a pod run by pebble',
    shapes: ['{isoPrecise} [{service}] ', '{isoSeconds} [{service}] '],
    carries: 'line',
    samples: [`2025-03-11T14:07:32.420Z [nova-compute] ${line}`],
  },
  {
    id: 'fluentd',
    title: 'output of fluentd: time, tag and a record',
    shapes: [
      '{dateTime} +{number} {service}: ', '{dateTime} -{number} {service}: ', '{isoSeconds}\t{service}\t',
      // what it could not hand on
      '{dateTime} +{number} [{word}]: {dump}record=', '{dateTime} -{number} [{word}]: {dump}record=',
    ],
    carries: 'line',
    samples: [
      `2025-03-11 14:07:32.418871351 +0100 nova.compute: ${line}`, `2025-03-11 14:07:32 -0100 kolla.nova: ${line}`,
      `2025-03-11T14:07:32+01:00\tkolla.nova\t${line}`,
    ],
  },
  {
    id: 'journal-short-iso-precise',
    title: 'journalctl -o short-iso-precise, or a syslog file with long times',
    shapes: ['{isoPrecise} {host} {service}[{process}]: ', '{isoPrecise} {host} {service}: '],
    carries: 'line',
    samples: [
      `2025-03-11T14:07:32.418871+0100 cmp01 nova-compute[7]: ${line}`,
      `2025-03-11T14:07:32.418871+01:00 cmp01 nova-compute: ${line}`,
    ],
  },
  {
    id: 'journal-short-iso',
    title: 'journalctl -o short-iso',
    shapes: ['{isoSeconds} {host} {service}[{process}]: ', '{isoSeconds} {host} {service}: '],
    carries: 'line',
    samples: [`2025-03-11T14:07:32+0100 devstack nova-compute[21876]: ${bare}`],
  },
  {
    id: 'journal-short-full',
    title: 'journalctl -o short-full or with-unit',
    shapes: [
      '{word} {dateTime} {word} {host} {service}[{process}]: ', '{word} {dateTime} {word} {host} {service}: ',
    ],
    carries: 'line',
    samples: [`Tue 2025-03-11 14:07:32 CET cmp01 nova-compute[7]: ${line}`],
  },
  {
    id: 'syslog-rfc5424',
    title: 'syslog, RFC 5424',
    shapes: [
      '<{number}>1 {isoPrecise} {host} {service} {process} {word} {data} ',
      '<{number}>1 {isoSeconds} {host} {service} {process} {word} {data} ',
      '<{number}>1 {isoPrecise} {host} {service} - {word} {data} ',
      '<{number}>1 {isoSeconds} {host} {service} - {word} {data} ',
    ],
    carries: 'line',
    samples: [
      `<134>1 2025-03-11T14:07:32.418871+01:00 cmp01 nova-compute 7 - - ${line}`,
      `<134>1 2025-03-11T14:07:32Z cmp01 nova-compute - - [meta sequenceId="1"] ${line}`,
    ],
  },
  {
    id: 'syslog-rfc3164',
    title: 'syslog, RFC 3164, with its priority',
    shapes: ['<{number}>{monthDay} {host} {service}[{process}]: ', '<{number}>{monthDay} {host} {service}: '],
    carries: 'line',
    samples: [`<134>Mar 11 14:07:32 cmp01 nova-compute[7]: ${line}`],
  },
  {
    id: 'merged-alias',
    title: 'several logs merged by time, the name of each behind the time',
    shapes: ['{dateMicroseconds} [{alias}] '],
    carries: 'line',
    samples: ['2025-03-11 14:07:32.418000 [COMPUTE1] 7 INFO nova.compute.manager [-] VM Started (Lifecycle Event)'],
  },
  {
    id: 'journal-viewer',
    title: 'journal viewer in columns: time, host, unit, priority',
    shapes: ['{shortDate}{blanks}{host}{blanks}{service}{blanks}{priority}{blanks}'],
    carries: 'line',
    samples: [`03-11 14:07:32  devstack     nova-compute              INFO   ${bare}`],
  },
  {
    id: 'search-table',
    title: 'what a search of Kibana or OpenSearch found, copied with its times',
    shapes: [
      '{searchDate}{blanks}', '{searchDate}{blanks}{host}{blanks}', '{searchDate}{blanks}{host}{blanks}{service}{blanks}',
    ],
    carries: 'line',
    samples: [
      `Mar 11, 2025 @ 14:07:32.418\t${line}`, `March 11th 2025, 14:07:32.418  cmp01  ${bare}`,
      `Mar 11, 2025 @ 14:07:32.418 cmp01 nova-compute ${bare}`,
    ],
  },
  {
    id: 'httpd-error',
    title: 'error log of httpd (services run by mod_wsgi)',
    shapes: ['[{longDate}] {groups}'],
    carries: 'line',
    samples: [
      `[Tue Mar 11 14:07:32.418871 2025] [wsgi:error] [pid 7:tid 140] [remote 192.0.2.7:5000] ${line}`,
    ],
  },
  {
    id: 'kubectl-prefix',
    title: 'kubectl logs --prefix',
    shapes: ['[pod/{word}/{service}] '],
    carries: 'line',
    samples: [`[pod/nova-compute-0/nova-compute] ${line}`],
  },
  {
    id: 'compose',
    title: 'docker compose logs',
    shapes: ['{service}{blanks}| '],
    carries: 'header',
    samples: [`nova_compute_1  | ${line}`, `nova-compute  | ${line}`],
  },
  {
    id: 'kubectl-time',
    title: 'kubectl logs --timestamps, oc adm inspect, docker logs -t',
    shapes: ['{isoPrecise} ', '{isoSeconds} '],
    carries: 'header',
    samples: [`2025-03-11T14:07:32.419120871Z ${line}`],
  },
  {
    id: 'httpd-output',
    title: 'time that httpd puts before what its services print',
    shapes: ['{dateMicroseconds} '],
    carries: 'header',
    samples: [`2025-03-11 14:07:32.420583 ${line}`],
  },
  {
    id: 'docker-json',
    title: 'json-file log of a Docker container',
    shapes: [],
    carries: 'line',
    samples: [`{"log":"${line}\\n","stream":"stdout","time":"2025-03-11T14:07:32.419120871Z"}`],
  },
  {
    id: 'json-field',
    title: 'JSON lines that hold the log line in a field',
    shapes: [],
    carries: 'line',
    samples: [
      `{"hostname":"cmp01","service":"nova-compute","body":"nova: ${line}","time":"2025-03-11 14:07:32"}`,
      `{"_HOSTNAME":"cmp01","SYSLOG_IDENTIFIER":"nova-compute","_PID":"7","MESSAGE":"${line}"}`,
    ],
  },
  {
    id: 'file-name',
    title: 'the name of the file in front (grep -H, or a collection of logs)',
    shapes: ['{file}:{number}:', '{file}-{number}-', '{file}: ', '{file}:', '{file}-', '{file} | ', '{file} '],
    carries: 'header',
    samples: [
      `nova-compute.log:${line}`, `./var/log/nova/nova-compute.log-20250312:123:${line}`,
      `nova-compute.log.1.2025-03-12_13:55:31 ${line}`, `nova-compute.log-45-${line}`,
    ],
  },
  {
    id: 'line-number',
    title: 'line numbers of grep -n, less -N, cat -n or an editor',
    shapes: ['{number}: ', '{number}:', '{number}-', '{number} | ', '{number}| ', '{number}{blanks}'],
    carries: 'header',
    samples: [`20596:${line}`, `937447 ${line}`, `  12 | ${line}`, `12\t${line}`],
  },
  {
    id: 'quoted',
    title: 'quote marks of mail and forums',
    shapes: ['{quotes}'],
    carries: 'header',
    samples: [`> ${line}`, `>>${line}`],
  },
  {
    id: 'bullet',
    title: 'an item of a list',
    shapes: ['* ', '- ', '+ ', '\u2022 ', '\u00b7 ', '\u25cf ', '`'],
    carries: 'header',
    samples: [`* ${line}`],
  },
  {
    id: 'syslog-tag',
    title: 'the tag of a syslog message',
    shapes: ['{service}[{process}]: ', '{service}: '],
    carries: 'header',
    samples: [`nova-compute[7]: ${line}`],
  },
  {
    id: 'indented',
    title: 'indented text',
    shapes: ['{blanks}'],
    carries: 'header',
    samples: [`    ${line}`],
  },
  {
    id: 'strange',
    title: 'the same before each line, whatever it is',
    shapes: [],
    carries: 'header',
    samples: [`log of cmp01 > ${line}`, `+${line}`, `2025-03-11 14:07:32.418 | ${line}`],
  },
  {
    id: 'colours',
    title: 'colour codes of a terminal',
    shapes: [],
    carries: 'header',
    samples: [
      '\u001b[00;36mINFO nova.compute.manager [\u001b[01;36mNone req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 '
        + '\u001b[00;36mdemo alice\u001b[00;36m] \u001b[01;35m[instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] '
        + '\u001b[00;36mVM Started (Lifecycle Event)\u001b[00m',
      '2017-04-28 23:04:46.671 ^[[00;36mINFO nova.compute.manager [^[[01;36mreq-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 '
        + '^[[00;36mdemo alice^[[00;36m] ^[[01;35m^[[00;36mVM Started (Lifecycle Event)^[[00m',
    ],
  },
  {
    id: 'markup',
    title: 'marks of a forum or of a web page',
    shapes: [],
    carries: 'header',
    samples: [`[COLOR=#FF0040]${line}[/COLOR]`, `[code]${line}`],
  },
];

/** What stands around each line of a log, before it and behind it. */
export interface FrameSpec {
  readonly id: string;
  readonly title: string;
  readonly before: string;
  /** One of these; the longer one first. */
  readonly after: readonly string[];
  readonly samples: readonly string[];
}

export const frames: readonly FrameSpec[] = [
  {
    id: 'string', title: 'strings of JSON, CSV or YAML', before: '"', after: ['",', '"'],
    samples: [`"${line}"`, `        "${line}",`],
  },
  {
    id: 'bytes', title: 'bytes as Python prints them', before: 'b\'', after: ['\\n\',', '\\n\'', '\''],
    samples: [`b'${line}\\n'`],
  },
  { id: 'quotes', title: 'strings of Python', before: '\'', after: ['\',', '\''], samples: [`'${line}',`] },
  { id: 'table', title: 'rows of a table', before: '| ', after: [' |'], samples: [`| ${line} |`] },
  { id: 'box', title: 'lines in a box', before: '\u2502 ', after: [' \u2502'], samples: [`\u2502 ${line} \u2502`] },
  {
    id: 'double-box', title: 'lines in a box of double rules', before: '\u2551 ', after: [' \u2551'],
    samples: [`\u2551 ${line} \u2551`],
  },
  { id: 'code', title: 'code of Markdown', before: '`', after: ['`'], samples: [`\`${line}\``] },
  { id: 'end', title: 'cat -A, or an editor that shows line ends', before: '', after: ['^M$', '$'], samples: [`${line}$`] },
  { id: 'padding', title: 'blanks behind each line', before: '', after: [' ', '\t'], samples: [`${line}   `] },
];

export interface ServiceSpec {
  readonly name: string;
  /** Loggers, with all below them, that log in this service alone. */
  readonly loggers: readonly string[];
  /** Other names of it: units, containers, log files. */
  readonly aliases: readonly string[];
}

/** Services by their loggers and by the names that deployments give them. The longest logger wins. */
export const serviceNames: readonly ServiceSpec[] = [
  {
    name: 'nova-compute',
    loggers: [
      'nova.compute.manager', 'nova.compute.claims', 'nova.compute.resource_tracker', ...libvirtLoggers,
      ...otherDriverLoggers,
    ],
    aliases: ['n-cpu', 'edpm-nova-compute'],
  },
  {
    name: 'nova-conductor',
    loggers: ['nova.conductor.manager', 'nova.conductor.tasks'],
    aliases: ['n-cond', 'n-cond-cell1', 'n-cond-cell2', 'n-super-cond', 'nova-super-conductor'],
  },
  {
    name: 'nova-scheduler',
    loggers: [
      'nova.scheduler.manager', 'nova.scheduler.filter_scheduler', 'nova.scheduler.filters',
      'nova.scheduler.host_manager', 'nova.filters',
    ],
    aliases: ['n-sch'],
  },
  {
    name: 'nova-api',
    loggers: ['nova.osapi_compute.wsgi.server', 'nova.api', 'nova.ec2.wsgi.server'],
    aliases: ['n-api', 'nova-api-wsgi', 'wsgi-nova-api', 'nova-api-osapi', 'nova-osapi', 'nova-api-log'],
  },
  {
    name: 'nova-api-metadata',
    loggers: ['nova.metadata.wsgi.server'],
    aliases: ['n-api-meta', 'nova-metadata', 'nova-metadata-api'],
  },
  { name: 'nova-novncproxy', loggers: [], aliases: ['n-novnc', 'n-novnc-cell1'] },
  {
    name: 'placement-api',
    loggers: ['placement', 'nova.api.openstack.placement'],
    aliases: ['placement', 'wsgi-placement-api'],
  },
];

/** Projects of OpenStack whose log files are named `PROJECT-PROGRAM.log`. */
export const projects: readonly string[] = [
  'nova', 'neutron', 'cinder', 'glance', 'keystone', 'placement', 'ironic', 'heat', 'octavia', 'barbican', 'designate',
  'manila', 'magnum', 'aodh', 'ceilometer', 'gnocchi', 'swift', 'trove', 'masakari', 'watcher', 'zun',
];
