import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { Types } from 'mongoose';
import { personView } from '../../../helpdesk/list/personView.ts';
import { AccessRequest } from '../../../models/accessRequest.ts';
import type { AuditFacts } from '../../../models/auditEntry.ts';
import { Domain } from '../../../models/domain.ts';
import { Invitation } from '../../../models/invitation.ts';
import { appendAudit } from '../../../onboarding/appendAudit.ts';
import { people } from '../../onboarding/people.ts';
import { scene } from '../../onboarding/scene.ts';

const { giulia, marco, nina, stranger } = people;

describe('what the helpdesk sees of somebody', () => {
  const here = scene();
  const ago = (days: number) => DateTime.now().minus({ days }).startOf('second').toJSDate();
  let hashes = 0;

  function invited(changes: Partial<Invitation> = {}, purchasingAccount = here.ids.contoso): Promise<Invitation> {
    hashes += 1;
    return Invitation.create({
      ...giulia,
      country: 'IT',
      purchasingAccount: new Types.ObjectId(purchasingAccount),
      roles: ['reportViewer'],
      state: 'pending',
      tokenHash: `hash ${hashes}`,
      sendings: 1,
      sentAt: ago(10),
      expiresAt: ago(-50),
      createdAt: ago(10),
      ...changes,
    });
  }

  it('is who they are, what they may do where and by whom, in whatever letters their address is written', async () => {
    const view = await personView('Marco.Ferri@CONTOSO.com');
    assert.deepEqual([view.email, view.name, view.language], [marco.email, 'Marco Ferri', 'it']);
    assert.deepEqual(
      view.memberships.map(({ account, roles }) => [account.id, account.number, roles.map(({ role }) => role)]),
      [[here.ids.contoso, '0005012345', ['accountAdministrator']]],
    );
    assert.deepEqual((await personView(nina.email)).partners, [
      { name: 'Northwind Traders', customers: ['Contoso S.p.A.', 'Fabrikam GmbH'] },
    ]);
    const nobody = await personView('nobody@example.com');
    assert.deepEqual([nobody.name, nobody.memberships, nobody.invitations], [undefined, [], []]);
  });

  it('is how their invitations stand, and which may be sent again', async () => {
    const undeliverable = { at: ago(9), reason: 'no such user' };
    await invited({ createdAt: ago(10), undeliverable });
    await invited({ createdAt: ago(70), expiresAt: ago(1) }, here.ids.fabrikam);
    await invited({ createdAt: ago(80), state: 'revoked', endedAt: ago(75), undeliverable });
    await invited({ createdAt: ago(90), state: 'expired', endedAt: ago(85) });
    await invited({ createdAt: ago(95), state: 'accepted', endedAt: ago(94) });
    assert.deepEqual(
      (await personView(giulia.email)).invitations.map((one) => [one.state, one.undeliverable, one.mayResend]),
      [
        ['pending', true, true],
        ['expired', false, true],
        ['revoked', false, false],
        ['expired', false, true],
        ['accepted', false, false],
      ],
    );
  });

  it('is what happened to each invitation while it lived, and not to another', async () => {
    await invited({ createdAt: ago(10) });
    await invited({ createdAt: ago(40), state: 'declined', endedAt: ago(30) });
    const happened = (id: string, days: number, changes: Partial<AuditFacts> = {}) =>
      appendAudit(here.house, id, {
        at: ago(days),
        action: 'invitationSent',
        who: marco.email,
        forWhom: giulia.email,
        channel: 'teams',
        purchasingAccount: here.ids.contoso,
        ...changes,
      });
    await happened('first', 40);
    await happened('declined', 30, { action: 'invitationDeclined', who: giulia.email });
    await happened('elsewhere', 5, { purchasingAccount: here.ids.fabrikam });
    await happened('of another', 5, { forWhom: people.omar.email });
    await happened('second', 10);
    await happened('again', 4, { action: 'invitationSentAgain' });
    assert.deepEqual(
      (await personView(giulia.email)).invitations.map(({ history }) => history.map(({ action }) => action)),
      [
        ['invitationSent', 'invitationSentAgain'],
        ['invitationSent', 'invitationDeclined'],
      ],
    );
  });

  it('is what they asked for, and who decided: not who took it back', async () => {
    const asked = (state: AccessRequest['state'], days: number, by?: string) =>
      AccessRequest.create({
        kind: 'invitation',
        purchasingAccount: new Types.ObjectId(here.ids.contoso),
        organization: 'Contoso S.p.A.',
        accountNumber: '0005012345',
        requester: giulia,
        country: 'IT',
        state,
        createdAt: ago(days),
        ...(by !== undefined && { decision: { by, at: ago(days), channel: 'web' } }),
      });
    await asked('open', 1);
    await asked('denied', 2, marco.email);
    await asked('withdrawn', 3, giulia.email);
    assert.deepEqual(
      (await personView(giulia.email)).requests.map(({ state, decidedBy }) => [state, decidedBy]),
      [
        ['open', undefined],
        ['denied', marco.email],
        ['withdrawn', undefined],
      ],
    );
  });

  it('is what their domain is, where it is verified or they are in: anybody may add any name', async () => {
    const domain = (name: string, state: Domain['state']) =>
      Domain.create({
        name,
        purchasingAccount: new Types.ObjectId(here.ids.contoso),
        state,
        txtRecord: `usher ${name}`,
        addedBy: marco.email,
        addedAt: ago(2),
        checksEndAt: ago(-1),
        ...(state === 'verified' && { verifiedAt: ago(1) }),
      });
    const names = async (address: string) => (await personView(address)).domains.map(({ name }) => name);
    const before = await names(marco.email);
    await domain('stranger.example', 'pending');
    await domain('it.contoso.com', 'pending');
    await domain('old.contoso.com', 'removed');
    assert.deepEqual(await names(stranger.email), []);
    assert.deepEqual(await names('somebody@it.contoso.com'), before);
    await Domain.updateOne({ name: 'stranger.example' }, { $set: { state: 'verified', verifiedAt: ago(0) } });
    assert.deepEqual(await names(stranger.email), ['stranger.example']);
    assert.deepEqual(await names('somebody@old.contoso.com'), before);
  });
});
