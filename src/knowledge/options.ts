// What we add to the facts of an option: meaning in the paths that failures take, what one sees when it is wrong.

import type { OptionName } from './facts/names';
import type { OptionNote } from './schema';

export const optionNotes: Readonly<Partial<Record<OptionName, OptionNote>>> = {
  'DEFAULT.block_device_allocate_retries': {
    meaning: 'How often nova-compute asks Cinder again whether a volume that it is creating has become available.',
    symptom: 'Too low: boots from a new volume fail with VolumeNotCreated while Cinder is still copying the image.',
    restart: ['compute'],
  },
};
