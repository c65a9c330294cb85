import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { Person } from '../../models/person.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { withdrawRequest } from '../../onboarding/withdrawRequest.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { type Dialogue, play, type Row } from './dialogue.ts';

const { giulia, omar, marco, lena, stranger } = people;
const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '' };
let requestId = '';

const request = () => AccessRequest.findById(requestId).lean();
const stillOpen = async () => assert.equal((await request())?.state, 'open');
const invitation = () => Invitation.findOne({ email: giulia.email }).lean();
const decision = (more: Record<string, string>) => () => ({
  usher: { do: 'begin', walk: 'decideRequest', data: { request: requestId, ...more } },
});
const lenaDecides =
  (how: 'approve' | 'deny') =>
  ({ house }: Dialogue) =>
    decideRequest(house, lena, { requestId, decision: how, roles: ['reportViewer'] });

const rows: Row[] = [
  ...['giulia no, ha lasciato l’azienda', 'giulia e una di noi', 'nn so chi sia giulia', 'giulias one of us, fine'].map(
    (says): Row => ({
      it: `shows the request of who is named in small letters and decides nothing: ${says}`,
      as: marco,
      steps: [{ says, sees: ['Giulia Romano, giulia.romano@contoso.com'], doesNotSee: [/Ti aiuterà una persona/] }],
    }),
  ),
  {
    it: 'takes a role that is corrected for the request that was shown',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'approve giulia as admin', sees: ['Somebody asks for an invitation'] },
      {
        says: 'no wait, account viewer',
        holds: { roles: 'accountViewer' },
        doesNotSee: ['Your roles'],
        after: stillOpen,
      },
      { says: 'approva giulia come visualizzatore report', holds: { roles: 'reportViewer' }, after: stillOpen },
    ],
  },
  {
    it: 'shows what waits, and approves with the roles that were ticked',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'help',
        buttons: ['Requests waiting for you'],
      },
      {
        presses: 'Requests waiting for you',
        sees: ['Somebody asks for an invitation', 'Giulia Romano, giulia.romano@contoso.com', 'Per i report'],
        buttons: ['Approve', 'Turn down'],
        keeps: 'request',
      },
      {
        presses: 'Approve',
        typed: { roles: 'reportViewer', reason: 'Welcome' },
        sees: [/Approved by Marco Ferri on .* in Teams: Report Viewer\./],
        noButtons: ['Approve', 'Turn down'],
        replaces: 'request',
        after: async ({ house }) => {
          await house.work();
          assert.deepEqual((await invitation())?.roles, ['reportViewer']);
          assert.equal((await invitation())?.invitedBy, marco.email);
        },
      },
      {
        presses: 'Approve',
        on: 'request',
        typed: { roles: 'accountAdministrator' },
        sees: ['Marco Ferri approved this on'],
        after: async ({ house }) => {
          await house.work();
          assert.deepEqual((await invitation())?.roles, ['reportViewer']);
          assert.equal(await Invitation.countDocuments({ email: giulia.email }), 1);
        },
      },
    ],
  },
  {
    it: 'turns down, and the person is told with the reason',
    as: marco,
    prefers: 'en',
    steps: [
      {
        submits: decision({ decision: 'deny', reason: 'Ask your manager first' }),
        sees: ['Turned down by Marco Ferri', 'Ask your manager first'],
        after: async ({ house }) => {
          await house.work();
          const told = await OutgoingMessage.findOne({ 'to.email': giulia.email }).lean();
          assert.equal(told?.notice.kind === 'accessRequestDecided' && told.notice.reason, 'Ask your manager first');
          assert.equal(await invitation(), null);
        },
      },
    ],
  },
  {
    it: 'tells whoever answers it after it was withdrawn, and does nothing',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'requests', buttons: ['Approve'], keeps: 'card' },
      {
        first: ({ house }) => withdrawRequest(house, giulia, { requestId }),
        presses: 'Approve',
        on: 'card',
        typed: { roles: 'reportViewer' },
        sees: ['This request was withdrawn.', /Giulia Romano withdrew this request on/],
        replaces: 'card',
        after: async () => {
          assert.equal((await request())?.state, 'withdrawn');
          assert.equal(await invitation(), null);
        },
      },
      { says: 'requests', sees: ['No requests are waiting for you.'] },
    ],
  },
  ...(
    [
      'Richieste in attesa di te',
      'quali richieste devo approvare?',
      'ci sono richieste in sospeso?',
      'mostrami le richieste aperte, per favore',
      'which requests are waiting for me?',
      'show me the open requests',
      'Are there any requests I have to decide?',
    ] as const
  ).map(
    (says): Row => ({
      it: `shows what waits to who asks: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [{ says, sees: ['Giulia Romano, giulia.romano@contoso.com'], buttons: ['Approve'], after: stillOpen }],
    }),
  ),
  ...['is my request still open?', 'the requests that I made are still open', 'I asked for the open requests'].map(
    (says): Row => ({
      it: `takes it for no such question: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [{ says, doesNotSee: ['Somebody asks for an invitation'] }],
    }),
  ),
  ...(
    [
      ['approvo, come Visualizzatore report', { roles: 'reportViewer', reason: undefined }],
      ['yes, as Report Viewer', { roles: 'reportViewer', reason: undefined }],
      ['approvo Giulia come visualizzatore report', { roles: 'reportViewer', reason: undefined }],
      ['no, lascia l’azienda', { roles: undefined, reason: 'lascia l’azienda' }],
      ['approvo', { roles: undefined, reason: undefined }],
    ] as const
  ).map(
    ([says, holds]): Row => ({
      it: `leads a typed decision to the card, and decides nothing by it: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [
        { says, sees: ['Giulia Romano, giulia.romano@contoso.com'], buttons: ['Approve'], holds, after: stillOpen },
      ],
    }),
  ),
  {
    it: 'says kindly that the card decides, and is pressed with the role that was typed',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'approvo, come Visualizzatore report', sees: ['Nothing is decided yet'] },
      { says: 'Account Viewer', sees: ['Nothing is decided yet'], holds: { roles: 'accountViewer' }, after: stillOpen },
      { presses: 'Approve', sees: [/Approved by Marco Ferri on .* in Teams: Account Viewer\./] },
      { says: 'approvo, come Visualizzatore report', doesNotSee: ['Nothing is decided yet'] },
    ],
  },
  {
    it: 'shows what waits to whoever gives a ground against it and does not say what they decide',
    as: marco,
    steps: [
      {
        says: 'Non conosco questa persona',
        sees: ['Non ho ancora deciso nulla', 'Giulia Romano'],
        buttons: ['Rifiuta'],
        after: stillOpen,
      },
      { says: 'I don’t know her', sees: ['Nothing is decided yet', 'Giulia Romano'], after: stillOpen },
    ],
  },
  {
    it: 'says which typed role may not be given',
    as: lena,
    steps: [
      {
        says: 'I approve, as Account Administrator',
        sees: ['You may not give Account Administrator.'],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'leaves a yes and a no to the walk that is going on',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com as report viewer' },
      { says: 'yes', doesNotSee: ['Nothing is decided yet'] },
      { says: 'approvo, come Visualizzatore account', sees: ['Nothing is decided yet'], after: stillOpen },
      { says: 'invite carla.neri@contoso.com', holds: { email: 'carla.neri@contoso.com' } },
    ],
  },
  {
    it: 'fills in nothing where a typed decision may be about several requests',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: ({ house }) => askForRole(house, omar, { purchasingAccountId: ids.contoso, roles: ['accountManager'] }),
        says: 'approve, as Report Viewer',
        sees: ['Nothing is decided yet', 'Giulia Romano', 'Omar Haddad'],
        holds: { roles: 'accountManager' },
        after: stillOpen,
      },
      {
        says: 'approve Giulia, as Report Viewer',
        sees: ['Giulia Romano'],
        doesNotSee: ['Omar Haddad'],
        holds: { roles: 'reportViewer' },
      },
    ],
  },
  {
    it: 'takes a decision for nothing of the kind by whom nobody asks',
    as: omar,
    steps: [{ says: 'approve, as Report Viewer', doesNotSee: ['Giulia', 'Nothing is decided yet'] }],
  },
  {
    it: 'wants a role for an approval',
    as: marco,
    prefers: 'it',
    steps: [
      {
        submits: decision({ decision: 'approve' }),
        sees: ['Scegli almeno un ruolo.'],
        buttons: ['Approva', 'Rifiuta'],
        after: stillOpen,
      },
      { presses: 'Approva', typed: { roles: 'accountViewer' }, sees: ['Approvata da Marco Ferri'] },
    ],
  },
  {
    it: 'offers only what the decider may give, and refuses the rest beside the field',
    as: lena,
    steps: [
      {
        presses: 'Requests waiting for you',
        first: ({ chat }) => chat.says('help'),
        doesNotSee: ['Account Administrator'],
        keeps: 'request',
      },
      {
        presses: 'Approve',
        typed: { roles: 'accountAdministrator' },
        sees: ['You may not give Account Administrator.'],
        buttons: ['Approve'],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'shows who decided when another was first',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'help' },
      { presses: 'Requests waiting for you', keeps: 'request' },
      {
        first: lenaDecides('approve'),
        presses: 'Turn down',
        sees: [/Approved by Lena Vogel/, 'Lena Vogel approved this on'],
        replaces: 'request',
        after: async () => assert.equal((await request())?.state, 'approved'),
      },
    ],
  },
  {
    it: 'lets nobody decide who may not invite',
    as: omar,
    steps: [
      {
        submits: decision({ decision: 'approve', roles: 'reportViewer' }),
        sees: ['I cannot find that'],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'tells a stranger nothing of a request',
    as: stranger,
    steps: [
      {
        submits: decision({ decision: 'approve', roles: 'reportViewer' }),
        sees: ['I cannot find that'],
        doesNotSee: ['Giulia', 'Contoso'],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'does not let the requester approve',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        submits: decision({ decision: 'approve', roles: 'reportViewer' }),
        sees: [/not among those|cannot find/],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'refuses what its card does not send',
    as: marco,
    prefers: 'en',
    steps: [
      {
        submits: decision({ decision: 'approve', roles: 'reportViewer', as: 'lena' }),
        sees: ['I did not get what that card should send'],
        after: stillOpen,
      },
      { submits: decision({ decision: 'maybe' }), sees: ['I did not get'], after: stillOpen },
      { submits: decision({ decision: 'approve', request: 'nothing' }), sees: ['I did not get'], after: stillOpen },
      {
        submits: decision({ decision: 'approve', request: 'ffffffffffffffffffffffff', roles: 'reportViewer' }),
        sees: ['I cannot find that'],
      },
      {
        submits: decision({ decision: 'approve', roles: 'owner' }),
        sees: ['There is no such role.'],
        after: stillOpen,
      },
      {
        submits: () => ({ ...decision({ decision: 'deny' })(), reason: 'x'.repeat(2000) }),
        sees: ['This is too long.'],
        after: stillOpen,
      },
    ],
  },
  {
    it: 'grants another role to somebody who is in',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: async ({ house }) => {
          const asked = await askForRole(house, omar, { purchasingAccountId: ids.contoso, roles: ['accountManager'] });
          requestId = asked.outcome === 'asked' ? asked.requestId : '';
        },
        submits: decision({ decision: 'approve', roles: 'accountManager' }),
        sees: ['Somebody asks for another role', 'Approved by Marco Ferri'],
        after: async ({ house }) => {
          await house.work();
          const { roles } = (await Membership.findOne({ email: omar.email }).lean()) as Membership;
          assert.deepEqual(roles.map(({ role }) => role).sort(), ['accountManager', 'reportViewer']);
        },
      },
    ],
  },
  {
    it: 'is decided in the middle of another walk, which goes on',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com' } },
      { submits: decision({ decision: 'deny' }), sees: ['Turned down by Marco Ferri'], doesNotSee: ['Back to'] },
      { says: 'report viewer', holds: { email: 'anna.bianchi@contoso.com' } },
    ],
  },
  {
    it: 'shows the requests as often as they are asked for',
    as: marco,
    prefers: 'it',
    steps: [
      { says: 'richieste', sees: ['Giulia Romano, giulia.romano@contoso.com'], buttons: ['Approva'] },
      { says: 'richieste', sees: ['Giulia Romano, giulia.romano@contoso.com'], doesNotSee: ['Annullato'] },
      { says: 'Che cosa devo approvare?', sees: ['Giulia Romano, giulia.romano@contoso.com'] },
    ],
  },
  {
    it: 'shows what waits where a decision is on nobody who asked',
    as: marco,
    prefers: 'en',
    steps: ['approve all', 'approve the first one', 'deny Zoe'].map((says) => ({
      says,
      sees: ['Giulia Romano, giulia.romano@contoso.com'],
      doesNotSee: ['did not understand'],
      buttons: ['Approve', 'Turn down'],
      after: stillOpen,
    })),
  },
  {
    it: 'says when nothing waits',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: lenaDecides('deny'),
        submits: () => ({ usher: { do: 'begin', walk: 'decideRequest' } }),
        sees: ['No requests are waiting for you.'],
      },
    ],
  },
  {
    it: 'shows somebody else’s words as words, not as links',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: () => AccessRequest.updateOne({}, { message: '[click](http://evil.example) **now**' }),
        submits: () => ({ usher: { do: 'begin', walk: 'decideRequest' } }),
        sees: ['[click](http://evil.example) **now**'],
        after: ({ chat }) => {
          const texts = JSON.stringify(chat.card().card).match(/\{"type":"TextBlock"[^}]*click/);
          assert.equal(texts, null);
        },
      },
    ],
  },
];

describe('dialogs/decideRequest', () => {
  const here = scene();
  beforeEach(async () => {
    Object.assign(ids, here.ids);
    // Giulia can be reached in Teams.
    await Person.create({
      email: giulia.email,
      firstName: giulia.firstName,
      lastName: giulia.lastName,
      teams: { userId: '29:giulia', reference: { conversation: { id: 'a:giulia' } } },
    });
    const asked = await askForInvitation(here.house, giulia, {
      purchasingAccountId: ids.contoso,
      message: 'Per i report',
    });
    requestId = asked.outcome === 'asked' ? asked.requestId : '';
    await here.house.work();
  });

  for (const row of rows) it(row.it, () => play(row, here.house));
});
