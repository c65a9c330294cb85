import type { AccessRequest } from '../../models/accessRequest.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { ensureInvitation } from '../ensureInvitation.ts';
import type { House } from '../house.ts';
import { personView } from '../personView.ts';
import type { Handed } from './handed.ts';

/**
 * Makes the invitation that an approved request asked for. Whoever was invited meanwhile gets that invitation again,
 * with these roles beside its own; whoever is in meanwhile gets the roles.
 */
export async function invite(house: House, { item, work, document }: Handed<'invite', AccessRequest>): Promise<void> {
  const [account, giver] = await Promise.all([
    PurchasingAccount.findById(document.purchasingAccount).lean(),
    Membership.findOne({ email: work.givenBy, purchasingAccount: document.purchasingAccount }).lean(),
  ]);
  if (!account) throw new Error(`Purchasing account ${document.purchasingAccount} of a request is gone.`);
  const { email, firstName, lastName, language } = document.requester;
  const decidedBy = document.decision;
  // A mailbox without a name still needs something to greet with.
  const name = firstName || lastName || (email.split('@')[0] ?? email);
  await ensureInvitation(
    house,
    account,
    { email, firstName: firstName || name, lastName: lastName || name, language, country: document.country },
    work.roles,
    {
      by: { email: work.givenBy, channel: decidedBy?.channel ?? 'usher' },
      invitedBy: giver ? personView(giver) : { email: work.givenBy, name: decidedBy?.byName || work.givenBy },
      origin: document._id.toHexString(),
      workId: item._id,
      grantIfIn: true,
    },
  );
}
