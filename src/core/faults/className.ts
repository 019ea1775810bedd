// A name at the beginning of a line → whether it is that of an exception class.

/** What a failed command said, in the text of its exception: no classes. */
const outputs: ReadonlySet<string> = new Set(['Command', 'Stdout', 'Stderr']);

/** Behind frames any name is a class (`error`, `timeout`); a line alone must look like one. */
export function isClass(type: string, withMessage: boolean, alone: boolean): boolean {
  const name = type.slice(type.lastIndexOf('.') + 1);
  if (outputs.has(type)) return false;
  if (/^_?[A-Z]/.test(name)) return withMessage || !alone || looksLikeClass(type);
  return withMessage ? !alone || looksLikeClass(type) : type.includes('.') && looksLikeClass(type);
}

/** Whether a name is written as exception classes are: `VolumeNotCreated`, `libvirt.libvirtError`,
 *  `GError`. */
export function looksLikeClass(type: string): boolean {
  const name = type.slice(type.lastIndexOf('.') + 1);
  if (/(?:Error|Exception|Timeout|_Remote)$/.test(name)) return name !== 'Error' || type !== name;
  return /^_?[A-Z][a-z0-9]*[A-Z]/.test(name) && /[a-z]/.test(name) && !name.endsWith('Filter');
}

/** `nova.exception_Remote.NoValidHost_Remote` → `nova.exception.NoValidHost`. */
export function withoutRemote(type: string): string {
  return type.replaceAll('_Remote', '');
}
