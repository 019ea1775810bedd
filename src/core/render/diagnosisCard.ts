// A diagnosis → all there is to say of it: evidence by role, the funnel of the filters, what else fits, what
// would contradict it, what to look at and what to change. In: a Diagnosis and how Nova was deployed. Out:
// texts without mark-up, of the language that is spoken; text of the log stands in them.

import type { DeploymentSpec } from '../../knowledge/deployments';
import { diagnosisRows, type DiagnosisId } from '../../knowledge/diagnoses/index';
import { diagnosisCardWords, roleWords } from '../../knowledge/diagnoses/roles';
import type { DiagnosisCheck, DiagnosisRow } from '../../knowledge/diagnoses/row';
import { translationOf } from '../../knowledge/language';
import { marks } from '../../knowledge/marks';
import type { DiagnosisCardWords } from '../../knowledge/zh/diagnosisCards';
import { commandOn } from '../conf/checkCommand';
import type { Diagnosis, FunnelStep, Place } from '../model';
import { causeText, certaintyText, diagnosisRemedy } from './diagnosis';

export interface DiagnosisCard {
  readonly cause: string;
  readonly certainty: string;
  readonly remedy: string | undefined;
  readonly evidence: readonly { readonly at: Place; readonly text: string }[];
  /** `AvailabilityZoneFilter 3 → 3, ComputeFilter 3 → 0`; undefined where no filter was at work. */
  readonly funnel: string | undefined;
  /** Other causes that fit the same lines. */
  readonly remains: readonly string[];
  readonly contradicts: string;
  readonly checks: readonly { readonly text: string; readonly command: string | undefined }[];
  readonly changes: readonly { readonly text: string; readonly risk: string | undefined }[];
  /** Full names. */
  readonly options: readonly string[];
  readonly links: readonly string[];
}

/** What is known around a diagnosis. */
export interface DiagnosisContext {
  readonly deployment: DeploymentSpec | undefined;
  /** What log and files set the options to, in one sentence; empty where they say nothing. */
  readonly values: string;
}

/** @returns undefined for an id that no table has. */
export function cardOf(diagnosis: Diagnosis, deployment?: DeploymentSpec): DiagnosisCard | undefined {
  const cause = causeText(diagnosis);
  const row = rowOf(diagnosis.id);
  if (!row || cause === undefined) return undefined;
  // the compiler holds each table to its shape where it is written
  const words = translationOf('diagnosisCards', diagnosis.id) as DiagnosisCardWords | undefined;
  const rivals = diagnosis.rivals.flatMap((id) => causeText({ id, args: diagnosis.args }) ?? []);
  return {
    cause,
    certainty: certaintyText(diagnosis),
    remedy: diagnosisRemedy(diagnosis),
    evidence: diagnosis.evidence.map(({ at, role }) => ({ at, text: roleWords[role] })),
    funnel: funnelText(diagnosis.funnel),
    remains: [...rivals, ...(words?.remains ?? row.remains ?? [])],
    contradicts: words?.contradicts ?? row.contradicts,
    checks: row.checks.map((check, at) => checkOf(check, words?.checks[at], diagnosis, deployment)),
    changes: row.changes.map(({ text, risk }, at) => {
      const own = words?.changes[at];
      if (own === undefined || typeof own === 'string') return { text: own ?? text, risk };
      return { text: own[0], risk: risk === undefined ? undefined : own[1] };
    }),
    options: optionsOfDiagnosis(diagnosis),
    links: row.links ?? [],
  };
}

function rowOf(id: string): DiagnosisRow | undefined {
  return Object.hasOwn(diagnosisRows, id) ? diagnosisRows[id as DiagnosisId] : undefined;
}

/** Sections of nova.conf that came with Placement and with service tokens. */
const later = /^(?:placement|service_user)\./;

/** Options that a diagnosis involves, `group.name`. */
export function optionsOfDiagnosis({ id, isOlder }: Pick<Diagnosis, 'id' | 'isOlder'>): readonly string[] {
  const options = rowOf(id)?.options ?? [];
  return isOlder ? options.filter((name) => !later.test(name)) : options;
}

function funnelText(steps: readonly FunnelStep[]): string | undefined {
  if (steps.length === 0) return undefined;
  return steps.map(({ filter, start, end }) =>
    (start === undefined ? `${filter} → ${end}` : `${filter} ${start} → ${end}`)).join(marks.list);
}

function checkOf(
  { text: english, command, log }: DiagnosisCheck, translated: string | undefined, diagnosis: Diagnosis,
  deployment: DeploymentSpec | undefined,
): DiagnosisCard['checks'][number] {
  const text = translated ?? english;
  const asked = command ?? (log && searchOf(log, diagnosis));
  const told = log ? diagnosisCardWords.inLog(text, log) : text;
  if (asked === undefined) return { text: told, command: undefined };
  const filled = fillCommand(asked, diagnosis);
  return { text: told, command: deployment ? commandOn(filled, deployment) : filled };
}

/** Logs of the services on a host with packages, below /var/log; those that run inside a web server have
 *  none of their own. */
const logs: Readonly<Partial<Record<NonNullable<DiagnosisCheck['log']>, string>>> = {
  'nova-api': 'nova/nova-api', 'nova-conductor': 'nova/nova-conductor',
  'nova-scheduler': 'nova/nova-scheduler', 'nova-compute': 'nova/nova-compute',
  'nova-network': 'nova/nova-network',
  'neutron-server': 'neutron/*server',
  'neutron-agent': 'neutron/*openvswitch-agent', 'cinder-volume': 'cinder/*volume',
  'cinder-scheduler': 'cinder/*scheduler', 'glance-api': 'glance/*api',
};

function searchOf(log: NonNullable<DiagnosisCheck['log']>, { args }: Diagnosis): string | undefined {
  const wanted = log.startsWith('neutron') && args['port'] ? '<port>'
    : log.startsWith('cinder') && args['volume'] ? '<volume>' : '<instance>';
  if (log === 'libvirtd') return `journalctl -u libvirtd --grep ${wanted}`;
  const file = logs[log];
  return file === undefined ? undefined : `grep -n ${wanted} /var/log/${file}.log`;
}

/** What may stand in a command that a person copies: nothing that a shell would take for more than a word. */
const harmless = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,120}$/;

function fillCommand(command: string, { args, instance }: Diagnosis): string {
  return command.replace(/<(\w{1,40})>/g, (slot: string, name: string) => {
    const value = String((name === 'instance' ? instance : undefined) ?? args[name] ?? '');
    return harmless.test(value) ? value : slot;
  });
}
