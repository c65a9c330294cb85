import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { Actor } from '../../onboarding/actor.ts';
import type { House } from '../../onboarding/house.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { loadAgreement } from '../../onboarding/loadAgreement.ts';
import { makeRequest } from '../../onboarding/makeRequest.ts';
import { replyReference } from '../../onboarding/replyReference.ts';
import type { Worker } from '../../onboarding/worker.ts';

/** A request that waits for its answer: the mail of ours that asks, and who got it. */
export interface Asked {
  requestId: string;
  requester: Recipient;
  decider: Recipient;
  /** Of that mail; whoever has it can answer. */
  reference: string;
  mail: OutgoingMail;
}

/** What mails are about: open requests, and invitations whose mails may come back. */
export interface MailWorld {
  asked: Asked[];
  invited: { invitationId: string; email: string; reference: string }[];
}

const domains = ['contoso.com', 'fabrikam.com', 'tailspintoys.com', 'northwindtraders.com'];

/**
 * Fills an open store: agreements with an account and two administrators each, requests to them, invitations. The mails
 * about that count as sent.
 *
 * @param size `accounts`: so many that nobody gets near to how many mails Usher takes from one person in an hour.
 */
export async function makeMailWorld(
  house: House,
  worker: Worker,
  size: { requests: number; invitations: number; accounts?: number },
): Promise<MailWorld> {
  const { accounts = 10 } = size;
  const operator: Actor = {
    email: 'operator@businesscenter.example',
    firstName: 'Op',
    lastName: 'Erator',
    language: 'en',
    channel: 'commandLine',
  };
  const numbers = Array.from({ length: accounts }, (_, index) => `00060${String(index).padStart(5, '0')}`);
  const loaded = await loadAgreement(house, operator, {
    agreements: numbers.map((number, index) => ({
      number: `42000${String(index).padStart(5, '0')}`,
      organization: `Mail Benchmark ${index}`,
      country: 'IT',
      timeZone: 'Europe/Rome',
      signedBy: { firstName: 'Paola', lastName: 'Conti' },
      accounts: [{ number, administrator: decider(index, 0) }],
    })),
  });
  if (loaded.outcome !== 'loaded') throw new Error(`The agreements were refused: ${JSON.stringify(loaded.refusal)}`);
  const places = await Promise.all(
    numbers.map(async (number, index) => {
      const account = await PurchasingAccount.findOne({ number }).orFail().lean();
      for (const which of [0, 1]) {
        const { email, ...named } = decider(index, which);
        await Membership.updateOne(
          { email, purchasingAccount: account._id },
          {
            $setOnInsert: {
              ...named,
              roles: [{ role: 'accountAdministrator', since: new Date(), givenBy: operator.email }],
            },
          },
          { upsert: true },
        );
      }
      return { account, deciders: await Membership.find({ purchasingAccount: account._id }).lean() };
    }),
  );

  const made: { requestId: string; requester: Recipient; decider: string }[] = [];
  for (let index = 0; index < size.requests; index += 1) {
    const { account, deciders } = places[index % accounts] as (typeof places)[number];
    const requester = {
      email: `asker${index}@${domains[index % domains.length]}`,
      firstName: 'Asker',
      lastName: `Number ${index}`,
      language: index % 3 === 0 ? 'en' : 'it',
    };
    const request = { kind: 'invitation' as const, requester, channel: 'teams' as const, message: '' };
    const result = await makeRequest(house, account, deciders, { ...request, roles: ['reportViewer'] });
    if (result.outcome !== 'asked') throw new Error(`A request was refused: ${result.refusal.reason}`);
    const which = Math.floor(index / accounts) % 2;
    made.push({ requestId: result.requestId, requester, decider: decider(index % accounts, which).email });
  }
  for (let index = 0; index < size.invitations; index += 1) {
    const { account } = places[index % accounts] as (typeof places)[number];
    const result = await inviteUser(
      house,
      { ...decider(index % accounts, 0), channel: 'teams' },
      {
        purchasingAccountId: account._id.toHexString(),
        email: `invited${index}@contoso.com`,
        firstName: 'Invited',
        lastName: `Number ${index}`,
        language: 'en',
        country: 'IT',
        roles: ['reportViewer'],
        confirmOutsideDomain: true,
      },
    );
    if (result.outcome !== 'invited') throw new Error(`An invitation was refused: ${result.refusal.reason}`);
  }
  await worker.drain();
  await OutgoingMail.updateMany({}, { $set: { state: 'sent', sentAt: new Date() }, $unset: { dueAt: 1 } });

  const referenceOf = ({ _id }: OutgoingMail) => replyReference(house.linkSecret, _id);
  const asked = await Promise.all(
    made.map(async ({ requestId, requester, decider }) => {
      const mail = await OutgoingMail.findOne({ 'notice.requestId': requestId, 'to.email': decider }).orFail().lean();
      return { requestId, requester, decider: mail.to, reference: referenceOf(mail), mail };
    }),
  );
  const invitations = await Invitation.find({ email: /^invited\d+@/ }).lean();
  const invited = await Promise.all(
    invitations.map(async ({ _id, email }) => {
      const invitationId = _id.toHexString();
      const mail = await OutgoingMail.findOne({ 'notice.invitationId': invitationId, 'to.email': email })
        .orFail()
        .lean();
      return { invitationId, email, reference: referenceOf(mail) };
    }),
  );
  if ((await AccessRequest.countDocuments({ state: 'open' })) < size.requests) throw new Error('Requests are missing');
  return { asked, invited };
}

function decider(account: number, which: number) {
  const domain = domains[account % domains.length];
  return {
    email: `decider${account}.${which}@${domain}`,
    firstName: which === 0 ? 'Marta' : 'Lars',
    lastName: 'Decider',
    language: account % 2 === 0 ? 'it' : 'en',
  };
}
