import type { Request } from 'restify';

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The mailbox has no sign-in. A page from elsewhere that the same browser shows must not read or change it, be it by a
 * name that it has rebound to 127.0.0.1 (the Host tells) or by sending a form here (the Origin tells).
 *
 * @returns why the request is not answered, or undefined when it may be.
 */
export function notLocal(request: Request): string | undefined {
  const host = request.headers.host ?? '';
  if (!localNames.has(host.replace(/:\d+$/, '').toLowerCase())) return 'The sandbox answers to localhost only.';
  const { origin } = request.headers;
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && origin !== undefined && origin !== `http://${host}`)
    return 'The sandbox takes this from its own pages only.';
  return undefined;
}
