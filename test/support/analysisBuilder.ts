// Analyses made by hand, for tests of what shows them: every field has a harmless value that a test may
// replace.

import type {
  Analysis,
  Attempt,
  Digest,
  Fault,
  Finding,
  LogEvent,
  Operation,
  Phase,
  Place,
} from '../../src/core/model';

export const source = 'file:///nova-compute.log';
export const uuid = '11111111-2222-4333-8444-555555555555';

/** A place of the test's log; a minute is sixty lines long. */
export function at(line: number, log = source): Place {
  return { source: log, line, time: Date.UTC(2026, 10, 20, 10, 0, 0) + line * 1000 };
}

export function makeFault(type: string, line: number, changes: Partial<Fault> = {}): Fault {
  return {
    type,
    message: 'it broke',
    at: at(line),
    firstLine: line,
    lastLine: line,
    frames: [],
    chain: [],
    basis: 'traceback',
    remote: false,
    instance: uuid,
    tie: 'tag',
    request: undefined,
    process: undefined,
    level: 'ERROR',
    logger: 'nova.compute.manager',
    logged: '',
    ...changes,
  };
}

export function makePhase(id: Phase['id'], lines: readonly number[], changes: Partial<Phase> = {}): Phase {
  const places = lines.map((line) => at(line));
  return {
    id,
    begin: places[0]?.time,
    end: places.at(-1)?.time,
    seconds: undefined,
    secondsFrom: undefined,
    outcome: 'success',
    at: places[0],
    places,
    needs: undefined,
    needsService: undefined,
    ...changes,
  };
}

export function makeAttempt(begin: number, end: number, changes: Partial<Attempt> = {}): Attempt {
  return {
    host: 'cmp1',
    begin: at(begin),
    end: at(end),
    outcome: 'success',
    phases: [],
    fault: undefined,
    rootCause: undefined,
    ...changes,
  };
}

export function makeOperation(begin: number, end: number, changes: Partial<Operation> = {}): Operation {
  return {
    id: `${uuid}/create@${begin}`,
    kind: 'create',
    basis: 'stated',
    otherKinds: [],
    reason: undefined,
    instance: uuid,
    request: undefined,
    begin: at(begin),
    end: at(end),
    seconds: end - begin,
    outcome: 'success',
    attempts: [],
    phases: [],
    failedPhase: undefined,
    rootCause: undefined,
    fault: undefined,
    chain: [],
    unattributedSeconds: undefined,
    due: undefined,
    places: [at(begin), at(end)],
    vmState: undefined,
    taskState: undefined,
    ...changes,
  };
}

export function makeEvent(line: number, changes: Partial<LogEvent> = {}): LogEvent {
  return {
    at: at(line),
    marker: 0,
    instance: uuid,
    tie: 'tag',
    request: undefined,
    process: undefined,
    host: undefined,
    captures: {},
    ...changes,
  };
}

export function makeDigest(
  changes: Partial<Digest> = {},
  lines: Readonly<Record<string, readonly number[]>> = {},
): Digest {
  return {
    source,
    layout: { layout: 'oslo', wrapper: 'none', wrappedAt: undefined },
    lines: 1000,
    records: 1000,
    unread: 0,
    services: ['nova-compute'],
    levels: new Set(['INFO']),
    firstTime: undefined,
    lastTime: undefined,
    events: [],
    faults: [],
    ties: new Map(),
    linesOf: (id) => lines[id] ?? [],
    isNova: true,
    ...changes,
  };
}

/** One log, and a timeline per instance of the operations. */
export function makeAnalysis(
  operations: readonly Operation[],
  digests: readonly Digest[] = [makeDigest()],
  findings: readonly Finding[] = [],
): Analysis {
  const instances = [...new Set(operations.map(({ instance }) => instance))];
  return {
    digests,
    findings,
    diagnoses: [],
    timelines: instances.map((instance) => ({
      instance,
      operations: operations.filter((operation) => operation.instance === instance),
    })),
  };
}
