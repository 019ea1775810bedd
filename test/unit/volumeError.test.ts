// A volume that Cinder could not make, told in words that no template knows → advice that fits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineLines } from '../../src/core/render/timelineText';
import { analyseText, log } from '../support/story';

test('where the volume is in error, nobody is told to wait for it longer', () => {
  const analysis = analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 WARNING mgr r1 Volume id: 0f0de1cd-2172-4885-b017-446186ab3b06 finished being created but its status is error.
    2 ERROR mgr r1 vm Instance failed block device setup: nova.exception.VolumeNotCreated: \u5377\u6ca1\u6709
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in _prep_block_device
    |    wait()
    |nova.exception.VolumeNotCreated: \u5377\u6ca1\u6709
    3 ERROR mgr r1 vm Build of instance vm aborted: \u5377\u6ca1\u6709`));
  const text = [...timelineLines(analysis, { paint: (_style, line) => line, full: false })].join('\n');
  assert.match(text, /to do {7}See in the logs of cinder-scheduler and cinder-volume why/);
  assert.doesNotMatch(text, /block_device_allocate_retries/);
});
