import { isIPv4, isIPv6 } from 'node:net';

/**
 * From which address a request comes, as far as it can be trusted.
 *
 * @param peer who is at the other end of the connection.
 * @param forwardedFor the X-Forwarded-For header: each proxy adds at the end whom it talks to; what stands before that
 *   anybody can write.
 * @param hops how many proxies of our own are in front.
 * @returns an IPv4 address, or the first 64 bits of an IPv6 address: so much one client has for itself.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined, hops: number): string {
  const told = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const said = hops > 0 ? told.at(-hops) : undefined;
  return shortened(said || peer || '');
}

function shortened(address: string): string {
  const plain = address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  const withoutPort = plain.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (isIPv4(withoutPort)) return withoutPort;
  if (!isIPv6(plain)) return 'unknown';
  const [head = '', tail] = plain.toLowerCase().split('::') as [string, string?];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
