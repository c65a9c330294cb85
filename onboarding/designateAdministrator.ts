import type { Recipient, Work } from '../models/pendingWork.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { partnerAccount } from './partnerAccount.ts';
import { isPersonalAddress } from './personalAddress.ts';
import { personView } from './personView.ts';
import { readInvitee } from './readInvitee.ts';
import { type Refused, refused } from './refusal.ts';
import type { PersonView } from './views.ts';

export interface DesignateAdministratorInput {
  purchasingAccountId: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
}

export type DesignateAdministratorResult =
  | { outcome: 'designated'; administrator: PersonView; old: PersonView }
  | Refused;

/**
 * The partner designates another administrator (product.md, walk 6): the old invitation dies, the new person gets one,
 * both are told; all of it follows from one write on the account. An administrator who is in already keeps their access:
 * that is for the administrators inside to change. Who is designated and in already gets the role at once.
 *
 * @returns refused: `notPartner`, `notFound`, `invalid`, `personalAddress`, `sameAdministrator`.
 */
export async function designateAdministrator(
  house: House,
  actor: Actor,
  input: DesignateAdministratorInput,
): Promise<DesignateAdministratorResult> {
  const found = await partnerAccount(actor, input.purchasingAccountId);
  if ('outcome' in found) return found;
  const { partner } = found;
  const read = readInvitee({ ...input, country: found.account.country, roles: ['accountAdministrator'] });
  if ('fields' in read) return refused({ reason: 'invalid', fields: read.fields });
  const { email, firstName, lastName, language } = read.invitee;
  if (isPersonalAddress(email)) return refused({ reason: 'personalAddress' });
  const by = { email: actorAddress(actor), channel: actor.channel };
  const self = partner.people.find((one) => one.email === by.email) ?? actor;
  const designated: Recipient = { email, firstName, lastName, language };

  for (let account: PurchasingAccount | null = found.account; account; ) {
    const old: Recipient = account.administrator;
    if (old.email === email) return refused({ reason: 'sameAdministrator' });
    const tell = (to: Recipient, you: 'old' | 'new'): Work => ({
      kind: 'tell',
      to,
      notice: {
        kind: 'administratorChanged',
        organization: found.account.organization,
        accountNumber: found.account.number,
        you,
        oldAdministrator: personView(old),
        newAdministrator: personView(designated),
        changedBy: { ...personView({ ...self, email: by.email }), organization: partner.name },
      },
    });
    const written = await PurchasingAccount.updateOne(
      { _id: account._id, partner: partner._id, 'administrator.email': old.email },
      {
        $set: { administrator: designated, administratorDomain: addressDomain(email) },
        ...addWork([
          { kind: 'endAdministratorInvitation', email: old.email, givenBy: by.email, channel: by.channel },
          { kind: 'inviteAdministrator', email, givenBy: by.email, channel: by.channel },
          tell(old, 'old'),
          tell(designated, 'new'),
          auditWork('administratorDesignated', by, account._id, email, { insteadOf: old.email }),
        ]),
      },
    );
    if (written.matchedCount > 0) {
      house.wake();
      return { outcome: 'designated', administrator: personView(designated), old: personView(old) };
    }
    // Somebody else of the partner was faster, or the partner has changed.
    account = await PurchasingAccount.findOne({ _id: account._id, partner: partner._id }).lean();
  }
  return refused({ reason: 'notFound' });
}
