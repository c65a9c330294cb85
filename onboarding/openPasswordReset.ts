import { Credential } from '../models/credential.ts';
import { tokenHash } from './invitationLink.ts';
import { now } from './now.ts';
import { passwordOwner } from './password/passwordOwner.ts';

export type OpenPasswordResetResult =
  | { outcome: 'found'; email: string; language?: string }
  /** Used, too old, overtaken by a newer one or by a change of the password, or never made. */
  | { outcome: 'dead' };

/** Looks whose password a link is for; nothing is used up. */
export async function openPasswordReset(token: string): Promise<OpenPasswordResetResult> {
  const credential = await Credential.findOne(
    { 'reset.tokenHash': tokenHash(token), 'reset.expiresAt': { $gt: now() }, 'reset.usedAt': { $exists: false } },
    { _id: 1 },
  ).lean();
  if (!credential) return { outcome: 'dead' };
  const { email, language } = await passwordOwner(credential._id);
  return { outcome: 'found', email, ...(language !== undefined && { language }) };
}
