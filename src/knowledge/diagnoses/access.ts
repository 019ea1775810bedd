// Diagnoses of what Nova needs of others: credentials, catalogue, addresses and TLS of a section of
// nova.conf.

import { docs } from '../links';
import type { DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const base = { family: 'service-access', certainty: 'stated', scope: 'both' } as const satisfies Partial<DiagnosisRow>;
const token: DiagnosisCheck = { text: 'Whether the account works',
  command: 'openstack --os-username <username> --os-project-name <project_name> token issue' };
const endpoints: DiagnosisCheck = { text: 'Endpoints', command: 'openstack endpoint list --service <service_type>' };
const any: readonly string[] = [];
const noAuthType = 'Unknown auth type: None';
/** Of MySQL and of PostgreSQL. */
const noConnections = ['Too many connections', 'sorry, too many clients already', 'remaining connection slots are reserved'];

/** A service did not take the token that Nova sent; it does not say why. */
const refused = {
  ...base,
  certainty: 'open',
  by: 'section',
  needs: [{ fault: 'Unauthorized', where: { section: ['cinder', 'neutron', 'glance', 'manila'] }, role: 'refused' }],
  // Nova itself raises it where the section has no auth_type: nobody was asked
  unless: [{ fault: 'Unauthorized', text: noAuthType, role: 'says' }],
  remains: [
    'The token of the user ran out while Nova worked: it happens to long work only.',
    'The credentials of the section are wrong: every call of the kind fails, also those of periodic tasks.',
    'Keystone or memcached behind that service is out of reach: its own log says so.',
  ],
  contradicts: 'Other calls with the same section that worked at that time.',
  checks: [token, { text: 'Why it was refused', log: 'keystone' }],
} as const satisfies Partial<DiagnosisRow>;

export const accessDiagnoses = {
  'section-credentials': {
    ...base,
    by: 'section',
    needs: [[
      { fault: 'Unauthorized', where: { section: ['placement', 'ironic', 'service_user', 'cyborg', 'keystone', 'oslo_limit'] },
        role: 'refused' },
      { fault: 'NeutronAdminCredentialConfigurationInvalid', role: 'refused' },
      { line: ['Neutron client was not able to generate a valid admin token, please verify Neutron admin credential located '
        + 'in nova.conf', 'Placement service credentials do not work.'], role: 'refused' },
    ]],
    contradicts: 'A token for the same account from this host.',
    checks: [token, { text: 'Why it was refused', log: 'keystone' }],
    changes: [{ text: 'Correct user, password, project and domains of the section, and auth_url; then restart the service.' }],
    options: ['placement.username', 'neutron.username', 'placement.auth_url', 'neutron.auth_url'],
  },
  'token-refused': {
    ...refused,
    age: 'newer',
    changes: [{ text: 'Where every call fails, correct user, password, project and domains of the section, or of the service itself.' }, { text: 'Let the services accept tokens that ran out meanwhile: [service_user] send_service_user_token = True.' }],
    options: ['service_user.send_service_user_token'],
    links: [docs.serviceUserToken],
  },
  // there are no service tokens before Ocata
  'token-refused-older': {
    ...refused,
    age: 'older',
    changes: [{ text: 'Where every call fails, correct user, password and project of the section, or of the service itself.' },
      { text: 'Let tokens live longer than the longest work: [token] expiration of Keystone.',
      risk: 'A token that is stolen is good for as long.' }],
  },
  'section-missing': {
    ...base,
    by: 'section',
    needs: [[
      { fault: ['MissingAuthPlugin', 'MissingRequiredOptions'], role: 'says' },
      { fault: 'Unauthorized', text: noAuthType, role: 'says' },
      { line: [
        'The [cinder] section of your nova configuration file must be configured for authentication with the block-storage '
          + 'service endpoint.',
        'The [neutron] section of your nova configuration file must be configured for authentication with the networking '
          + 'service endpoint. See the networking service install guide for details: '
          + 'https://docs.openstack.org/neutron/latest/install/'], role: 'says' },
    ]],
    contradicts: 'auth_type in that section of the file that this service reads.',
    checks: [{ text: 'Files that the service reads', command: 'ps -eo args= | grep "[n]ova-"' }],
    changes: [{ text: 'Fill the section: auth_type, auth_url, username, password, project_name and the two domains.' }],
    options: ['placement.auth_type', 'neutron.auth_type', 'cinder.auth_type'],
  },
  'endpoint-missing': {
    ...base,
    by: 'section',
    needs: [[
      { fault: ['EndpointNotFound', 'CatalogException', 'EmptyCatalog'], role: 'says' },
      { line: 'The placement API endpoint was not found.', role: 'says' },
    ]],
    contradicts: 'An endpoint of that service type, interface and region in the catalogue.',
    checks: [endpoints, { text: 'Regions', command: 'openstack region list' }],
    changes: [{ text: 'Make region_name, valid_interfaces and service_type of the section (catalog_info for Cinder) fit the '
      + 'catalogue, or add the endpoint.' }],
    options: ['placement.region_name', 'neutron.region_name', 'cinder.catalog_info', 'placement.valid_interfaces'],
  },
  'discovery-failed': {
    ...base,
    by: 'section',
    needs: [[
      { fault: 'DiscoveryFailure', text: ['Could not find versioned identity endpoints when attempting to authenticate. Please '
        + 'check that your auth_url is correct.%(reason)s'], role: 'says' },
      { fault: 'DiscoveryFailure', role: 'says' },
      { line: ['Discovering suitable URL for placement API failed.',
        'Failed to initialize placement client (is keystone available?)',
        'Unable to initialize placement client (%s); Continuing with startup, but scheduling will not be possible.'], role: 'says' },
    ]],
    contradicts: 'An answer of Keystone at auth_url from this host.',
    checks: [{ text: 'Whether Keystone answers', command: 'curl -sS <auth_url>' }],
    changes: [{ text: 'Correct auth_url of the section, or bring Keystone and the balancer before it back.' }],
    options: ['placement.auth_url', 'neutron.auth_url'],
  },
  'tls-untrusted': {
    ...base,
    by: 'url',
    needs: [{ fault: ['SSLError', 'ConnectFailure', 'CinderConnectionFailed', 'GlanceConnectionFailed',
      'KeystoneConnectionFailed', 'SSLCertVerificationError', 'CommunicationError'],
    text: ['unable to get local issuer certificate', 'self signed certificate', 'self-signed certificate',
      'unable to get issuer certificate'], role: 'refused' }],
    contradicts: 'The authority of that certificate in the bundle that the section names.',
    checks: [{ text: 'Who signed it', command: 'openssl s_client -connect <host>:<port> -showcerts' }],
    changes: [{ text: 'Name the bundle with the authority in cafile of the section.' },
      { text: 'Set insecure to True.', risk: 'Then anybody in the way can read and change what Nova says.' }],
    options: ['placement.cafile', 'neutron.cafile', 'cinder.cafile', 'glance.cafile'],
  },
  'tls-expired': {
    ...base,
    by: 'url',
    needs: [{ fault: ['SSLError', 'ConnectFailure', 'CinderConnectionFailed', 'GlanceConnectionFailed',
      'KeystoneConnectionFailed', 'SSLCertVerificationError', 'CommunicationError'],
    text: ['certificate has expired', 'certificate is not yet valid'], role: 'refused' }],
    contradicts: 'A certificate that is valid now, by the clock of this host.',
    checks: [{ text: 'Its dates', command: 'openssl s_client -connect <host>:<port> | openssl x509 -noout -dates' },
      { text: 'The clock', command: 'timedatectl' }],
    changes: [{ text: 'Renew the certificate, or correct the clock of the host.' }],
  },
  'tls-name': {
    ...base,
    by: 'url',
    needs: [{ fault: ['SSLError', 'ConnectFailure', 'CinderConnectionFailed', 'GlanceConnectionFailed',
      'KeystoneConnectionFailed', 'CertificateError', 'CommunicationError'],
    text: ['Hostname mismatch', 'IP address mismatch', 'doesn\'t match either of', 'doesn\'t match \''], role: 'refused' }],
    contradicts: 'The name of the endpoint among the names of the certificate.',
    checks: [{ text: 'Its names', command: 'openssl s_client -connect <host>:<port> | openssl x509 -noout -ext subjectAltName' },
      endpoints],
    changes: [{ text: 'Use in the catalogue a name that the certificate has, or have it made for that name.' }],
  },
  'tls-plain': {
    ...base,
    by: 'url',
    needs: [{ fault: ['SSLError', 'ConnectFailure', 'CommunicationError'],
      text: ['wrong version number', 'unknown protocol', 'WRONG_VERSION_NUMBER'], role: 'refused' }],
    contradicts: 'TLS on that port.',
    checks: [{ text: 'What answers', command: 'curl -v <url>' }, endpoints],
    changes: [{ text: 'Write http instead of https in catalogue or section, or switch TLS on for that port.' }],
  },
  unreachable: {
    ...base,
    by: 'url',
    needs: [[
      { fault: ['ConnectFailure', 'ConnectTimeout', 'ConnectionRefused', 'UnknownConnectionError', 'RetriableConnectionFailure',
        'CinderConnectionFailed', 'GlanceConnectionFailed', 'KeystoneConnectionFailed', 'ConnectionFailed'],
      text: ['Unable to establish connection to %(url)s: %(reason)s', 'Request to %(url)s timed out',
        'Connection to glance host %(url)s failed: %(reason)s', 'Connection to %(service)s host failed: %(reason)s',
        'Connection to %(service)s failed: %(reason)s'], role: 'unanswered' },
      // of the client of Glance
      { fault: ['CommunicationError', 'InvalidEndpoint'],
        text: ['Error communicating with %(url)s ', 'Error finding address for %(url)s: %(reason)s'], role: 'unanswered' },
      { line: 'Placement API service is not responding.', role: 'unanswered' },
    ]],
    contradicts: 'An answer of that address from this host at that time.',
    checks: [{ text: 'Whether it answers from this host', command: 'curl -sS -o /dev/null -w "%{http_code}" <url>' }, endpoints],
    changes: [{ text: 'Bring the service or the balancer before it back, open the way to it, or correct the endpoint.' }],
    options: ['neutron.endpoint_override', 'placement.endpoint_override', 'cinder.endpoint_template'],
  },
  'service-503': {
    ...base,
    by: 'section',
    needs: [{ fault: ['ServiceUnavailable', 'BadGateway', 'GatewayTimeout', 'HTTPServiceUnavailable', 'HTTPBadGateway'],
      where: { section: any }, role: 'refused' }],
    contradicts: 'Answers of that service at that time.',
    checks: [{ text: 'Whether it answers', command: 'openstack catalog list' }],
    changes: [{ text: 'See why the service behind the balancer was away: the answer came from the balancer.' }],
  },
  'database-away': {
    ...base,
    needs: [[{ fault: 'DBConnectionError', role: 'unanswered' },
      // oslo.db makes the one above of it, from Juno on
      { fault: 'OperationalError', text: ['Can\'t connect to MySQL server', 'MySQL server has gone away',
        'Lost connection to MySQL server'], role: 'unanswered' },
      { line: ['SQL connection failed. %s attempts left.', 'Got mysql server has gone away: %s'], role: 'unanswered' }]],
    unless: [{ text: noConnections, role: 'says' }],
    contradicts: 'Answers of the database to this service at that time.',
    checks: [{ text: 'Whether it answers from this host', command: 'nc -vz <host> 3306' },
      { text: 'State of a Galera cluster', command: 'mysql -e "SHOW STATUS LIKE \'wsrep_%\'"' }],
    changes: [{ text: 'Bring the database or the proxy before it back; services connect again by themselves.' },
      { text: 'Where only connections break that were idle, set connection_recycle_time below the idle timeout of the proxy.' }],
    options: ['database.connection', 'database.connection_recycle_time', 'database.max_retries'],
  },
  'database-full': {
    ...base,
    needs: [{ fault: ['OperationalError', 'DBError', 'DBConnectionError'], text: noConnections, role: 'refused' }],
    contradicts: 'Fewer connections at that time than the database allows.',
    checks: [{ text: 'How many it allows, and had at most',
      command: 'mysql -e "SHOW VARIABLES LIKE \'max_connections\'; SHOW STATUS LIKE \'Max_used_connections\'"' },
    { text: 'Who holds them', command: 'mysql -e "SHOW PROCESSLIST"' }],
    changes: [{ text: 'Raise max_connections of the database: each worker of each service may hold max_pool_size and '
      + 'max_overflow together.' },
    { text: 'Run fewer workers, or lower max_pool_size and max_overflow.', risk: 'Under load requests then wait for a connection.' }],
    options: ['database.max_pool_size', 'database.max_overflow'],
  },
} as const satisfies DiagnosisRows;
