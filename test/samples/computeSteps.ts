// What nova-compute logs of the parts of a build, a rebuild and a delete, in Nova's order. In: a scene,
// and what differs from run to run. Out: lines in the host's log; the clock moves on.

import type { Cloud, Instance } from './cloud';
import type { Context, Raised, ServiceLog } from './serviceLog';
import { guestXml, imageMeta, networkInfo, vifObject } from './shapes';
import { aborted } from './tracebacks';

/** An instance at work on a host: who says it, of whom. */
export interface Scene {
  readonly cloud: Cloud;
  readonly instance: Instance;
  readonly host: string;
  readonly log: ServiceLog;
}

export function sceneOn(cloud: Cloud, instance: Instance, host: string): Scene {
  return { cloud, instance, host, log: cloud.compute(host) };
}

const lockInner = 'nova.compute.manager.ComputeManager';

// ---- nova-compute: what every build begins with ----

export function takeLock({ log, instance }: Scene, lock: string, by: string, own?: Context): void {
  const context = own ?? instance.context;
  log.say('lockAcquiring', { context, values: [lock, by] });
  log.say('lockAcquired', { context, values: { name: lock, function: by, wait_secs: 0.001 } });
}

export function releaseLock(scene: Scene, lock: string, by: string, held: number, context?: Context): void {
  const values = { name: lock, gotten: 'released', function: by, held_secs: `${held.toFixed(3)}s` };
  scene.log.say('lockReleased', { context: context ?? scene.instance.context, values });
}

export const buildLock = `${lockInner}.build_and_run_instance.<locals>._locked_do_build_and_run_instance`;

export function startBuild(scene: Scene): void {
  const { log, instance: { uuid, context }, host, cloud } = scene;
  const tracker = 'nova.compute.resource_tracker.ResourceTracker.instance_claim';
  takeLock(scene, uuid, buildLock);
  log.say('startingInstance', { context, instance: uuid });
  cloud.clock.wait(0.11);
  takeLock(scene, 'compute_resources', tracker);
  log.say('claimSuccessful', { context, instance: uuid, values: [`${host}.cloud.example`] });
  cloud.clock.wait(0.35);
  releaseLock(scene, 'compute_resources', tracker, 0.356);
  log.say('startNetworks', { context, instance: uuid });
  log.say('allocatingIp', { context, instance: uuid });
  log.say('allocateForInstance', { context, instance: uuid });
  log.say('startBlockDevices', { context, instance: uuid });
}

/** Neutron answers, while the block devices are already under way. */
export function allocateNetwork({ log, instance, cloud: { clock } }: Scene): void {
  const { uuid, context, port } = instance;
  clock.wait(0.9);
  log.say('portCreated', { context, instance: uuid, values: [port] });
  clock.wait(1.1);
  log.say('portUpdated', { context, instance: uuid, values: [port] });
  clock.wait(0.2);
  log.say('infoCache', { context, instance: uuid, values: [networkInfo(instance, false)] });
  log.say('networkInfo', { context, instance: uuid, values: [networkInfo(instance, false)] });
}

// ---- nova-compute: spawn ----

export function makeDisks(scene: Scene, seconds: number): void {
  const { log, instance: { uuid, context }, cloud: { clock } } = scene;
  log.say('creatingDirectory', { context, instance: uuid });
  log.say('creatingImage', { context, instance: uuid });
  const lock = '/var/lib/nova/instances/_base/lock';
  const by = 'nova.virt.libvirt.imagebackend.Image.cache.<locals>.fetch_func_sync';
  takeLock(scene, lock, by);
  clock.wait(seconds);
  releaseLock(scene, lock, by, seconds);
  log.say('createdDisks', { context, instance: uuid });
  log.say('consoleLog', { context, instance: uuid, values: [`/var/lib/nova/instances/${uuid}/console.log`] });
}

export function defineGuest({ log, instance, cloud: { clock } }: Scene): void {
  const { uuid, context } = instance;
  const values = {
    network_info: networkInfo(instance, false), disk_info: "{'disk_bus': 'virtio', 'cdrom_bus': 'sata', 'mapping': {}}",
    image_meta: imageMeta(instance), rescue: 'None',
    block_device_info: "{'root_device_name': '/dev/vda', 'ephemerals': [], 'swap': None, 'block_device_mapping': []}",
  };
  log.say('startGuestXml', { context, instance: uuid, values });
  clock.wait(0.04);
  log.say('endGuestXml', { context, instance: uuid, values: { xml: guestXml(instance) } });
}

export function plugPort(scene: Scene): void {
  const { log, instance } = scene;
  const { uuid, context, port } = instance;
  const events = `${uuid}-events`;
  const by = 'nova.compute.manager.InstanceEvents.prepare_for_instance_event.<locals>._create_or_get_event';
  log.say('prepareEvent', { context, instance: uuid, values: { name: 'network-vif-plugged', tag: port } });
  takeLock(scene, events, by);
  releaseLock(scene, events, by, 0);
  const vif = networkInfo(instance, false).slice(1, -1);
  log.say('vifType', { context, values: { vif_type: 'ovs', instance: uuid, vif } });
  log.say('convertingVif', { context, values: [vif] });
  log.say('convertedObject', { context, values: [vifObject(instance, false)] });
  log.say('pluggingVif', { context, values: [vifObject(instance, false)] });
  scene.cloud.clock.wait(0.06);
  log.say('pluggedVif', { context, values: [vifObject(instance, false)] });
}

/** libvirt says what the guest does; it comes with a request of its own or none. */
export function lifecycle(scene: Scene, state: string, task: string | undefined): void {
  const { log, instance: { uuid }, cloud: { random } } = scene;
  const own: Context = { request: random.request() };
  log.say('lifecycle', { context: own, instance: uuid, values: { state } });
  log.say('checkingState', { context: own, instance: uuid });
  if (task === undefined) return;
  const values = { event: state, vm_state: 'building', task_state: task, db_power_state: 0, vm_power_state: 1 };
  log.say('lifecycleSync', { context: own, instance: uuid, values });
  log.say('pendingTask', { context: own, instance: uuid, values: { task } });
}

const neutronUser = { user: '9c1ff7a8c2f34ec0b5b0f8e1d1a7e3b2', project: '0d9b2d8f1c9b4d2e8a8b5f5a3c6e7d10' };

export function portIsUp({ log, instance: { uuid, port }, cloud: { random } }: Scene): void {
  const neutron: Context = { request: random.request(), ...neutronUser };
  const event = `network-vif-plugged-${port}`;
  log.say('receivedEvent', { context: neutron, instance: uuid, values: { event } });
  log.say('processingEvent', { context: neutron, instance: uuid, values: { event } });
}

/** From "Start spawning" to the running guest. @returns seconds it took. */
export function spawn(scene: Scene, imageSeconds: number, plugSeconds: number, task = 'spawning'): number {
  const { log, instance: { uuid, context }, cloud: { clock } } = scene;
  const started = clock.now;
  makeDisks(scene, imageSeconds);
  defineGuest(scene);
  plugPort(scene);
  clock.wait(0.4);
  lifecycle(scene, 'Started', task);
  lifecycle(scene, 'Paused', task);
  clock.wait(plugSeconds);
  portIsUp(scene);
  log.say('eventWait', { context, instance: uuid, values: [plugSeconds, 'network-vif-plugged'] });
  log.say('guestCreated', { context, instance: uuid });
  lifecycle(scene, 'Resumed', task);
  clock.wait(0.15);
  log.say('spawned', { context, instance: uuid });
  return (clock.now - started) / 1000;
}

// ---- nova-compute: taking down ----

export function unplug({ log, instance, cloud: { clock } }: Scene, own?: Context): void {
  const { uuid } = instance;
  const context = own ?? instance.context;
  const vif = networkInfo(instance, true).slice(1, -1);
  log.say('vifType', { context, values: { vif_type: 'ovs', instance: uuid, vif } });
  log.say('convertingVif', { context, values: [vif] });
  log.say('convertedObject', { context, values: [vifObject(instance, true)] });
  clock.wait(0.05);
  log.say('unpluggedVif', { context, values: [vifObject(instance, true)] });
}

export function deleteFiles({ log, instance: { uuid }, cloud: { clock } }: Scene, context: Context): void {
  const path = `/var/lib/nova/instances/${uuid}_del`;
  log.say('deletingFiles', { context, instance: uuid, values: [path] });
  clock.wait(0.1);
  log.say('deletionComplete', { context, instance: uuid, values: [path] });
}

/** ComputeManager._shutdown_instance, up to the guest being gone. */
export function destroyGuest(scene: Scene, context: Context): void {
  const { log, instance: { uuid }, cloud: { clock } } = scene;
  log.say('terminating', { context, instance: uuid });
  clock.wait(0.2);
  log.say('startDestroying', { context, instance: uuid });
  const started = clock.now;
  clock.wait(0.3);
  log.say('destroyed', { context, instance: uuid });
  unplug(scene, context);
  deleteFiles(scene, context);
  log.say('tookDestroy', { context, instance: uuid, values: [(clock.now - started) / 1000] });
}

export function deallocate({ log, instance, cloud: { clock } }: Scene, own?: Context): void {
  const { uuid } = instance;
  const context = own ?? instance.context;
  const started = clock.now;
  log.say('deallocating', { context, instance: uuid });
  log.say('deallocateForInstance', { context, instance: uuid });
  clock.wait(0.7);
  log.say('infoCache', { context, instance: uuid, values: ['[]'] });
  log.say('tookDeallocate', { context, instance: uuid, values: [(clock.now - started) / 1000] });
}

/** What follows on a build that failed: the ports go, the allocation goes. */
export function cleanUpNetworks(scene: Scene): void {
  const { log, instance: { uuid, context } } = scene;
  log.say('unpluggingVifs', { context, instance: uuid });
  unplug(scene);
  log.say('unpluggedVifs', { context, instance: uuid });
  deallocate(scene);
}

export function dropAllocations({ log, instance: { uuid, context }, cloud: { clock } }: Scene): void {
  clock.wait(0.2);
  log.say('deletedAllocations', { context, values: { consumer_type: 'instance', uuid } });
}

/** The end of a build that is given up. */
export function abortBuild(scene: Scene, reason: string, since: number): void {
  const { log, instance: { uuid, context }, cloud: { clock } } = scene;
  const text = `Build of instance ${uuid} aborted: ${reason}`;
  const raised: Raised = aborted(uuid, reason);
  log.say('abortSeen', { context, instance: uuid, values: [text] });
  log.say('abortLogged', { context, instance: uuid, values: [text], raised });
  cleanUpNetworks(scene);
  dropAllocations(scene);
  releaseLock(scene, uuid, buildLock, (clock.now - since) / 1000);
}
