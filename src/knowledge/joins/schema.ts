// The row types of the tables by which logs are joined: which statement carries which id, which one says that
// something was sent before something else was received.

/** What an id names. `domain`: libvirt's name of a guest, `instance-0000001a`. */
export type IdKind =
  | 'request' | 'instance' | 'port' | 'volume' | 'image' | 'migration' | 'pci' | 'mac' | 'domain'
  | 'snapshot' | 'resource-provider' | 'lock' | 'uuid';

/** Kinds of which an id belongs to one instance at a time: these tie lines of other services to it. */
export type TyingKind = 'port' | 'volume' | 'migration' | 'mac' | 'domain' | 'snapshot';

/** Kinds that many instances may use: where the logs show only one that does, the id leads to it, no more. */
export type SharedKind = 'image' | 'resource-provider' | 'pci';

export type ClaimKind = TyingKind | SharedKind;

/**
 * Two statements of one request of which the first is logged before the second can be, wherever they run.
 * Each rule holds between every two lines of its statements: a line that is missing takes nothing away from
 * the others.
 */
export type OrderRule =
  | 'sent'            // the API took up the request → any line of it in another service
  | 'chosen'          // the conductor chose this host → its lines on the instance in this request
  | 'rescheduled'     // a host failed to build → the conductor says so of this host
  | 'pre-live'        // the destination prepares → the source's call to it has come back
  | 'called-pre-live' // the source calls → the destination prepares
  | 'post-live'       // the source is done → the destination takes over
  | 'taken-over'      // the destination takes over → the source's call to it has come back
  | 'prepared-resize' // the destination claimed → the source takes the guest down
  | 'sent-disks'      // the source took the guest down → the destination makes it
  | 'answered';       // the host answered the API's call → the API answers its caller

export interface OrderSpec {
  readonly rule: OrderRule;
  readonly side: 'before' | 'after';
  /** Placeholder that holds a host's name: the rule is about that host. */
  readonly host?: string;
  /** Placeholder that holds seconds: what is meant began so long before the line. */
  readonly took?: string;
  /** Holds only where the same request has a line of this rule on the same side. */
  readonly beside?: OrderRule;
}

export interface Only {
  readonly placeholder: string;
  readonly begins: readonly string[];
}

/** One log statement of Nova that carries ids of other things, or whose place in the flow is known. */
export interface JoinSpec {
  readonly logger: string | readonly string[];
  /** The template as the source has it. */
  readonly text: string;
  readonly sample: string;
  /** Placeholder → what it names, of the instance that the line is about. */
  readonly ids?: Readonly<Record<string, ClaimKind>>;
  /** Placeholder that names the instance where the line has no tag. */
  readonly instance?: string;
  /** Placeholder whose text is a VIF, a network_info or an XML with several ids in it. */
  readonly within?: string;
  /** Only lines whose placeholder begins with one of these. */
  readonly only?: Only;
  readonly order?: readonly OrderSpec[];
}

/** Services beside Nova whose lines join an instance's timeline. */
export type OtherService = 'neutron' | 'cinder' | 'glance' | 'placement' | 'libvirt' | 'qemu';

/** One log statement of another service that is worth a place on an instance's timeline. */
export interface ServiceLineSpec {
  readonly id: ServiceLineId;
  readonly service: OtherService;
  /** Loggers that write it, whole names; none: lines of libvirt and QEMU, which name no logger. */
  readonly loggers: readonly string[];
  readonly text: string;
  readonly sample: string;
  /** Placeholder that holds seconds: the line is logged when it is over. */
  readonly took?: string;
  /** Of the ids in the line only the one that this placeholder holds is meant. */
  readonly about?: string;
  /** Only lines whose placeholder begins with one of these. */
  readonly only?: Only;
}

export type ServiceLineId =
  | 'port-binding' | 'port-bound' | 'port-binding-failed' | 'port-agent-up' | 'port-provisioned' | 'port-deleted'
  | 'port-updated' | 'port-status' | 'port-device-up' | 'nova-told' | 'nova-not-told' | 'neutron-call'
  | 'dhcp-ready'
  | 'volume-created' | 'volume-being-created' | 'volume-failed' | 'volume-attached' | 'volume-detached'
  | 'volume-connected' | 'volume-disconnected' | 'volume-deleted' | 'cinder-call' | 'attachment-updated'
  | 'glance-call' | 'placement-call'
  | 'guest-started' | 'guest-ended' | 'guest-signalled' | 'guest-migrates' | 'guest-trouble';
