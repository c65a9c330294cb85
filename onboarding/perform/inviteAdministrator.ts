import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { ensureInvitation } from '../ensureInvitation.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';

/** Sees to it that the designated administrator has an invitation, or the role if they are in; if it still is them. */
export async function inviteAdministrator(
  house: House,
  { item, work, document }: Handed<'inviteAdministrator', PurchasingAccount>,
): Promise<void> {
  const account = await PurchasingAccount.findById(document._id).lean();
  if (account?.administrator.email !== work.email) return;
  await ensureInvitation(
    house,
    account,
    { ...account.administrator, country: account.country },
    ['accountAdministrator'],
    { by: { email: work.givenBy, channel: work.channel }, workId: item._id, grantIfIn: !work.again },
  );
}
