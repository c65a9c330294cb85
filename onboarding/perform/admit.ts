import { Credential } from '../../models/credential.ts';
import { Invitation } from '../../models/invitation.ts';
import { givenByAgreement, Membership } from '../../models/membership.ts';
import { grantRoles } from '../grantRoles.ts';
import type { House } from '../house.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import { now } from '../now.ts';
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
    await once(() =>
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
  await once(() => Membership.updateOne(key, { $setOnInsert: { ...made, roles: given } }, { upsert: true }));
  const membership = await Membership.findOne(key).lean();
  if (membership) await grantRoles(membership, roles, { email: givenBy, channel });
  await Invitation.updateOne({ _id: invitation._id }, { $set: { admittedAt: now() } });
}

/** Two upserts of one document in one instant: for the one that comes second it is done. */
async function once(upsert: () => PromiseLike<unknown>): Promise<void> {
  try {
    await upsert();
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
