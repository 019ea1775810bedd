// Diagnoses of RPC: which service did not answer, an answer that came too late, a broker out of reach.

import type { DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const queues: DiagnosisCheck = { text: 'Queues with messages and without readers',
  command: 'rabbitmqctl list_queues name messages consumers' };
const broker = {
  line: [
    '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds.',
    '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds. Client port: %(client_port)s',
    'AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in %(sleep_time)d seconds.',
    'Connection failed: %s (retrying in %s seconds)',
  ],
} as const;
const options = ['DEFAULT.rpc_response_timeout', 'DEFAULT.long_rpc_timeout'] as const;

/** Only the scheduler is asked again. */
const askedAgain = 'Retrying %(name)s after a MessagingTimeout, attempt %(attempt)s of %(retries)s.';

function silentService(target: 'conductor' | 'scheduler' | 'compute' | 'network') {
  return {
    family: 'rpc',
    certainty: 'stated',
    scope: 'both',
    by: 'method',
    needs: [[
      { fault: 'MessagingTimeout', where: { target: [target] }, role: 'unanswered' },
      ...(target === 'scheduler' ? [{ line: askedAgain, role: 'unanswered' } as const] : []),
    ]],
    supports: [
      { ...broker, role: 'broker', reach: 'log' },
      ...(target === 'scheduler' ? [{ fault: 'MessagingTimeout', role: 'unanswered' } as const] : []),
    ],
    remains: [
      `nova-${target} is down, hung or busy: its own log is silent or behind at that time.`,
      'The broker lost or held the message: connection errors in either log, or a queue that grows.',
      'The call takes longer than rpc_response_timeout: the service answers later, and nobody waits any more.',
    ],
    contradicts: `An answer of nova-${target} to this call before the timeout.`,
    checks: [
      { text: `What nova-${target} did at that time`, log: `nova-${target}` }, queues,
      { text: 'Services that are up', command: 'openstack compute service list' },
    ],
    changes: [
      // nova-network has one process on a host
      { text: target === 'network' ? 'Bring nova-network back.' : `Bring nova-${target} back, or more workers to it.` },
      { text: 'Raise rpc_response_timeout when the work is only slow.', risk: 'Callers then hang longer on a dead service.' },
    ],
    options,
  } as const satisfies DiagnosisRow;
}

export const messagingDiagnoses = {
  'rpc-late': {
    family: 'rpc',
    certainty: 'stated',
    scope: 'both',
    joined: 'id',
    needs: [
      { fault: 'MessagingTimeout', where: { id: [] }, role: 'unanswered' },
      { line: 'No calling threads waiting for msg_id : %s', role: 'late', reach: 'any' },
    ],
    contradicts: 'Another message with the same id.',
    checks: [{ text: 'What the called service did so long', log: 'nova-conductor' }, queues],
    changes: [
      { text: 'See why the called service needed so long.' },
      { text: 'Raise rpc_response_timeout above the time that the log shows.',
        risk: 'Callers then hang longer on a dead service.' },
    ],
    options,
  },
  'rpc-conductor': silentService('conductor'),
  'rpc-scheduler': silentService('scheduler'),
  'rpc-compute': silentService('compute'),
  'rpc-network': silentService('network'),
  'rpc-broker': {
    family: 'rpc',
    certainty: 'likely',
    scope: 'both',
    needs: [{ fault: ['MessagingTimeout', 'MessageDeliveryFailure'], role: 'unanswered' },
      { ...broker, role: 'broker', reach: 'log' }],
    contradicts: 'Other calls of the same service that were answered at that time.',
    checks: [{ text: 'State of the cluster', command: 'rabbitmqctl cluster_status' }, queues],
    changes: [{ text: 'Bring the broker back; services connect again by themselves.' }],
    options: ['DEFAULT.transport_url', 'oslo_messaging_rabbit.heartbeat_timeout_threshold'],
  },
  'rpc-open': {
    family: 'rpc',
    certainty: 'open',
    scope: 'both',
    needs: [{ fault: 'MessagingTimeout', role: 'unanswered' }],
    remains: [
      'The service that was called is down or busy: the frames that would name it are not in this log.',
      'The broker lost the message.',
    ],
    contradicts: 'An answer before the timeout.',
    checks: [queues, { text: 'Services that are up', command: 'openstack compute service list' }],
    changes: [{ text: 'Find the service that was called: the same request id in the other logs.' }],
    options,
  },
  'conductor-away': {
    family: 'rpc',
    certainty: 'stated',
    scope: 'host',
    needs: [{ line: 'Timed out waiting for nova-conductor.  Is it running? Or did this service start before '
      + 'nova-conductor?  Reattempting establishment of nova-conductor connection...', role: 'unanswered' }],
    supports: [{ ...broker, role: 'broker', reach: 'log' }],
    contradicts: 'A conductor of the same cell that answers.',
    checks: [{ text: 'Conductors that are up', command: 'openstack compute service list --service nova-conductor' }, queues],
    changes: [{ text: 'Start nova-conductor of this cell, or correct transport_url so that both use the same broker and '
      + 'virtual host.' }],
    options: ['DEFAULT.transport_url'],
  },
  'reply-dropped': {
    family: 'rpc',
    certainty: 'stated',
    scope: 'host',
    needs: [[{ line: [
      'The reply %(msg_id)s failed to send after %(duration)d seconds due to a missing queue (%(reply_q)s). Abandoning...',
      '%(reply_queue)s doesn\'t exist, drop reply to %(msg_id)s',
      '%(reply_queue)s doesn\'t exists, drop reply to %(msg_id)s',
    ], role: 'refused' }, { ...broker, text: 'NOT_FOUND - no exchange \'reply_%(queue)s\'', role: 'refused' }]],
    contradicts: 'The reply queue on the broker.',
    checks: [queues],
    changes: [{ text: 'The caller was restarted or lost its connection while this service worked: see its log at that '
      + 'time.' }],
  },
  'broker-denied': {
    family: 'rpc',
    certainty: 'stated',
    scope: 'both',
    needs: [[{ fault: 'AccessRefused', role: 'refused' }, { ...broker, text: 'ACCESS_REFUSED', role: 'refused' }]],
    contradicts: 'A connection of the same account to the same virtual host.',
    checks: [{ text: 'Users', command: 'rabbitmqctl list_users' },
      { text: 'Rights', command: 'rabbitmqctl list_permissions -p <vhost>' }],
    changes: [{ text: 'Correct user, password and virtual host in transport_url, or make that user; then restart the service. From Ocata '
      + 'on the addresses in cell_mappings count too (nova-manage cell_v2 list_cells).' }],
    options: ['DEFAULT.transport_url'],
  },
  'broker-away': {
    family: 'rpc',
    certainty: 'stated',
    scope: 'host',
    by: 'host',
    needs: [{ ...broker, role: 'broker' }],
    unless: [{ ...broker, text: 'ACCESS_REFUSED', role: 'refused' }],
    contradicts: 'A connection from the same host to the same broker at that time.',
    checks: [{ text: 'State of the cluster', command: 'rabbitmqctl cluster_status' },
      { text: 'Whether the port answers', command: 'nc -vz <host> 5672' }],
    changes: [{ text: 'Bring the broker back, or open the way to it; one such line after a restart of the broker needs no '
      + 'care.' }],
    options: ['DEFAULT.transport_url'],
  },
} as const satisfies DiagnosisRows;
