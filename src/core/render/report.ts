// An analysis → the report that programs read, of the shape in media/report.schema.json.
// In: an Analysis. Out: a plain object, or one of its parts. Lines count from 1 here, times are ISO 8601
// without a zone, what is absent is null.

import { deploymentOfLog } from '../conf/deployed';
import type {
  Analysis, Attempt, Digest, Fault, Finding, Operation, PartlyRead, Phase, Story, Timeline,
} from '../model';
import type { ContextOf } from './diagnosisLines';
import { dueTemplate } from './dueLine';
import { renderFinding } from './finding';
import type {
  Report, ReportAttempt, ReportFault, ReportFinding, ReportLog, ReportOperation, ReportPartlyRead,
  ReportPhase, ReportTimeline,
} from './reportShape';
import { mayGoOn } from '../timelines/nextHost';
import { reportDiagnosis } from './reportDiagnosis';
import { placeOf, timeOf } from './reportPlace';
import { occurrenceOf, progressOf, routeOf } from './reportMoves';
import { clocksOf, originOf, serviceLineOf } from './reportSet';
import { phaseTitle } from './titles';
import { divergenceOf, groupOf, holeOf, laneOf, paceOf, spanOf, waitOf } from './reportStory';

/** The whole report as one object; for reports that are known to be small. */
export function reportOf(analysis: Analysis, contextOf?: ContextOf): Report {
  const operations = operationsById(analysis);
  return {
    schemaVersion: 1,
    logs: analysis.digests.map((digest) => logOf(digest, analysis, false)),
    timelines: analysis.timelines.map((timeline) => timelineOf(timeline, analysis)),
    findings: analysis.findings.map((finding) => findingOf(finding, operations)),
    diagnoses: analysis.diagnoses.map((diagnosis) => reportDiagnosis(diagnosis, contextOf)),
    ...(analysis.clocks && { clocks: clocksOf(analysis.clocks) }),
    groups: (analysis.groups ?? []).map(groupOf),
    hosts: (analysis.hosts ?? []).map(laneOf),
    holes: (analysis.holes ?? []).map(holeOf),
    paces: (analysis.story?.paces() ?? []).map(paceOf),
  };
}

export function operationsById({ timelines }: Analysis): ReadonlyMap<string, Operation> {
  return new Map(timelines.flatMap(({ operations }) => operations.map((one) => [one.id, one] as const)));
}

export function logOf(digest: Digest, analysis: Analysis, isOwn: boolean): ReportLog {
  const deployed = deploymentOfLog(digest);
  return {
    source: digest.source,
    layout: digest.layout.layout,
    wrapper: digest.layout.wrapper,
    wrappedAt: orNull(digest.layout.wrappedAt),
    services: isOwn ? [...digest.services].sort() : digest.services,
    levels: [...digest.levels],
    lines: digest.lines,
    records: isOwn ? null : digest.records,
    unreadLines: isOwn ? null : digest.unread,
    partlyRead: isOwn ? null : (digest.partlyRead ?? []).map(partlyReadOf),
    begin: timeOf(digest.firstTime),
    end: timeOf(digest.lastTime),
    nova: digest.isNova,
    zoneClashMinutes: orNull(digest.joins?.zoneClash?.minutes),
    ruledTo: digest.ruledTo === undefined ? null : digest.ruledTo + 1,
    origin: originOf(analysis, digest),
    deployment: deployed?.spec.id ?? null,
    deploymentAt: deployed?.at ? placeOf(deployed.at) : null,
  };
}

function partlyReadOf({ why, lines, first }: PartlyRead): ReportPartlyRead {
  return { why, lines, firstLine: first + 1 };
}

export function timelineOf(
  { instance, operations, occurrences = [], serviceLines = [] }: Timeline, { story }: Analysis,
): ReportTimeline {
  return {
    instance,
    operations: operations.map((operation) => operationOf(operation, story)),
    occurrences: occurrences.map((one) => occurrenceOf(one, placeOf)),
    serviceLines: serviceLines.map(serviceLineOf),
  };
}

function recordedOf(recorded: Operation['recorded']): ReportOperation['recorded'] {
  if (!recorded) return null;
  const { at, hasError, events } = recorded;
  return {
    at: placeOf(at), hasError, events: events.map(({ method, host, begin, end, result }) => (
      { method, host: orNull(host), begin: timeOf(begin), end: timeOf(end), result })),
  };
}

/** An operation as the report has it; without its story nothing is said of what lies around it. */
export function operationOf(bare: Operation, story?: Story): ReportOperation {
  const operation = story?.tell(bare) ?? bare;
  const parts = bare.outcome === 'success' ? undefined : story?.divergence(bare);
  const { id, kind, basis, otherKinds, begin, end, outcome, due } = operation;
  return {
    id,
    kind,
    basis,
    otherKinds,
    request: orNull(operation.request),
    begin: timeOf(begin.time),
    end: timeOf(end.time),
    seconds: secondsOf(operation.seconds),
    outcome,
    mayGoOn: mayGoOn(operation),
    beginAt: placeOf(begin),
    endAt: placeOf(end),
    attempts: operation.attempts.map(attemptOf),
    route: routeOf(operation.route),
    phases: operation.phases.map(phaseOf),
    failedPhase: orNull(operation.failedPhase),
    rootCause: faultOf(operation.rootCause),
    fault: faultOf(operation.fault),
    chain: operation.chain.map(flatFault),
    reason: operation.reason ? { text: operation.reason.text, at: placeOf(operation.reason.at) } : null,
    unattributedSeconds: secondsOf(operation.unattributedSeconds),
    due: dueOf(due),
    vmState: orNull(operation.vmState),
    taskState: orNull(operation.taskState),
    recorded: recordedOf(operation.recorded),
    waits: (operation.waits ?? []).map(waitOf),
    around: (operation.context?.spans ?? []).map(spanOf),
    holes: (operation.context?.holes ?? []).map(holeOf),
    divergence: parts ? divergenceOf(parts) : null,
  };
}

function dueOf(due: Operation['due']): ReportOperation['due'] {
  if (!due) return null;
  return { message: dueTemplate(due), service: due.service, since: placeOf(due.since) };
}

function attemptOf(attempt: Attempt): ReportAttempt {
  const { host, role, begin, end, outcome, phases, fault, rootCause } = attempt;
  return {
    host: orNull(host),
    role: orNull(role),
    begin: timeOf(begin.time),
    end: timeOf(end.time),
    outcome,
    fault: faultOf(fault),
    rootCause: faultOf(rootCause),
    beginAt: placeOf(begin),
    endAt: placeOf(end),
    phases: phases.map(phaseOf),
  };
}

function phaseOf(phase: Phase): ReportPhase {
  const { id, begin, end, seconds, secondsFrom, outcome, at, places, needs, needsService } = phase;
  return {
    id,
    title: phaseTitle(id),
    begin: timeOf(begin),
    end: timeOf(end),
    seconds: secondsOf(seconds),
    secondsFrom: orNull(secondsFrom),
    outcome,
    at: at ? placeOf(at) : null,
    places: places.map(placeOf),
    needs: orNull(needs),
    needsService: orNull(needsService),
    progress: progressOf(phase.progress, placeOf),
    waits: (phase.waits ?? []).map(waitOf),
  };
}

function faultOf(fault: Fault | undefined): ReportFault | null {
  return fault ? { ...flatFault(fault), chain: fault.chain.map(flatFault) } : null;
}

// Each fault of a chain knows the rest of the chain; said once, a chain of n takes n entries and not n².
function flatFault({ type, message, at, basis, tie, remote }: Fault): ReportFault {
  return { type, message, at: placeOf(at), chain: [], basis, tie: orNull(tie), remote };
}

export function findingOf(finding: Finding, operations: ReadonlyMap<string, Operation>): ReportFinding {
  const { check, severity, instance, at, related, args, operation } = finding;
  return {
    check,
    severity,
    instance: orNull(instance),
    operation: orNull(operation),
    at: placeOf(at),
    message: renderFinding(finding, operation === undefined ? undefined : operations.get(operation)),
    related: related.map(placeOf),
    args,
  };
}

// Logs know milliseconds; what lies below comes from computing.
function secondsOf(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds * 1000) / 1000;
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
