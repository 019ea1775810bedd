// A live migration and a question for the console, as Nova 29 runs them: both hosts have to answer, so that
// their clocks can be held against each other. In: a cloud and an instance. Out: lines in its logs.

import type { Cloud, Instance } from './cloud';
import { sceneOn } from './computeSteps';
import { apiRequest } from './controlSteps';

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
