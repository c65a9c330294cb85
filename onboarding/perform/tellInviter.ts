import type { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { House } from '../house.ts';
import { invitationFollowers } from '../invitationFollowers.ts';
import { personView } from '../personView.ts';
import type { Handed } from './handed.ts';
import { tellPerson } from './tellPerson.ts';

/** Tells whoever follows an invitation what became of it, in Teams or else by mail. */
export async function tellInviter(
  house: House,
  { item, work, document }: Handed<'tellInviter', Invitation>,
): Promise<void> {
  const account = await PurchasingAccount.findById(document.purchasingAccount).lean();
  if (!account) return;
  const { people, forPartner } = await invitationFollowers(document, account);
  for (const person of people) {
    await tellPerson(house, `${item._id}-${person.email}`, person, {
      kind: 'invitationNews',
      invitationId: document._id.toHexString(),
      organization: account.organization,
      accountNumber: account.number,
      person: personView(document),
      roles: [...document.roles],
      forPartner,
      news: work.news,
    });
  }
}
