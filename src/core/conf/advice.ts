// A failure on a timeout or a count of retries, and what the log shows of the delay → which option would
// have had to be larger, to what value, and what that risks. Only where the log's own numbers say so;
// nothing is guessed.

import type { Service } from '../../knowledge/schema';
import { waitingServices } from '../../knowledge/arrivals';
import type { DeploymentId } from '../../knowledge/deployments';
import { arrivalIndexOf } from './arrivalIndex';
import { nameInRelease } from './confEdit';
import { classTail } from '../timelines/frameHints';
import type { Arrival, Digest, Fault, Finding, Operation, Place } from '../model';
import { deploymentIn } from './restart';
import { valueInForce } from './valueInForce';
import type { Configuration, ValueInForce } from './valueInForce';

export type AdviceKind = 'volume' | 'event' | 'reply';

export interface AdvisedSetting {
  /** `group.name` as the release has it. */
  readonly name: string;
  readonly value: string;
  readonly was: ValueInForce;
}

export interface Advice {
  readonly kind: AdviceKind;
  /** The line of the failure. */
  readonly at: Place;
  /** How long Nova waited, seconds. */
  readonly allowedSeconds: number;
  /** After how long it came, seconds; undefined: this log does not show it, the value is a guess. */
  readonly neededSeconds: number | undefined;
  /** The line that shows that it came. */
  readonly seen: Place | undefined;
  /** What the sentences need besides: attempts, interval. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly settings: readonly AdvisedSetting[];
  readonly restart: readonly Service[];
  /** How Nova was deployed where the log comes from. */
  readonly deployment: DeploymentId;
}

/** A delay of today is not the longest of tomorrow. */
const margin = 1.25;
/** Where nothing shows how long it would have taken. */
const guess = 2;

/** @param digests of all logs that belong together: the late arrival may stand in another service's log. */
export function adviseOperation(
  operation: Operation, digests: readonly Digest[], configuration: Configuration,
): Advice | undefined {
  const { chain, rootCause, fault, attempts } = operation;
  const tried = attempts.flatMap((attempt) => [attempt.rootCause, attempt.fault]);
  for (const one of new Set([...chain, rootCause, fault, ...tried])) {
    const advice = one && adviseFault(one, operation, digests, configuration);
    if (advice) return advice;
  }
  return undefined;
}

/** @param operation that failed by the fault; undefined where none is known. */
export function adviseFault(
  fault: Fault, operation: Operation | undefined, digests: readonly Digest[], configuration: Configuration,
): Advice | undefined {
  const advise = advisers.get(classTail(fault.type));
  const advice = advise?.({ fault, operation, digests, configuration });
  return advice && { ...advice, deployment: deploymentIn(configuration).id };
}

/**
 * The advice as a finding.
 * @param operation that failed; undefined: the failure belongs to none
 * @param args its numbers and names, as the words need them
 */
export function adviceFinding(
  advice: Advice, operation: Operation | undefined, args: Finding['args'],
): Finding {
  return {
    check: 'timeout-advice', severity: 'information', instance: operation?.instance, operation: operation?.id,
    at: advice.at, related: advice.seen ? [advice.seen] : [], args,
  };
}

type Undeployed = Omit<Advice, 'deployment'>;

interface Question {
  readonly fault: Fault;
  readonly operation: Operation | undefined;
  readonly digests: readonly Digest[];
  readonly configuration: Configuration;
}

// ---- volumes ---------------------------------------------------------------------------------------------

const volumeText = /Volume (\S{1,80}) did not finish being created/;
const waitedText = /after we waited (\d{1,9}) seconds or (\d{1,9}) attempts(?:\. And its status is (\w{1,40}))?/;
const retriesName = 'DEFAULT.block_device_allocate_retries';
const intervalName = 'DEFAULT.block_device_allocate_retries_interval';

// Nova looks retries + 1 times and sleeps the interval after each look.
function adviseVolume({ fault, digests, configuration }: Question): Undeployed | undefined {
  const text = fault.message.replace(/\s+/g, ' ');
  const waited = waitedText.exec(text);
  const [seconds, attempts] = [Number(waited?.[1]), Number(waited?.[2])];
  const status = waited?.[3];
  const goesOn = status === undefined || status === 'creating' || status === 'downloading';
  if (!waited || !goesOn || attempts < 1 || seconds < 1) return undefined;
  const retries = valueInForce(retriesName, configuration, fault.at.line);
  const interval = valueInForce(intervalName, configuration, fault.at.line);
  const perAttempt = Math.max(Number(interval.value) || 0, seconds / attempts);
  const id = volumeText.exec(text)?.[1];
  const came = arrivalBehind('volume', id === undefined ? [] : [id], fault.at, digests);
  const needed = came && seconds + came.late;
  const target = needed === undefined ? seconds * guess : needed * margin;
  const value = roundUp(target / perAttempt);
  return {
    kind: 'volume', at: fault.at, allowedSeconds: seconds, neededSeconds: needed, seen: came?.at,
    args: {
      attempts, retries: attempts - 1, interval: Number(interval.value) || Math.round(seconds / attempts),
      ...(status === undefined ? {} : { status }),
    },
    settings: [setting(retriesName, value, retries, configuration)],
    restart: waitingServices.volume,
  };
}

// ---- events of Neutron -----------------------------------------------------------------------------------

const timeoutName = 'DEFAULT.vif_plugging_timeout';
const portId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const timedOutText = /timed out after (\d{1,9}(?:\.\d{1,9})?) seconds/;

// A longer wait helps only where the event came after all: then the log has it as unexpected.
function adviseEvent({ fault, operation, digests, configuration }: Question): Undeployed | undefined {
  const timeout = valueInForce(timeoutName, configuration, fault.at.line);
  const ports = portsAround(fault.at, operation?.places ?? [], digests);
  const came = arrivalBehind('event', ports, fault.at, digests);
  const stated = Number(timedOutText.exec(`${fault.logged}\n${fault.message}`)?.[1]);
  const allowed = stated || secondsWaited(ports, fault.at, digests) || Number(timeout.value);
  if (!came || !(allowed > 0)) return undefined;
  const needed = allowed + came.late;
  return {
    kind: 'event', at: fault.at, allowedSeconds: Math.round(allowed), neededSeconds: needed, seen: came.at,
    args: {},
    settings: [setting(timeoutName, roundUp(needed * margin), timeout, configuration)],
    restart: waitingServices.event,
  };
}

/** So many lines above a failure may say what it waited for. */
const nearLines = 60;

// The ports of the lines of the operation, and of the lines right above the failure.
function portsAround(fault: Place, places: readonly Place[], digests: readonly Digest[]): readonly string[] {
  return digests.flatMap((digest) => {
    const index = arrivalIndexOf(digest);
    const lines = places.filter(({ source }) => source === digest.source).map(({ line }) => line);
    if (fault.source === digest.source) {
      for (let line = fault.line - nearLines; line <= fault.line; line++) lines.push(line);
    }
    return lines.flatMap((line) => index.eventAt(line)?.captures['event']?.match(portId) ?? []);
  });
}

// The wait begins at the last line before the failure that says so.
function secondsWaited(ports: readonly string[], at: Place, digests: readonly Digest[]): number | undefined {
  const begins = arrivalsOf('event-wait', ports, digests)
    .flatMap(({ at: { time } }) => time ?? [])
    .filter((time) => at.time !== undefined && time < at.time);
  const begin = Math.max(...begins);
  return at.time !== undefined && Number.isFinite(begin) ? (at.time - begin) / 1000 : undefined;
}

// ---- replies of other services ---------------------------------------------------------------------------

const replyName = 'DEFAULT.rpc_response_timeout';
const messageId = /message ID ([0-9a-f]{32})/;

function adviseReply({ fault, digests, configuration }: Question): Undeployed | undefined {
  const id = messageId.exec(fault.message)?.[1];
  const came = id === undefined ? undefined : arrivalBehind('reply', [id], fault.at, digests);
  const timeout = valueInForce(replyName, configuration, fault.at.line);
  const allowed = Number(timeout.value);
  if (!came || !(allowed > 0)) return undefined;
  const needed = allowed + came.late;
  return {
    kind: 'reply', at: fault.at, allowedSeconds: allowed, neededSeconds: needed, seen: came.at, args: {},
    settings: [setting(replyName, roundUp(needed * margin), timeout, configuration)],
    restart: servicesOf(fault.at, digests),
  };
}

// Whoever waited reads the option; a log of several services, or of none known, may be any.
function servicesOf({ source }: Place, digests: readonly Digest[]): readonly Service[] {
  const named = digests.find((digest) => digest.source === source)?.services ?? [];
  const waiting = waitingServices.reply.filter((service) => named.includes(`nova-${service}`));
  return waiting.length === 1 ? waiting : waitingServices.reply;
}

// ---- common ----------------------------------------------------------------------------------------------

/** The first arrival behind a failure, and how many seconds too late it was. */
function arrivalBehind(
  kind: Arrival['kind'], ids: readonly string[], failed: Place, digests: readonly Digest[],
): { readonly at: Place; readonly late: number } | undefined {
  const behind = arrivalsOf(kind, ids, digests).flatMap(({ at }) => {
    if (at.time === undefined || failed.time === undefined) return [];
    return at.time >= failed.time ? [{ at, late: (at.time - failed.time) / 1000 }] : [];
  });
  return behind.sort((a, b) => a.late - b.late)[0];
}

function arrivalsOf(
  kind: Arrival['kind'], ids: readonly string[], digests: readonly Digest[],
): readonly Arrival[] {
  const distinct = [...new Set(ids)];
  return digests.flatMap((digest) => distinct.flatMap((id) => arrivalIndexOf(digest).of(kind, id)));
}

function setting(
  name: string, value: number, was: ValueInForce, { facts, release }: Configuration,
): AdvisedSetting {
  return { name: nameInRelease(name, facts, release), value: String(value), was };
}

// A value that people would choose: tens, from 200 on fifties.
function roundUp(value: number): number {
  const step = value >= 200 ? 50 : 10;
  return Math.ceil(value / step) * step;
}

const advisers: ReadonlyMap<string, (question: Question) => Undeployed | undefined> = new Map([
  ['VolumeNotCreated', adviseVolume],
  ['VirtualInterfaceCreateException', adviseEvent],
  ['MessagingTimeout', adviseReply],
]);
