import { randomBytes } from 'node:crypto';

/** How an immutable id looks. */
export const mailIdPattern = /^AAkALg[\w-]{48}$/;

/** @returns a new immutable id, as long as Exchange's. */
export function newMailId(): string {
  return `AAkALg${randomBytes(36).toString('base64url')}`;
}
