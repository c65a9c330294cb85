import { isIPv4 } from 'node:net';

/** @param host a host name or address, without port, as `URL.hostname` gives it. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (host.startsWith('127.') && isIPv4(host));
}

/** @returns the URL if it is http(s) and names this machine by a loopback address; undefined otherwise. */
export function loopbackUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return (url.protocol === 'http:' || url.protocol === 'https:') && isLoopbackHost(url.hostname) ? url : undefined;
}
