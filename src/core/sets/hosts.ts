// Names of hosts: nova.conf, a wrapper and a folder may spell the same host differently.

/** The same name, or one is the other's first label: `compute1` and `compute1.example.com`. */
export function sameHost(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short !== '' && long.charAt(short.length) === '.' && long.startsWith(short) && !isAddress(long);
}

function isAddress(name: string): boolean {
  return /^[\d.]+$/.test(name);
}
