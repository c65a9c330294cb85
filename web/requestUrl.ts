import type { IncomingMessage } from 'node:http';

/**
 * @returns what a request asks for; of its host nothing is believed. Put together, not resolved: a path that begins with
 *   two slashes would be taken for a host.
 */
export function requestUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  const base = 'http://usher.invalid';
  return url.startsWith('/') ? new URL(base + url) : new URL(url, base);
}
