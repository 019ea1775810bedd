// The path of a large log → the instances that its first bytes name, at once: what a person sees while the
// whole is read.

import { Catalog } from '../large/catalog';
import type { LargeInstance } from '../large/lines';
import { scanFile } from '../large/scanFile';

/** None where the scanner may not read the log. */
export function firstInstances(path: string): readonly LargeInstance[] {
  const catalog = new Catalog();
  // it asks after each piece whether to go on
  if (!scanFile(path, catalog, { isStopped: () => true, onPart: () => undefined })) return [];
  return Array.from({ length: catalog.instances.size }, (_, number) => ({
    id: catalog.instances.text(number), ...catalog.about(number),
  }));
}
