// Logs whose times name no year and that go over the end of one → what is not said of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, vm } from '../support/story';

test('where a year turns between times that name none nobody knows how long it took', () => {
  const line = (when: string, rest: string) => `${when} cmp01 nova-compute[21]: ${rest}`;
  const head = `nova.compute.manager [req-5c8ea8bb-50ab-4a6f-9d41-fd2e1b2ed0a1 u p - default default] [instance: ${vm}]`;
  const { timelines, findings } = analyseText([
    line('Dec 31 23:58:01', `INFO ${head.replace('manager', 'claims')} Claim successful on node cmp01`),
    line('Dec 31 23:59:02', `DEBUG ${head} Start spawning the instance on the hypervisor.`),
    line('Jan  1 00:00:12', `ERROR ${head} Instance failed to spawn: OSError: [Errno 28] No space left on device`),
  ].join('\n'));
  const [operation] = timelines[0]?.operations ?? [];
  assert.deepEqual([operation?.outcome, operation?.seconds, operation?.unattributedSeconds],
    ['failed', undefined, undefined]);
  assert.deepEqual(findings.map(({ args }) => JSON.stringify(args)).filter((text) => /"\w*ms"/i.test(text)), []);
});
