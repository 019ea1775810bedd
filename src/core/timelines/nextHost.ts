// A failed operation → whether another host may go on with it: Nova hands a build, or the beginning of a
// move, to the next host unless the failure is one of the request itself, or no host and no try is left.

import { aborting } from '../../knowledge/causes';
import { isNumber } from '../instanceNumber';
import { classTail } from './frameHints';
import type { Fault, Operation } from '../model';

type Told = Pick<Operation, 'instance' | 'kind' | 'outcome' | 'recorded' | 'attempts' | 'phases'
  | 'failedPhase' | 'vmState' | 'chain' | 'rootCause' | 'fault'>;

const essexFile = /(?:^|\/)nova\/(?:rpc\/|virt\/libvirt\/connection\.py$)/;
const rpcServer = /(?:^|\.)rpc\.(?:amqp|dispatcher|server)$/;

/** The last host that is seen gave it back for another one to try, and nothing says that none was left. */
function isGivenBack({ outcome, attempts, phases }: Told): boolean {
  return outcome === 'failed' && attempts.at(-1)?.outcome === 'rescheduled' && !isNoneLeft(phases);
}

/** It is, or nothing yet tells that the host which failed to build it will not give it back. */
export function mayGoOn(operation: Told): boolean {
  if (isGivenBack(operation)) return true;
  const { instance, kind, outcome, attempts, phases, failedPhase, vmState, recorded } = operation;
  if (isNumber(instance)) return false;
  const last = attempts.at(-1)?.outcome;
  // a host that hands a build on ends its part of it well
  if (kind !== 'create' || outcome !== 'failed' || recorded?.hasError) return false;
  if (last !== 'failed' && last !== 'in-progress') return false;
  const faults = faultsOf(operation);
  const isHandedOn = faults.some(({ type }) => classTail(type) === 'RescheduledException');
  // what cannot be attached here cannot be attached elsewhere: Nova gives the build up
  if (vmState === 'error' || (failedPhase === 'block_device_mapping' && !isHandedOn)) return false;
  if (isNoneLeft(phases)) return false;
  if (faults.some((fault) => isBeforeFolsom(fault) || isRaisedAgain(fault))) return false;
  return !faults.some(({ type }) => aborting.has(classTail(type)));
}

/** Up to Essex no host handed a build on: its modules had other names then. */
function isBeforeFolsom({ logger, frames }: Fault): boolean {
  return logger.startsWith('nova.rpc.') || frames.some(({ file }) => essexFile.test(file));
}

/** Up to Juno a host hands a build on, or lets the exception through to the server that called it. */
function isRaisedAgain({ logger, frames }: Fault): boolean {
  return rpcServer.test(logger) && frames.some(({ file, function: name }) =>
    (name === 'run_instance' || name === '_run_instance') && file.endsWith('nova/compute/manager.py'));
}

function isNoneLeft(phases: Told['phases']): boolean {
  return phases.some(({ id, outcome }) => id === 'scheduling' && outcome === 'failed');
}

function faultsOf({ chain, rootCause, fault }: Told): readonly Fault[] {
  return [...chain, rootCause, fault].flatMap((one) => one ?? []);
}
