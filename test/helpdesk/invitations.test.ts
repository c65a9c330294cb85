import assert from 'node:assert/strict';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Invitation } from '../../models/invitation.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';

describe('invitations, at the helpdesk', () => {
  const here = scene();
  let site: TestConsole;
  let actor: OperatorBrowser;
  beforeEach(async () => {
    site = await startConsole(here.house);
    actor = await OperatorBrowser.signedIn(site, operators.actor);
  });
  afterEach(() => site.close());

  const email = 'maria.rossi@contoso.com';
  async function invite(): Promise<string> {
    const { invitation } = outcomeOf(
      await inviteUser(here.house, people.marco, {
        purchasingAccountId: here.ids.contoso,
        email,
        firstName: 'Maria',
        lastName: 'Rossi',
        language: 'it',
        country: 'IT',
        roles: ['reportViewer'],
      }),
      'invited',
    );
    await here.house.work();
    return invitation.id;
  }

  it('are sent again: a new link, a mail, and an entry of who did it', async () => {
    const id = await invite();
    const before = await Invitation.findById(id).lean();
    const answer = await actor.post(`/invitations/${id}/resend`);
    assert.deepEqual([answer.status, answer.json], [200, {}]);
    await here.house.work();
    const after = await Invitation.findById(id).lean();
    assert.equal(after?.sendings, 2);
    assert.notEqual(after?.tokenHash, before?.tokenHash);
    const mails = await OutgoingMail.find({ 'to.email': email, 'notice.kind': 'invitation' }).lean();
    assert.equal(mails.length, 2);
    const noted = await AuditEntry.find({ action: 'invitationSentAgain' }).lean();
    assert.deepEqual(
      noted.map(({ who, forWhom, channel }) => [who, forWhom, channel]),
      [[operators.actor.email, email, 'helpdesk']],
    );
  });

  it('that have expired are followed by one of whoever invited', async () => {
    const id = await invite();
    await Invitation.updateOne({ _id: id }, { $set: { state: 'expired', endedAt: new Date() } });
    assert.equal((await actor.post(`/invitations/${id}/resend`)).status, 200);
    const anew = await Invitation.findOne({ email, state: 'pending' }).lean();
    assert.deepEqual([anew?.invitedBy, anew?.roles], [people.marco.email, ['reportViewer']]);
    assert.deepEqual((await actor.post(`/invitations/${id}/resend`)).json, { refused: 'outOfDate' });
  });

  it('that have come to an end, or are not there, are not sent', async () => {
    const id = await invite();
    await Invitation.updateOne({ _id: id }, { $set: { state: 'revoked', endedAt: new Date() } });
    const ended = await actor.post(`/invitations/${id}/resend`);
    assert.deepEqual([ended.status, ended.json], [409, { refused: 'outOfDate' }]);
    for (const other of ['000000000000000000000000', 'nothing']) {
      assert.equal((await actor.post(`/invitations/${other}/resend`)).status, 404);
    }
    await here.house.work();
    assert.equal(await AuditEntry.countDocuments({ channel: 'helpdesk' }), 0);
  });

  it('are not sent by those who may only look, nor by anybody too often', async () => {
    const id = await invite();
    const reader = await OperatorBrowser.signedIn(site, operators.reader);
    assert.equal((await reader.post(`/invitations/${id}/resend`)).status, 403);
    const statuses: number[] = [];
    while (statuses.length < 1_000 && statuses.at(-1) !== 429) {
      statuses.push((await actor.post(`/invitations/${id}/resend`)).status);
    }
    assert.equal(statuses.at(-1), 429);
    assert.equal((await Invitation.findById(id).lean())?.sendings, statuses.length);
  });
});
