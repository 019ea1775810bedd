// A name at the beginning of a line → whether it is that of an exception class.

/** What a failed command said, in the text of its exception: no classes. */
const outputs: ReadonlySet<string> = new Set(['Command', 'Stdout', 'Stderr']);

/** Classes that begin with a small letter: `error`, `timeout`, `libvirtError`, and those of Windows (`x_wmi`,
 *  `com_error`). What else is written so is a key of something that was pasted below. */
const small = /^x_|(?:error|exception|timeout)$/i;

/** Behind frames any name is a class that could be one; a line alone must look like one. */
export function isClass(type: string, withMessage: boolean, alone: boolean): boolean {
  const name = type.slice(type.lastIndexOf('.') + 1);
  if (outputs.has(type)) return false;
  if (/^_?[A-Z]/.test(name)) return withMessage || !alone || looksLikeClass(type);
  if (!withMessage) return type.includes('.') && looksLikeClass(type);
  return looksLikeClass(type) || (!alone && small.test(name));
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
