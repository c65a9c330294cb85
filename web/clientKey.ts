import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from './clientAddress.ts';

/** @returns from where a request comes, for limits and the log: a fingerprint of the client's address. */
export function clientKey(linkSecret: string, request: IncomingMessage, proxyHops: number): string {
  const told = request.headers['x-forwarded-for'] as string | undefined;
  const address = clientAddress(request.socket.remoteAddress, told, proxyHops);
  return createHmac('sha256', linkSecret).update(`client:${address}`).digest('base64url').slice(0, 22);
}
