// Whole operations as Nova 29 (2024.1) runs them on libvirt. In: a cloud. Out: lines in its logs. Each
// returns the instance it was about.

import type { Cloud, Instance } from './cloud';
import type { Context } from './serviceLog';
import { guestXml } from './shapes';
import { apiCreate, apiRequest, schedule, scheduleInVain, selection } from './controlSteps';
import {
  abortBuild, allocateNetwork, buildLock, cleanUpNetworks, deallocate, defineGuest, deleteFiles, destroyGuest,
  dropAllocations, lifecycle, makeDisks, plugPort, releaseLock, sceneOn, spawn, startBuild, takeLock, unplug,
} from './computeSteps';
import { reprList } from './python';
import { eventTimeout, libvirtFailed, noValidHost, plugFailed, rescheduled, volumeNotCreated } from './tracebacks';

/** Hosts in the order in which the scheduler weighs them. */
function choose({ random, hosts }: Cloud, count: number): readonly string[] {
  const first = random.whole(0, hosts.length - 1);
  return [...hosts.slice(first), ...hosts.slice(0, first)].slice(0, count);
}

function other(context: Context, cloud: Cloud): Context {
  return { ...context, request: cloud.random.request() };
}

/** From the claim to "Took … to build", on a host that works. */
function buildOn(cloud: Cloud, instance: Instance, host: string): void {
  const scene = sceneOn(cloud, instance, host);
  const { log } = scene;
  const { uuid, context } = instance;
  const started = cloud.clock.now;
  startBuild(scene);
  allocateNetwork(scene);
  log.say('startSpawning', { context, instance: uuid });
  const seconds = spawn(scene, cloud.random.between(0.8, 9), cloud.random.between(0.6, 3));
  log.say('tookSpawn', { context, instance: uuid, values: [seconds] });
  log.say('checkingState', { context, instance: uuid });
  cloud.clock.wait(0.2);
  log.say('tookBuild', { context, instance: uuid, values: [(cloud.clock.now - started) / 1000] });
  releaseLock(scene, uuid, buildLock, (cloud.clock.now - started) / 1000);
}

export function bootSucceeds(cloud: Cloud): Instance {
  const instance = cloud.newInstance();
  const hosts = choose(cloud, 3);
  apiCreate(cloud, instance, false);
  schedule(cloud, instance, hosts, false);
  cloud.clock.wait(0.3);
  buildOn(cloud, instance, hosts[0] ?? '');
  return instance;
}

/** A boot from an image into a new volume that Cinder has not filled in time. */
export function bootWaitsForVolume(cloud: Cloud): Instance {
  const instance = cloud.newInstance();
  const { uuid, context, image } = instance;
  const hosts = choose(cloud, 3);
  apiCreate(cloud, instance, true);
  schedule(cloud, instance, hosts, true);
  cloud.clock.wait(0.3);
  const scene = sceneOn(cloud, instance, hosts[0] ?? '');
  const started = cloud.clock.now;
  startBuild(scene);
  const booting = { image_id: image, mountpoint: '/dev/vda' };
  scene.log.say('bootingFromImageVolume', { context, instance: uuid, values: booting });
  allocateNetwork(scene);
  const volume = cloud.random.uuid();
  cloud.clock.wait(189.2);
  const raised = volumeNotCreated(volume, 189, 61, 'downloading');
  const refused = 'Invalid input received: Invalid volume: Volume status must be available or error or error_restoring or'
    + ' error_extending or error_managing and must not be migrating, attached, belong to a group, have snapshots, awaiting'
    + ' a transfer, or be disassociated from snapshots after volume transfer. (HTTP 400)'
    + ` (Request-ID: ${cloud.random.request()})`;
  scene.log.say('failedToDeleteVolume', {
    context, values: { volume_id: volume, exc: refused },
    raised: { summary: `nova.exception.InvalidInput: ${refused}`, traceback: [] },
  });
  scene.log.say('failedBlockDevices', { context, instance: uuid, raised });
  cloud.clock.wait(0.2);
  abortBuild(scene, raised.summary.replace('nova.exception.VolumeNotCreated: ', ''), started);
  return instance;
}

/** Neutron never reports the port as plugged. */
export function bootWaitsForPort(cloud: Cloud): Instance {
  const instance = cloud.newInstance();
  const { uuid, context, port } = instance;
  const hosts = choose(cloud, 3);
  apiCreate(cloud, instance, false);
  schedule(cloud, instance, hosts, false);
  cloud.clock.wait(0.3);
  const scene = sceneOn(cloud, instance, hosts[0] ?? '');
  const { log } = scene;
  const started = cloud.clock.now;
  startBuild(scene);
  allocateNetwork(scene);
  log.say('startSpawning', { context, instance: uuid });
  makeDisks(scene, 1.4);
  defineGuest(scene);
  plugPort(scene);
  cloud.clock.wait(0.5);
  lifecycle(scene, 'Started', 'spawning');
  lifecycle(scene, 'Paused', 'spawning');
  cloud.clock.wait(300);
  const event = `network-vif-plugged-${port}`;
  const values = {
    events: `['${event}']`, vm_state: 'building', task_state: 'spawning',
    event_states: `${event}: timed out after 300.00 seconds`,
  };
  log.say('eventTimeout', { context, instance: uuid, values, raised: eventTimeout() });
  cloud.clock.wait(0.3);
  lifecycle(scene, 'Stopped', undefined);
  unplug(scene);
  log.say('failedToSpawn', { context, instance: uuid, raised: plugFailed('spawn') });
  destroyGuest(scene, context);
  log.say('failedNetworks', { context, instance: uuid, raised: plugFailed('build') });
  abortBuild(scene, 'Failed to allocate the network(s), not rescheduling.', started);
  return instance;
}

const guestError = 'internal error: process exited while connecting to monitor: qemu-system-x86_64: cannot set up guest memory'
  + " 'pc.ram': Cannot allocate memory";

/** libvirt cannot start the guest on the first host; the second one can. */
export function bootIsRescheduled(cloud: Cloud): Instance {
  const instance = cloud.newInstance();
  const { uuid, context } = instance;
  const [first = '', second = '', ...rest] = choose(cloud, 3);
  apiCreate(cloud, instance, false);
  schedule(cloud, instance, [first, second, ...rest], false);
  cloud.clock.wait(0.3);
  failToLaunch(cloud, instance, first);
  const retry = rescheduled(uuid, guestError);
  cloud.clock.wait(0.2);
  const values = { last_host: first, last_node: `${first}.cloud.example`, exc: reprList(retry.pieces) };
  cloud.conductor.say('errorFromLastHost', { context, instance: uuid, values });
  cloud.conductor.say('rescheduling', { context, values: ['True'] });
  cloud.conductor.say('claimInPlacement', { context, values: [uuid] });
  cloud.clock.wait(0.15);
  cloud.conductor.say('conductorSelected', { context, instance: uuid, values: selection([second, ...rest]) });
  cloud.clock.wait(0.2);
  buildOn(cloud, instance, second);
  return instance;
}

function failToLaunch(cloud: Cloud, instance: Instance, host: string): void {
  const { uuid, context } = instance;
  const scene = sceneOn(cloud, instance, host);
  const { log } = scene;
  const started = cloud.clock.now;
  startBuild(scene);
  allocateNetwork(scene);
  log.say('startSpawning', { context, instance: uuid });
  makeDisks(scene, 1.1);
  defineGuest(scene);
  plugPort(scene);
  cloud.clock.wait(0.8);
  log.say('launchError', { context, values: [guestXml(instance)], raised: libvirtFailed(guestError, 'launch') });
  const handled = { ...libvirtFailed(guestError, 'spawn'), traceback: [] };
  log.say('startFailed', { context, instance: uuid, raised: handled });
  unplug(scene);
  log.say('failedToSpawn', { context, instance: uuid, raised: libvirtFailed(guestError, 'spawn') });
  destroyGuest(scene, context);
  log.say('failedToBuild', { context, instance: uuid, raised: libvirtFailed(guestError, 'build') });
  log.say('rescheduleSeen', { context, instance: uuid, values: [rescheduled(uuid, guestError).summary] });
  cleanUpNetworks(scene);
  dropAllocations(scene);
  releaseLock(scene, uuid, buildLock, (cloud.clock.now - started) / 1000);
}

/** No host passes the filters. */
export function bootFindsNoHost(cloud: Cloud): Instance {
  const instance = cloud.newInstance();
  const { uuid, context } = instance;
  apiCreate(cloud, instance, false);
  cloud.clock.wait(0.1);
  scheduleInVain(cloud, instance, choose(cloud, 3), 'AggregateInstanceExtraSpecsFilter');
  cloud.clock.wait(0.1);
  const raised = noValidHost('There are not enough hosts available.');
  const text = raised.summary.replace('nova.exception_Remote.NoValidHost_Remote: ', '');
  const { conductor } = cloud;
  conductor.say('failedToSchedule', { context, raised });
  cloud.clock.wait(0.3);
  const values = { service: 'compute_task', method: 'build_instances', ex: text };
  conductor.say('failedToNotify', { context, values, raised });
  conductor.say('settingState', { context, instance: uuid, values: ['ERROR'], raised });
  return instance;
}

/** The instance gets a new root disk from its image. */
export function rebuild(cloud: Cloud, instance: Instance, host: string): Instance {
  const { uuid } = instance;
  const context = other(instance.context, cloud);
  const again = { ...instance, context };
  const scene = sceneOn(cloud, again, host);
  const { log } = scene;
  const by = 'nova.compute.manager.ComputeManager.rebuild_instance.<locals>._locked_rebuild_instance';
  const action = {
    action: 'action', meth: '<bound method ServersController._action_rebuild>',
    body: `{"rebuild": {"imageRef": "${again.image}"}}`,
  };
  cloud.api.say('rebuildAction', { context, values: action });
  apiRequest(cloud, context, 'POST', `/v2.1/servers/${uuid}/action`, 202, 0.43);
  cloud.clock.wait(0.4);
  const started = cloud.clock.now;
  takeLock(scene, uuid, by, context);
  log.say('rebuilding', { context, instance: uuid });
  cloud.clock.wait(0.5);
  log.say('checkingState', { context, instance: uuid });
  log.say('shuttingDown', { context, instance: uuid, values: [1] });
  cloud.clock.wait(4);
  lifecycle(scene, 'Stopped', undefined);
  log.say('shutDown', { context, instance: uuid, values: [4] });
  log.say('destroyed', { context, instance: uuid });
  cloud.clock.wait(0.2);
  log.say('destroyed', { context, instance: uuid });
  unplug(scene, context);
  deleteFiles(scene, context);
  cloud.clock.wait(0.4);
  spawn(scene, cloud.random.between(1, 4), 0.9, 'rebuild_spawning');
  log.say('checkingState', { context, instance: uuid });
  releaseLock(scene, uuid, by, (cloud.clock.now - started) / 1000, context);
  return instance;
}

export function remove(cloud: Cloud, instance: Instance, host: string): Instance {
  const { uuid } = instance;
  const context = other(instance.context, cloud);
  const scene = sceneOn(cloud, { ...instance, context }, host);
  const by = 'nova.compute.manager.ComputeManager.terminate_instance.<locals>.do_terminate_instance';
  cloud.api.say('goingToTerminate', { context, instance: uuid });
  apiRequest(cloud, context, 'DELETE', `/v2.1/servers/${uuid}`, 204, 0.18);
  cloud.clock.wait(0.2);
  const started = cloud.clock.now;
  takeLock(scene, uuid, by, context);
  destroyGuest(scene, context);
  lifecycle(scene, 'Stopped', undefined);
  deallocate(scene, context);
  dropAllocations(scene);
  releaseLock(scene, uuid, by, (cloud.clock.now - started) / 1000, context);
  return instance;
}
