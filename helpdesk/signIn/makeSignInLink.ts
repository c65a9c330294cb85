import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { HelpdeskRole } from '../../models/operatorSession.ts';
import { signInLinkMac } from './signInLinkMac.ts';
import { signInLinkMinutes } from './signInLinkMinutes.ts';

/**
 * Makes a link that signs in to the console once, in local mode. It carries its own proof, so that the command line can
 * make one while Usher has the store open.
 *
 * @returns its path.
 */
export function makeSignInLink(linkSecret: string, role: HelpdeskRole): string {
  const until = DateTime.now().plus({ minutes: signInLinkMinutes }).toMillis();
  const told = [role === 'Helpdesk.Act' ? 'act' : 'read', until.toString(36), randomBytes(16).toString('base64url')];
  return `/helpdesk/sign-in/link/${told.join('.')}.${signInLinkMac(linkSecret, told.join('.'))}`;
}
