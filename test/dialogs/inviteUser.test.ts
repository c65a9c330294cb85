import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { elements } from '../cards/checkCard.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { lena, marco, omar, ruth, writeSampleAccounts } from './sampleAccounts.ts';
import { startWalkTest, type TestPerson, testHouse, type WalkTest } from './walkTest.ts';

const maria = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi' };
const giulia: TestPerson = { email: 'giulia.romano@contoso.com', firstName: 'Giulia', lastName: 'Romano' };
const typed = { ...maria, language: 'it', country: 'Italy', roles: 'reportViewer' };

/** What somebody does, what they see then (all of it), and what they do not see. */
interface Step {
  says?: string;
  presses?: string;
  typed?: Record<string, string>;
  sees?: (string | RegExp)[];
  not?: (string | RegExp)[];
  /** What the inputs of the newest card hold. */
  holds?: Record<string, string | undefined>;
  buttons?: string[];
}

interface Row {
  title: string;
  as?: TestPerson;
  steps: Step[];
  /** Pending invitations in the end, as `address: roles`. */
  invited?: string[];
}

const rows: Row[] = [
  {
    title: 'a form, filled in, invites',
    steps: [
      {
        says: 'invite a user',
        sees: ['Invite a user', 'Contoso S.p.A., purchasing account 0005012345'],
        holds: { language: 'en', country: 'Italy', email: undefined },
        buttons: ['Invite', 'Invite another', 'Several people at once', 'Cancel'],
      },
      {
        presses: 'Invite',
        typed,
        sees: ['The invitation is on its way', 'Maria Rossi (maria.rossi@contoso.com)', 'Report Viewer', 'Good until'],
        buttons: ['Invite another', 'Several people at once'],
      },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'the data in the sentence fills the form in',
    steps: [
      {
        says: 'invite maria.rossi@contoso.com as user administrator, Italian',
        holds: { ...maria, language: 'it', country: 'Italy', roles: 'userAdministrator' },
      },
      { presses: 'Invite', sees: ['Maria Rossi'] },
    ],
    invited: ['maria.rossi@contoso.com: userAdministrator'],
  },
  {
    title: 'who may not invite is told whom to ask',
    as: omar,
    steps: [
      {
        says: 'invite maria.rossi@contoso.com',
        sees: ['Your role does not include inviting people', 'Your administrator can'],
        buttons: ['Find my administrator', 'Check my role', 'Talk to a person'],
      },
    ],
  },
  {
    title: 'who is not in yet is led to an invitation of their own',
    as: giulia,
    steps: [
      {
        says: 'invite a report viewer',
        sees: ['You have no role in the Business Center', 'an invitation for yourself'],
        not: ['Your role does not include'],
        buttons: ['Ask for an invitation', 'Find my administrator', 'Talk to a person'],
      },
      { presses: 'Ask for an invitation', sees: ['I will ask those who may invite people at Contoso S.p.A.'] },
      { presses: 'Ask for an invitation', sees: ['Your request is on its way'] },
      {
        says: 'invite a user',
        sees: ['You have no role in the Business Center'],
        buttons: ['Find my administrator', 'Talk to a person'],
      },
    ],
  },
  {
    title: 'a stranger is told no more than that they may not invite',
    as: { email: 'ivan@wingtiptoys.com', firstName: 'Ivan', lastName: 'Petrov' },
    steps: [
      {
        says: 'invite maria.rossi@contoso.com',
        sees: ['You have no role in the Business Center'],
        not: ['Contoso'],
        buttons: ['Find my administrator', 'Talk to a person'],
      },
    ],
  },
  {
    title: 'a role that may not be given is not offered, and it is said why',
    as: lena,
    steps: [
      { says: 'invite maria.rossi@contoso.com' },
      {
        says: 'account administrator',
        sees: ['You may not give Account Administrator here'],
        not: ['Filled in'],
        holds: { roles: undefined, email: maria.email },
      },
    ],
  },
  {
    title: 'a role that was not offered is refused beside the roles when it is sent anyway',
    as: lena,
    steps: [
      { says: 'invite a user' },
      {
        presses: 'Invite',
        typed: { ...typed, roles: 'accountAdministrator,reportViewer' },
        sees: ['You may not give Account Administrator'],
        holds: { ...maria, language: 'it', roles: 'reportViewer' },
      },
    ],
  },
  {
    title: 'what is wrong is said beside the field, and what was typed stays',
    steps: [
      { says: 'invite a user' },
      {
        presses: 'Invite',
        typed: { ...typed, email: 'maria.rossi', firstName: '', roles: 'emperor', country: 'Atlantis' },
        sees: [
          'This is no complete e-mail address, such as name@contoso.com.',
          'Please fill this in.',
          'There is no such role.',
          'I do not know this country or region.',
        ],
        holds: { country: 'Atlantis', email: 'maria.rossi', firstName: undefined, lastName: 'Rossi', language: 'it' },
      },
      { presses: 'Invite', typed, sees: ['The invitation is on its way'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'a personal address is refused beside the address',
    steps: [
      { says: 'invite a user' },
      {
        presses: 'Invite',
        typed: { ...typed, email: 'maria.rossi@gmail.com' },
        sees: ['This is a personal address.'],
        holds: { email: 'maria.rossi@gmail.com', lastName: 'Rossi' },
      },
    ],
  },
  {
    title: 'a language that is none, which only a card that was tampered with sends, is asked for again',
    steps: [
      { says: 'invite a user' },
      { presses: 'Invite', typed: { ...typed, language: 'constructor,x' }, holds: { lastName: 'Rossi' } },
      { presses: 'Invite', typed: { ...typed, language: '' }, holds: { lastName: 'Rossi' } },
    ],
  },
  {
    title: 'an address outside the domains needs a second yes',
    steps: [
      { says: 'invite a user' },
      {
        presses: 'Invite',
        typed: { ...typed, email: 'maria@fabrikam.com' },
        sees: ['maria@fabrikam.com does not belong to the domains of this account (contoso.com)'],
        buttons: ['Correct the address', 'Invite anyway', 'Cancel'],
      },
      { presses: 'Correct the address', holds: { email: 'maria@fabrikam.com', roles: 'reportViewer' } },
      { presses: 'Invite', sees: ['Is this the right address?'] },
      { presses: 'Invite anyway', sees: ['The invitation is on its way'] },
    ],
    invited: ['maria@fabrikam.com: reportViewer'],
  },
  {
    title: 'the second yes may be a no',
    steps: [
      { says: 'invite a user' },
      { presses: 'Invite', typed: { ...typed, email: 'maria@fabrikam.com' } },
      { presses: 'Cancel', sees: ['Cancelled: Invite a user.'] },
    ],
  },
  {
    title: 'who is in gets the missing role instead of an invitation',
    steps: [
      { says: 'invite omar.haddad@contoso.com as account manager and report viewer' },
      {
        presses: 'Invite',
        sees: [
          'omar.haddad@contoso.com is in already',
          'Roles there: Report Viewer.',
          'Not held yet: Account Manager.',
        ],
        buttons: ['Give Account Manager too', 'Correct the address', 'Cancel'],
      },
      { presses: 'Give Account Manager too', sees: ['omar.haddad@contoso.com now also has: Account Manager.'] },
    ],
  },
  {
    title: 'who has all of it already is left alone',
    steps: [
      { says: 'invite omar.haddad@contoso.com as report viewer' },
      { presses: 'Invite', sees: ['is in already'], not: ['Not held yet'], buttons: ['Correct the address', 'Cancel'] },
    ],
  },
  {
    title: 'who is invited already is said so, with what is better',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { presses: 'Invite' },
      { says: 'invite a user' },
      {
        presses: 'Invite',
        typed,
        sees: [
          'maria.rossi@contoso.com is invited already',
          'has not been accepted yet',
          'Roles in it: Report Viewer.',
        ],
        buttons: ['Send again', 'Correct the address', 'Withdraw the invitation', 'Back', 'Cancel'],
      },
      { presses: 'Send again', sees: ['was sent to maria.rossi@contoso.com again'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'a waiting invitation goes to the right address after all',
    steps: [
      { says: 'invite maria.rosi@contoso.com as report viewer' },
      { presses: 'Invite', typed: { ...typed, email: 'maria.rosi@contoso.com' } },
      { says: 'invite maria.rosi@contoso.com as report viewer', sees: ['is invited already'] },
      { presses: 'Correct the address', holds: { email: 'maria.rosi@contoso.com' } },
      { presses: 'Send it there', sees: ['went to this address already'] },
      { presses: 'Send it there', typed: { email: 'x' }, sees: ['no complete e-mail address'], holds: { email: 'x' } },
      {
        presses: 'Send it there',
        typed: { email: 'maria.rossi@fabrikam.com' },
        sees: ['maria.rossi@fabrikam.com does not belong', 'Roles in it: Report Viewer'],
        buttons: ['Correct the address', 'Send it there anyway', 'Cancel'],
      },
      { presses: 'Correct the address', holds: { email: 'maria.rossi@fabrikam.com' } },
      { says: 'maria.rossi@contoso.com', holds: { email: 'maria.rossi@contoso.com' } },
      { presses: 'Send it there', sees: ['The invitation for Maria Rossi now goes to maria.rossi@contoso.com'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'a waiting invitation is withdrawn after a second yes',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { presses: 'Invite' },
      { says: 'withdraw the invitation of maria.rossi@contoso.com', sees: ['is invited already'], not: ['First name'] },
      { presses: 'Withdraw the invitation', sees: ['Withdraw this invitation?'] },
      { presses: 'Back', sees: ['is invited already'] },
      { presses: 'Withdraw the invitation' },
      { presses: 'Withdraw it', sees: ['The invitation for maria.rossi@contoso.com is withdrawn.'] },
    ],
  },
  {
    title: 'Invite another invites, says so and keeps language, country and roles',
    steps: [
      { says: 'invite a user' },
      {
        presses: 'Invite another',
        typed,
        sees: ['The invitation is on its way', 'Invited: Maria Rossi, maria.rossi@contoso.com. Who is next?'],
        holds: { email: undefined, firstName: undefined, language: 'it', country: 'Italy', roles: 'reportViewer' },
      },
      {
        presses: 'Invite',
        typed: { email: 'luca.bianchi@contoso.com', firstName: 'Luca', lastName: 'Bianchi' },
        sees: ['Luca Bianchi'],
      },
      {
        presses: 'Invite another',
        sees: ['Invite a user'],
        holds: { language: 'it', country: 'Italy', roles: 'reportViewer', email: undefined },
      },
    ],
    invited: ['luca.bianchi@contoso.com: reportViewer', 'maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'a language that is named beside the form is that of the invitation',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { says: 'language: Italian', sees: ['Filled in: Preferred language.'], holds: { ...maria, language: 'it' } },
      { says: 'in English please', sees: ['Filled in: Preferred language.'], holds: { ...maria, language: 'en' } },
      { says: 'speak Italian', sees: ['Invita un utente'], holds: { ...maria, language: 'en' } },
    ],
    invited: [],
  },
  {
    title: 'somebody else who is named beside the form takes its place, with nothing of what the other was to get',
    steps: [
      { says: 'invite maria.rossi@contoso.com as user administrator' },
      {
        says: 'also luca.bianchi@contoso.com',
        sees: ['Maria Rossi (maria.rossi@contoso.com) has not been invited.'],
        holds: { email: 'luca.bianchi@contoso.com', firstName: 'Luca', lastName: 'Bianchi', roles: undefined },
      },
      // The same person, put right.
      {
        says: 'sorry, luca.bianchini@contoso.com, report viewer',
        sees: ['Filled in: E-mail address, First name, Last name, and Roles. Have'],
        holds: { email: 'luca.bianchini@contoso.com', lastName: 'Bianchini', roles: 'reportViewer' },
      },
    ],
    invited: [],
  },
  {
    title: 'what is said while the form is open goes into the form',
    steps: [
      { says: 'invite a user' },
      {
        says: 'maria.rossi@contoso.com',
        sees: ['Filled in: E-mail address, First name, and Last name.'],
        holds: maria,
      },
      { says: 'report viewer', sees: ['Filled in: Roles.'], holds: { ...maria, roles: 'reportViewer' } },
      { says: 'Anna Maria De Luca', holds: { firstName: 'Anna Maria De', lastName: 'Luca', email: maria.email } },
      { says: 'Her name is Maria Rossi', holds: maria },
      { says: 'Germany', holds: { ...maria, country: 'Germany' } },
      { presses: 'Invite', sees: ['Maria Rossi'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'interrupted by another walk it is taken up again with what was said',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { says: 'what is my role?', sees: ['Back to: Invite a user.'], holds: { ...maria, roles: 'reportViewer' } },
      { presses: 'Invite', sees: ['Maria Rossi'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'cancelled in words, it ends and nothing is sent',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { says: 'cancel', sees: ['Cancelled: Invite a user.'] },
    ],
  },
  {
    title: 'in several accounts the account comes first',
    as: ruth,
    steps: [
      {
        says: 'invite maria.rossi@tailspintoys.com as user administrator',
        sees: ['In which purchasing account?'],
        buttons: ['Continue', 'Cancel'],
      },
      { presses: 'Continue', sees: ['Please fill this in.'] },
      {
        says: '0005067891',
        sees: ['Tailspin Toys Ltd, purchasing account 0005067891', 'You may not give User Administrator here'],
        holds: { email: 'maria.rossi@tailspintoys.com', country: 'United Kingdom' },
      },
      { presses: 'Another account', sees: ['In which purchasing account?'] },
      { says: 'account 0005067890', holds: { email: 'maria.rossi@tailspintoys.com', roles: 'userAdministrator' } },
      { presses: 'Invite', sees: ['0005067890'] },
    ],
    invited: ['maria.rossi@tailspintoys.com: userAdministrator'],
  },
  {
    title: 'an account number in the sentence chooses the account',
    as: ruth,
    steps: [
      { says: 'invite a user to 0005067891', sees: ['purchasing account 0005067891'] },
      { says: 'invite a user to 0005012345', sees: ['0005012345 is no account in which you may invite people.'] },
    ],
  },
  {
    title: 'a number beside the form that is none of theirs is said to be none, and what was filled in stays',
    as: ruth,
    steps: [
      { says: 'invite maria.rossi@contoso.com to 0005067891' },
      {
        says: '0005012345',
        sees: ['0005012345 is no account in which you may invite people.', 'purchasing account 0005067891'],
        holds: { email: maria.email },
      },
    ],
  },
  {
    title: 'who is invited already is shown as such, however often they are named',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { presses: 'Invite' },
      { says: 'invite a user' },
      {
        says: 'maria.rossi@contoso.com',
        sees: ['is invited already'],
      },
      { says: 'invite maria.rossi@contoso.com', sees: ['is invited already'] },
      { says: 'anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com', firstName: 'Anna' } },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
  {
    title: 'a typed yes is the second yes where one is asked for, and leaves the form to its button',
    steps: [
      { says: 'invite maria.rossi@contoso.com as report viewer' },
      { says: 'ok', sees: ['Nothing is done yet'], holds: { email: maria.email }, not: ['did not understand'] },
      { presses: 'Invite', typed: { email: 'maria.rossi@fabrikam.com' }, sees: ['Is this the right address?'] },
      { says: 'no', holds: { email: 'maria.rossi@fabrikam.com' } },
      { presses: 'Invite', sees: ['Is this the right address?'] },
      { says: 'yes', sees: ['The invitation is on its way'] },
      { says: 'invite anna.bianchi@contoso.com as report viewer' },
      { presses: 'Invite', sees: ['The invitation is on its way'] },
      { says: 'invite anna.bianchi@contoso.com' },
      { presses: 'Withdraw the invitation', sees: ['stops working'] },
      { says: 'Sì, certo.', sees: ['is withdrawn'] },
    ],
    invited: ['maria.rossi@fabrikam.com: reportViewer'],
  },
  {
    title: 'without a verified domain the administrator’s is the one',
    as: ruth,
    steps: [
      { says: 'invite a user to 0005067890' },
      { presses: 'Invite', typed, sees: ['does not belong to the domain of this account’s administrator'] },
    ],
  },
  {
    title: 'the second yes is for the account in which it was asked for',
    as: ruth,
    steps: [
      { says: 'invite a user to 0005067890' },
      { presses: 'Invite', typed: { ...typed, roles: 'accountViewer' }, sees: ['Is this the right address?'] },
      {
        says: '0005067891',
        sees: ['Tailspin Toys Ltd, purchasing account 0005067891'],
        holds: { email: maria.email, roles: 'accountViewer' },
        buttons: ['Invite', 'Invite another', 'Several people at once', 'Another account', 'Cancel'],
      },
      { presses: 'Invite', sees: ['Is this the right address?'] },
    ],
    invited: [],
  },
  {
    title: 'in Italian',
    as: { ...marco, locale: 'it-IT' },
    steps: [
      {
        says: 'invita maria.rossi@contoso.com come visualizzatore report',
        sees: ['Invita un utente', 'Contoso S.p.A., account acquisti 0005012345'],
        holds: { ...maria, language: 'it', roles: 'reportViewer' },
        buttons: ['Invita', 'Invita un altro utente', 'Più persone insieme', 'Annulla'],
      },
      { presses: 'Invita', sees: ['L’invito è partito', 'Ho inviato l’invito a Maria Rossi'] },
    ],
    invited: ['maria.rossi@contoso.com: reportViewer'],
  },
];

describe('the walk Invite a user', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(async () => {
    Settings.now = () => Date.parse('2026-03-02T10:00:00Z');
    await store.clear();
    await writeSampleAccounts();
  });
  after(async () => {
    Settings.now = () => Date.now();
    await store.close();
  });

  for (const { title, as = marco, steps, invited = [] } of rows) {
    it(title, async () => {
      const chat = startWalkTest({ as });
      for (const step of steps) await take(chat, step);
      assert.deepEqual(await pending(), invited);
    });
  }

  it('does nothing twice when a button is pressed twice', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite a user');
    const form = chat.card();
    await chat.pressesOn(form, 'Invite', typed);
    const again = await chat.pressesOn(form, 'Invite', { ...typed, email: 'somebody.else@contoso.com' });
    assert.match(
      again,
      /was done already, and is not done twice\. Maria Rossi \(maria\.rossi@contoso\.com\) is invited/,
    );
    assert.deepEqual(await pending(), ['maria.rossi@contoso.com: reportViewer']);
  });

  it('does nothing twice when Invite another is pressed twice, and still says who was invited', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite a user');
    const form = chat.card();
    await chat.pressesOn(form, 'Invite another', typed);
    const again = await chat.pressesOn(form, 'Invite another', typed);
    assert.match(again, /That step was done already/);
    assert.match(again, /Invited: Maria Rossi/);
    assert.equal(chat.value('email'), undefined);
    assert.deepEqual(await pending(), ['maria.rossi@contoso.com: reportViewer']);
  });

  it('switches its labels with the language and keeps the values', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite maria.rossi@contoso.com as report viewer, German, Germany');
    chat.prefers('it');
    const shown = await chat.says('rossi.maria@contoso.com');
    assert.match(shown, /Ho compilato: Indirizzo di posta elettronica/);
    assert.match(shown, /Non scrivo ancora in questa lingua: tedesco/);
    assert.equal(chat.value('country'), 'Germania');
    assert.equal(chat.value('roles'), 'reportViewer');
    assert.ok(chat.buttons().includes('Invita'));
  });

  it('refuses a card with an extra input, one that is too long and a button made up', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite a user');
    const form = chat.card();
    const data = buttonData(form.card, 'Invite');
    const strange = /did not get what that card should send/;
    assert.match(await chat.submits({ ...data, ...typed, isAdministrator: 'true' }), strange);
    assert.match(await chat.submits({ ...data, ...typed, firstName: 'x'.repeat(5000) }), strange);
    assert.match(await chat.submits({ ...data, ...typed, roles: ['reportViewer'] }), strange);
    for (const action of ['inviteAnyway', 'inviteAll', 'withdrawYes', 'toString', 'constructor']) {
      const button = { ...(data.usher as object), action };
      assert.match(await chat.submits({ usher: button }), strange, action);
    }
    assert.deepEqual(await pending(), []);
    assert.equal(chat.buttons()[0], 'Invite');
  });

  it('leaves a card from somebody else’s chat without effect', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite a user');
    const other = startWalkTest({ as: lena });
    const answer = await other.submits({ ...buttonData(chat.card().card, 'Invite'), ...typed }, 'out-1');
    assert.match(answer, /out of date; nothing was done/);
    assert.deepEqual(await pending(), []);
  });

  it('is asked again after its role was taken away in the middle', async () => {
    const chat = startWalkTest({ as: lena });
    await chat.says('invite a user');
    const form = chat.card();
    await Membership.deleteOne({ email: lena.email });
    assert.match(await chat.presses('Invite', typed), /You have no role in the Business Center/);
    assert.match(await chat.pressesOn(form, 'Invite', typed), /nothing was done\. You have no role/);
    assert.deepEqual(await pending(), []);
  });

  it('takes the account by the name of its organization, when it is asked for and in a sentence', async () => {
    const tailspin = await PurchasingAccount.findOne({ number: '0005067890' }).lean();
    await Membership.updateOne({ email: lena.email }, { purchasingAccount: tailspin?._id });
    const { _id, ...lenaThere } = (await Membership.findOne({ email: lena.email }).lean()) as Membership;
    const contoso = await PurchasingAccount.findOne({ number: '0005012345' }).lean();
    await Membership.create({ ...lenaThere, purchasingAccount: contoso?._id });
    const chat = startWalkTest({ as: lena });
    assert.match(await chat.says('invite maria.rossi@contoso.com as report viewer'), /In which purchasing account\?/);
    assert.match(await chat.says('Tailspin Toys'), /Tailspin Toys Ltd, purchasing account 0005067890/);
    assert.equal(chat.value('email'), maria.email);
    assert.match(await chat.says('for Contoso please'), /Contoso S\.p\.A\., purchasing account 0005012345/);
    assert.equal(chat.value('roles'), 'reportViewer');
    const another = startWalkTest({ as: lena });
    const shown = await another.says('invite anna.bianchi@contoso.com to Tailspin Toys as report viewer');
    assert.match(shown, /Tailspin Toys Ltd, purchasing account 0005067890/);
  });

  it('says from when on it goes on when it was too often, and keeps what was typed', async () => {
    const limits = { ...defaultLimits, invitationsPerPerson: { most: 0, per: { days: 1 } } };
    const chat = startWalkTest({ as: marco, house: testHouse({ limits }) });
    await chat.says('invite a user');
    assert.match(await chat.presses('Invite', typed), /That was often enough for now/);
    assert.equal(chat.value('email'), maria.email);
  });

  it('offers the right address first when the mail came back', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite maria.rossi@contoso.com as report viewer');
    await chat.presses('Invite');
    await Invitation.updateOne({}, { undeliverable: { at: new Date(), reason: '5.1.1' } });
    const again = await chat.says('invite maria.rossi@contoso.com as report viewer');
    assert.match(again, /could not be delivered to maria\.rossi@contoso\.com/);
    assert.equal(chat.buttons()[0], 'Correct the address');
  });

  it('asks once more about an address outside the domains when the invitation has more roles meanwhile', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite maria.rossi@contoso.com as report viewer');
    await chat.presses('Invite');
    await chat.says('invite maria.rossi@contoso.com as report viewer');
    await chat.presses('Correct the address');
    await chat.presses('Send it there', { email: 'maria.rossi@fabrikam.com' });
    await Invitation.updateOne({}, { $push: { roles: 'accountManager' }, $inc: { sendings: 1 } });
    const again = await chat.presses('Send it there anyway');
    assert.match(again, /Roles in it: [^.]*Account Manager/);
    assert.deepEqual(await pending(), ['maria.rossi@contoso.com: reportViewer,accountManager']);
    assert.match(await chat.presses('Send it there anyway'), /now goes to maria\.rossi@fabrikam\.com/);
  });

  it('invites nobody with what a changed begin button carries', async () => {
    const chat = startWalkTest({ as: lena });
    const data = { account: 'f'.repeat(24), roles: 'accountAdministrator,emperor', language: 'xx', country: '??' };
    const shown = await chat.submits({ usher: { do: 'begin', walk: 'inviteUser', data } });
    assert.match(shown, /Contoso/);
    assert.equal(chat.value('roles'), undefined);
    assert.equal(chat.value('country'), 'Italy');
  });
});

async function take(chat: WalkTest, step: Step): Promise<void> {
  const { says, presses, sees = [], not = [], holds = {}, buttons } = step;
  const seen = says !== undefined ? await chat.says(says) : await chat.presses(presses ?? '', step.typed);
  for (const words of sees) {
    assert.ok(typeof words === 'string' ? seen.includes(words) : words.test(seen), `“${words}” is not in:\n${seen}`);
  }
  for (const words of not) {
    assert.ok(!(typeof words === 'string' ? seen.includes(words) : words.test(seen)), `“${words}” is in:\n${seen}`);
  }
  const held = Object.fromEntries(Object.keys(holds).map((input) => [input, chat.value(input) || undefined]));
  assert.deepEqual(held, holds, `after ${says ?? presses}`);
  if (buttons) assert.deepEqual(chat.buttons(), buttons);
}

function buttonData(card: Record<string, unknown>, title: string): Record<string, unknown> {
  return elements(card).find((one) => one.type === 'Action.Submit' && one.title === title)?.data as Record<
    string,
    unknown
  >;
}

async function pending(): Promise<string[]> {
  const invitations = await Invitation.find({ state: 'pending' }).sort({ email: 1 }).lean();
  return invitations.map(({ email, roles }) => `${email}: ${roles.join(',')}`);
}
