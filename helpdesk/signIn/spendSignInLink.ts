import { timingSafeEqual } from 'node:crypto';
import type { HelpdeskRole } from '../../models/operatorSession.ts';
import { UsedSignInLink } from '../../models/usedSignInLink.ts';
import { isDuplicateKey } from '../../onboarding/isDuplicateKey.ts';
import { now } from '../../onboarding/now.ts';
import { signInLinkMac } from './signInLinkMac.ts';

/**
 * Uses a sign-in link up.
 *
 * @param token what stands in the link behind its last slash.
 * @returns the role that it gives, or undefined when it was not made here, is over, or was used before.
 */
export async function spendSignInLink(linkSecret: string, token: string): Promise<HelpdeskRole | undefined> {
  const [, told = '', mac = ''] = /^((?:read|act)\.[0-9a-z]{1,10}\.[\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const expected = Buffer.from(signInLinkMac(linkSecret, told));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [role, until = '', id] = told.split('.');
  const expiresAt = new Date(Number.parseInt(until, 36));
  if (expiresAt <= now()) return undefined;
  try {
    await UsedSignInLink.create({ _id: id, expiresAt });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    return undefined;
  }
  return role === 'act' ? 'Helpdesk.Act' : 'Helpdesk.Read';
}
