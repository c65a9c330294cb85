import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Membership } from '../../models/membership.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { play, type Row } from './dialogue.ts';

const { giulia, anna, omar, marco, lena } = people;
const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '' };
const requests = () => AccessRequest.find().lean();
const noRequest = async () => assert.deepEqual(await requests(), []);

/** Omar is in Tailspin's first account too. */
async function omarInTwoAccounts(): Promise<void> {
  const { _id, ...facts } = (await Membership.findOne({ email: omar.email }).lean()) as Membership;
  await Membership.create({ ...facts, purchasingAccount: ids.tailspin });
}

const rows: Row[] = [
  {
    it: 'puts a role that is corrected in the place of the other, and takes no question for the message',
    as: omar,
    steps: [
      { says: 'I need the account manager role', holds: { roles: 'accountManager' } },
      { says: 'sry i meant agreement admin', holds: { roles: 'agreementAdministrator', message: undefined } },
      { says: 'no the other one, user administrator', holds: { roles: 'userAdministrator', message: undefined } },
      { says: 'who decides that', holds: { roles: 'userAdministrator', message: undefined } },
    ],
  },
  {
    it: 'says what a role permits to whoever asks about one that they do not hold',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'what may a report viewer do?',
        sees: ['A person with the role Report Viewer may view agreements', 'Role: Account Administrator'],
      },
      { says: 'what is my role?', doesNotSee: ['A person with the role'] },
    ],
  },
  {
    it: 'says what a role permits to somebody without access too',
    as: giulia,
    steps: [
      {
        says: 'che differenza c’è tra gestione account e visualizzatore account?',
        sees: [
          'Non hai ancora un ruolo',
          'Chi ha il ruolo Gestione account può',
          'Chi ha il ruolo Visualizzatore account può',
        ],
      },
    ],
  },
  {
    it: 'says each role, what it permits, since when, given by whom, and whom to ask for more',
    as: omar,
    steps: [
      {
        says: 'what is my role?',
        sees: [
          'Contoso S.p.A., purchasing account 0005012345',
          'Role: Report Viewer',
          'view agreements, view keys, view orders, view licence details, and view reports',
          /Since: \w+/,
          /Given by: \w+/,
          'Marco Ferri, marco.ferri@contoso.com',
        ],
        buttons: ['Ask for another role'],
      },
    ],
  },
  {
    it: 'says it in Italian, in the guide’s terms',
    as: marco,
    steps: [
      {
        says: 'che ruolo ho?',
        sees: ['I tuoi ruoli', 'Ruolo: Amministratore account', 'gestire tutte le attività nel Business Center'],
      },
    ],
  },
  {
    it: 'says so to somebody without a role, and where to go',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        says: 'what is my role?',
        sees: ['You have no role yet: you are not in'],
        buttons: ['Find my administrator', 'Have an invitation resent'],
      },
    ],
  },
  {
    it: 'leads somebody without a role who wants one to an invitation with it',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'can I get the report viewer role?', sees: ['You have no role yet'], buttons: ['Ask for an invitation'] },
      { presses: 'Ask for an invitation', holds: { roles: 'reportViewer' } },
    ],
  },
  {
    it: 'points to the invitation that waits',
    as: anna,
    steps: [
      {
        says: 'what is my role?',
        sees: ['an invitation is waiting for you', 'junk folder', 'the role Account Administrator may'],
      },
    ],
  },
  {
    it: 'takes a request for another role, once',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role', sees: ['Which role do you need?'], keeps: 'form' },
      {
        presses: 'Send the request',
        typed: { roles: 'accountManager', message: 'To download software' },
        sees: ['Your request is on its way', 'Marco Ferri'],
        replaces: 'form',
        after: async () => {
          const [request] = await requests();
          assert.deepEqual(request?.roles, ['accountManager']);
          assert.equal(request?.message, 'To download software');
        },
      },
      {
        presses: 'Send the request',
        on: 'form',
        typed: { roles: 'accountManager' },
        sees: ['This was done already', 'I asked'],
        after: async () => assert.equal((await requests()).length, 1),
      },
      {
        says: 'what is my role?',
        sees: ['You asked for another role on'],
        noButtons: ['Ask for another role'],
      },
      { says: 'Has anybody answered my request?', sees: ['You asked for another role on'] },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'checkRole', data: { ask: 'yes' } } }),
        sees: ['You asked for another role on', 'the answer is still open'],
        doesNotSee: ['Which role do you need?'],
      },
    ],
  },
  ...(
    [
      [
        'I’d need the Account Manager role because I download software',
        'accountManager',
        'because I download software',
      ],
      [
        'mi servirebbe il ruolo di Gestione account per scaricare il software',
        'accountManager',
        'per scaricare il software',
      ],
      [
        'can I become a user administrator? I manage the users of our branch',
        'userAdministrator',
        'I manage the users of our branch',
      ],
      ['ask for another role', undefined, undefined],
      ['Chiedi un altro ruolo', undefined, undefined],
    ] as const
  ).map(
    ([says, roles, message]): Row => ({
      it: `opens the form with what the first sentence gives: ${says}`,
      as: omar,
      prefers: 'en',
      steps: [{ says, sees: ['Which role do you need?'], holds: { roles, message }, after: noRequest }],
    }),
  ),
  ...['which role do I need to see the orders', 'what may an account manager do?', 'am I still report viewer?'].map(
    (says): Row => ({
      it: `says the roles, as nothing is asked for: ${says}`,
      as: omar,
      steps: [{ says, sees: ['Your roles'], buttons: ['Ask for another role'] }],
    }),
  ),
  {
    it: 'keeps the role that was spoken of for when another is asked for',
    as: omar,
    steps: [
      { says: 'what may an account manager do?' },
      { presses: 'Ask for another role', holds: { roles: 'accountManager' } },
    ],
  },
  {
    it: 'says the roles to who wants one that they have',
    as: omar,
    steps: [{ says: 'I want to be report viewer', sees: ['Your roles'], doesNotSee: ['Which role'] }],
  },
  {
    it: 'takes the message in words, whatever role it sounds like',
    as: omar,
    steps: [
      { says: 'ask for another role' },
      {
        says: 'Account Manager, to download software',
        holds: { roles: 'accountManager', message: 'to download software' },
      },
      {
        says: 'I have to manage the users of our branch in Turin.',
        holds: { roles: 'accountManager', message: 'I have to manage the users of our branch in Turin.' },
      },
      {
        says: 'how long will that take?',
        sees: ['Nothing has been sent yet: “Send the request” sends what you see here.'],
        holds: { roles: 'accountManager', message: 'I have to manage the users of our branch in Turin.' },
      },
      { says: 'Messaggio: per il software', holds: { roles: 'accountManager', message: 'per il software' } },
      { says: 'no, user administrator', holds: { roles: 'userAdministrator', message: 'per il software' } },
    ],
  },
  {
    it: 'offers the Account Administrator no other role: there is none that they lack',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'what is my role?', sees: ['Account Administrator'], doesNotSee: ['Ask for'] },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'checkRole', data: { ask: 'yes' } } }),
        sees: ['Your roles already include everything there is to ask for.'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'offers what a form asked for no longer, once it has been asked for elsewhere',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role', keeps: 'form' },
      {
        first: ({ house }) => askForRole(house, omar, { purchasingAccountId: ids.contoso, roles: ['accountManager'] }),
        presses: 'Send the request',
        on: 'form',
        typed: { roles: 'userAdministrator' },
        sees: ['You asked for another role on'],
        after: async () => assert.equal((await requests()).length, 1),
      },
    ],
  },
  {
    it: 'does not offer the roles that are held',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role', sees: ['Account Manager'], doesNotSee: ['Report Viewer'] },
    ],
  },
  {
    it: 'says so to whose role has ended while they asked for another',
    as: omar,
    steps: [
      { says: 'ask for another role', keeps: 'form' },
      {
        first: () => Membership.deleteOne({ email: omar.email }),
        presses: 'Send the request',
        typed: { roles: 'accountManager' },
        sees: ['You have no role yet'],
        after: async () => assert.equal((await requests()).length, 0),
      },
      { presses: 'Send the request', on: 'form', sees: ['nothing was done', 'You have no role yet'] },
    ],
  },
  {
    it: 'wants a role, and keeps the message',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role' },
      {
        presses: 'Send the request',
        typed: { roles: '', message: 'please' },
        sees: ['Please fill this in.'],
        holds: { message: 'please' },
        after: noRequest,
      },
    ],
  },
  {
    it: 'refuses a role that does not exist and one that is held',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role' },
      { presses: 'Send the request', typed: { roles: 'owner' }, sees: ['There is no such role.'], after: noRequest },
      { presses: 'Send the request', typed: { roles: 'reportViewer' }, sees: ['is held already'], after: noRequest },
    ],
  },
  {
    it: 'takes the role in words while it is being asked for',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role' },
      { says: 'I need account manager', holds: { roles: 'accountManager' } },
      { presses: 'Send the request', sees: ['Your request is on its way'] },
    ],
  },
  {
    it: 'asks which account where there are several',
    as: omar,
    steps: [
      { first: omarInTwoAccounts, says: 'what are my roles?', sees: ['Contoso S.p.A.', 'Tailspin Toys Ltd'] },
      { presses: 'Ask for another role', sees: ['Contoso S.p.A., 0005012345', 'Tailspin Toys Ltd, 0005067890'] },
      {
        presses: 'Send the request',
        typed: { roles: 'accountManager' },
        sees: ['Please fill this in.'],
        after: noRequest,
      },
      {
        presses: 'Send the request',
        typed: { roles: 'accountManager', account: ids.fabrikam || '000000000000000000000000' },
        sees: ['I cannot find that'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'is interrupted, taken up again and cancelled',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role', keeps: 'form' },
      { says: 'may I use the online services?', sees: ['Yes', 'Back to: Check my role.', 'Which role do you need?'] },
      { says: 'cancel', sees: ['Cancelled: Check my role.'] },
      {
        presses: 'Send the request',
        on: 'form',
        typed: { roles: 'accountManager' },
        sees: ['Cancelled: Check my role.'],
        after: noRequest,
      },
    ],
  },
  {
    it: 'goes on in another language',
    as: omar,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role' },
      { says: 'in italiano per favore', sees: ['Quale ruolo ti serve?', 'Gestione account'] },
    ],
  },
  {
    it: 'refuses what its form does not send',
    as: lena,
    steps: [
      { says: 'check my role' },
      { presses: 'Ask for another role' },
      {
        presses: 'Send the request',
        typed: { roles: 'accountManager', approve: 'yes' },
        sees: ['I did not get what that card should send'],
        after: noRequest,
      },
    ],
  },
];

describe('dialogs/checkRole', () => {
  const here = scene();
  beforeEach(() => Object.assign(ids, here.ids));

  for (const row of rows) it(row.it, () => play(row, here.house));
});
