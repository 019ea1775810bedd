// The words on clocks and on lines of other services. In: names and rendered durations. Out: sentences; a
// translation is a table of the same shape in zh/.

import type { Mention } from '../model';
import { translated } from '../../knowledge/language';

export const clockWords = translated('clocks', {
  between: (clock: string, least: string, most: string, reference: string) =>
    `the clock of ${clock} is ${least} to ${most} ahead of that of ${reference}`,
  behindBetween: (clock: string, least: string, most: string, reference: string) =>
    `the clock of ${clock} is ${least} to ${most} behind that of ${reference}`,
  atLeast: (clock: string, least: string, reference: string) =>
    `the clock of ${clock} is at least ${least} ahead of that of ${reference}`,
  behindAtLeast: (clock: string, least: string, reference: string) =>
    `the clock of ${clock} is at least ${least} behind that of ${reference}`,
  zone: (clock: string, hours: string, reference: string) =>
    `${clock} counts ${hours} ahead of ${reference}: another time zone`,
  zoneBehind: (clock: string, hours: string, reference: string) =>
    `${clock} counts ${hours} behind ${reference}: another time zone`,
  because: (before: string, after: string) => `${before} was logged before ${after}`,
  moved: (clock: string, by: string) =>
    `times of ${clock} are shown ${by} earlier than its logs have them`,
  movedLater: (clock: string, by: string) =>
    `times of ${clock} are shown ${by} later than its logs have them`,
  aligned: 'Lines stand in the order of one clock; their times are those of their logs:',
  placed: (clock: string, by: string) => `lines of ${clock} stand ${by} earlier than their times say`,
  placedLater: (clock: string, by: string) => `lines of ${clock} stand ${by} later than their times say`,
  unmoved: 'times are shown as the logs have them; --align-clocks moves them onto one clock',
  zoneClash: (hours: string) => `its lines carry two times, ${hours} apart: one of them is in another zone`,
  others: 'other services',
  otherLog: 'a log of another service: its lines join those of Nova where an id ties them',
});

export const serviceLineWords = translated('serviceLines', {
  'port-binding': 'port is being bound',
  'port-bound': 'port bound',
  'port-binding-failed': 'port could not be bound',
  'port-agent-up': 'agent wired the port',
  'port-provisioned': 'port is provisioned',
  'port-deleted': 'port is being deleted',
  'port-updated': 'port updated by the agent',
  'port-status': 'status of the port',
  'port-device-up': 'agent reports the port as up',
  'nova-told': 'Nova is told of an event',
  'nova-not-told': 'Nova could not be told of an event',
  'neutron-call': 'call to Neutron answered',
  'dhcp-ready': 'DHCP is ready for the port',
  'volume-created': 'volume created',
  'volume-being-created': 'volume is being created',
  'volume-failed': 'volume could not be created',
  'volume-attached': 'volume attached',
  'volume-detached': 'volume detached',
  'volume-connected': 'volume connection made',
  'volume-disconnected': 'volume connection ended',
  'volume-deleted': 'volume deleted',
  'cinder-call': 'call to Cinder',
  'attachment-updated': 'attachment updated',
  'glance-call': 'call to Glance answered',
  'placement-call': 'call to Placement answered',
  'guest-started': 'QEMU is started',
  'guest-ended': 'QEMU has ended',
  'guest-signalled': 'QEMU was told to end',
  'guest-migrates': 'QEMU begins to migrate',
  'guest-trouble': 'QEMU ended unexpectedly',
  warning: 'warning',
  error: 'error',
} satisfies Record<Mention['id'], string>);
