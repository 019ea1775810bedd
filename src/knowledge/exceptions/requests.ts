// Explanations: requests that policy, schema or the pair of flavor and image forbid.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const requests = {
  PolicyNotAuthorized: {
    summary: 'The policy of Nova does not let this user do what the request asks for.',
    effect: 'The API refuses the request with 403; nothing was created or changed.',
    causes: [
      { text: 'The user lacks the role that the rule asks for, such as admin for hosts and migrations.',
        evidence: 'The text names the rule.' },
      { text: 'The token is of another scope than the rule asks for, or of another project than the '
          + 'instance.',
        evidence: '"failed with scope check" at DEBUG above it.' },
      { text: 'A policy file of the cloud overrides the rule, perhaps one from before an upgrade.',
        evidence: 'The file names the rule.' },
    ],
    checks: [
      { text: 'Roles of the user', command: 'openstack role assignment list --user <user> --names' },
      { text: 'Rules that the cloud overrides', command: 'grep -rn "os_compute_api" /etc/nova' },
    ],
    changes: [{ text: 'Give the user the role, or change the rule in the policy file.' }],
    options: [],
    sample: "nova.exception.PolicyNotAuthorized: Policy doesn't allow "
      + 'os_compute_api:os-migrate-server:migrate to be performed.',
  },
  ValidationError: {
    summary: 'The body or the query of a request is not as the API wants it.',
    effect: 'The API refuses the request with 400; nothing was created or changed.',
    causes: [
      { text: 'A field is missing, unknown or of the wrong kind.',
        evidence: 'The text names field and value.' },
      { text: 'The request has a field that its microversion does not know yet.',
        evidence: '"Additional properties are not allowed".' },
      { text: 'An extra spec of a flavor has a value that is not allowed.',
        evidence: 'The text names the extra spec.' },
    ],
    checks: [{ text: 'The body of the request: openstack --debug shows it' }],
    changes: [{ text: 'Correct the request, or send the microversion that knows the field.' }],
    options: [],
    sample: 'nova.exception.ValidationError: Invalid input for field/attribute flavorRef. Value: None. None '
      + "is not of type 'string', 'integer'",
  },
  BootFromVolumeRequiredForZeroDiskFlavor: {
    summary: 'The flavor has a root disk of 0, and the policy lets such instances boot from a volume only.',
    effect: 'The API refuses the request with 403; nothing was created.',
    causes: [{ text: 'The request boots from an image with that flavor.' }],
    checks: [{ text: 'Disk of the flavor', command: 'openstack flavor show <flavor> -c disk' }],
    changes: [
      { text: 'Boot from a volume, or use a flavor with a root disk.' },
      { text: 'The policy os_compute_api:servers:create:zero_disk_flavor can allow it.',
        risk: 'A large image can then fill the disk of a host.' },
    ],
    options: [],
    links: [docs.launchFromVolume],
    sample: 'nova.exception.BootFromVolumeRequiredForZeroDiskFlavor: Only volume-backed servers are allowed '
      + 'for flavors with zero disk.',
  },
  FlavorImageConflict: {
    summary: 'Flavor and image ask for different values of one setting.',
    effect: 'The API refuses the request; nothing was created or changed. Found on a host only, the '
      + 'operation fails there.',
    causes: [
      { text: 'An extra spec of the flavor and the property of the image for the same thing differ.',
        evidence: 'The text names the setting and both values.' },
    ],
    checks: [
      { text: 'Extra specs of the flavor', command: 'openstack flavor show <flavor> -c properties' },
      { text: 'Properties of the image', command: 'openstack image show <image> -c properties' },
    ],
    changes: [{ text: 'Take the setting off one of the two.' }],
    options: [],
    links: [docs.flavors],
    sample: 'nova.exception.FlavorImageConflict: Conflicting values for hw_pmu found in the flavor (true) '
      + 'and the image (false).',
  },
  PortNotUsableDNS: {
    summary: 'The port has a DNS name of its own, and it is not the host name of the instance.',
    effect: 'The build, or the attach of the port, fails; the port stays as it was.',
    causes: [
      { text: 'The port was made with a dns_name, and the instance has another name.' },
      { text: 'The port keeps the name of an instance that used it before.' },
    ],
    checks: [{ text: 'Name of the port', command: 'openstack port show <port> -c dns_name -c device_id' }],
    changes: [{ text: 'Take the dns_name off the port, or name the instance like it.' }],
    options: [],
    sample: 'nova.exception.PortNotUsableDNS: Port 5d2b0e0a-62a1-4d29-a24a-3d3a6a29b8f4 not usable for '
      + 'instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Value web assigned to dns_name attribute does not '
      + "match instance's hostname web-2",
  },
} satisfies ExceptionNotes;
