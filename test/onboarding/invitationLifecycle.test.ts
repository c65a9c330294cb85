import assert from 'node:assert/strict';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import type { InvitationNews } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { declineInvitation } from '../../onboarding/declineInvitation.ts';
import { invitationExpiry } from '../../onboarding/invitationExpiry.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { markUndeliverable } from '../../onboarding/markUndeliverable.ts';
import { rememberPerson } from '../../onboarding/rememberPerson.ts';
import { renewInvitation } from '../../onboarding/renewInvitation.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../../onboarding/sendInvitationAgain.ts';
import { makeHouse } from './house.ts';
import { auditLog, mails } from './mails.ts';
import { by, people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore } from './storeCalls.ts';

const maria = { ...people.giulia, email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi' };

describe('an invitation, as time goes by', () => {
  const here = scene();
  const invite = async () => {
    const input = {
      purchasingAccountId: here.ids.contoso,
      email: maria.email,
      firstName: 'Maria',
      lastName: 'Rossi',
      language: 'it',
      country: 'IT',
      roles: ['reportViewer'],
    };
    const { invitation } = outcomeOf(await inviteUser(here.house, people.marco, input), 'invited');
    await here.house.work();
    return invitation.id;
  };
  /** The days left that the reminders to Maria told, in their order. */
  const reminders = async () => {
    const sent = await OutgoingMail.find({ 'to.email': maria.email }).sort({ createdAt: 1 }).lean();
    return sent.flatMap(({ notice }) => (notice.kind === 'invitation' ? (notice.daysLeft ?? []) : []));
  };
  /** What Marco was told, by mail and in Teams. */
  const news = async (): Promise<InvitationNews[]> => {
    const told = [...(await OutgoingMail.find().lean()), ...(await OutgoingMessage.find().lean())];
    return told.flatMap(({ notice, to }) =>
      notice.kind === 'invitationNews' && to.email === people.marco.email ? [notice.news] : [],
    );
  };
  const pass = async (...days: number[]) => {
    for (const each of days) {
      here.later({ days: each });
      await here.house.work();
    }
  };

  it('ends at the time of day of its sending, where the organization is', () => {
    const sentAt = new Date('2026-03-01T09:30:00Z');
    assert.deepEqual(invitationExpiry(sentAt, 'Europe/Rome'), new Date('2026-04-30T08:30:00Z'));
    assert.deepEqual(invitationExpiry(sentAt, 'nowhere'), new Date('2026-04-30T09:30:00Z'));
  });

  it('reminds its person 30, 7 and 1 days before it expires, then tells the inviter that it expired, each once', async () => {
    const id = await invite();
    await pass(29, 2, 22, 1, 5, 0.5);
    assert.deepEqual(await reminders(), [30, 7, 1]);
    assert.deepEqual(await news(), []);
    await pass(1, 1, 30);
    assert.deepEqual(await reminders(), [30, 7, 1]);
    assert.deepEqual(await news(), [{ outcome: 'expired' }]);
    assert.equal((await Invitation.findById(id).lean())?.state, 'expired');
    assert.equal((await auditLog()).filter((entry) => entry === `usher invitationExpired ${maria.email}`).length, 1);
  });

  it('sends the last reminder only, and none after the end, where the process slept', async () => {
    await invite();
    await pass(55);
    assert.deepEqual(await reminders(), [7]);
    await pass(100);
    assert.deepEqual(await reminders(), [7]);
    assert.deepEqual(await news(), [{ outcome: 'expired' }]);
  });

  it('counts anew from the last sending', async () => {
    const id = await invite();
    await pass(31);
    outcomeOf(await sendInvitationAgain(here.house, people.marco, { invitationId: id }), 'sentAgain');
    await pass(28, 1);
    assert.deepEqual(await reminders(), [30]);
    assert.deepEqual(await news(), []);
    await pass(1.5, 23, 6);
    assert.deepEqual(await reminders(), [30, 30, 7, 1]);
  });

  it('says nothing more once it is withdrawn', async () => {
    const id = await invite();
    outcomeOf(await revokeInvitation(here.house, people.marco, { invitationId: id }), 'revoked');
    await pass(31, 30);
    assert.deepEqual(await reminders(), []);
    assert.deepEqual(await news(), []);
  });

  it('tells the inviter once that its mail came back, and reminds nobody at that address', async () => {
    const id = await invite();
    const bounced = { invitationId: id, sending: 1, reason: '550 5.1.1  no\r\nsuch user' };
    outcomeOf(await markUndeliverable(here.house, bounced), 'marked');
    outcomeOf(await markUndeliverable(here.house, bounced), 'marked');
    await here.house.work();
    assert.deepEqual(await news(), [{ outcome: 'undeliverable', reason: '550 5.1.1 no such user' }]);
    await pass(31);
    assert.deepEqual(await reminders(), []);
    outcomeOf(await sendInvitationAgain(here.house, people.marco, { invitationId: id }), 'sentAgain');
    refusalOf(await markUndeliverable(here.house, bounced), 'nothingToDo');
    assert.equal((await Invitation.findById(id).lean())?.undeliverable, undefined);
  });

  it('is declined by its person only, once, and the inviter hears why', async () => {
    const id = await invite();
    refusalOf(await declineInvitation(here.house, people.omar, { invitationId: id }), 'notFound');
    const input = { invitationId: id, reason: 'Non mi serve più' };
    outcomeOf(await declineInvitation(here.house, by(maria, 'mail'), { ...input, origin: 'mail-1' }), 'declined');
    outcomeOf(await declineInvitation(here.house, by(maria, 'mail'), { ...input, origin: 'mail-1' }), 'declined');
    outcomeOf(await declineInvitation(here.house, by(maria, 'mail'), input), 'declinedBefore');
    await here.house.work();
    assert.deepEqual(await news(), [{ outcome: 'declined', reason: 'Non mi serve più' }]);
    refusalOf(await sendInvitationAgain(here.house, people.marco, { invitationId: id }), 'noLongerPending');
  });

  it('is not declined any more when its days are over', async () => {
    const id = await invite();
    here.later({ days: 61 });
    const late = await declineInvitation(here.house, maria, { invitationId: id });
    assert.equal(refusalOf(late, 'noLongerPending').state, 'expired');
    await here.house.work();
    assert.deepEqual(await news(), [{ outcome: 'expired' }]);
  });

  it('declined for somebody else, the inviter hears whom to ask, without what is no name or address', async () => {
    const rows: [{ name?: string; email?: string }, InvitationNews & { outcome: 'notMe' }][] = [
      [
        { name: 'Lena Vogel', email: 'LENA.VOGEL@contoso.com' },
        { outcome: 'notMe', reason: '', instead: { name: 'Lena Vogel', email: 'lena.vogel@contoso.com' } },
      ],
      [
        { name: 'contoso.com/now', email: 'nobody' },
        { outcome: 'notMe', reason: '' },
      ],
    ];
    for (const [notMe, told] of rows) {
      await here.afresh();
      const id = await invite();
      outcomeOf(await declineInvitation(here.house, maria, { invitationId: id, notMe }), 'declined');
      await here.house.work();
      assert.deepEqual(await news(), [told]);
    }
  });

  it('declined already, the inviter hears of each further person to ask, once, and of no more than three', async () => {
    const id = await invite();
    const names = async (email: string, origin: string) =>
      (await declineInvitation(here.house, maria, { invitationId: id, notMe: { email }, origin })).outcome;
    assert.equal(await names('luca@contoso.com', 'mail-1'), 'declined');
    assert.equal(await names('anna@contoso.com', 'mail-2'), 'namedToo');
    assert.equal(await names('anna@contoso.com', 'mail-2'), 'namedToo');
    assert.equal(await names('anna@contoso.com', 'mail-3'), 'declinedBefore');
    assert.equal(await names('Luca@contoso.com', 'mail-4'), 'declinedBefore');
    assert.equal(await names('omar@contoso.com', 'mail-5'), 'namedToo');
    assert.equal(await names('nina@contoso.com', 'mail-6'), 'declinedBefore');
    await here.house.work();
    assert.deepEqual(
      (await news()).map((told) => told.outcome === 'notMe' && told.instead?.email),
      ['luca@contoso.com', 'anna@contoso.com', 'omar@contoso.com'],
    );
    assert.doesNotMatch(JSON.stringify(await Invitation.findById(id).lean()), /anna@/);
  });

  it('declined already, the inviter hears once of somebody who is named twice in one instant', async () => {
    const id = await invite();
    const names = (origin: string) =>
      declineInvitation(here.house, maria, { invitationId: id, notMe: { email: 'anna@contoso.com' }, origin });
    outcomeOf(await declineInvitation(here.house, maria, { invitationId: id }), 'declined');
    rightBefore('invitations.findOneAndUpdate', ['"toldOf":{"$each"'], () => names('mail-1'));
    outcomeOf(await names('mail-2'), 'declinedBefore');
    await here.house.work();
    assert.equal((await news()).filter(({ outcome }) => outcome === 'notMe').length, 1);
  });

  it('tells in Teams who can be reached there', async () => {
    await rememberPerson(here.house, {
      ...people.marco,
      teams: { userId: '29:m', reference: { conversation: { id: 'a' } } },
    });
    const id = await invite();
    outcomeOf(await declineInvitation(here.house, maria, { invitationId: id }), 'declined');
    await here.house.work();
    assert.equal(await OutgoingMessage.countDocuments({ 'notice.kind': 'invitationNews' }), 1);
    assert.equal(await OutgoingMail.countDocuments({ 'notice.kind': 'invitationNews' }), 0);
  });

  it('that of the agreement is told to the partner, who can do something about it', async () => {
    await pass(51);
    assert.deepEqual(
      (await mails()).filter((mail) => mail.startsWith('invitationNews')),
      [`invitationNews → ${people.nina.email}`],
    );
  });

  describe('whose link does not work any more, says its person', () => {
    const renew = (actor: typeof maria, invitationId: string, origin?: string) =>
      renewInvitation(here.house, actor, { invitationId, ...(origin !== undefined && { origin }) });

    it('is sent again while it waits, once for one mail', async () => {
      const id = await invite();
      outcomeOf(await renew(maria, id, 'mail-1'), 'sentAgain');
      outcomeOf(await renew(maria, id, 'mail-1'), 'sentAgain');
      assert.equal((await Invitation.findById(id).lean())?.sendings, 2);
    });

    it('is asked for anew, with its roles, when its days are over', async () => {
      const id = await invite();
      await pass(61);
      const asked = outcomeOf(await renew(maria, id), 'asked');
      assert.deepEqual(
        asked.asked.map(({ email }) => email),
        [people.lena.email, people.marco.email],
      );
      refusalOf(await renew(maria, id), 'alreadyAsked');
    });

    it('goes to the designated administrator again without anybody being asked', async () => {
      const ruths = await Invitation.findOne({ email: people.ruth.email }).lean();
      const sent = outcomeOf(await renew(people.ruth, String(ruths?._id)), 'sent');
      assert.equal(sent.to.email, people.ruth.email);
    });

    it('is nobody else’s business', async () => {
      refusalOf(await renew(people.omar, await invite()), 'notFound');
    });

    it('is limited per person', async () => {
      here.still();
      const house = makeHouse({ limits: { resendPerPerson: { most: 1, per: { hours: 1 } } } });
      const input = { invitationId: await invite() };
      outcomeOf(await renewInvitation(house, maria, input), 'sentAgain');
      refusalOf(await renewInvitation(house, maria, input), 'limited');
    });

    it('is not needed by whoever is in', async () => {
      const id = await invite();
      await Invitation.updateOne({ _id: id }, { $set: { state: 'accepted' } });
      await Membership.updateOne({ email: people.omar.email }, { $set: { email: maria.email } });
      assert.deepEqual(refusalOf(await renew(maria, id), 'alreadyIn').roles, ['reportViewer']);
    });
  });
});
