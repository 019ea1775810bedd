// Logs → how Nova was deployed where they come from: by where they lie, else by where the code lies that the
// tracebacks in them name. Undefined where nothing tells.

import { deployments } from '../../knowledge/deployments';
import type { DeploymentSpec } from '../../knowledge/deployments';
import { slashed } from '../reading/logPath';
import type { Digest, Fault, Place } from '../model';

export interface Deployed {
  readonly spec: DeploymentSpec;
  /** The line that names a path of its code; undefined: the path of a log tells it. */
  readonly at: Place | undefined;
}

type Told = Pick<Digest, 'source' | 'faults'>;

/** The code of one installation lies in one place: what the first tracebacks do not tell, others do not. */
const mostFaults = 200;

/** @param source the path of a log; parts of it that only one deployment has. */
export function deploymentByPath(source: string): DeploymentSpec | undefined {
  const path = `/${slashed(source)}`;
  return deployments.find(({ logs }) => logs.some((part) => path.includes(part)));
}

/** @param source the path of a log: whether it lies where packages of a distribution log. */
export function isWherePackagesLog(source: string): boolean {
  return /\/var\/log\/(?:nova|neutron|cinder|glance)\//.test(`/${slashed(source)}`);
}

export function deploymentOfLog({ source, faults }: Told): Deployed | undefined {
  const spec = deploymentByPath(source);
  return spec ? { spec, at: undefined } : byCode(faults);
}

/** That of the first log that tells it: logs that are read together are of one cloud. */
export function deploymentOfLogs(logs: readonly Told[]): Deployed | undefined {
  for (const log of logs) {
    const deployed = deploymentOfLog(log);
    if (deployed) return deployed;
  }
  return undefined;
}

function byCode(faults: readonly Fault[]): Deployed | undefined {
  const seen = new Set<string>();
  for (const fault of faults.slice(0, mostFaults)) {
    for (const { at, frames } of [fault, ...fault.chain]) {
      for (const frame of frames) {
        if (seen.has(frame.file)) continue;
        seen.add(frame.file);
        const spec = deployments.find(({ code = [] }) => code.some((part) => frame.file.includes(part)));
        if (spec) return { spec, at: { ...at, line: frame.at } };
      }
    }
  }
  return undefined;
}
