import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import type { House } from '../../onboarding/house.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { play, type Row } from './dialogue.ts';

const { giulia, marco, anna, bernd, omar, stranger, personal, nina } = people;
const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '' };
const requests = () => AccessRequest.countDocuments();
const turnDown = async (house: House, reason: string) => {
  const asked = await askForInvitation(house, giulia, { purchasingAccountId: ids.contoso });
  const { requestId } = outcomeOf(asked, 'asked');
  outcomeOf(await decideRequest(house, marco, { requestId, decision: 'deny', reason }), 'decided');
};
const inviteGiulia = async (house: House) => {
  const { email, firstName, lastName, language } = giulia;
  const person = { email, firstName, lastName, language, country: 'IT', roles: ['reportViewer'] };
  outcomeOf(await inviteUser(house, marco, { purchasingAccountId: ids.contoso, ...person }), 'invited');
};
const noRequest = async () => assert.equal(await requests(), 0);

const rows: Row[] = [
  ...['i need an invite', 'id like an invite too pls', 'can i get an invite?'].map(
    (says): Row => ({
      it: `leads whoever asks for an invite to who can send one: ${says}`,
      as: giulia,
      prefers: 'en',
      steps: [{ says, buttons: ['Ask for an invitation'] }],
    }),
  ),
  {
    it: 'takes numbers for a question who it is, also with what they are called',
    as: stranger,
    steps: [{ says: 'agreement number 4100054321', doesNotSee: ['Did you mean one of these?'] }],
  },
  {
    it: 'answers who it is beside the form that asks, and takes no question for the message',
    as: giulia,
    steps: [
      { says: 'chi è il mio amministratore?' },
      { presses: 'Chiedi un invito' },
      { says: 'mi serve per gli ordini', holds: { message: 'mi serve per gli ordini' } },
      {
        says: 'chi e il mio amministratore',
        sees: ['Marco Ferri, marco.ferri@contoso.com'],
        holds: { message: 'mi serve per gli ordini' },
      },
      { says: 'come mai ci mettono tanto', holds: { message: 'mi serve per gli ordini' } },
    ],
  },
  {
    it: 'names administrator, other inviters, partner and signer to an employee, and takes the request',
    as: giulia,
    steps: [
      {
        says: 'chi è il mio amministratore?',
        sees: [
          'Il tuo Amministratore account acquisti',
          'Marco Ferri, marco.ferri@contoso.com',
          'ha accesso al Business Center',
          'Lena Vogel, lena.vogel@contoso.com (Amministratore utenti)',
          'Northwind Traders',
          'Paola Conti',
        ],
        buttons: ['Chiedi un invito'],
        keeps: 'found',
      },
      {
        presses: 'Chiedi un invito',
        sees: ['Lo chiederò a chi può invitare persone in Contoso S.p.A.'],
        keeps: 'form',
      },
      {
        presses: 'Chiedi un invito',
        typed: { message: 'Mi servono i report.' },
        sees: ['La tua richiesta è partita', 'Marco Ferri', 'Lena Vogel'],
        replaces: 'form',
        after: async ({ house }) => {
          assert.equal((await AccessRequest.findOne().lean())?.message, 'Mi servono i report.');
          await house.work();
          assert.equal(await OutgoingMail.countDocuments({ 'notice.kind': 'accessRequested' }), 2);
          assert.equal(await OutgoingMessage.countDocuments({ 'notice.kind': 'accessRequested' }), 0);
        },
      },
    ],
  },
  {
    it: 'says to whoever asks again that they were turned down, by whom and why, until somebody invites them',
    as: giulia,
    steps: [
      { first: ({ house }) => turnDown(house, 'Troppo costoso'), says: 'ciao' },
      {
        says: 'vorrei un invito',
        sees: [
          /Hai già chiesto un invito; Marco Ferri ha rifiutato la richiesta il/,
          'Marco Ferri dice: Troppo costoso',
        ],
      },
      {
        presses: 'Chiedi un invito',
        sees: [/Hai già chiesto un invito; Marco Ferri/, 'Lo chiederò a chi può invitare'],
      },
      { says: 'annulla' },
      {
        says: 'vorrei un invito come visualizzatore report, mi serve per i report mensili',
        sees: [/Hai già chiesto un invito; Marco Ferri/, 'Troppo costoso'],
      },
      { says: 'annulla' },
      { first: ({ house }) => inviteGiulia(house), says: 'chi è il mio amministratore?', doesNotSee: ['ha rifiutato'] },
    ],
  },
  {
    it: 'offers to ask for an invitation to those who ask for access in a role',
    as: giulia,
    steps: [
      { says: 'chiedo un invito come visualizzatore report', sees: ['Marco Ferri'], buttons: ['Chiedi un invito'] },
      {
        says: 'Vorrei entrare nel Business Center come visualizzatore report',
        sees: ['Marco Ferri'],
        buttons: ['Chiedi un invito'],
      },
    ],
  },
  {
    it: 'opens the form with the role and the reason that the first sentence gives',
    as: giulia,
    steps: [
      {
        says: 'vorrei un invito come visualizzatore report, mi serve per i report mensili',
        sees: ['Marco Ferri (marco.ferri@contoso.com)', 'Lo chiederò a chi può invitare persone in Contoso S.p.A.'],
        holds: { roles: 'reportViewer', message: 'mi serve per i report mensili' },
      },
      {
        says: 'e adesso?',
        sees: ['Non è ancora stato inviato nulla: “Chiedi un invito” invia ciò che trovi qui.'],
        holds: { roles: 'reportViewer', message: 'mi serve per i report mensili' },
        after: noRequest,
      },
      {
        presses: 'Chiedi un invito',
        sees: ['La tua richiesta è partita'],
        after: async () => {
          const request = await AccessRequest.findOne().lean();
          assert.deepEqual([...(request?.roles ?? [])], ['reportViewer']);
          assert.equal(request?.message, 'mi serve per i report mensili');
        },
      },
    ],
  },
  ...(
    [
      [
        'Chiedi un invito per me come Account Viewer, mi serve per vedere gli ordini',
        'accountViewer',
        'mi serve per vedere gli ordini',
      ],
      [
        'I need an invitation as a report viewer to see the monthly reports, thanks',
        'reportViewer',
        'to see the monthly reports',
      ],
      ['chiedi un invito.', undefined, undefined],
      ['Ask for an invitation', undefined, undefined],
    ] as const
  ).map(
    ([says, roles, message]): Row => ({
      it: `opens the form that asks: ${says}`,
      as: giulia,
      steps: [{ says, buttons: ['Cancel'], holds: { roles, message }, after: noRequest }],
      prefers: 'en',
    }),
  ),
  ...(
    [
      'chi può mandarmi un invito come visualizzatore report?',
      'who can send me an invitation as a report viewer?',
    ] as const
  ).map(
    (says): Row => ({
      it: `answers a question, and keeps the role for when they ask: ${says}`,
      as: giulia,
      prefers: 'en',
      steps: [
        { says, sees: ['Northwind Traders'] },
        { presses: 'Ask for an invitation', holds: { roles: 'reportViewer', message: undefined } },
      ],
    }),
  ),
  {
    it: 'takes a sentence for what it asks for where its words alone leave that open',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        says: 'I need an invitation as user administrator because I manage people',
        holds: { roles: 'userAdministrator', message: 'because I manage people' },
      },
    ],
  },
  {
    it: 'keeps the reason for those who asked to be invited as if they invited',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        submits: () => {
          const sentence = 'Buongiorno, avrei bisogno di un invito perché devo scaricare il software. Grazie, Giulia';
          return { usher: { do: 'begin', walk: 'inviteUser', data: { sentence } } };
        },
        sees: ['you cannot invite people'],
      },
      {
        presses: 'Ask for an invitation',
        holds: { roles: undefined, message: 'perché devo scaricare il software.' },
      },
    ],
  },
  {
    it: 'takes roles and message in words while it is being asked for, and refuses no role for having none',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'Ask for an invitation', holds: { roles: undefined, message: undefined } },
      { says: 'Report Viewer, for the monthly reports', holds: { roles: 'reportViewer' } },
      {
        says: 'Message: I have to invite the people of our branch',
        holds: { roles: 'reportViewer', message: 'I have to invite the people of our branch' },
        after: noRequest,
      },
      { says: 'Ask for an invitation', holds: { message: 'I have to invite the people of our branch' } },
      {
        submits: ({ chat }) => {
          const [data] = JSON.stringify(chat.card().card).match(/\{"do":"step"[^}]*"action":"ask"\}/) ?? [];
          return { usher: JSON.parse(data as string), roles: 'owner', message: '' };
        },
        sees: ['There is no such role.'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'takes a role and why beside the form, and says which role nobody there can give',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        first: () => Membership.deleteOne({ email: people.marco.email }),
        says: 'I would like an invitation as account administrator',
        sees: ['Nobody who may invite you there can give Account Administrator.'],
      },
      { says: 'account viewer, to check orders', holds: { roles: 'accountViewer', message: 'to check orders' } },
      {
        says: 'as account administrator',
        sees: ['Nobody who may invite you there can give Account Administrator.'],
        holds: { roles: 'accountViewer', message: 'to check orders' },
      },
      { says: 'what is my role?', sees: ['You have no role yet'] },
    ],
  },
  {
    it: 'asks once, however often the button is pressed',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'who is my administrator?' },
      { presses: 'Ask for an invitation', keeps: 'form' },
      { presses: 'Ask for an invitation', sees: ['Your request is on its way'] },
      {
        presses: 'Ask for an invitation',
        on: 'form',
        sees: ['This was done already', 'I asked'],
        after: async () => assert.equal(await requests(), 1),
      },
      { says: 'who is my administrator?', sees: ['the answer is still open'], noButtons: ['Ask for an invitation'] },
    ],
  },
  {
    it: 'tells how things stand with what was asked for, however it is asked about',
    as: giulia,
    steps: [
      { says: 'ci sono novità sulla mia richiesta?', sees: ['Marco Ferri'], buttons: ['Chiedi un invito'] },
      { presses: 'Chiedi un invito' },
      { presses: 'Chiedi un invito', typed: { message: 'Mi servono i report.' }, sees: ['La tua richiesta è partita'] },
      ...[
        'a che punto è la mia richiesta?',
        'Ho chiesto un invito ieri, qualcuno ha risposto?',
        'Where is my request?',
        'status of my request',
        'I’ve asked for access, any news?',
      ].map((says) => ({
        says,
        sees: [/Hai chiesto un invito il .*; la risposta è ancora in sospeso|You asked for an invitation on/],
        doesNotSee: [/Annullato|annullare|cancel/],
      })),
    ],
  },
  {
    it: 'cancels the form that asks where its request is to be cancelled',
    as: giulia,
    steps: [
      { says: 'chi è il mio amministratore?' },
      { presses: 'Chiedi un invito' },
      { says: 'annulla la mia richiesta', sees: ['Annullato'], after: noRequest },
    ],
  },
  {
    it: 'takes the message in words while it is being asked for',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'who can invite me?' },
      { presses: 'Ask for an invitation' },
      {
        says: 'Because of the audit next week.',
        holds: { message: 'Because of the audit next week.' },
        after: noRequest,
      },
      {
        says: 'ok',
        sees: ['Your request is on its way'],
        after: async () =>
          assert.equal((await AccessRequest.findOne().lean())?.message, 'Because of the audit next week.'),
      },
    ],
  },
  {
    it: 'says first that somebody is in',
    as: omar,
    steps: [
      {
        says: 'who is my administrator?',
        sees: [/You are in already at Contoso S.p.A.: Report Viewer\.[\s\S]*Marco Ferri/],
        noButtons: ['Ask for an invitation'],
        buttons: ['Check my role'],
      },
    ],
  },
  {
    it: 'says first that an invitation is waiting, when it was sent, and to look in the junk folder',
    as: anna,
    steps: [
      {
        says: 'who is my administrator?',
        sees: [
          /invitation waiting for you at anna.keller@fabrikam.com[\s\S]*has not been opened yet[\s\S]*junk folder/,
        ],
        noButtons: ['Ask for an invitation'],
      },
      {
        first: () => Invitation.updateOne({ email: anna.email }, { openedAt: new Date() }),
        says: 'who is my administrator?',
        sees: ['has been opened', 'Press “Start now”'],
      },
      {
        first: () =>
          Invitation.updateOne({ email: anna.email }, { undeliverable: { at: new Date(), reason: 'no such user' } }),
        says: 'who is my administrator?',
        sees: ['could not be delivered'],
      },
    ],
  },
  {
    it: 'sends those whose administrator is not in to the partner and to a person',
    as: bernd,
    steps: [
      { says: 'who is my administrator?', sees: ['Anna Keller', 'has been invited but has not come in yet'] },
      { says: 'I want to talk to a person', sees: ['A person will help you'], after: noRequest },
    ],
  },
  {
    it: 'gives a stranger the guide’s advice and not a word about whether the account exists',
    as: stranger,
    steps: [
      {
        says: 'who is my administrator?',
        sees: ['Ask the person who signed', 'Ask your Microsoft partner', 'junk folder'],
        doesNotSee: ['Contoso', 'Marco'],
        buttons: ['I know the numbers'],
      },
      { presses: 'I know the numbers', sees: ['With the numbers on the agreement'] },
      {
        presses: 'Search',
        typed: { agreementNumber: '4100012345', accountNumber: '0005012345' },
        sees: ['Ask the person who signed'],
        doesNotSee: ['Contoso', 'Marco'],
        keeps: 'real',
      },
      {
        says: 'who is the administrator of agreement 4100099999, account 0005099999?',
        sees: ['Ask the person who signed'],
        after: ({ chat, cards }) => assert.deepEqual(chat.card().card, cards.get('real')?.card),
      },
    ],
  },
  {
    it: 'gives the same advice to a personal address with the organization’s people in mind',
    as: personal,
    steps: [{ says: 'who is my administrator?', sees: ['Use your work account'], doesNotSee: ['Contoso'] }],
  },
  {
    it: 'says beside the field what is wrong with a number, and keeps what was typed',
    as: stranger,
    steps: [
      { says: 'who is my administrator?' },
      { presses: 'I know the numbers', keeps: 'form' },
      {
        presses: 'Search',
        typed: { agreementNumber: '41000', accountNumber: '0005012345' },
        sees: ['This number has ten digits'],
        holds: { agreementNumber: '41000', accountNumber: '0005012345' },
        replaces: 'form',
      },
      { says: 'the agreement is 4100 012 345', sees: ['Ask the person who signed'] },
    ],
  },
  {
    it: 'is taken up again after another walk interrupted it, in the language it is answered in',
    as: giulia,
    prefers: 'it',
    steps: [
      { says: 'chi mi può invitare?' },
      { presses: 'Chiedi un invito' },
      {
        says: 'posso usare i servizi online?',
        sees: [
          'Sì, puoi usare i servizi online',
          'Torniamo a: Trova il mio amministratore.',
          'Lo chiederò a chi può invitare',
        ],
      },
      {
        presses: 'Chiedi un invito',
        sees: ['La tua richiesta è partita'],
        after: async () => assert.equal(await requests(), 1),
      },
    ],
  },
  {
    it: 'changes its language in the middle',
    as: giulia,
    steps: [
      { says: 'chi è il mio amministratore?' },
      { presses: 'Chiedi un invito' },
      {
        says: 'English please',
        sees: ['From now on I speak English', 'Back to: Find my administrator.', 'I will ask those who may invite'],
      },
    ],
  },
  {
    it: 'is cancelled without a request',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'who is my administrator?' },
      { presses: 'Ask for an invitation', keeps: 'form' },
      { presses: 'Cancel', sees: ['Cancelled: Find my administrator.'], replaces: 'form' },
      { presses: 'Ask for an invitation', on: 'form', sees: ['Cancelled: Find my administrator.'], after: noRequest },
    ],
  },
  {
    it: 'shows how things stand to whoever presses a button of long ago',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'who is my administrator?', keeps: 'found' },
      {
        first: async () => {
          const { _id, ...facts } = (await Membership.findOne({ email: omar.email }).lean()) as Membership;
          await Membership.create({ ...facts, email: giulia.email });
        },
        presses: 'Ask for an invitation',
        on: 'found',
        sees: ['You are in already'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'takes nothing that its card does not send, and asks nowhere but where the person belongs',
    as: stranger,
    steps: [
      {
        submits: () => ({ usher: { do: 'begin', walk: 'findAdministrator', data: { ask: ids.contoso } } }),
        sees: ['Ask the person who signed'],
        doesNotSee: ['Contoso'],
        after: noRequest,
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'findAdministrator', data: { ask: 'x'.repeat(500) } } }),
        sees: ['I did not get what that card should send'],
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'noWalk' } }),
        sees: ['I did not get what that card should send'],
      },
      {
        submits: () => ({
          usher: { do: 'step', walk: 'findAdministrator', card: '01234567-1', action: 'ask' },
          message: 'x',
        }),
        sees: ['out of date'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'tells the partner’s people nothing of customers here',
    as: nina,
    steps: [{ says: 'who is my administrator?', sees: ['Ask the person who signed'], doesNotSee: ['Contoso'] }],
  },
];

describe('dialogs/findAdministrator', () => {
  const here = scene();
  beforeEach(async () => {
    Object.assign(ids, here.ids);
    await here.house.work();
    await OutgoingMail.deleteMany({});
  });

  for (const row of rows) it(row.it, () => play(row, here.house));
});
