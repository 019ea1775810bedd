// A fault → what makes it alike with others: class, innermost frame of Nova, and its text without what
// differs from one failure to the next.

import type { Fault } from '../model';
import { classTail } from '../timelines/frameHints';

const longest = 300;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const bareUuid = /\b[0-9a-f]{32}\b/gi;
const mac = /\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi;
const pci = /\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-9a-f]\b/gi;
const ipv4 = /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g;
const ipv6 = /\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}/gi;
const hex = /\b0x[0-9a-f]+/gi;
const name = /\binstance-[0-9a-f]{8}\b/gi;
const number = /\d+/g;

/** The first line of a message; ids are `<id>`, addresses `<address>`, numbers `<n>`. */
export function plainMessage(message: string): string {
  return (message.trimStart().split('\n', 1)[0] ?? '').slice(0, longest)
    .replace(uuid, '<id>').replace(bareUuid, '<id>').replace(name, '<id>')
    .replace(mac, '<address>').replace(pci, '<address>').replace(ipv4, '<address>').replace(ipv6, '<address>')
    .replace(hex, '<id>').replace(number, '<n>').trimEnd();
}

/** `nova/compute/manager.py:_prep_block_device` of the innermost frame that is Nova's; undefined: none. */
export function novaFrame({ frames }: Fault): string | undefined {
  const frame = frames.findLast(({ file }) => file.includes('/nova/') || file.startsWith('nova/'));
  if (!frame) return undefined;
  const at = frame.file.lastIndexOf('/nova/');
  return `${at < 0 ? frame.file : frame.file.slice(at + 1)}:${frame.function}`;
}

/** The class without its module; undefined where the log shows none. */
export function typeOf(fault: Fault | undefined): string | undefined {
  return fault?.type ? classTail(fault.type) : undefined;
}
