// Names and values of options → what may be shown of them. In: `group.name` and a value as a file or a log
// spells it. Out: the value, or asterisks as oslo.config writes them, where it is or holds a secret.

import type { Facts } from '../../knowledge/facts/shapes';

/** What oslo.config itself logs in place of a secret. */
export const masked = '****';

const secretName =
  /(?:^|_)(?:password|passwd|passphrase|secret|token|key|credentials?|secret_id|token_id|auth_blob)$/;
const openTypes = new Set(['boolean', 'bool', 'integer', 'int', 'float', 'port']);
const harmless = new Set(['', 'true', 'false', 'none', masked]);

/**
 * True when the value of the option must not be shown: the facts say so, or its name does. Facts that know it
 * as a number or a switch (`enable_instance_password`) overrule the name.
 */
export function isSecret(fullName: string, facts?: Facts): boolean {
  const option = facts?.options.get(fullName);
  if (option?.secret) return true;
  if (option && openTypes.has(option.type ?? '')) return false;
  const name = fullName.slice(fullName.lastIndexOf('.') + 1);
  return name !== 'key' && secretName.test(name);
}

/** The value as it may be shown; user and password of an address are replaced, whatever the option. */
export function maskValue(fullName: string, value: string, facts?: Facts): string {
  if (harmless.has(value.trim().toLowerCase())) return value;
  return isSecret(fullName, facts) ? masked : maskCredentials(value);
}

// Several addresses may stand in one value, each with credentials: all up to the last `@` goes.
function maskCredentials(value: string): string {
  const begin = value.indexOf('://');
  const end = begin < 0 ? -1 : value.lastIndexOf('@');
  return end < begin + 3 ? value : `${value.slice(0, begin + 3)}${masked}${value.slice(end)}`;
}
