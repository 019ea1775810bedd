// The sample logs: small, made for reading. In: nothing. Out: files by name, folder by folder.

import { openCloud } from './cloud';
import type { Cloud } from './cloud';
import {
  bootFindsNoHost, bootIsRescheduled, bootSucceeds, bootWaitsForPort, bootWaitsForVolume, rebuild, remove,
} from './scenarios';
import { periodicWork, poll } from './noise';

export interface SampleFile {
  /** `failed-boot/nova-compute.log` */
  readonly name: string;
  readonly text: string;
}

interface Sample {
  readonly folder: string;
  readonly lowest?: 'DEBUG' | 'INFO';
  /** One host is the rule: its log is nova-compute.log. */
  readonly hosts: readonly string[];
  readonly play: (cloud: Cloud) => void;
}

const samples: readonly Sample[] = [
  { folder: 'successful-boot', hosts: ['cmp01'], play: (cloud) => void bootSucceeds(cloud) },
  { folder: 'failed-boot', hosts: ['cmp01'], play: (cloud) => void bootWaitsForVolume(cloud) },
  { folder: 'failed-boot-info', lowest: 'INFO', hosts: ['cmp01'], play: (cloud) => void bootWaitsForVolume(cloud) },
  { folder: 'port-not-plugged', hosts: ['cmp01'], play: (cloud) => void bootWaitsForPort(cloud) },
  { folder: 'rescheduled-boot', hosts: ['cmp01', 'cmp02'], play: (cloud) => void bootIsRescheduled(cloud) },
  { folder: 'no-valid-host', hosts: ['cmp01', 'cmp02'], play: (cloud) => void bootFindsNoHost(cloud) },
  { folder: 'rebuild', hosts: ['cmp01'], play: (cloud) => void rebuild(cloud, cloud.newInstance(), 'cmp01') },
  { folder: 'delete', hosts: ['cmp01'], play: (cloud) => void remove(cloud, cloud.newInstance(), 'cmp01') },
  { folder: 'cloud', hosts: ['cmp01', 'cmp02'], play: goodAndBadBoots },
];

/** A boot that goes well, one whose port is never plugged, and one that goes well again. */
function goodAndBadBoots(cloud: Cloud): void {
  bootSucceeds(cloud);
  cloud.clock.wait(7);
  bootWaitsForPort(cloud);
  cloud.clock.wait(5);
  bootSucceeds(cloud);
}

/** Writes every sample; the same on every run. */
export function makeSamples(): readonly SampleFile[] {
  return samples.flatMap(makeSample);
}

function makeSample({ folder, lowest = 'DEBUG', hosts, play }: Sample, index: number): readonly SampleFile[] {
  const files = new Map<string, string>();
  const start = Date.UTC(2024, 4, 6, 9, 10 + index, 17, 204);
  const cloud = openCloud({
    seed: 1000 + index, start, lowest, hosts,
    written(service, host, _time, text) {
      const of = host === undefined || hosts.length === 1 ? '' : `-${host}`;
      const name = `${folder}/nova-${service}${of}.log`;
      files.set(name, `${files.get(name) ?? ''}${text}\n`);
    },
  });
  idle(cloud);
  play(cloud);
  cloud.clock.wait(2);
  idle(cloud);
  return [...files].map(([name, text]) => ({ name, text }));
}

/** A little of what goes on around every operation. */
function idle(cloud: Cloud): void {
  poll(cloud);
  cloud.clock.wait(0.4);
  for (const host of cloud.hosts) periodicWork(cloud, host);
  cloud.clock.wait(0.7);
}
