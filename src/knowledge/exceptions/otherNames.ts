// Classes that another release names otherwise, or that only narrow another one: the words of that one hold.

import type { ForeignExceptionName, NovaExceptionName } from '../facts/names';

type ClassName = NovaExceptionName | ForeignExceptionName;

/** The class without words of its own → the class whose words hold for it. */
export const otherNames = {
  InstanceTypeDiskTooSmall: 'FlavorDiskTooSmall',
  InstanceTypeMemoryTooSmall: 'FlavorMemoryTooSmall',
  InstanceTypeNotFound: 'FlavorNotFound',
  InstanceTypeNotFoundByName: 'FlavorNotFound',
  FlavorNotFoundByName: 'FlavorNotFound',
  CannotResizeToSameSize: 'CannotResizeToSameFlavor',
  InvalidLibvirtGPUConfig: 'InvalidLibvirtMdevConfig',
  TargetPortalsNotFound: 'TargetPortalNotFound',
  // Glance's client raises those; these are what it calls them in an except clause
  'glanceclient.Unauthorized': 'glanceclient.HTTPUnauthorized',
  'glanceclient.Forbidden': 'glanceclient.HTTPForbidden',
  'glanceclient.NotFound': 'glanceclient.HTTPNotFound',
  'glanceclient.Conflict': 'glanceclient.HTTPConflict',
  'glanceclient.OverLimit': 'glanceclient.HTTPOverLimit',
  'glanceclient.ServiceUnavailable': 'glanceclient.HTTPServiceUnavailable',
} as const satisfies Readonly<Partial<Record<ClassName, ClassName>>>;
