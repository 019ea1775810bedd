// What nova-api, nova-scheduler and nova-conductor log of a boot, in Nova's order. In: a cloud, an
// instance. Out: lines in the services' logs; the clock moves on.

import type { Cloud, Instance } from './cloud';
import type { Context } from './serviceLog';
import { blockDevices, hostState } from './shapes';

const filters = ['ComputeFilter', 'ComputeCapabilitiesFilter', 'ImagePropertiesFilter', 'ServerGroupAntiAffinityFilter',
  'ServerGroupAffinityFilter'];

// ---- api ----

export function apiCreate({ api, clock }: Cloud, instance: Instance, volume: boolean): void {
  const { context, network, uuid } = instance;
  api.say('validateNetworks', { context, values: [`[('${network}', None, None, None, None, None)]`] });
  clock.wait(0.12);
  api.say('goingToRun', { context, values: [1] });
  if (volume) api.say('apiBlockDevices', { context, instance: uuid, values: [blockDevices(true, instance)] });
  clock.wait(0.09);
  apiRequest({ api, clock }, context, 'POST', '/v2.1/servers', 202, 0.61);
}

export function apiRequest(
  { api }: Pick<Cloud, 'api' | 'clock'>, context: Context, method: string, path: string, status: number, time: number,
): void {
  const values = {
    REMOTE_ADDR: '192.0.2.10', REQUEST_METHOD: method, REQUEST_URI: path, status, len: status === 202 ? 404 : 1813,
    microversion: '2.96', time,
  };
  api.say('apiRequest', { context, values });
}

// ---- scheduling ----

export function schedule(cloud: Cloud, instance: Instance, hosts: readonly string[], volume: boolean): void {
  const { scheduler, conductor, clock, random } = cloud;
  const { context, uuid } = instance;
  const started = clock.now;
  clock.wait(0.05);
  scheduler.say('startingToSchedule', { context, values: [`['${uuid}']`] });
  clock.wait(0.14);
  scheduler.say('startingWithHosts', { context, values: [hosts.length] });
  for (const name of filters) filterPassed(cloud, context, name, hosts.length);
  const states = hosts.map((host) => hostState(host, random.whole(20_000, 120_000)));
  scheduler.say('filtered', { context, values: { hosts: `[${states.join(', ')}]` } });
  const weight = (index: number) => (3 - index * 0.7).toFixed(2);
  const weighed = states.map((state, index) => `WeighedHost [host: ${state}, weight: ${weight(index)}]`);
  scheduler.say('weighed', { context, values: { hosts: `[${weighed.join(', ')}]` } });
  scheduler.say('claimInPlacement', { context, values: [uuid] });
  clock.wait(0.08);
  scheduler.say('schedulerSelected', { context, instance: uuid, values: { host: states[0] ?? '' } });
  clock.wait(0.02);
  conductor.say('selectDestinations', { context, values: [(clock.now - started) / 1000, 1] });
  clock.wait(0.2);
  conductor.say('conductorBlockDevices', { context, instance: uuid, values: [blockDevices(volume, instance)] });
  conductor.say('conductorSelected', { context, instance: uuid, values: selection(hosts) });
}

export function selection(hosts: readonly string[]): readonly string[] {
  const [first = '', ...others] = hosts.map((host) => `${host}.cloud.example`);
  const pairs = others.map((node, index) => `('${hosts[index + 1] ?? ''}', '${node}')`);
  return [hosts[0] ?? '', first, `[${pairs.join(', ')}]`];
}

/** A filter lets no host through. */
export function scheduleInVain(
  cloud: Cloud, { context, uuid }: Instance, hosts: readonly string[], blocker: string,
): void {
  const { scheduler, clock } = cloud;
  const passed = filters.slice(0, 3);
  const count = hosts.length;
  scheduler.say('startingToSchedule', { context, values: [`['${uuid}']`] });
  clock.wait(0.11);
  scheduler.say('startingWithHosts', { context, values: [count] });
  for (const name of passed) filterPassed(cloud, context, name, count);
  scheduler.say('filterReturnedNone', { context, values: [blocker] });
  const pairs = hosts.map((host) => `('${host}', '${host}.cloud.example')`).join(', ');
  const full = [...passed.map((name) => `('${name}', [${pairs}])`), `('${blocker}', None)`].join(', ');
  scheduler.say('filterResultsDebug', { context, values: { inst_uuid: uuid, str_results: `[${full}]` } });
  const ends = [...passed.map((name) => [name, count] as const), [blocker, 0] as const];
  const part = ends.map(([name, end]) => `'${name}: (start: ${count}, end: ${end})'`).join(', ');
  scheduler.say('filterResults', { context, values: { inst_uuid: uuid, str_results: `[${part}]` } });
  scheduler.say('notEnoughHosts', { context, values: { hosts: 0, required_count: 1 } });
}

function filterPassed({ scheduler }: Cloud, context: Context, name: string, count: number): void {
  scheduler.say('filterReturned', { context, values: { cls_name: name, obj_len: count } });
}
