import assert from 'node:assert/strict';
import { Conversation } from '../../models/conversation.ts';
import { Invitation } from '../../models/invitation.ts';
import { Person } from '../../models/person.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { play, type Row } from './dialogue.ts';

const { anna, giulia, omar, marco, stranger, nina } = people;

/** Walk 7 of product.md, and what belongs to no walk: help, a person, language, cancel, start over, nonsense. */
const rows: Row[] = [
  {
    it: 'calls a person for whoever wants to talk to somebody who is in',
    as: marco,
    prefers: 'en',
    steps: [{ says: 'i want to talk to a real person, lena cannot help me', sees: ['A person will help you'] }],
  },
  ...['who have i invited?', 'list all users pls', 'chi ho invitato?', 'fammi vedere gli inviti in sospeso'].map(
    (says): Row => ({
      it: `leads whoever may invite to those who are in and invited: ${says}`,
      as: marco,
      steps: [{ says, sees: [/(Manage access|Gestisci accesso)/], doesNotSee: ['marco.ferri@contoso.com'] }],
    }),
  ),
  {
    it: 'answers nobody else about who is in but with those who may invite',
    as: giulia,
    prefers: 'en',
    steps: [
      { says: 'who has access?', sees: ['Your purchasing account administrator'], doesNotSee: ['Manage access'] },
    ],
  },
  ...[
    ['en', 'whats omars role', 'Report Viewer'],
    ['it', 'che ruolo ha omar haddad', 'Visualizzatore report'],
  ].map(
    ([prefers, says, role]): Row => ({
      it: `says how it stands with somebody who is in, not with the writer: ${says}`,
      as: marco,
      prefers: prefers as string,
      steps: [{ says: says as string, sees: ['Omar Haddad (omar.haddad@contoso.com)', role as string] }],
    }),
  ),
  {
    it: 'fills the form with who is in and is to have another role',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'make omar an account manager',
        holds: { email: 'omar.haddad@contoso.com', firstName: 'Omar', lastName: 'Haddad', roles: 'accountManager' },
      },
    ],
  },
  {
    it: 'tells nobody but those who may invite about somebody who is in',
    as: omar,
    steps: [{ says: 'what is lenas role?', doesNotSee: ['lena.vogel@contoso.com) is in'] }],
  },
  {
    it: 'takes no first name for somebody else with another last name',
    as: marco,
    prefers: 'en',
    steps: [{ says: 'invite omar bradley as report viewer', holds: { email: undefined, lastName: 'Bradley' } }],
  },
  ...['resend tims invite', 'Tim says he got nothing', 'take back tim lunds invitation', 'has tim accepted yet?'].map(
    (says): Row => ({
      it: `shows the invitation that waits for who is named: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [
        { says: 'invite tim.lund@contoso.com as report viewer' },
        { presses: 'Invite' },
        { says, sees: ['tim.lund@contoso.com is invited already'], buttons: ['Send again', 'Withdraw the invitation'] },
      ],
    }),
  ),
  {
    it: 'says to who may invite, and is in, where the invitations of others are',
    as: marco,
    prefers: 'en',
    steps: [{ says: 'resend the invitation', sees: ['You are in already', 'Manage access'] }],
  },
  ...['forgot my pw', 'i cant remember my password', 'ho dimenticato la pwd', 'nn ricordo piu la password'].map(
    (says): Row => ({
      it: `knows what is typed in a hurry: ${says}`,
      as: omar,
      steps: [{ says, sees: [/(Puoi scegliere una nuova password|You can choose a new password)/] }],
    }),
  ),
  ...['r u a bot?', 'are you human', 'sei un robot?'].map(
    (says): Row => ({
      it: `says who it is to whoever asks, and calls nobody: ${says}`,
      as: omar,
      steps: [{ says, sees: [/(sono|I am) Usher/] }],
    }),
  ),
  ...['ok thx bye', 'grazie, sei un mito', 'ta!'].map(
    (says): Row => ({
      it: `takes thanks in several words for thanks: ${says}`,
      as: omar,
      steps: [{ says, sees: [/(You are welcome|Prego)/] }],
    }),
  ),
  ...['ok send it', 'just send it', 'submit', 'yes im sure', 'si confermo', 'ok manda', 'mandala e basta'].map(
    (says): Row => ({
      it: `says beside a form that its button does it: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [
        { says: 'invite anna.bianchi@contoso.com' },
        { says, sees: ['Nothing is done yet'], holds: { email: 'anna.bianchi@contoso.com' } },
      ],
    }),
  ),
  ...[
    ['en', 'any requests?'],
    ['en', 'who asked for access'],
    ['it', 'ci sono richieste?'],
    ['it', 'chi ha chiesto l accesso'],
  ].map(
    ([prefers, says]): Row => ({
      it: `shows the requests that wait to whoever asks in few words: ${says}`,
      as: marco,
      prefers: prefers as string,
      steps: [{ says: says as string, sees: [/(Nothing|No request|Nessuna|Non c)/], doesNotSee: [/Marco Ferri/] }],
    }),
  ),
  ...[
    ['I don’t want to talk to a person, just tell me my role', /Your roles/],
    ['non voglio parlare con una persona, dimmi solo il mio ruolo', /Your roles/],
    ['I don’t want to talk to a person', /What can I do for you/],
    ['I want to talk to a person', /A person will help you/],
  ].map(
    ([says, sees]): Row => ({
      it: `calls a person only for whom wants one: ${says}`,
      as: marco,
      prefers: 'en',
      steps: [{ says: says as string, sees: [sees as RegExp] }],
    }),
  ),
  ...[
    ['sì, l’ho scritto io', /Grazie[\s\S]*dimmi di nuovo qui/],
    ['Yes, I wrote it.', /Thank you[\s\S]*tell me here once more/],
  ].map(
    ([says, sees]): Row => ({
      it: `says to who has written an unproven mail that the wish has to be said again: ${says}`,
      as: marco,
      steps: [{ says: says as string, sees: [sees as RegExp] }],
    }),
  ),
  ...[
    'Ho perso la password',
    'non riesco più ad accedere, password dimenticata',
    'Come faccio a reimpostare la password del Business Center?',
    'I lost my password, can you resend it?',
    'my password expired',
  ].map(
    (says): Row => ({
      it: `tells where a new password is chosen: ${says}`,
      as: omar,
      steps: [{ says, sees: [/(Puoi scegliere una nuova password|You can choose a new password)/] }],
    }),
  ),
  ...[
    'I forgot my Windows password',
    'reset the password for the payroll system',
    'ho dimenticato la password di Netflix',
    'mi serve la password della stampante, ho perso la password della rete',
  ].map(
    (says): Row => ({
      it: `has no advice on the password of something else: ${says}`,
      as: omar,
      steps: [{ says, doesNotSee: [/(Puoi scegliere una nuova password|You can choose a new password)/] }],
    }),
  ),
  {
    it: 'says to who is only invited that there is no password yet',
    as: anna,
    prefers: 'en',
    steps: [{ says: 'I forgot my password', sees: ['you choose it when you accept your invitation'] }],
  },
  {
    it: 'helps with what makes sense for the person: an inviter',
    as: marco,
    prefers: 'en',
    steps: [{ says: 'help', sees: ['What can I do for you?'], buttons: ['Invite a user', 'Talk to a person'] }],
  },
  {
    it: 'helps with what makes sense for the person: somebody without access',
    as: giulia,
    steps: [
      {
        says: 'aiuto',
        buttons: ['Trova il mio amministratore', 'Fai inviare di nuovo un invito', 'Parla con una persona'],
      },
    ],
  },
  {
    it: 'helps with what makes sense for the person: a partner',
    as: nina,
    steps: [{ says: 'what can you do?', buttons: ['My customers'] }],
  },
  {
    it: 'greets back, in the language of the greeting',
    as: giulia,
    steps: [
      { says: 'Ciao!', sees: ['Ciao Giulia, sono Usher'] },
      { says: 'Good morning Usher', sees: ['Hello Giulia, I am Usher'] },
      { says: 'grazie mille', sees: ['Prego.'], doesNotSee: ['Non ho capito'] },
    ],
  },
  {
    it: 'is polite in the middle of a walk without losing it',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com' } },
      { says: 'thank you', sees: ['You are welcome', 'We are still at: Invite a user.'] },
      { says: 'report viewer', holds: { email: 'anna.bianchi@contoso.com' } },
    ],
  },
  {
    it: 'shows where somebody is when they want to go on',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com' } },
      { says: 'what will the weather be like tomorrow?', sees: ['Write “continue” to see it again'] },
      { says: 'continue', holds: { email: 'anna.bianchi@contoso.com' }, doesNotSee: ['Cancelled'] },
      { says: 'Continua.', holds: { email: 'anna.bianchi@contoso.com' } },
    ],
  },
  {
    it: 'greets whoever mentions it and says nothing more',
    as: giulia,
    prefers: 'it',
    steps: [{ says: '', sees: ['Ciao Giulia, sono Usher'], doesNotSee: ['Non ho capito'] }],
  },
  {
    it: 'shows what it can do to whoever wants to go on with nothing',
    as: giulia,
    steps: [{ says: 'continua', sees: ['Come posso aiutarti?'], doesNotSee: ['annullare'] }],
  },
  {
    it: 'takes no language from a list of people',
    as: marco,
    steps: [
      { says: 'qual è il mio ruolo?', sees: ['I tuoi ruoli'] },
      {
        says: 'Maria Rossi <maria.rossi@contoso.com>\nbroken line without an address\nPaolo Bianchi <paolo@contoso.com>',
        doesNotSee: ['What holds for these people'],
      },
    ],
  },
  {
    it: 'takes an “ok” after all is done for one',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'what is my role?', sees: ['Your roles'] },
      { says: 'ok', sees: ['What can I do for you?'], doesNotSee: ['did not understand'] },
    ],
  },
  {
    it: 'takes no language from a name',
    as: marco,
    steps: [
      { says: 'what is my role?', sees: ['Your roles'] },
      { says: 'approve Zorro', doesNotSee: ['Scegli'] },
      { says: 'Consorzio', doesNotSee: ['Scegli'] },
      { says: 'ciao', sees: ['Ciao Marco'] },
    ],
  },
  {
    it: 'does not act on what is none of its business, and offers a person after a while',
    as: stranger,
    steps: [
      { says: 'what will the weather be like tomorrow?', sees: ['I did not understand that.'] },
      { says: 'and who won the match?', sees: ['I did not understand that.'], buttons: ['Talk to a person'] },
    ],
  },
  {
    it: 'takes nonsense for nonsense',
    as: stranger,
    steps: [
      { says: 'asdf qwer zxcv', sees: ['I did not understand that.'] },
      { says: '???', sees: ['What can I do for you?'] },
      { says: '😀', sees: ['I did not understand that.'] },
    ],
  },
  {
    it: 'says which languages it understands where that of the client is none of them',
    as: { ...anna, locale: 'de-DE' },
    steps: [{ says: 'Ich habe meine Einladung verloren', sees: ['I understand English and Italiano.'] }],
  },
  {
    it: 'says so to nobody else',
    as: { ...anna, locale: 'en-GB' },
    steps: [{ says: 'asdf qwer zxcv', sees: ['I did not understand'], doesNotSee: ['I understand English'] }],
  },
  {
    it: 'says that it takes no access away, and who does, to whoever wants that',
    as: marco,
    steps: [
      {
        says: 'take away Omar’s role',
        sees: [
          'A person will help you',
          'I cannot take a role or access away',
          'has the role Account Administrator or User Administrator',
        ],
      },
      { says: 'togli a Omar il ruolo', sees: ['non posso togliere un ruolo'] },
      { says: 'remove omar.haddad@contoso.com', sees: ['I cannot take a role or access away'] },
      { says: 'I want to talk to a person', doesNotSee: ['take a role or access away'] },
      { says: 'rimuovi contoso.com', doesNotSee: ['non posso togliere'] },
    ],
  },
  {
    it: 'puts the conversation into the queue when a person is wanted',
    as: omar,
    steps: [
      {
        says: 'I want to talk to a real person please',
        sees: ['A person will help you', 'somebody will answer you here'],
        after: async () =>
          assert.equal(await Conversation.countDocuments({ waitingForPersonSince: { $exists: true } }), 1),
      },
      { says: 'what is my role?', sees: ['Report Viewer'] },
    ],
  },
  {
    it: 'changes the language for good, and says so in it',
    as: omar,
    steps: [
      {
        says: 'parla italiano per favore',
        sees: ['D’ora in poi parlo italiano con te.'],
        after: async () => assert.equal((await Person.findOne({ email: omar.email }).lean())?.language, 'it'),
      },
      { says: 'ruolo', sees: ['Visualizzatore report'] },
    ],
  },
  {
    it: 'offers its languages when none is named, and when it does not speak the one that is',
    as: omar,
    steps: [
      { says: 'change language', sees: ['Which language do you prefer?'], buttons: ['English', 'Italiano'] },
      { presses: 'Italiano', sees: ['D’ora in poi parlo italiano'] },
      {
        says: 'speak German please',
        sees: [/not speak that language yet|non la parlo ancora/],
        buttons: ['English', 'Italiano'],
      },
    ],
  },
  {
    it: 'cancels one walk and takes up the one underneath; starts over from all',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com' },
      { says: 'what is my role?', sees: ['Back to: Invite a user.'] },
      { says: 'resend the administrator’s invitation to anna.keller@fabrikam.com please' },
      { says: 'start over', sees: ['Let us start over.'] },
      { says: 'cancel', sees: ['There is nothing to cancel.'] },
    ],
  },
  {
    it: 'answers at once whoever writes hundreds of thousands of characters: each of these took minutes',
    as: marco,
    prefers: 'en',
    steps: [
      { says: `invite ${'a'.repeat(200_000)}`, sees: ['Invite a user'] },
      { says: `${'. '.repeat(100_000)}x`, sees: ['Invite a user'] },
    ],
  },
  {
    it: 'takes the name of a button for a press on it',
    as: marco,
    prefers: 'it',
    steps: [
      { says: 'aiuto', buttons: ['Domini'] },
      { says: 'Domini', sees: ['Domini della tua organizzazione'] },
      { says: 'richieste in attesa', sees: ['Nessuna richiesta ti aspetta.'] },
      { says: 'approva', sees: ['Nessuna richiesta ti aspetta.'] },
      { says: 'Talk to a person', sees: ['Ti aiuterà una persona'] },
      { says: 'chi sei?', sees: ['sono Usher'] },
    ],
  },
  {
    it: 'takes bare numbers for those of an agreement, and tells a stranger nothing by them',
    as: stranger,
    steps: [{ says: '4100012345, 0005012345', sees: ['Ask the person who signed'], doesNotSee: ['Contoso', 'Marco'] }],
  },
  {
    it: 'says nothing more when a button that begins a walk is pressed twice, and the one form works',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'help', keeps: 'menu' },
      { presses: 'Invite a user', sees: ['Invite a user'], keeps: 'form' },
      { presses: 'Invite a user', on: 'menu', seesNothing: true },
      { presses: 'Invite a user', on: 'menu', seesNothing: true },
      {
        presses: 'Invite',
        on: 'form',
        typed: { email: 'anna.bianchi@contoso.com', firstName: 'Anna', lastName: 'Bianchi', roles: 'reportViewer' },
        sees: ['anna.bianchi@contoso.com'],
        after: async () => assert.equal(await Invitation.countDocuments({ email: 'anna.bianchi@contoso.com' }), 1),
      },
      { presses: 'Invite a user', on: 'menu', sees: ['Invite a user'], holds: { email: undefined } },
    ],
  },
  {
    it: 'brings the same form up again when its button is pressed later, with what was said meanwhile',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'help', keeps: 'menu' },
      { presses: 'Invite a user', keeps: 'form' },
      { says: 'anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com' } },
      { presses: 'Invite a user', on: 'menu', holds: { email: 'anna.bianchi@contoso.com' } },
      {
        presses: 'Invite',
        typed: { firstName: 'Anna', lastName: 'Bianchi', roles: 'reportViewer' },
        sees: ['Anna Bianchi'],
      },
      { presses: 'Invite', on: 'form', sees: ['This was done already'] },
    ],
  },
  {
    it: 'puts somebody into the queue once and tells a role once, however often the button is pressed',
    as: omar,
    steps: [
      { says: 'help', keeps: 'menu' },
      { presses: 'Talk to a person', sees: ['A person will help you'] },
      { presses: 'Talk to a person', on: 'menu', seesNothing: true },
      { presses: 'Check my role', on: 'menu', sees: ['Report Viewer'] },
      { presses: 'Check my role', on: 'menu', seesNothing: true },
      { presses: 'Check my role', on: 'menu', later: { seconds: 11 }, sees: ['Report Viewer'] },
    ],
  },
  {
    it: 'refuses cards that are none of Usher’s',
    as: marco,
    prefers: 'en',
    steps: [
      { submits: () => ({}), sees: ['I did not get what that card should send'] },
      { submits: () => ({ usher: 'help' }), sees: ['I did not get what that card should send'] },
      { submits: () => ({ usher: { do: 'begin', walk: '__proto__' } }), sees: ['I did not get'] },
      { submits: () => ({ usher: { do: 'step', walk: 'help', card: 'x', action: 'y' } }), sees: ['I did not get'] },
      { submits: () => ({ usher: { do: 'cancel', walk: 'inviteUser', card: '01234567-3' } }), sees: ['out of date'] },
    ],
  },
  {
    it: 'offers what may have been meant where a sentence does not say for sure, and keeps its data',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'we need a second invitation for our administrator',
        sees: ['Did you mean one of these?'],
        buttons: ['Have an invitation resent'],
      },
    ],
  },
];

describe('dialogs/root', () => {
  const here = scene();

  for (const row of rows) it(row.it, () => play(row, here.house));
});
