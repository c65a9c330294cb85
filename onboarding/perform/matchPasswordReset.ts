import { DateTime } from 'luxon';
import { Credential } from '../../models/credential.ts';
import { Membership } from '../../models/membership.ts';
import type { PasswordReset } from '../../models/passwordReset.ts';
import { addWork } from '../addWork.ts';
import type { House } from '../house.ts';
import { tokenHash } from '../invitationLink.ts';
import { passwordResetLife, passwordResetToken } from '../passwordResetLink.ts';
import { takeFromLimit } from '../takeFromLimit.ts';
import type { Handed } from './handed.ts';

/**
 * Mails a link for a new password to the address that somebody typed, if it has a password here; whoever signs in with
 * Microsoft alone has none. The link takes the place of an older one, never of a newer one. Nobody is told what came of
 * it.
 */
export async function matchPasswordReset(
  house: House,
  { item, document }: Handed<'matchPasswordReset', PasswordReset>,
): Promise<void> {
  const { email, language, createdAt } = document;
  if (await takeFromLimit(house, 'passwordResetsPerAccount', email, { countedFor: item._id })) return;
  const id = document._id.toHexString();
  const expiresAt = DateTime.now().plus(passwordResetLife).toJSDate();
  const member = await Membership.findOne({ email }).lean();
  const { firstName, lastName } = member ?? { firstName: '', lastName: '' };
  const made = await Credential.updateOne(
    {
      _id: email,
      passwordHash: { $exists: true },
      'reset.id': { $ne: id },
      'reset.askedAt': { $not: { $gt: createdAt } },
      passwordChangedAt: { $not: { $gt: createdAt } },
    },
    {
      $set: {
        reset: { id, tokenHash: tokenHash(passwordResetToken(house.linkSecret, id)), askedAt: createdAt, expiresAt },
      },
      ...addWork([
        {
          kind: 'mail',
          to: { email, firstName, lastName, language: member?.language ?? language },
          notice: { kind: 'passwordReset', resetId: id, expiresAt },
        },
      ]),
    },
  );
  if (made.modifiedCount > 0) house.wake();
}
