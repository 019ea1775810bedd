// A person opens the sample log of a boot that failed and finds out why.

import { fromLensToFix } from './fromLensToFix';
import type { Journey } from './journey';

export const journey: Journey = {
  title: 'the sample log of a failed boot leads from its lens to the cause and to the fix',
  run: (stage) => fromLensToFix(stage, 'failed-boot/nova-compute.log', { line: 52, text: 'VolumeNotCreated:' }),
};
