// In: the full log-messages.json read out of the source of Nova and its libraries. Out: what ships of it,
// every template once: text, releases, places. What repeats stands in tables and is named by index.

/** Levels in the order of their number; `ANY`: the caller decides. */
const levels = ['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL', 'ANY'];
const levelOf = { EXCEPTION: 'ERROR', LOG: 'ANY', 'DEBUG/INFO': 'DEBUG' };
/** Bits of a place beside its level. */
const flags = { traceback: 8, instance: 16, instanceVaries: 32, ownRange: 64, otherLevels: 128 };

/** The project at opendev.org behind the first part of a module's name. */
const projects = {
  'os-brick': 'openstack/os-brick', 'os-vif': 'openstack/os-vif', keystoneauth: 'openstack/keystoneauth',
  'oslo.concurrency': 'openstack/oslo.concurrency', 'oslo.messaging': 'openstack/oslo.messaging',
  'oslo.privsep': 'openstack/oslo.privsep', 'oslo.service': 'openstack/oslo.service', cursive: 'x/cursive',
  'python-glanceclient': 'openstack/python-glanceclient',
};
/** The last tag of each release of Nova: it has what came with stable updates as well. */
const novaTags = {
  2015.1: '2015.1.4', 12: '12.0.6', 13: '13.1.4', 14: '14.1.0', 15: '15.1.5', 16: '16.1.8', 17: '17.0.13',
  18: '18.3.0', 19: '19.3.2', 20: '20.6.1', 21: '21.2.4', 22: '22.4.0', 23: '23.2.2', 24: '24.2.1',
  25: '25.3.0', 26: '26.3.0', 27: '27.5.1', 28: '28.3.1', 29: '29.4.0', 30: '30.3.0', 31: '31.3.1',
  32: '32.2.1', 33: '33.0.2', master: 'HEAD',
};
/** Modules of the facts that are packages: their code stands in __init__.py. */
const packages = [
  'nova.api.openstack', 'nova.api.openstack.compute.plugins', 'nova.api.validation', 'nova.compute.monitors',
  'nova.image.download', 'nova.keymgr', 'nova.scheduler.filters', 'nova.volume.encryptors', 'os_brick',
  'os_brick.caches', 'os_brick.encryptors', 'os_vif', 'oslo_service.backend',
];

const place = (m, f, l, i = 0) => ({ m, f, l, i });
const inFunction = (m, f, l) => [place(m, f, l)];
const report = 'nova.scheduler.client.report';
/** Loggers of eventlet's HTTP server inside Nova: named after the API that it serves, not after a module. */
const wsgi = ['nova.osapi_compute.wsgi.server', 'nova.metadata.wsgi.server'];
const served = (t, f, l) => ({ t, r: '2015.1..31', w: wsgi.map((logger) => place(logger, f, l)) });
const executor = 'StaticallyDelayingCancellableTaskExecutorWrapper';
const queue = (t, f) => ({
  t, r: '33..master', w: [{ ...place('nova.thread_pool_factory', f, 'DEBUG'), r: 'master' },
    { ...place('nova.utils', f, 'DEBUG'), r: '33' }],
});

/** Libraries that were not read as a whole; what operators meet of them. */
const unread = ['oslo_config.cfg', 'oslo_db.sqlalchemy.engines', 'keystonemiddleware.auth_token', 'amqp'];

function otherLibraries() {
  const [config, db, token, amqp] = unread;
  const renamed = 'Option "%(dep_option)s" from group "%(dep_group)s" is deprecated. Use option "%(option)s" from '
    + 'group "%(group)s".';
  const removal = 'Option "%(option)s" from group "%(group)s" is deprecated for removal%(reason)s.  Its value may be '
    + 'silently ignored in the future.';
  const row = (t, m, f, l, r = '14..master') => ({ t, r, w: inFunction(m, f, l) });
  return [
    ...[renamed, removal].flatMap((t) => [
      row(`Deprecated: ${t}`, config, '_report_deprecation', 'WARNING', '18..master'),
      row(t, config, '_report_deprecation', 'WARNING', '2015.1..17')]),
    row('SQL connection failed. %s attempts left.', db, '_test_connection', 'WARNING'),
    row('Authorization failed for token', token, 'AuthProtocol.fetch_token', 'WARNING'),
    row('Unable to validate token: %s', token, 'AuthProtocol.fetch_token', 'CRITICAL'),
    row('Rejecting request', token, 'AuthProtocol.process_request', 'INFO'),
    row('Identity response: %s', token, 'IdentityServer.verify_token', 'WARNING'),
    row('Bad response code while validating token: %s %s', token, 'IdentityServer.verify_token', 'ERROR', '18..master'),
    row('AuthToken middleware is set with keystone_authtoken.service_token_roles_required set to False. This allows '
      + 'any valid token to be used as a service token, which can bypass access rule checks and weaken security. It '
      + 'is strongly recommended to set this to True.', token, 'AuthProtocol.__init__', 'WARNING', '18..master'),
    row('Received method %s during closing channel %s. This method will be ignored', amqp, 'AbstractChannel.'
      + 'dispatch_method', 'WARNING'),
  ];
}

/**
 * Statements whose text the reader of Nova's source could not see, because it reaches the call in a variable
 * or the call stands in a library that was not read; each looked up in the source by hand.
 */
const handRead = [
  ...['The placement API endpoint was not found.', 'No authentication information found for placement API.',
    'Placement service credentials do not work.', 'Discovering suitable URL for placement API failed.']
    .map((t) => ({ t, r: '14..master', w: inFunction(report, 'warn_limit', 'WARNING') })),
  ...['Created resource provider record via placement API for resource provider with UUID %(uuid)s and name '
    + '%(name)s.', 'Another thread already created a resource provider with the UUID %(uuid)s. Grabbing that '
    + 'record from the placement API.'].map((t) => (
    { t, r: '14..15', w: inFunction(report, 'SchedulerReportClient._create_resource_provider', 'INFO') })),
  ...['Failed to map partitions: %s', 'Failed to mount filesystem: %s'].map((t) => (
    { t, r: '2015.1..master', w: inFunction('nova.virt.disk.mount.api', 'Mount.mnt_dev', 'DEBUG') })),
  ...['Waitig for the deadline of %s', 'Shutdown is requested while waiting for the deadline of %s',
    '%s is not cancelled so still waiting for its deadline']
    .map((t) => queue(t, `${executor}._wait_for_deadline_then_set_running`)),
  ...['Waiting for the next task', 'Received %s', 'Sentinel received, thread is exiting',
    '%s was cancelled while queued, skipping', '%s was cancelled during its delay period, skipping',
    '%s submitted to %s'].map((t) => queue(t, `${executor}._run`)),
  // oslo.log's hook for what nobody caught; before Pike it logged the exception's own text
  { t: 'Unhandled error', r: '16..master', w: inFunction('nova', 'logging_excepthook', 'CRITICAL') },
  // the default of [wsgi] wsgi_log_format
  served('%(client_ip)s "%(request_line)s" status: %(status_code)s len: %(body_length)s '
    + 'time: %(wall_seconds).7f', 'HttpProtocol.handle_one_response', 'INFO'),
  ...['(%s) wsgi starting up on %s', 'wsgi exiting', '(%s) wsgi exited, is_accepting=%s']
    .map((t) => served(t, 'server', 'INFO')),
  served('(%s) accepted %r', 'server', 'DEBUG'),
  served('(%s) timed out %r', 'Server.process_request', 'DEBUG'),
  ...[['Error %(ex)s, migration failed', 'INFO'], ...['Error checking domain status %(ex)s',
    'VM is missing, migration finished', 'VM is shutoff, migration finished', 'VM running on src, migration failed']
    .map((t) => [t, 'DEBUG'])].map(([t, l]) => (
    { t, r: '21..master', w: [place('nova.virt.libvirt.migration', 'find_job_type', l, 1)] })),
  { t: 'Global data already initialized, not re-initializing.', r: '21..master',
    w: inFunction('nova.api.openstack.wsgi_app', 'init_global_data', 'INFO') },
  // what oslo.utils logs under the name of its caller when one exception takes the place of another
  { t: 'Original exception being dropped: %s', r: '22..master', w: ['nova.compute.manager',
    'nova.compute.resource_tracker', 'nova.conductor.tasks.cross_cell_migrate', 'nova.virt.libvirt.driver',
    'nova.virt.libvirt.imagebackend'].map((m) => place(m, 'save_and_reraise_exception.__exit__', 'ERROR')) },
  ...otherLibraries(),
  queue('Queued %s', `${executor}.submit_with_delay`),
  ...['Sentinel is queued', 'Shutdown is set', 'Queue joined', 'Scheduler thread joined']
    .map((t) => queue(t, `${executor}.shutdown`)),
];

const uncaught = { expr: 'exc', m: 'nova', f: 'logging_excepthook', l: 'CRITICAL', i: 0, r: '2015.1..15' };

function stringTable() {
  const list = [];
  const index = new Map();
  return {
    list,
    add(text) {
      if (!index.has(text)) index.set(text, list.push(text) - 1);
      return index.get(text);
    },
  };
}

/** Placeholders of str.format, and `%%(…)s` that is formatted twice, become what the log shows: a value. */
function plain(text) {
  const formatted = /(?<!%)\{(\w*)(?::[^{}]*)?\}/g;
  return text.replace(/%%\(/g, '%(').replace(formatted, (_, name) => `%(${name || 'value'})s`);
}

function flagsOf(w, range) {
  const level = levels.indexOf(levelOf[w.l] ?? w.l);
  if (level < 0) throw new Error(`unknown level ${w.l}`);
  return level
    + (w.l === 'EXCEPTION' ? flags.traceback : 0)
    + (w.i ? flags.instance : 0)
    + (w.i_was === undefined ? 0 : flags.instanceVaries)
    + (w.r === undefined || w.r === range ? 0 : flags.ownRange)
    + (othersOf(w) === 0 ? 0 : flags.otherLevels);
}

/** Levels that the place had in other releases, as a mask of 1 << number. */
function othersOf(w) {
  const names = [...Object.keys(w.l_was ?? {}), ...(w.l === 'DEBUG/INFO' ? ['INFO'] : [])];
  const own = levelOf[w.l] ?? w.l;
  return names.map((name) => levelOf[name] ?? name).filter((name) => name !== own)
    .reduce((mask, name) => mask | (1 << levels.indexOf(name)), 0);
}

/** A text without its placeholders: texts that a log cannot tell from each other have the same. */
function skeleton(text) {
  return text.replace(/%(?:\([^)]*\))?[-#0 +]?\d*(?:\.\d+)?[a-zA-Z]/g, '\0');
}

const newest = (range) => {
  const last = range.split(/[,.]{1,2}/).at(-1);
  return last === 'master' ? Infinity : Number(last) > 2000 ? 11 : Number(last);
};

/** Statements with the same fixed text are one: { texts: [[text, range], …] newest first, places }. */
function joinStatements(facts) {
  const joined = new Map();
  for (const { t, r, w } of [...facts.messages, ...facts.libraries, ...handRead]) {
    const text = plain(t);
    const statement = joined.get(skeleton(text)) ?? { texts: [], places: [] };
    joined.set(skeleton(text), statement);
    if (!statement.texts.some(([known]) => known === text)) statement.texts.push([text, r]);
    statement.places.push(...w.map((one) => ({ ...one, r: one.r ?? r })));
  }
  for (const { texts, places } of joined.values()) {
    texts.sort((a, b) => newest(b[1]) - newest(a[1]));
    places.sort((a, b) => newest(b.r) - newest(a.r));
  }
  return [...joined.values()];
}

/** All that ships of log-messages.json. */
export function trimStatements(facts) {
  const loggers = stringTable();
  const functions = stringTable();
  const ranges = stringTable();
  const index = new Map();
  const variants = [];
  const rows = joinStatements(facts).map(({ texts: [[text], ...others], places }, number) => {
    const range = places[0].r;
    index.set(text, number);
    for (const [other, held] of others) {
      index.set(other, number);
      variants.push([number, other, ranges.add(held)]);
    }
    const flat = places.flatMap((w) => {
      const bits = flagsOf(w, range);
      return [loggers.add(w.m), functions.add(w.f), bits,
        ...(bits & flags.ownRange ? [ranges.add(w.r)] : []),
        ...(bits & flags.otherLevels ? [othersOf(w)] : [])];
    });
    return [text, ranges.add(range), ...flat];
  });
  const dynamic = [...facts.dynamic, uncaught].map(({ expr, m, f, l, i, r }) =>
    [expr, ranges.add(r), loggers.add(m), functions.add(f), flagsOf({ l, i }, r)]);
  const changes = facts.changes.flatMap(({ from, to, since }) => {
    const pair = [index.get(plain(from)), index.get(plain(to))];
    return pair.includes(undefined) || pair[0] === pair[1] ? [] : [[...pair, since]];
  });
  const libraries = Object.entries(facts.libraries_scanned).map(([name, { tags }]) => {
    const roots = new Set(facts.libraries.filter(({ lib }) => lib === name)
      .flatMap(({ w }) => w.map(({ m }) => m.split('.')[0])));
    return [projects[name], [...roots], tags];
  });
  return {
    note: 'Generated by test/support/trimFacts.mjs from the source of OpenStack Nova and its libraries '
      + '(Apache-2.0). Do not edit.',
    levels, flags, nameless: ['nova', ...wsgi, ...unread], packages,
    projects: [['openstack/nova', ['nova'], novaTags], ...libraries], changes, variants,
    loggers: loggers.list, functions: functions.list, ranges: ranges.list, dynamic, rows,
  };
}

/** One row a line, so that a change can be read. */
export function serializeStatements(value) {
  const lines = Object.entries(value).map(([key, field]) => {
    const isList = ['changes', 'dynamic', 'rows', 'projects', 'variants'].includes(key);
    const text = isList ? `[\n${field.map((row) => JSON.stringify(row)).join(',\n')}]`
      : JSON.stringify(field);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{${lines.join(',\n')}}\n`;
}
