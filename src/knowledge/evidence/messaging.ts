// Evidence of RPC: brokers out of reach, replies that found nobody, a conductor that does not answer.

import type { EvidenceRow } from './row';

const driver = 'oslo_messaging._drivers.amqpdriver';
const rabbit = ['oslo_messaging._drivers.impl_rabbit', 'oslo.messaging._drivers.impl_rabbit',
  'nova.openstack.common.rpc.common', 'nova.rpc.common'];

export const messagingEvidence: readonly EvidenceRow[] = [
  { logger: 'nova.conductor.api', level: 'WARNING',
    text: 'Timed out waiting for nova-conductor.  Is it running? Or did this service start before nova-conductor?  '
      + 'Reattempting establishment of nova-conductor connection...' },
  { logger: rabbit, level: 'ERROR', captures: { hostname: 'host', port: 'address', err_str: 'error' },
    text: '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds.',
    sample: '[6a4b0e3f] AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.' },
  { logger: rabbit, level: 'ERROR', captures: { hostname: 'host', port: 'address', err_str: 'error' },
    text: '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds. Client port: %(client_port)s',
    sample: '[6a4b0e3f] AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds. '
      + 'Client port: 41824' },
  // oslo.messaging before its connections had ids, and when it connects for the first time
  { logger: rabbit, level: 'ERROR', captures: { hostname: 'host', port: 'address', err_str: 'error' }, foreign: true,
    text: 'AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in %(sleep_time)d seconds.',
    sample: 'AMQP server on ctl01:5672 is unreachable: [Errno 111] ECONNREFUSED. Trying again in 1 seconds.' },
  { logger: rabbit, level: 'ERROR', captures: { 0: 'error' }, text: 'Connection failed: %s (retrying in %s seconds)',
    sample: 'Connection failed: [Errno 113] EHOSTUNREACH (retrying in 2.0 seconds)' },
  { logger: driver, level: 'INFO', captures: { 0: 'id' }, text: 'No calling threads waiting for msg_id : %s',
    sample: 'No calling threads waiting for msg_id : 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3' },
  { logger: driver, level: 'ERROR', captures: { msg_id: 'id', duration: 'seconds' },
    text: 'The reply %(msg_id)s failed to send after %(duration)d seconds due to a missing queue (%(reply_q)s). '
      + 'Abandoning...',
    sample: 'The reply 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3 failed to send after 60 seconds due to a missing queue '
      + '(reply_9a1b). Abandoning...' },
  { logger: driver, level: 'WARNING', captures: { msg_id: 'id' },
    text: '%(reply_queue)s doesn\'t exist, drop reply to %(msg_id)s',
    sample: 'reply_9a1b doesn\'t exist, drop reply to 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3' },
  { logger: driver, level: 'WARNING', captures: { msg_id: 'id' },
    text: '%(reply_queue)s doesn\'t exists, drop reply to %(msg_id)s',
    sample: 'reply_9a1b doesn\'t exists, drop reply to 8b3c2f0d1e4a4c5fa6b7c8d9e0f1a2b3' },
];
