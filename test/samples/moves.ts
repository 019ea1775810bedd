// Moves from host to host and a question for the console, as Nova 29 runs them: several hosts have to answer,
// so that their clocks can be held against each other. In: a cloud and an instance. Out: lines in its logs.

import type { Cloud, Instance } from './cloud';
import { lifecycle, makeDisks, plugPort, sceneOn, unplug } from './computeSteps';
import { apiRequest, selection } from './controlSteps';
import type { Saying, ServiceLog } from './serviceLog';
import { finishFailed } from './tracebacks';

function asked(cloud: Cloud, { context }: Instance) {
  return { ...context, request: cloud.random.request() };
}

/** From one host to another; both calls to the destination come back before the source goes on. */
export function liveMigrate(cloud: Cloud, instance: Instance, source: string, destination: string): string {
  const { uuid } = instance;
  const { clock, random, api } = cloud;
  const context = asked(cloud, instance);
  const from = sceneOn(cloud, { ...instance, context }, source).log;
  const to = sceneOn(cloud, { ...instance, context }, destination).log;
  const said = { context, instance: uuid };
  api.say('goingToMigrate', { ...said, values: [destination] });
  clock.wait(0.1);
  apiRequest(cloud, context, 'POST', `/v2.1/servers/${uuid}/action`, 202, 0.31);
  clock.wait(0.4);
  const begun = clock.now;
  clock.wait(0.05);
  to.say('connectingVolumes', said);
  clock.wait(random.between(0.4, 1.2));
  from.say('tookPreMigration', { ...said, values: [(clock.now - begun) / 1000, destination] });
  from.say('monitoring', said);
  clock.wait(random.between(3, 9));
  from.say('migrationCompleted', said);
  from.say('postMigration', said);
  clock.wait(0.2);
  to.say('postAtDestination', said);
  clock.wait(0.6);
  from.say('migrated', { ...said, values: [destination] });
  return context.request;
}

export interface ColdMove {
  readonly kind: 'resize' | 'migrate';
  /** The guest does not start on the destination. */
  readonly fails: boolean;
}

const moveError = 'internal error: process exited while connecting to monitor: qemu-system-x86_64: cannot set up guest memory'
  + " 'pc.ram': Cannot allocate memory";

/** Prepared on the destination, taken down on the source, set up on the destination. */
export function coldMove(
  cloud: Cloud, instance: Instance, source: string, destination: string, { kind, fails }: ColdMove,
): void {
  const { uuid } = instance;
  const { clock, random, api, conductor } = cloud;
  const context = asked(cloud, instance);
  const again = { ...instance, context };
  const [from, to] = [sceneOn(cloud, again, source), sceneOn(cloud, again, destination)];
  const said = { context, instance: uuid };
  const sizes = { current_flavor_name: instance.flavor, new_flavor_name: 'm1.xlarge' };
  if (kind === 'resize') api.say('sizesNamed', { ...said, values: sizes });
  else api.say('sizeKept', said);
  apiRequest(cloud, context, 'POST', `/v2.1/servers/${uuid}/action`, 202, 0.41);
  clock.wait(0.6);
  conductor.say('callingPrepResize', { ...said, values: selection([destination]) });
  clock.wait(0.2);
  to.log.say('stashing', { ...said, values: ['active'] });
  to.log.say('claimSuccessful', { ...said, values: [`${destination}.cloud.example`] });
  clock.wait(0.3);
  to.log.say('migrating', said);
  clock.wait(0.4);
  from.log.say('takingDown', said);
  from.log.say('shuttingDown', { ...said, values: [1] });
  clock.wait(3);
  lifecycle(from, 'Stopped', undefined);
  from.log.say('shutDown', { ...said, values: [3] });
  from.log.say('destroyed', said);
  unplug(from, context);
  clock.wait(random.between(2, 8));
  to.log.say('settingUp', said);
  makeDisks(to, 0.4);
  plugPort(to);
  clock.wait(0.7);
  if (fails) return giveUp(to.log, said, source);
  lifecycle(to, 'Started', undefined);
  to.log.say('running', said);
  to.log.say('setUp', said);
}

function giveUp(log: ServiceLog, said: Saying, source: string): void {
  log.say('stateIsError', { ...said, raised: finishFailed(moveError) });
  log.say('oldAllocations', { ...said, values: [source] });
  log.say('taskReverted', { ...said, values: ['resize_finish'] });
}

/** The host answers before the API does. */
export function readConsole(cloud: Cloud, instance: Instance, host: string): void {
  const { uuid } = instance;
  const context = asked(cloud, instance);
  const { clock } = cloud;
  const begun = clock.now;
  clock.wait(0.06);
  sceneOn(cloud, { ...instance, context }, host).log.say('consoleOutput', { context, instance: uuid });
  clock.wait(0.05);
  apiRequest(cloud, context, 'POST', `/v2.1/servers/${uuid}/action`, 200, (clock.now - begun) / 1000);
}
