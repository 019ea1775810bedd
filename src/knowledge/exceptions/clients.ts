// Explanations: what the clients of Glance, Neutron and Keystone, the database and the message bus end a
// traceback with, and what Nova makes of it.

import { docs } from '../links';
import type { ExceptionNotes, Note } from './note';

const imageQuota: Note = {
  summary: 'Glance did not take the image: a quota or limit is reached, or its storage is full (HTTP 413).',
  effect: 'The snapshot fails and its unfinished image is deleted; the instance goes on. What had been '
    + 'uploaded is lost.',
  causes: [
    { text: 'The storage of Glance is full.',
      evidence: '"Image storage media is full" in the log of Glance.' },
    { text: 'The project has used up its quota for images, or the image is larger than Glance allows.',
      evidence: '"Image exceeds the storage quota" or "The incoming image is too large" in the log of '
        + 'Glance.' },
    { text: 'The image has more properties than Glance allows.', evidence: 'Glance names the limit.' },
  ],
  checks: [
    { text: 'Images of the project and their sizes', command: 'openstack image list --long' },
    { text: 'What Glance says', command: 'grep -nE "quota|full|limit" /var/log/glance/*api.log' },
  ],
  changes: [{ text: 'Delete images that nobody needs, add storage, or raise the quota in Glance.' }],
  options: [],
  sample: 'glanceclient.exc.HTTPOverLimit: HTTP 413 Request Entity Too Large: Image storage media is full',
};

const addressTaken: Note = {
  summary: 'The fixed address that the request names is taken on its network.',
  effect: 'Nova turns it into FixedIpAlreadyInUse: the build, or the attach of the interface, fails.',
  causes: [
    { text: 'Another port has the address, perhaps one that an earlier build left behind.' },
    { text: 'A router, the DHCP agent or a load balancer has it.' },
  ],
  checks: [
    { text: 'Who has it',
      command: 'openstack port list --network <network> --fixed-ip ip-address=<address>' },
  ],
  changes: [
    { text: 'Name another address, or delete the port that is left over.',
      risk: 'Deleting a port that is in use cuts its owner off.' },
  ],
  options: [],
  sample: 'neutronclient.common.exceptions.IpAddressAlreadyAllocatedClient: IP address 10.0.0.5 already '
    + 'allocated in subnet 6f0ad2d4-5a6c-4f0c-8f0c-6a8b5f1d7f11',
};

export const clients = {
  // ---- Glance ---------------------------------------------------------------------------------------------
  ImageBadRequest: {
    summary: 'Glance refused a request on an image as wrong (HTTP 400).',
    effect: 'In the API the request is refused with 400. A rescue becomes UnsupportedRescueImage.',
    causes: [
      { text: 'The image id in the request is no UUID, or has characters that do not belong there.' },
      { text: 'The image is being copied or imported already.',
        evidence: 'It comes from image_import_copy; Nova then waits for the copy.' },
      { text: 'Glance does not accept a property or a format.', evidence: 'The response in the text.' },
    ],
    checks: [
      { text: 'The image', command: 'openstack image show <image>' },
      { text: 'What Glance says', command: 'grep -n <image> /var/log/glance/*api.log' },
    ],
    changes: [{ text: 'Correct what the response names.' }],
    options: [],
    sample: 'nova.exception.ImageBadRequest: Request of image 2f0c6d43 got BadRequest response: HTTP 400 Bad '
      + 'Request',
  },
  ImageQuotaExceeded: {
    ...imageQuota,
    sample: 'nova.exception.ImageQuotaExceeded: Quota exceeded or out of space for image '
      + '2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 in the image service.',
  },
  'glanceclient.HTTPOverLimit': imageQuota,
  'glanceclient.HTTPNotFound': {
    summary: 'Glance does not know the image, or does not show it to this project (HTTP 404).',
    effect: 'Nova turns it into ImageNotFound. A build fails; a snapshot whose image was deleted meanwhile '
      + 'ends quietly.',
    causes: [
      { text: 'The image was deleted, often while a snapshot of it was uploaded.' },
      { text: 'The image is private to another project, or is no longer shared with it.' },
    ],
    checks: [{ text: 'Whether it exists, as an administrator', command: 'openstack image show <image>' }],
    changes: [{ text: 'Name an image that exists, or share it with the project.' }],
    options: [],
    sample: 'glanceclient.exc.HTTPNotFound: HTTP 404 Not Found: No image found with ID '
      + '2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50',
  },
  'glanceclient.HTTPForbidden': {
    summary: 'Glance refused a request as not allowed (HTTP 403).',
    effect: 'Nova turns it into ImageNotAuthorized for an image and into Forbidden elsewhere; what needed it '
      + 'fails.',
    causes: [
      { text: 'The policy of Glance does not let this role do it: publish, delete a protected image, set a '
          + 'protected property or a location.',
        evidence: 'Glance names it in the text.' },
    ],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c owner -c visibility -c protected' },
    ],
    changes: [{ text: 'Change the policy of Glance, or send the request as its owner.' }],
    options: [],
    sample: 'glanceclient.exc.HTTPForbidden: HTTP 403 Forbidden: You are not authorized to complete this '
      + 'action.',
  },
  'glanceclient.HTTPUnauthorized': {
    summary: 'Glance did not accept the token (HTTP 401).',
    effect: 'Nova turns it into ImageNotAuthorized: a build fails; a snapshot fails and its unfinished image '
      + 'may be left.',
    causes: [
      { text: 'The token of the user ran out while a snapshot was made or uploaded.',
        evidence: 'Only at the end of long operations.' },
      { text: 'Glance cannot reach Keystone, or its own credentials are wrong.',
        evidence: 'It comes with every request.' },
    ],
    checks: [
      { text: 'What Glance says', command: 'grep -n "keystonemiddleware" /var/log/glance/*api.log' },
      { text: 'Whether a service token is sent',
        command: 'grep -n "send_service_user_token" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Configure [service_user] with `send_service_user_token` on all Nova hosts: a token that ran '
          + 'out is then accepted for longer.' },
    ],
    options: ['service_user.send_service_user_token'],
    links: [docs.serviceUserToken],
    sample: 'glanceclient.exc.HTTPUnauthorized: HTTP 401 Unauthorized: This server could not verify that you '
      + 'are authorized to access the document you requested.',
  },
  'glanceclient.HTTPConflict': {
    summary: 'Glance refused a request because of the state of the image (HTTP 409).',
    effect: 'What needed it fails: an upload ends, an image in use is not deleted.',
    causes: [
      { text: 'The image is in use: a volume or another image in Ceph is a clone of it.',
        evidence: 'It comes from a delete.' },
      { text: 'Data are uploaded to an image that is not `queued` any more, or twice.',
        evidence: 'It comes from an upload.' },
    ],
    checks: [{ text: 'State of the image', command: 'openstack image show <image> -c status' }],
    changes: [{ text: 'Delete what depends on the image first.' }],
    options: [],
    sample: 'glanceclient.exc.HTTPConflict: HTTP 409 Conflict: Image 2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 '
      + 'could not be deleted because it is in use',
  },
  'glanceclient.HTTPServiceUnavailable': {
    summary: 'Glance, or the proxy in front of it, said that it cannot answer now (HTTP 503).',
    effect: 'Nova tries again `num_retries` times, then it becomes GlanceConnectionFailed.',
    causes: [
      { text: 'glance-api is down behind the proxy, restarting or overloaded.' },
      { text: 'Glance lost its storage or its database.', evidence: 'The log of Glance.' },
    ],
    checks: [
      { text: 'Whether it answers', command: 'curl -sS -o /dev/null -w "%{http_code}" <glance-url>' },
      { text: 'What Glance says', command: 'tail -n 200 /var/log/glance/*api.log' },
    ],
    changes: [{ text: 'Bring Glance back; raise `num_retries` to ride over restarts.' }],
    options: ['glance.num_retries'],
    sample: 'glanceclient.exc.HTTPServiceUnavailable: HTTP 503 Service Unavailable: No server is available '
      + 'to handle this request.',
  },
  'glanceclient.HTTPInternalServerError': {
    summary: 'Glance failed while it worked on the request (HTTP 500).',
    effect: 'Nova does not try again: a build goes to another host, a snapshot fails and its image is '
      + 'deleted.',
    causes: [
      { text: 'Glance could not read or write its storage: Ceph, Swift, a mount.',
        evidence: 'The log of Glance at that time.' },
      { text: 'The database of Glance failed.', evidence: 'The log of Glance at that time.' },
    ],
    checks: [{ text: 'What Glance says', command: 'tail -n 200 /var/log/glance/*api.log' }],
    changes: [{ text: 'Cure what Glance says and repeat the request.' }],
    options: [],
    sample: 'glanceclient.exc.HTTPInternalServerError: HTTP 500 Internal Server Error: The server has either '
      + 'erred or is incapable of performing the requested operation.',
  },
  // ---- Neutron --------------------------------------------------------------------------------------------
  Forbidden: {
    summary: 'Neutron, Cinder, Glance or Nova itself refused a request as not allowed; the text is that of '
      + 'whoever refused.',
    effect: 'In the API most requests are refused with 403. On the compute host the step that needed it '
      + 'fails.',
    causes: [
      { text: 'The user, or the service user of Nova, lacks a role that the policy of that service asks for.',
        evidence: 'The text names the rule.' },
      { text: 'Cinder takes the detach of a volume in use only from Nova itself, with a service token.',
        evidence: 'It comes with detach, delete or a move.' },
    ],
    checks: [
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user nova --project service --names' },
      { text: 'Whether a service token is sent',
        command: 'grep -n "send_service_user_token" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Give the user the role, or change the policy of the service that refused.' }],
    options: ['service_user.send_service_user_token', 'neutron.username'],
    links: [docs.serviceUserToken],
    sample: 'nova.exception.Forbidden: rule:create_port:binding:host_id is disallowed by policy',
  },
  Unauthorized: {
    summary: 'The token of the request was not accepted by Neutron, or there was none.',
    effect: 'What needed Neutron fails; a client that gets a new token can repeat the request.',
    causes: [
      { text: 'The token of the user ran out during a long operation.' },
      { text: 'Work that no user asked for had no token.',
        evidence: 'No user in the line; a periodic task.' },
    ],
    checks: [
      { text: 'What Neutron says', command: 'grep -n "keystonemiddleware" /var/log/neutron/*server.log' },
      { text: 'Clocks', command: 'timedatectl status' },
    ],
    changes: [
      { text: 'Configure [service_user] with `send_service_user_token` on all Nova hosts for long '
          + 'operations.' },
    ],
    options: ['service_user.send_service_user_token', 'neutron.auth_type'],
    links: [docs.serviceUserToken],
    sample: 'nova.exception.Unauthorized: Not authorized.',
  },
  NoUniqueMatch: {
    summary: 'A name that the request gives stands for several security groups of the project.',
    effect: 'The request is refused with 409; nothing was created.',
    causes: [{ text: 'The project has several security groups of that name.' }],
    checks: [{ text: 'Groups of the project', command: 'openstack security group list --project <project>' }],
    changes: [{ text: 'Give the id of the group instead of its name.' }],
    options: [],
    sample: "nova.exception.NoUniqueMatch: Multiple security groups found matching 'web'. Use an ID to be "
      + 'more specific.',
  },
  'neutronclient.Unauthorized': {
    summary: 'Neutron did not accept the token (HTTP 401).',
    effect: 'With the credentials of [neutron] it becomes NeutronAdminCredentialConfigurationInvalid, with '
      + 'the token of a user Unauthorized; a build fails.',
    causes: [
      { text: 'User, password or project in [neutron] is wrong.', evidence: 'It comes with every request.' },
      { text: 'The token of the user ran out during a long operation.' },
      { text: 'Neutron cannot reach Keystone, or its own credentials are wrong.',
        evidence: 'The log of Neutron.' },
    ],
    checks: [
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user nova --project service --names' },
      { text: 'What Neutron says', command: 'grep -n "keystonemiddleware" /var/log/neutron/*server.log' },
    ],
    changes: [{ text: 'Correct [neutron], or configure [service_user] for long operations.' }],
    options: ['neutron.auth_url', 'neutron.username', 'service_user.send_service_user_token'],
    links: [docs.serviceUserToken],
    sample: 'neutronclient.common.exceptions.Unauthorized: Unauthorized: bad credentials.',
  },
  'neutronclient.Forbidden': {
    summary: 'The policy of Neutron does not allow the request (HTTP 403).',
    effect: 'Nova turns it into Forbidden; a port is not made, changed or bound, and what needed it fails.',
    causes: [
      { text: 'The service user of [neutron] lacks the role `admin` or `service`.',
        evidence: 'The rule in the text is about binding or device_owner.' },
      { text: 'The user asks for something that only administrators may: an address, a MAC or a network of '
          + 'another project.' },
    ],
    checks: [
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user nova --project service --names' },
    ],
    changes: [{ text: 'Give the user of [neutron] the role, or change the policy of Neutron.' }],
    options: ['neutron.username', 'neutron.project_name'],
    sample: 'neutronclient.common.exceptions.Forbidden: (rule:create_port and '
      + '(rule:create_port:mac_address)) is disallowed by policy',
  },
  'neutronclient.PortNotFoundClient': {
    summary: 'Neutron does not know the port.',
    effect: 'Nova turns it into PortNotFound where it looks a port up. When ports are deleted it is only '
      + 'logged.',
    causes: [
      { text: 'The port was deleted in Neutron while the instance still had it.',
        evidence: 'A delete of the port in the log of Neutron.' },
      { text: 'The port belongs to another project.' },
    ],
    checks: [
      { text: 'Whether it exists, as an administrator', command: 'openstack port show <port>' },
      { text: 'Ports of the instance', command: 'openstack port list --server <instance>' },
    ],
    changes: [{ text: 'Detach the interface that is left over, or attach a new port.' }],
    options: [],
    sample: 'neutronclient.common.exceptions.PortNotFoundClient: Port 5d2b0e0a-62a1-4d29-a24a-3d3a6a29b8f4 '
      + 'could not be found.',
  },
  'neutronclient.NetworkNotFoundClient': {
    summary: 'Neutron does not know the network, or does not show it to this project.',
    effect: 'What needed the network fails: a build, or the attach of an interface.',
    causes: [
      { text: 'The network was deleted between the check in the API and the build.' },
      { text: 'The network is no longer shared with the project.' },
    ],
    checks: [{ text: 'Whether the project sees it', command: 'openstack network show <network>' }],
    changes: [{ text: 'Name a network that the project sees.' }],
    options: [],
    sample: 'neutronclient.common.exceptions.NetworkNotFoundClient: Network '
      + '8d1f0b0e-40a5-4d3c-8e8f-0e8f6c1a9c55 could not be found.',
  },
  'neutronclient.Conflict': {
    summary: 'Neutron refused the request because of what is there already (HTTP 409).',
    effect: 'What needed it fails. For the bindings of a move Nova turns it into PortBindingFailed.',
    causes: [
      { text: 'A port binding for the destination is left over from a migration that failed before.',
        evidence: '"Binding for port ... on host ... already exists."' },
      { text: 'The port or network is in use, or was changed by another request at the same time.',
        evidence: 'Neutron says so in the text.' },
    ],
    checks: [
      { text: 'Bindings of the port', command: 'openstack port show <port> -c binding_host_id -c status' },
      { text: 'What Neutron says', command: 'grep -n <port> /var/log/neutron/*server.log' },
    ],
    changes: [
      { text: 'Delete the binding that is left over for the host to which the guest did not move.',
        risk: 'The binding of the host on which the guest runs must stay.' },
    ],
    options: [],
    sample: 'neutronclient.common.exceptions.Conflict: Binding for port 5d2b0e0a-62a1-4d29-a24a-3d3a6a29b8f4 '
      + 'on host cmp8 already exists.',
  },
  'neutronclient.IpAddressAlreadyAllocatedClient': addressTaken,
  'neutronclient.IpAddressInUseClient': {
    ...addressTaken,
    sample: 'neutronclient.common.exceptions.IpAddressInUseClient: Unable to complete operation for network '
      + '8d1f0b0e-40a5-4d3c-8e8f-0e8f6c1a9c55. The IP address 10.0.0.5 is in use.',
  },
  'neutronclient.MacAddressInUseClient': {
    summary: 'The MAC address that Nova gives a port is taken on its network.',
    effect: 'Nova turns it into PortInUse: the build or the attach fails.',
    causes: [
      { text: 'Another port has the address of the physical function that was passed through, often one that '
          + 'an earlier instance left behind.' },
      { text: 'A port with the MAC of a bare metal node was made by hand.' },
    ],
    checks: [
      { text: 'Who has it', command: 'openstack port list --network <network> --mac-address <mac>' },
    ],
    changes: [
      { text: 'Delete the port that is left over.',
        risk: 'Deleting a port that is in use cuts its owner off.' },
    ],
    options: [],
    sample: 'neutronclient.common.exceptions.MacAddressInUseClient: Unable to complete operation for network '
      + '8d1f0b0e-40a5-4d3c-8e8f-0e8f6c1a9c55. The mac address fa:16:3e:aa:bb:cc is in use.',
  },
  'neutronclient.ServiceUnavailable': {
    summary: 'Neutron, or the proxy in front of it, said that it cannot answer now (HTTP 503).',
    effect: 'What needed it fails: a build is aborted or goes to another host; ports may be left when an '
      + 'instance is deleted.',
    causes: [
      { text: 'neutron-server is down behind the proxy, restarting or overloaded.' },
      { text: 'Neutron lost its database or its backend.', evidence: 'The log of Neutron.' },
    ],
    checks: [
      { text: 'Endpoint', command: 'openstack endpoint list --service network' },
      { text: 'What Neutron says', command: 'tail -n 200 /var/log/neutron/*server.log' },
    ],
    changes: [{ text: 'Bring Neutron back and repeat the request.' }],
    options: ['neutron.http_retries', 'neutron.timeout'],
    sample: 'neutronclient.common.exceptions.ServiceUnavailable: 503 Service Unavailable: No server is '
      + 'available to handle this request.',
  },
  'neutronclient.InternalServerError': {
    summary: 'Neutron failed while it worked on the request (HTTP 500).',
    effect: 'What needed it fails; a port that Neutron had made may be left.',
    causes: [
      { text: 'An exception in Neutron: its database, its message bus or the backend of the network.',
        evidence: 'The log of Neutron, by the request id in the text.' },
    ],
    checks: [
      { text: 'What Neutron says: search its log for the request id',
        command: 'grep -n <request-id> /var/log/neutron/*server.log' },
      { text: 'Ports of the instance', command: 'openstack port list --server <instance>' },
    ],
    changes: [{ text: 'Cure what Neutron says and repeat the request.' }],
    options: [],
    sample: 'neutronclient.common.exceptions.InternalServerError: Request Failed: internal server error '
      + 'while processing your request.',
  },
  // ---- Keystone and whatever is asked by keystoneauth1 ----------------------------------------------------
  MissingRequiredOptions: {
    summary: 'A section of nova.conf names a way to log in, but lacks an option that it needs.',
    effect: 'Nova cannot use that service at all: for Placement the host reports no resources, for Neutron '
      + 'builds fail.',
    causes: [
      { text: 'The option that the text names, mostly `auth_url`, is missing in the section or is spelled '
          + 'wrong.',
        evidence: 'The stack shows which service is asked: neutron, cinder, report or cyborg.' },
      { text: 'The section is not in the file that this service reads.' },
    ],
    checks: [
      { text: 'Sections and what they hold',
        command: 'grep -n "^\\[\\|auth_type\\|auth_url" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Complete the section and restart the service.' }],
    options: [
      'placement.auth_url', 'neutron.auth_url', 'service_user.auth_url', 'placement.auth_type',
      'neutron.auth_type', 'cinder.auth_type', 'service_user.auth_type',
    ],
    sample: 'keystoneauth1.exceptions.auth_plugins.MissingRequiredOptions: Auth plugin requires parameters '
      + 'which were not given: auth_url',
  },
  'keystoneauth1.NoMatchingPlugin': {
    summary: 'A section of nova.conf names a way to log in that does not exist on this host.',
    effect: 'Nova cannot use that service, or does not start.',
    causes: [
      { text: '`auth_type` is spelled wrong.', evidence: 'The text names it; `password` is the usual one.' },
      { text: 'The package that brings this way to log in is not installed.' },
    ],
    checks: [{ text: 'What the sections say', command: 'grep -n "auth_type" /etc/nova/nova.conf' }],
    changes: [{ text: 'Correct `auth_type` and restart the service.' }],
    options: ['placement.auth_type', 'neutron.auth_type', 'cinder.auth_type', 'service_user.auth_type'],
    sample: 'keystoneauth1.exceptions.auth_plugins.NoMatchingPlugin: The plugin passwd could not be found',
  },
  EmptyCatalog: {
    summary: 'The token with which Nova asks has no service catalogue.',
    effect: 'Nova finds no service with it: what needed one fails.',
    causes: [
      { text: 'The section of nova.conf names no project, so that the token is not scoped.',
        evidence: 'It comes with every request to that service.' },
      { text: 'The catalogue of the user was not handed on with the request.',
        evidence: 'Only with work that no user asked for.' },
    ],
    checks: [
      { text: 'Projects of the sections',
        command: 'grep -n "^\\[\\|project_name\\|project_domain" /etc/nova/nova.conf' },
      { text: 'The catalogue as the service user sees it', command: 'openstack catalog list' },
    ],
    changes: [{ text: 'Set project and its domain in that section and restart the service.' }],
    options: ['neutron.project_name', 'placement.auth_type', 'cinder.auth_type'],
    sample: 'keystoneauth1.exceptions.catalog.EmptyCatalog: The service catalog is empty.',
  },
  'keystoneauth1.NotFound': {
    summary: 'A service does not know the address that it was asked for (HTTP 404).',
    effect: 'What needed it fails, unless Nova expects it: an allocation or a provider that is gone.',
    causes: [
      { text: 'The endpoint in the catalogue has a wrong path, or another service answers at that port.',
        evidence: 'It comes with every request to that service.' },
      { text: 'What was asked for was deleted.', evidence: 'It comes once.' },
    ],
    checks: [
      { text: 'Endpoints', command: 'openstack endpoint list' },
      { text: 'Whether the service answers there', command: 'curl -sS <url>' },
    ],
    changes: [{ text: 'Correct the endpoint.' }],
    options: ['placement.region_name', 'placement.valid_interfaces', 'cinder.catalog_info'],
    sample: 'keystoneauth1.exceptions.http.NotFound: Not Found (HTTP 404)',
  },
  BadGateway: {
    summary: 'The proxy in front of a service got no proper answer from it (HTTP 502).',
    effect: 'What needed it fails, though the service may have done the work.',
    causes: [
      { text: 'The service ended or was restarted while it worked on the request.' },
      { text: 'The service behind the proxy is down, or the proxy asks at a wrong port.' },
    ],
    checks: [
      { text: 'Which service it is, by the address',
        command: 'curl -sS -o /dev/null -w "%{http_code}" <url>' },
    ],
    changes: [{ text: 'Bring the service back; see its log for why it ended.' }],
    options: ['placement.connect_retries', 'neutron.http_retries', 'cinder.http_retries'],
    sample: 'keystoneauth1.exceptions.http.BadGateway: Bad Gateway (HTTP 502)',
  },
  UnknownConnectionError: {
    summary: 'A request to a service failed in a way that is neither a refused connection nor a time limit.',
    effect: 'What needed the service fails; it is not tried again.',
    causes: [
      { text: 'The connection broke in the middle of the answer: a proxy or the service ended.',
        evidence: '"Connection broken" in the text.' },
      { text: 'The address is no proper one.', evidence: 'MissingSchema or InvalidURL in the stack.' },
    ],
    checks: [
      { text: 'Endpoints', command: 'openstack endpoint list' },
      { text: 'Whether it answers', command: 'curl -sS -o /dev/null -w "%{http_code}" <url>' },
    ],
    changes: [{ text: 'Correct the address, or cure what broke the connection.' }],
    options: [],
    sample: 'keystoneauth1.exceptions.connection.UnknownConnectionError: Unexpected exception for '
      + 'controller:8778/resource_providers: No schema supplied',
  },
  // ---- database and message bus ---------------------------------------------------------------------------
  DBReferenceError: {
    summary: 'The database refused a record that refers to one that is not there, or to delete one that '
      + 'others refer to.',
    effect: 'Nova catches it where an instance was deleted meanwhile; elsewhere the operation fails.',
    causes: [
      { text: 'The instance was deleted while the operation wrote something of it.' },
      { text: 'Old rows are purged or archived while others still refer to them.',
        evidence: 'It comes from nova-manage.' },
    ],
    checks: [
      { text: 'Whether the instance exists, as an administrator',
        command: 'openstack server show <instance>' },
    ],
    changes: [{ text: 'None when the instance was deleted.' }],
    options: [],
    sample: 'oslo_db.exception.DBReferenceError: (pymysql.err.IntegrityError) (1452, "Cannot add or update a '
      + 'child row: a foreign key constraint fails")',
  },
  DBDataError: {
    summary: 'The database refused a value: too long, out of range or with characters that it cannot hold.',
    effect: 'The operation fails at that point; repeated with the same value it fails again.',
    causes: [
      { text: 'A text is longer than its column.', evidence: '"Data too long for column".' },
      { text: 'A text has characters outside the character set of the tables.',
        evidence: '"Incorrect string value".' },
      { text: 'A number is out of range.', evidence: '"Out of range value for column".' },
    ],
    checks: [
      { text: 'Version of the schemas', command: 'nova-manage db version' },
      { text: 'Version of the API schema', command: 'nova-manage api_db version' },
    ],
    changes: [{ text: 'Send a value that fits; run the migrations of this release if the schema is older.' }],
    options: ['database.connection', 'api_database.connection'],
    sample: 'oslo_db.exception.DBDataError: (pymysql.err.DataError) (1406, "Data too long for column '
      + "'display_name' at row 1\")",
  },
  MessageUndeliverable: {
    summary: 'RabbitMQ had no queue for an answer: whoever asked is not there to hear it.',
    effect: 'The work was done, but its answer is lost. Whoever asked, if still there, gets '
      + 'MessagingTimeout.',
    causes: [
      { text: 'The service that asked was restarted or ended before the answer came.',
        evidence: 'The start of that service just before.' },
      { text: 'RabbitMQ was restarted, and the reply queue went with it.',
        evidence: 'Lost connections to RabbitMQ on several hosts at that time.' },
    ],
    checks: [
      { text: 'The cluster', command: 'rabbitmqctl cluster_status' },
      { text: 'Queues for answers', command: 'rabbitmqctl list_queues name consumers' },
    ],
    changes: [{ text: 'None after a restart; otherwise see why RabbitMQ loses queues.' }],
    options: [
      'DEFAULT.rpc_response_timeout', 'oslo_messaging_rabbit.rabbit_quorum_queue',
      'oslo_messaging_rabbit.rabbit_transient_queues_ttl',
    ],
    sample: 'oslo_messaging.exceptions.MessageUndeliverable',
  },
  NoSuchMethod: {
    summary: 'The service that was called does not know the method: caller and called are of different '
      + 'releases.',
    effect: 'The operation fails at that point; the called host did nothing.',
    causes: [
      { text: 'A host was left out of an upgrade, or runs a newer release than the rest.' },
      { text: '[upgrade_levels] is pinned to a release that does not fit all hosts.' },
    ],
    checks: [
      { text: 'Services and their last report', command: 'openstack compute service list --long' },
      { text: 'The pin', command: 'grep -n -A5 "upgrade_levels" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Bring all hosts to one release and restart the services.' }],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'oslo_messaging.rpc.dispatcher.NoSuchMethod: Endpoint does not support RPC method '
      + 'build_and_run_instance',
  },
  RPCVersionCapError: {
    summary: 'A call needs a newer version than the one to which messages are pinned.',
    effect: 'The call is not sent: the operation fails in the caller.',
    causes: [
      { text: '[upgrade_levels] compute still names the old release after the upgrade.' },
      { text: 'It is `auto`, and a host or a dead service record of an old release is still there.' },
    ],
    checks: [
      { text: 'Services and their last report', command: 'openstack compute service list --long' },
      { text: 'The pin', command: 'grep -n -A5 "upgrade_levels" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Take the pin away once all hosts are upgraded, delete records of services that no longer '
          + 'exist, and restart the services.' },
    ],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'oslo_messaging.rpc.client.RPCVersionCapError: Requested message version, 5.1 is incompatible. '
      + ' It needs to be equal in major version and less than or equal in minor version as the specified '
      + 'version cap 5.0.',
  },
} satisfies ExceptionNotes;
