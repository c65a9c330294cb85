import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { Actor } from '../../onboarding/actor.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import type { Dialogue, Row } from './dialogue.ts';
import { play } from './dialogue.ts';

const { giulia, anna, bernd, omar, stranger, nina, marco, personal, ruth } = people;
const right = { administratorEmail: anna.email, agreementNumber: '4100054321', accountNumber: '0005054321' };
const uniform = 'If these three facts match the agreement';
const send = 'Resend the invitation';

const ids = { contoso: '' };

const sendings = async () => (await Invitation.findOne({ email: anna.email, state: 'pending' }).lean())?.sendings;
const sentTimes =
  (times: number) =>
  async ({ house }: Dialogue) => {
    await house.work();
    assert.equal(await sendings(), times);
  };

const invite =
  ({ email, firstName, lastName, language }: Actor) =>
  ({ house }: Dialogue) =>
    inviteUser(house, marco, {
      purchasingAccountId: ids.contoso,
      email,
      firstName,
      lastName,
      language,
      country: 'IT',
      roles: ['reportViewer'],
      confirmOutsideDomain: true,
    });
const inviteGiulia = invite(giulia);
const invitationOf = async ({ email }: Actor) => (await Invitation.findOne({ email }).lean()) ?? assert.fail('none');
let waiting = '';
const sentToGiulia = (times: number) => async () => assert.equal((await invitationOf(giulia)).sendings, times);

const rows: Row[] = [
  {
    it: 'opens its form with the three facts where nothing else is said',
    as: people.bernd,
    steps: [
      {
        says: '4100054321 / 0005054321 anna.keller@fabrikam.com',
        holds: {
          administratorEmail: 'anna.keller@fabrikam.com',
          agreementNumber: '4100054321',
          accountNumber: '0005054321',
        },
      },
    ],
  },
  {
    it: 'says to whoever asks with a personal address that it takes a work account',
    as: personal,
    steps: [{ says: 'I lost my invitation', sees: ['three facts', 'A personal address does not work here'] }],
  },
  {
    it: 'sends it again at the administrator’s own wish, and says so plainly',
    as: anna,
    steps: [
      {
        says: 'I lost my invitation',
        sees: ['three facts'],
        holds: { administratorEmail: anna.email, agreementNumber: undefined },
        keeps: 'form',
      },
      {
        presses: send,
        typed: right,
        sees: [
          'The invitation is on its way',
          'I sent the invitation to Anna Keller (anna.keller@fabrikam.com) again',
          'earlier links no longer work',
        ],
        replaces: 'form',
        after: sentTimes(2),
      },
      {
        presses: send,
        on: 'form',
        typed: right,
        sees: ['This was done already', 'I sent the invitation'],
        after: sentTimes(2),
      },
    ],
  },
  {
    it: 'takes the three facts from the sentence',
    as: bernd,
    steps: [
      {
        says: 'please resend the invitation to anna.keller@fabrikam.com, agreement 4100054321, purchasing account 0005054321',
        holds: right,
      },
      { presses: send, sees: ['I sent the invitation to Anna Keller'], after: sentTimes(2) },
    ],
  },
  {
    it: 'takes what is missing from the next sentences',
    as: bernd,
    steps: [
      { says: 'resend the invitation to anna.keller@fabrikam.com please', holds: { administratorEmail: anna.email } },
      { says: 'agreement number 4100-054-321', holds: { agreementNumber: '4100054321' } },
      { says: '0005054321', holds: right },
      { presses: send, sees: ['I sent the invitation to Anna Keller'], after: sentTimes(2) },
    ],
  },
  {
    it: 'says plainly to a colleague that the address is not the designated one, beside the field',
    as: bernd,
    steps: [
      { says: 'please resend the invitation', keeps: 'form' },
      {
        presses: send,
        typed: { ...right, administratorEmail: 'eva.lang@fabrikam.com' },
        sees: ['This is not the address of the designated administrator'],
        holds: { ...right, administratorEmail: 'eva.lang@fabrikam.com' },
        replaces: 'form',
        after: sentTimes(1),
      },
      {
        presses: send,
        typed: { administratorEmail: anna.email },
        sees: ['I sent the invitation'],
        after: sentTimes(2),
      },
    ],
  },
  {
    it: 'gives everyone else one same answer, and sends where all three match',
    as: stranger,
    steps: [
      { says: 'please resend an invitation' },
      { presses: send, typed: right, sees: [uniform], keeps: 'right', after: sentTimes(2) },
      { says: 'please resend an invitation' },
      {
        presses: send,
        typed: { ...right, accountNumber: '0005054322' },
        sees: [uniform],
        after: async (dialogue) => {
          assert.deepEqual(dialogue.chat.card().card, dialogue.cards.get('right')?.card);
          await sentTimes(2)(dialogue);
        },
      },
      { says: 'please resend an invitation' },
      {
        presses: send,
        typed: { ...right, administratorEmail: 'eva.lang@fabrikam.com' },
        sees: [uniform],
        after: sentTimes(2),
      },
    ],
  },
  {
    it: 'tells a stranger nothing of an administrator who is in',
    as: stranger,
    steps: [
      { says: 'please resend an invitation' },
      {
        presses: send,
        typed: { administratorEmail: marco.email, agreementNumber: '4100012345', accountNumber: '0005012345' },
        sees: [uniform],
        after: async ({ house }) => {
          await house.work();
          assert.equal(await OutgoingMail.countDocuments({ 'to.email': marco.email }), 0);
        },
      },
    ],
  },
  {
    it: 'looks first whether the person is in, and resends nothing to them',
    as: omar,
    steps: [
      {
        says: 'resend my invitation',
        sees: ['You are in already: Contoso S.p.A., purchasing account 0005012345'],
        buttons: ['Check my role', 'Resend the administrator’s invitation'],
      },
      { presses: 'Resend the administrator’s invitation', sees: ['three facts'] },
      {
        presses: send,
        typed: { administratorEmail: marco.email, agreementNumber: '4100012345', accountNumber: '0005012345' },
        sees: ['You are in already'],
      },
    ],
  },
  {
    it: 'says plainly to an employee that the administrator is in',
    as: giulia,
    prefers: 'it',
    steps: [
      { says: 'vorrei ricevere di nuovo l’invito', sees: ['Mi servono tre dati'] },
      {
        presses: 'Invia di nuovo l’invito',
        typed: { administratorEmail: marco.email, agreementNumber: '4100 012 345', accountNumber: '0005-012-345' },
        sees: ['Marco Ferri (marco.ferri@contoso.com) ha già accesso'],
        doesNotSee: ['Se i tre dati'],
      },
    ],
  },
  {
    it: 'tells somebody who was invited by a person that it waits, and where to look',
    as: giulia,
    prefers: 'it',
    steps: [
      {
        first: inviteGiulia,
        says: 'dov’è il mio invito?',
        sees: ['C’è un invito che ti aspetta all’indirizzo giulia.romano@contoso.com', 'posta indesiderata'],
        doesNotSee: ['Mi servono tre dati'],
        noButtons: ['Chiedi un invito'],
      },
    ],
  },
  {
    it: 'sends somebody their own invitation again, wherever it is told that it waits',
    as: giulia,
    prefers: 'it',
    steps: [
      { first: inviteGiulia, says: 'ho perso il mio invito', buttons: ['Inviamelo di nuovo'] },
      {
        presses: 'Inviamelo di nuovo',
        sees: ['è di nuovo in viaggio verso di te', 'I link precedenti non funzionano più'],
        after: sentToGiulia(2),
      },
      { says: 'chi è il mio amministratore?', buttons: ['Inviamelo di nuovo'] },
      {
        presses: 'Inviamelo di nuovo',
        after: sentToGiulia(3),
      },
    ],
  },
  {
    it: 'sends nobody an invitation that is somebody else’s',
    as: stranger,
    steps: [
      { first: inviteGiulia, says: 'my invitation is lost' },
      {
        first: async () => {
          waiting = (await invitationOf(giulia))._id.toHexString();
        },
        submits: () => ({ usher: { do: 'begin', walk: 'resendInvitation', data: { invitation: waiting } } }),
        doesNotSee: ['Contoso', 'Giulia'],
        after: sentToGiulia(1),
      },
    ],
  },
  {
    it: 'says how to decline to whoever does not want the invitation that waits, and declines nothing',
    as: giulia,
    prefers: 'it',
    steps: [
      {
        first: inviteGiulia,
        says: 'non sono interessata',
        sees: ['C’è un invito che ti aspetta', 'rispondi al messaggio'],
      },
      {
        says: 'I decline the invitation',
        sees: ['rispondi al messaggio di invito con “non accetto”'],
        after: async () => assert.equal((await invitationOf(giulia)).state, 'pending'),
      },
      { says: 'dov’è il mio invito?', doesNotSee: ['rispondi al messaggio'] },
      { says: 'no', doesNotSee: ['rispondi al messaggio'] },
    ],
  },
  {
    it: 'tells whoever accepts their invitation in a chat how that is done',
    as: giulia,
    prefers: 'it',
    steps: [
      { first: inviteGiulia, says: 'accetto', sees: ['premi “Inizia ora” in quel messaggio'] },
      { says: 'I am not the right person, ask Marco Ferri', sees: ['Se non lo vuoi, rispondi'] },
    ],
  },
  {
    it: 'leaves whoever has no invitation that waits with what they cancel',
    as: giulia,
    prefers: 'it',
    steps: [{ says: 'non sono interessata', sees: ['Non c’è nulla da annullare'] }],
  },
  {
    it: 'asks for another for somebody from outside, whose invitation by a person has expired',
    as: stranger,
    steps: [
      { first: invite(stranger), says: 'hello' },
      {
        first: ({ house }) => house.work(),
        later: { days: 61 },
        says: 'my invitation has expired',
        buttons: ['Ask for a new one'],
      },
      {
        presses: 'Ask for a new one',
        sees: ['no longer open: expired', 'Marco Ferri'],
        after: async () => assert.equal(await AccessRequest.countDocuments({ 'requester.email': stranger.email }), 1),
      },
      { says: 'where is my invitation?', noButtons: ['Ask for a new one'] },
    ],
  },
  {
    it: 'tells the administrator how it stands with their own invitation, above the three facts',
    as: anna,
    steps: [
      {
        says: 'where is my invitation?',
        sees: ['There is an invitation waiting for you at anna.keller@fabrikam.com', 'I need three facts'],
        noButtons: ['Send it to me again'],
      },
    ],
  },
  {
    it: 'leads somebody whose invitation by a person has expired to another',
    as: giulia,
    prefers: 'it',
    steps: [
      { first: inviteGiulia, says: 'ciao' },
      {
        first: ({ house }) => house.work(),
        later: { days: 61 },
        says: 'il mio invito è scaduto',
        sees: ['Il tuo invito è scaduto il'],
        doesNotSee: ['Mi servono tre dati'],
        buttons: ['Chiedi un invito'],
      },
      { presses: 'Chiedi un invito', sees: ['Lo chiederò a chi può invitare persone in Contoso S.p.A.'] },
    ],
  },
  {
    it: 'offers an invitation of their own to an employee, who cannot get one by the three facts',
    as: giulia,
    prefers: 'it',
    steps: [
      {
        says: 'ho perso il mio invito',
        sees: ['Mi servono tre dati', 'Non c’è alcun invito che ti aspetti', 'Uno per te'],
        buttons: ['Chiedi un invito'],
      },
      { presses: 'Chiedi un invito', sees: ['Lo chiederò a chi può invitare persone in Contoso S.p.A.'] },
    ],
  },
  {
    it: 'tells somebody who has asked for an invitation that nobody has answered yet',
    as: giulia,
    prefers: 'it',
    steps: [
      {
        first: ({ house }) => askForInvitation(house, giulia, { purchasingAccountId: ids.contoso }),
        says: 'dov’è il mio invito?',
        sees: ['la risposta è ancora in sospeso'],
        doesNotSee: ['Mi servono tre dati'],
        buttons: ['Ritira la richiesta'],
      },
    ],
  },
  {
    it: 'knows the address of the administrator whose own invitation has expired',
    as: ruth,
    steps: [{ says: 'my invitation has expired', holds: { administratorEmail: ruth.email } }],
  },
  {
    it: 'lets the partner do it for its customer',
    as: nina,
    steps: [
      {
        says: `resend the invitation of ${right.administratorEmail}, ${right.agreementNumber}, ${right.accountNumber}`,
      },
      { presses: send, typed: right, sees: ['I sent the invitation to Anna Keller'], after: sentTimes(2) },
    ],
  },
  {
    it: 'keeps what was typed and says beside each field what is wrong',
    as: stranger,
    steps: [
      { says: 'please resend an invitation', keeps: 'form' },
      {
        presses: send,
        typed: { administratorEmail: 'anna.keller@', agreementNumber: '12', accountNumber: '' },
        sees: ['no complete e-mail address', 'This number has ten digits', 'Please fill this in.'],
        holds: { administratorEmail: 'anna.keller@', agreementNumber: '12' },
        replaces: 'form',
      },
    ],
  },
  {
    it: 'stops after a few tries of one person, whatever matched',
    as: stranger,
    steps: [
      ...Array.from({ length: 5 }, () => [
        { says: 'please resend an invitation' },
        { presses: send, typed: { ...right, accountNumber: '0005054399' }, sees: [uniform] },
      ]).flat(),
      { says: 'please resend an invitation' },
      { presses: send, typed: right, sees: ['That was often enough for now.'], after: sentTimes(1) },
    ],
  },
  {
    it: 'is interrupted and taken up again with what was typed in words',
    as: bernd,
    steps: [
      { says: 'resend the invitation to anna.keller@fabrikam.com' },
      {
        says: 'what is my role?',
        sees: ['You have no role yet', 'Back to: Have an invitation resent.'],
        holds: { administratorEmail: anna.email },
      },
      { presses: send, typed: right, sees: ['I sent the invitation'], after: sentTimes(2) },
    ],
  },
  {
    it: 'goes on in another language with what was typed',
    as: bernd,
    steps: [
      { says: 'resend the invitation to anna.keller@fabrikam.com' },
      {
        says: 'parliamo italiano',
        sees: ['D’ora in poi parlo italiano', 'Mi servono tre dati'],
        holds: { administratorEmail: anna.email },
      },
    ],
  },
  {
    it: 'refuses inputs that its card does not have, and types that it does not send',
    as: stranger,
    steps: [
      { says: 'please resend an invitation', keeps: 'form' },
      {
        submits: ({ chat }) => ({ ...dataOf(chat.card().card), ...right, sendTo: 'eve@stranger.example' }),
        sees: ['I did not get what that card should send'],
      },
      {
        submits: ({ chat }) => ({ ...dataOf(chat.card().card), ...right, accountNumber: { $ne: null } }),
        sees: ['I did not get what that card should send'],
        after: sentTimes(1),
      },
    ],
  },
  {
    it: 'says that somebody came in while the form was open',
    as: anna,
    steps: [
      { says: 'resend my invitation' },
      {
        first: async () => {
          const { _id, ...facts } = (await Membership.findOne({ email: omar.email }).lean()) as Membership;
          const invitation = (await Invitation.findOne({ email: anna.email }).lean()) as Invitation;
          await Membership.create({ ...facts, email: anna.email, purchasingAccount: invitation.purchasingAccount });
        },
        presses: send,
        typed: right,
        sees: ['You are in already: Fabrikam GmbH'],
        after: sentTimes(1),
      },
    ],
  },
];

/** What the button of the form carries. */
function dataOf(card: unknown): Record<string, unknown> {
  const { actions } = card as { actions: { title: string; data: Record<string, unknown> }[] };
  return actions.find(({ title }) => title === send)?.data ?? {};
}

describe('dialogs/resendInvitation', () => {
  const here = scene();
  beforeEach(() => Object.assign(ids, here.ids));

  for (const row of rows) it(row.it, () => play(row, here.house));
});
