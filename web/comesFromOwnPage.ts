import type { IncomingHttpHeaders } from 'node:http';

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a form may have been sent from a page of ours, by what browsers say of themselves (Origin, RFC 6454;
 * Sec-Fetch-Site, W3C Fetch Metadata). What says nothing is no browser of these days; its form still needs its token.
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host = '' } = headers;
  if (origin === undefined) return true;
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  // On one's own machine localhost and 127.0.0.1 are the same place, unless a stranger's name was made to point here.
  return isLocal(own.host) && isLocal(host) && origin === `http://${host}`;
}

function isLocal(host: string): boolean {
  return localNames.has(host.replace(/:\d+$/, '').toLowerCase());
}
