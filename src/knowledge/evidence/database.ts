// Evidence of the database: what oslo.db, and before it Nova's own copy of it, says of connections.

import type { EvidenceRow } from './row';

const sessions = ['oslo_db.sqlalchemy.engines', 'oslo_db.sqlalchemy.session', 'oslo.db.sqlalchemy.session',
  'nova.openstack.common.db.sqlalchemy.session', 'nova.db.sqlalchemy.session'];

export const databaseEvidence: readonly EvidenceRow[] = [
  { logger: sessions, level: 'WARNING', foreign: true, text: 'SQL connection failed. %s attempts left.',
    sample: 'SQL connection failed. 10 attempts left.' },
  { logger: sessions, level: 'WARNING', foreign: true, captures: { 0: 'error' }, text: 'Got mysql server has gone away: %s',
    sample: 'Got mysql server has gone away: (2006, \'MySQL server has gone away\')' },
];
