import { createHash } from 'node:crypto';

/** @returns what is stored of a session's id: its SHA-256, base64url. */
export function sessionHash(sessionId: string): string {
  return createHash('sha256').update(`session:${sessionId}`).digest('base64url');
}
