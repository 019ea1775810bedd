// Texts that the libraries behind Nova give to their exceptions → the class. Nova logs such a text behind its
// own words: `Cannot reboot instance: …`, `Build of instance … aborted: …`. Only texts that one class has, or
// classes of one name; a class whose name others have too is told with its module.

/** The text of a message → the class that has it as its message; longest literal text wins. */
export interface MessageClass {
  readonly text: string;
  readonly type: string;
  readonly raised?: true;
}

/** The exceptions of keystoneauth1, which asks all services. */
const asking = 'keystoneauth1.exceptions';

/** libvirt: what stands before the reason, by code of error (virErrorMsgStrings). */
const libvirtCodes = [
  'operation failed: ', 'internal error: ', 'internal error ', 'unsupported configuration: ',
  'Requested operation is not valid: ', 'Unsafe migration: ', 'Domain not found: ', 'Secret not found: ',
  'Timed out during operation: ', 'invalid argument: ', 'XML error: ',
  'this function is not supported by the connection driver: ', 'no connection driver available for ',
  'Failed to make domain persistent after migration: ', 'Hook script execution failed: ', 'argument unsupported: ',
  'Network not found: ', 'Interface not found: ', 'Node device not found: ', 'Storage pool not found: ',
  'Storage volume not found: ', 'Network filter not found: ', 'Security model not found: ',
  'Error while building firewall: ', 'block copy still active: ', 'Operation not supported: ',
  'Guest agent is not responding: ', 'error from service: ', 'the CPU is incompatible with host CPU: ',
  'XML document failed to validate against schema: ', 'migration successfully aborted: ', 'device not found: ',
];

/** libvirt: calls of the system that failed, whose error stands behind (virReportSystemError). */
const libvirtCalls = [
  'Cannot recv data: ', 'Unable to create tap device %(name)s: ', 'Failed to terminate process %(pid)s with SIG',
  'unable to connect to server at \'%(address)s\': ', 'Failed to connect socket to \'%(path)s\': ',
  'Cannot get interface MTU on \'%(name)s\': ', 'Unable to read from monitor: ', 'End of file while reading data: ',
  'Failed to open file \'%(path)s\': ', 'cannot open file \'%(path)s\': ', 'Unable to pre-create chardev file \'%(path)s\': ',
  'failed to connect to monitor socket: ', 'missing source information for device ',
];

/** Python itself: what no other class says. */
const pythonTexts: readonly (readonly [type: string, text: string])[] = [
  ['AttributeError', '\'%(type)s\' object has no attribute \'%(name)s\''],
  ['TypeError', '%(function)s() got an unexpected keyword argument \'%(name)s\''],
  ['TypeError', '%(function)s() takes %(number)s (%(given)s given)'],
  ['TypeError', '\'%(type)s\' object is not %(kind)sable'],
  ['TypeError', 'sequence index must be integer, not \'%(type)s\''],
  ['TypeError', 'unsupported operand type(s) for %(types)s'],
  ['ImportError', 'No module named %(name)s'],
  ['ModuleNotFoundError', 'No module named \'%(name)s\''],
  ['ImportError', 'cannot import name %(name)s'],
  ['NameError', 'global name \'%(name)s\' is not defined'],
  ['UnboundLocalError', 'local variable \'%(name)s\' referenced before assignment'],
  ['IndexError', 'list index out of range'],
  ['ValueError', 'invalid literal for int() with base 10: %(text)s'],
  ['UnicodeDecodeError', '\'%(codec)s\' codec can\'t decode %(rest)s'],
  ['UnicodeEncodeError', '\'%(codec)s\' codec can\'t encode %(rest)s'],
];

/** keystoneauth1 names the interface that it looked for, or the list of them. */
const interfaces = [
  'public', 'internal', 'admin', 'publicURL', 'internalURL', 'adminURL', '[\'%(interfaces)s\']',
];

/** pymysql: what oslo.db makes of an error of the server, by its number (exc_filters). */
const databaseErrors: readonly (readonly [type: string, begin: string])[] = [
  ['DBConnectionError', 'OperationalError) (2002, '], ['DBConnectionError', 'OperationalError) (2003, '],
  ['DBConnectionError', 'OperationalError) (2006, '], ['DBConnectionError', 'OperationalError) (2013, '],
  ['DBConnectionError', 'OperationalError) (1047, '],
  ['DBDeadlock', 'OperationalError) (1213, %(quote)sDeadlock'], ['DBDeadlock', 'InternalError) (1213, %(quote)sDeadlock'],
  ['DBDeadlock', 'OperationalError) (1205, %(quote)sLock wait timeout exceeded'],
  ['DBDuplicateEntry', 'IntegrityError) (1062, %(quote)sDuplicate entry '],
  ['DBDataError', 'DataError) (1406, %(quote)sData too long for column'],
];

export const libraryTexts: readonly MessageClass[] = [
  ...[...libvirtCodes, ...libvirtCalls].map((begin) => raised(`${begin}%(text)s`, 'libvirtError')),
  ...interfaces.map((name) => raised(`${name} endpoint for %(service)s service%(where)s not found`,
    `${asking}.catalog.EndpointNotFound`)),
  ...pythonTexts.map(([type, text]) => raised(text, type)),
  ...databaseErrors.map(([type, begin]) => raised(`(pymysql.err.${begin}%(rest)s`, type)),
  raised('Unexpected error while running command.%(rest)s', 'ProcessExecutionError'),
  raised('[Errno %(number)s] %(text)s', 'OSError'),

  raised('Auth plugin requires parameters which were not given: %(names)s', 'MissingRequiredOptions'),
  raised('The plugin %(name)s could not be found', `${asking}.auth_plugins.NoMatchingPlugin`),
  raised('An auth plugin is required to %(what)s', 'MissingAuthPlugin'),
  raised('Unable to establish connection to %(url)s: %(reason)s', 'ConnectFailure'),
  raised('SSL exception connecting to %(url)s: %(reason)s', 'SSLError'),
  raised('Request to %(url)s timed out', 'ConnectTimeout'),
  raised('Unexpected exception for %(url)s: %(reason)s', 'UnknownConnectionError'),
  raised('Could not find requested endpoint in Service Catalog.', `${asking}.catalog.EndpointNotFound`),
  raised('The service catalog is empty.', 'EmptyCatalog'),
  raised('Could not find versioned identity endpoints when attempting to authenticate. Please check that your '
    + 'auth_url is correct.%(rest)s', 'DiscoveryFailure'),

  // Nova gives it to the classes of two clients, which have one name
  raised('Unknown auth type: %(type)s', 'Unauthorized'),
  raised('Connection to neutron failed: %(reason)s', 'ConnectionFailed'),
  raised('Unable to establish connection: %(reason)s', 'cinderclient.exceptions.ConnectionError'),

  raised('Volume device not found at %(device)s.', 'VolumeDeviceNotFound'),
  raised('We are unable to locate any Fibre Channel devices.', 'NoFibreChannelHostsFound'),
  raised('Unable to find a Fibre Channel volume device.', 'NoFibreChannelVolumeDeviceFound'),
  raised('Volume path %(volume_path)s was not removed in time.', 'VolumePathNotRemoved'),
  raised('Volume %(name)s was not deactivated in time.', 'VolumeNotDeactivated'),
  raised('Connect to volume via protocol %(protocol)s not supported.', 'ProtocolNotSupported'),
  raised('Unable to find target portal %(target_portal)s.', 'TargetPortalNotFound'),
  raised('Unable to find target portal in %(target_portals)s.', 'TargetPortalsNotFound'),
  raised('Unable to login to iSCSI Target Portal', 'FailedISCSITargetPortalLogin'),
  raised('Block device %(device)s is Read-Only.', 'BlockDeviceReadOnly'),
  raised('Could not find any paths for the volume.', 'VolumePathsNotFound'),
  raised('The following devices %(devices)s are still not removed from multipathd monitoring',
    'MultipathdPathsNotRemoved'),
  raised('Failed to plug VIF %(vif)s. Got error: %(err)s', 'PlugException'),
  raised('Failed to unplug VIF %(vif)s. Got error: %(err)s', 'UnplugException'),
  // Nova catches these two and tells them in a class of its own
  raised('Failure running os_vif plugin plug method: %(ex)s', 'InternalError'),
  raised('Failure running os_vif plugin unplug method: %(ex)s', 'InternalError'),

  raised('Timed out waiting for a reply to message ID %(id)s', 'MessagingTimeout'),
  raised('Endpoint does not support RPC method %(method)s', 'NoSuchMethod'),
  raised('Endpoint does not support RPC version %(version)s', 'UnsupportedVersion'),
  raised('Requested message version, %(version)s is incompatible.  It needs to be equal in major version and less '
    + 'than or equal in minor version as the specified version cap %(version_cap)s.', 'RPCVersionCapError'),
  raised('Unable to connect to AMQP server on %(host)s after %(retry)s tries: %(reason)s', 'MessageDeliveryFailure'),
  raised('Remote error: %(type)s %(rest)s', 'RemoteError'),
];

function raised(text: string, type: string): MessageClass {
  return { text, type, raised: true };
}
