import { Credential } from '../../models/credential.ts';
import { Invitation } from '../../models/invitation.ts';
import { givenByAgreement, Membership } from '../../models/membership.ts';
import { grantRoles } from '../grantRoles.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import { onceOnly } from '../onceOnly.ts';
import type { Handed } from './handed.ts';

/**
 * Lets in who has accepted an invitation: their work account, if it is their first, and their roles. Whoever is in
 * meanwhile gets the roles that they lack; a work account that is there stays as it is.
 */
export async function admit(
  _house: House,
  { work, document: invitation }: Pick<Handed<'admit', Invitation>, 'work' | 'document'>,
): Promise<void> {
  const { email, purchasingAccount, roles, language } = invitation;
  const { passwordHash, firstName, lastName, channel } = work;
  // Roles may have been taken away since; and as leased, the document may be from before.
  if (await Invitation.exists({ _id: invitation._id, admittedAt: { $exists: true } })) return;
  const at = invitation.endedAt ?? now();
  if (passwordHash !== undefined) {
    await onceOnly(() =>
      Credential.updateOne(
        { _id: email },
        { $setOnInsert: { passwordHash, createdAt: at, passwordChangedAt: at } },
        { upsert: true },
      ),
    );
  }
  const givenBy = invitation.invitedBy ?? givenByAgreement;
  const key = { email, purchasingAccount };
  const made = { ...key, firstName, lastName, language, pendingWork: [] };
  const given = roles.map((role) => ({ role, since: at, givenBy }));
  await onceOnly(() => Membership.updateOne(key, { $setOnInsert: { ...made, roles: given } }, { upsert: true }));
  const membership = await Membership.findOne(key).lean();
  if (membership) await grantRoles(membership, roles, { email: givenBy, channel });
  await Invitation.updateOne({ _id: invitation._id }, { $set: { admittedAt: now() } });
}
