// The path of a log, of any system → the same with slashes alone, in which an archive is a folder.

export function slashed(path: string): string {
  return path.replaceAll('\\', '/').replaceAll('!/', '/');
}
