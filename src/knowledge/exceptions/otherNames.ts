// Classes that another release names otherwise, or that only narrow another one: the words of that one hold.

import type { ForeignExceptionName, NovaExceptionName } from '../facts/names';

type ClassName = NovaExceptionName | ForeignExceptionName;

/** The class without words of its own → the class whose words hold for it. */
export const otherNames = {
  InstanceTypeDiskTooSmall: 'FlavorDiskTooSmall',
  InstanceTypeMemoryTooSmall: 'FlavorMemoryTooSmall',
  TargetPortalsNotFound: 'TargetPortalNotFound',
} as const satisfies Readonly<Partial<Record<ClassName, ClassName>>>;
