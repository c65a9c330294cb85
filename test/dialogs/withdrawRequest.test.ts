import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { withdrawRequest } from '../../onboarding/withdrawRequest.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { type Dialogue, play, type Row } from './dialogue.ts';

const { giulia, marco, omar, stranger } = people;
const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '' };
let requestId = '';

const state = async (id = requestId) => (await AccessRequest.findById(id).lean())?.state;
const is = (wanted: string) => async () => assert.equal(await state(), wanted);
const ask = async ({ house }: Dialogue) => {
  const asked = await askForInvitation(house, giulia, {
    purchasingAccountId: ids.contoso,
    roles: ['reportViewer'],
    message: 'Mi servono i report.',
  });
  requestId = outcomeOf(asked, 'asked').requestId;
};
const askRole = async ({ house }: Dialogue) => {
  const asked = await askForRole(house, omar, { purchasingAccountId: ids.contoso, roles: ['accountManager'] });
  requestId = outcomeOf(asked, 'asked').requestId;
};
const approve = async ({ house }: Dialogue) => {
  outcomeOf(await decideRequest(house, marco, { requestId, decision: 'approve' }), 'decided');
};
/** Omar has asked for a role at Contoso, and for an invitation to Tailspin while its domain was his. */
const askTwice = async (dialogue: Dialogue) => {
  await askRole(dialogue);
  const role = await AccessRequest.findById(requestId).lean();
  const { _id: purchasingAccount, organization, number } = await tailspin();
  await AccessRequest.create({
    ...role,
    _id: undefined,
    kind: 'invitation',
    purchasingAccount,
    organization,
    accountNumber: number,
    roles: [],
  });
};
const tailspin = async () => {
  const account = await PurchasingAccount.findById(ids.tailspin).lean();
  return account ?? assert.fail('no account');
};

const rows: Row[] = [
  {
    it: 'takes the request back from where it was sent, after a second yes',
    as: giulia,
    steps: [
      { says: 'chi è il mio amministratore?' },
      { presses: 'Chiedi un invito' },
      {
        presses: 'Chiedi un invito',
        typed: { message: 'Mi servono i report.' },
        sees: ['La tua richiesta è partita'],
        buttons: ['Ritira la richiesta'],
      },
      {
        first: async () => {
          requestId = (await AccessRequest.findOne().lean())?._id.toHexString() ?? '';
        },
        presses: 'Ritira la richiesta',
        sees: ['Vuoi ritirare questa richiesta?', 'Contoso S.p.A.', 'Mi servono i report.'],
        buttons: ['Ritirala', 'Lasciala aperta'],
        keeps: 'question',
        after: is('open'),
      },
      {
        presses: 'Ritirala',
        sees: ['Richiesta ritirata', 'La tua richiesta di un invito per Contoso S.p.A. è stata ritirata.'],
        replaces: 'question',
        after: async ({ chat }) => {
          await is('withdrawn')();
          assert.equal(chat.noted().outcome, 'requestWithdrawn');
        },
      },
      { presses: 'Ritirala', on: 'question', sees: ['è stata ritirata'] },
      { says: 'chi è il mio amministratore?', buttons: ['Chiedi un invito'], noButtons: ['Ritira la richiesta'] },
    ],
  },
  {
    it: 'stands where the state of an invitation that was asked for is told',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'who is my administrator?', sees: ['the answer is still open'] },
      { presses: 'Withdraw the request', sees: ['Withdraw this request?', 'Report Viewer'] },
      { presses: 'Withdraw it', sees: ['Your request for an invitation to Contoso S.p.A. is withdrawn.'] },
    ],
  },
  {
    it: 'stands where the state of a role that was asked for is told',
    as: omar,
    steps: [
      { first: askRole, says: 'what is my role?', sees: ['the answer is still open'] },
      { presses: 'Withdraw the request', sees: ['You asked for another role at Contoso', 'Account Manager'] },
      { presses: 'Withdraw it', sees: ['Your request for another role at Contoso S.p.A. is withdrawn.'] },
      { says: 'what is my role?', buttons: ['Ask for another role'], noButtons: ['Withdraw the request'] },
    ],
  },
  ...[
    'I want to withdraw my request',
    'withdraw my request',
    'please cancel my request',
    'can I withdraw my request for the report viewer role?',
    'withdraw my invitation request',
    'recall my request',
    'withdraw the request',
    'cancel',
    'annulla la mia richiesta',
    'vorrei ritirare la mia richiesta',
    'ritira la richiesta',
    'ritiro la richiesta di invito',
    'non mi serve più, ritira la richiesta',
    'ritiro quello che ho chiesto',
    'Withdraw a request',
  ].map(
    (says): Row => ({
      it: `asks for a second yes in answer to a sentence: ${says}`,
      as: giulia,
      prefers: 'en',
      steps: [
        { first: ask, says, sees: ['Withdraw this request?', 'Contoso S.p.A.', 'Report Viewer'], after: is('open') },
        { says: 'sì', sees: ['Request withdrawn'], after: is('withdrawn') },
      ],
    }),
  ),
  ...(
    [
      ['yes', 'withdrawn'],
      ['Withdraw it', 'withdrawn'],
      ['sì, ritirala', 'withdrawn'],
      ['no', 'open'],
      ['No, keep it.', 'open'],
      ['lasciala aperta', 'open'],
      ['cancel', 'open'],
      ['annulla', 'open'],
    ] as const
  ).map(
    ([says, wanted]): Row => ({
      it: `takes for an answer to its question: ${says}`,
      as: giulia,
      prefers: 'en',
      steps: [
        { first: ask, says: 'withdraw my request', sees: ['Withdraw this request?'] },
        { says, sees: [wanted === 'open' ? 'Your request stays open.' : 'Request withdrawn'], after: is(wanted) },
      ],
    }),
  ),
  {
    it: 'asks again where the sentence is said again, and stays out of the way of another walk',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'withdraw my request', sees: ['Withdraw this request?'] },
      { says: 'I want to withdraw my request', sees: ['Withdraw this request?'], after: is('open') },
      { says: 'who is my administrator?', sees: ['Marco Ferri'], after: is('open') },
    ],
  },
  {
    it: 'keeps the request, and says so to whoever uses its old card',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'withdraw my request', keeps: 'question' },
      { presses: 'Keep it', sees: ['Your request stays open.'], replaces: 'question', after: is('open') },
      {
        presses: 'Withdraw it',
        on: 'question',
        sees: ['This card is out of date; nothing was done. Your request stays open.'],
        after: is('open'),
      },
    ],
  },
  {
    it: 'says nothing more to a button that is pressed twice',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'who is my administrator?', keeps: 'found' },
      { presses: 'Withdraw the request', on: 'found', sees: ['Withdraw this request?'] },
      { presses: 'Withdraw the request', on: 'found', seesNothing: true },
    ],
  },
  {
    it: 'tells that an administrator was faster',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'who is my administrator?', keeps: 'found' },
      { presses: 'Withdraw the request', sees: ['Withdraw this request?'] },
      {
        first: approve,
        presses: 'Withdraw it',
        sees: [/Marco Ferri approved this on .*: Report Viewer\./, 'It can no longer be withdrawn.'],
        after: is('approved'),
      },
      {
        presses: 'Withdraw the request',
        on: 'found',
        sees: [/Marco Ferri approved this on/, 'It can no longer be withdrawn.'],
        doesNotSee: ['Withdraw this request?'],
      },
    ],
  },
  {
    it: 'does not mix up a request that was withdrawn with the next one',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'who is my administrator?', keeps: 'found' },
      {
        first: async (dialogue) => {
          outcomeOf(await withdrawRequest(dialogue.house, giulia, { requestId }), 'withdrawn');
          await ask(dialogue);
        },
        presses: 'Withdraw the request',
        on: 'found',
        sees: ['You withdrew this request on'],
        doesNotSee: ['Withdraw this request?'],
        after: is('open'),
      },
    ],
  },
  {
    it: 'asks which one is meant where there are several',
    as: omar,
    steps: [
      {
        first: askTwice,
        says: 'withdraw my request',
        sees: ['Which request do you want to withdraw?', 'Contoso S.p.A.', 'Tailspin Toys'],
        buttons: [
          'Withdraw the request for another role (0005012345)',
          'Withdraw the request for an invitation (0005067890)',
        ],
      },
      { says: 'the one at Contoso', sees: ['Withdraw this request?', 'Contoso S.p.A.'], doesNotSee: ['Tailspin'] },
      { presses: 'Withdraw it', sees: ['Your request for another role at Contoso S.p.A. is withdrawn.'] },
      {
        says: 'withdraw my request',
        sees: ['Withdraw this request?', 'Tailspin'],
        after: async () => assert.equal(await AccessRequest.countDocuments({ state: 'open' }), 1),
      },
    ],
  },
  {
    it: 'finds the one that a sentence names',
    as: omar,
    steps: [
      {
        first: askTwice,
        says: 'withdraw my request for Tailspin Toys',
        sees: ['You asked for an invitation to Tailspin Toys'],
      },
      {
        says: 'cancel my request for the account manager role',
        sees: ['Withdraw this request?', 'You asked for another role at Contoso'],
      },
    ],
  },
  {
    it: 'says that there is none',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'I want to withdraw my request', sees: ['You have no request that is waiting for an answer.'] },
      { says: 'withdraw the request', sees: ['There is nothing to cancel'] },
    ],
  },
  {
    it: 'shows and withdraws nobody else’s',
    as: stranger,
    steps: [
      {
        first: ask,
        submits: () => ({ usher: { do: 'begin', walk: 'withdrawRequest', data: { request: requestId } } }),
        sees: ['I cannot find that, or it is not yours to change.'],
        doesNotSee: ['Contoso'],
        after: is('open'),
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'withdrawRequest', data: { request: 'constructor' } } }),
        sees: ['I cannot find that'],
      },
    ],
  },
  {
    it: 'does not let those who may decide it withdraw it',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: ask,
        submits: () => ({ usher: { do: 'begin', walk: 'withdrawRequest', data: { request: requestId } } }),
        sees: ['I cannot find that, or it is not yours to change.'],
        after: is('open'),
      },
      { says: 'withdraw the request', doesNotSee: ['Withdraw this request?'], after: is('open') },
    ],
  },
  {
    it: 'leaves the walk that is going on where it is',
    as: giulia,
    prefers: 'en',
    steps: [
      { first: ask, says: 'have my invitation resent' },
      { presses: 'Resend the administrator’s invitation', sees: ['Have the invitation resent'] },
      { says: 'withdraw my request', sees: ['Withdraw this request?'] },
      { presses: 'Withdraw it', sees: ['Request withdrawn', 'Have the invitation resent'], after: is('withdrawn') },
    ],
  },
];

describe('dialogs/withdrawRequest', () => {
  const here = scene();
  beforeEach(() => Object.assign(ids, here.ids));

  for (const row of rows) it(row.it, () => play(row, here.house));
});
