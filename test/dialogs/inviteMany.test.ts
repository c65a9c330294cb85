import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import { batchProgress as batchProgressCard } from '../../cards/batchProgress.ts';
import { textsFor } from '../../language/texts.ts';
import { Invitation } from '../../models/invitation.ts';
import { InvitationBatch } from '../../models/invitationBatch.ts';
import { batchProgress } from '../../onboarding/batchProgress.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { startWorker } from '../../onboarding/worker.ts';
import { checkCard, wordsOn } from '../cards/checkCard.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { lena, marco, omar, writeSampleAccounts } from './sampleAccounts.ts';
import { startWalkTest, testHouse } from './walkTest.ts';

const three = [
  'maria.rossi@contoso.com; Maria; Rossi; it; IT; Visualizzatore report',
  'luca.bianchi@contoso.com; Luca; Bianchi; Italian; Italy; Account Viewer + Report Viewer',
  'eva.novak@contoso.com; Eva; Novak; en; CZ; User Administrator',
].join('\n');

const mixed = `${three}
maria.rossi@contoso.com; Maria; Rossi; it; IT; Report Viewer
omar.haddad@contoso.com; Omar; Haddad; en; IT; Report Viewer
paul@gmail.com; Paul; Smith; en; GB; Report Viewer
not an address; Paul; Smith; en; GB; Report Viewer
jan.kraus@fabrikam.com; Jan; Kraus; en; DE; Report Viewer
tina@contoso.com; Tina; ; en; GB; Emperor`;

describe('the walk Invite a user, with many at once', () => {
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

  it('checks pasted lines and sends nothing before the yes', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.says(`Please invite these people:\n${three}\nThank you`);
    assert.match(shown, /All 3 people can be invited\./);
    assert.match(shown, /Maria Rossi, maria\.rossi@contoso\.com: Report Viewer/);
    assert.match(shown, /Luca Bianchi, luca\.bianchi@contoso\.com: Report Viewer and Account Viewer/);
    assert.match(shown, /Nothing has been sent yet\./);
    assert.deepEqual(chat.buttons(), ['Invite 3 people', 'Correct the list', 'Cancel']);
    assert.equal(await InvitationBatch.countDocuments(), 0);
    assert.match(await chat.presses('Invite 3 people'), /3 invitations are on their way\./);
    await work();
    assert.deepEqual(await invited(), ['eva.novak@contoso.com', 'luca.bianchi@contoso.com', 'maria.rossi@contoso.com']);
  });

  it('takes the list from the form, and keeps what was typed when there is nobody in it', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite a user');
    await chat.presses('Several people at once');
    assert.equal(chat.value('language'), 'en');
    assert.match(await chat.presses('Check the list', { people: '   ' }), /There are no people in this list/);
    const typed = {
      people: 'maria.rossi@contoso.com\nluca.bianchi@contoso.com',
      roles: 'reportViewer',
      language: 'it',
    };
    const shown = await chat.presses('Check the list', typed);
    assert.match(shown, /All 2 people can be invited\./);
    assert.match(shown, /Luca Bianchi, luca\.bianchi@contoso\.com: Report Viewer/);
    await chat.presses('Correct the list');
    assert.equal(chat.value('people'), typed.people);
    assert.equal(chat.value('roles'), 'reportViewer');
    assert.equal(chat.value('language'), 'it');
  });

  it('asks what holds for all where the lines do not say it', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.sendsFile(
      'people.csv',
      'Nome;Cognome;Indirizzo\r\nMaria;Rossi;maria.rossi@contoso.com\r\n',
    );
    assert.match(shown, /One line from people\.csv\. Some of them do not say everything\./);
    await chat.says('report viewer');
    assert.equal(chat.value('roles'), 'reportViewer');
    assert.match(await chat.presses('Check the list'), /The one person on the list can be invited\./);
    await chat.presses('Invite 1 person');
    await work();
    assert.deepEqual(await invited(), ['maria.rossi@contoso.com']);
  });

  it('takes several addresses in one sentence', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.says('invite maria.rossi@contoso.com and luca.bianchi@contoso.com as report viewers');
    assert.match(shown, /Maria Rossi, maria\.rossi@contoso\.com: Report Viewer/);
    assert.deepEqual(chat.buttons().slice(0, 1), ['Invite 2 people']);
  });

  for (const [language, sentence] of [
    ['en', 'invite maria.rossi@contoso.com as report viewer and luca.bianchi@contoso.com as user administrator'],
    [
      'it',
      'invita maria.rossi@contoso.com come visualizzatore report, luca.bianchi@contoso.com come amministratore utenti',
    ],
  ] as const) {
    it(`gives each the role that is said of them, in one sentence (${language})`, async () => {
      const chat = startWalkTest({ as: marco });
      const shown = await chat.says(sentence);
      assert.match(shown, /maria\.rossi@contoso\.com: (Report Viewer|Visualizzatore report)\n/);
      assert.match(shown, /luca\.bianchi@contoso\.com: (User Administrator|Amministratore utenti)\n/);
    });
  }

  it('asks for the role of whom the sentence gives none, and gives nobody that of another', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite maria.rossi@contoso.com as account administrator, and luca.bianchi@contoso.com');
    await chat.says('report viewer');
    const shown = await chat.presses('Check the list');
    assert.match(shown, /maria\.rossi@contoso\.com: Account Administrator\n/);
    assert.match(shown, /luca\.bianchi@contoso\.com: Report Viewer\n/);
  });

  it('takes lines as somebody writes them', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.says(`please invite
- Maria Rossi maria.rossi@contoso.com report viewer
- luca.bianchi@contoso.com: user admin
- Eva Novak (eva@contoso.com), Account Manager
- carlo@contoso.com as report viewer`);
    for (const line of [
      /Maria Rossi, maria\.rossi@contoso\.com: Report Viewer\n/,
      /Luca Bianchi, luca\.bianchi@contoso\.com: User Administrator\n/,
      /Eva Novak, eva@contoso\.com: Account Manager\n/,
      /Line \d: .*carlo@contoso\.com.*First name and Last name: Please fill this in\./,
    ]) {
      assert.match(shown, line);
    }
  });

  it('says line by line what is wrong, and invites the others', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.says(mixed);
    for (const words of [
      '3 of 9 can be invited.',
      '1 more is outside the account’s verified domains and left out.',
      /Line 4: .*The same address as in line 1, which counts\. If this person is to have other roles, write them there/,
      /Line 5: .*This person is in already: Report Viewer\./,
      /Line 6: .*This is a personal address\./,
      /Line 7: .*There is no e-mail address in this line\. Write the address first/,
      /Line 8: .*outside the account’s verified domains/,
      /Line 9: .*There is no such role\./,
    ]) {
      assert.ok(typeof words === 'string' ? shown.includes(words) : words.test(shown), `${words} is not in ${shown}`);
    }
    await chat.presses('Invite 3 people');
    await work();
    assert.equal((await invited()).length, 3);
  });

  it('names the lines that are no person, wherever they stand, and takes a thank-you for none', async () => {
    const chat = startWalkTest({ as: marco });
    const shown = await chat.says(
      `Invita questi come visualizzatori report:
maria.rossi@contoso.com; Maria; Rossi
Carlo Verdi
luca.bianchi@contoso.com, eva.novak@contoso.com
luca.bianchi@contoso.com; Luca; Bianchi
Paolo Neri
grazie mille!

Marco`,
    );
    assert.match(shown, /2 persone su 5 possono essere invitate/);
    assert.match(shown, /Riga 2: Carlo Verdi – In questa riga non c’è un indirizzo e-mail/);
    assert.match(shown, /Riga 3: .*In questa riga c’è più di un indirizzo/);
    assert.match(shown, /Riga 5: Paolo Neri – In questa riga non c’è/);
    assert.doesNotMatch(shown, /grazie|Riga 6/);
    assert.match(shown, /Maria Rossi, maria\.rossi@contoso\.com: Visualizzatore report/);
  });

  it('takes no role from a form for somebody else, nor from another line', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite anna.bianchi@contoso.com as user administrator, German');
    const pasted =
      'maria.rossi@contoso.com; Maria; Rossi\nluca.bianchi@contoso.com; Luca; Bianchi; en; IT; Report Viewer';
    assert.match(await chat.says(pasted), /2 lines\. Some of them do not say everything/);
    assert.equal(chat.value('roles'), undefined);
    assert.equal(chat.value('language'), 'en');
    const other = startWalkTest({ as: marco });
    await other.says(`please invite\n${pasted}`);
    assert.equal(other.value('roles'), undefined);
    await chat.says('invite anna.bianchi@contoso.com as user administrator');
    await chat.sendsFile('people.csv', pasted);
    assert.equal(chat.value('roles'), undefined);
  });

  it('says so of a file that is empty', async () => {
    const shown = await startWalkTest({ as: marco }).sendsFile('people.csv', '');
    assert.match(shown, /There are no people in this list/);
  });

  it('includes those outside the domains after a press of its own', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(mixed);
    const shown = await chat.presses('Include the one outside the domains');
    assert.match(shown, /Among them 1 outside/);
    assert.deepEqual(chat.buttons().slice(0, 2), ['Invite 4 people', 'Leave out the one outside the domains']);
    await chat.presses('Leave out the one outside the domains');
    await chat.presses('Include the one outside the domains');
    await chat.presses('Invite 4 people');
    await work();
    assert.ok((await invited()).includes('jan.kraus@fabrikam.com'));
  });

  it('asks once more about those outside the domains when the list has changed', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(mixed);
    await chat.presses('Include the one outside the domains');
    await chat.presses('Correct the list');
    const people = 'eve@example.org; Eve; Novak; en; IT; Account Administrator';
    const shown = await chat.presses('Check the list', { people });
    assert.match(shown, /1 more is outside the account’s verified domains and left out/);
    assert.ok(!chat.buttons().some((button) => button.startsWith('Invite ')));
  });

  it('invites nobody when all lines are wrong', async () => {
    const chat = startWalkTest({ as: marco });
    const lines = Array.from(
      { length: 40 },
      (_, index) => `person${index}@gmail.com; P; ${index}; en; IT; Report Viewer`,
    );
    const shown = await chat.sendsFile('people.csv', lines.join('\n'));
    assert.match(shown, /None of the 40 can be invited/);
    assert.match(shown, /And 28 more\./);
    assert.deepEqual(chat.buttons(), ['Show all problems', 'Correct the list', 'Cancel']);
    assert.match(await chat.presses('Show all problems'), /1 to 30 of 40/);
    assert.match(await chat.presses('Next'), /31 to 40 of 40.*Line 40:/s);
    assert.deepEqual(chat.buttons(), ['Previous', 'Back', 'Correct the list', 'Cancel']);
    await chat.presses('Previous');
    assert.match(await chat.presses('Back'), /None of the 40/);
  });

  it('offers no roles that may not be given, and refuses them line by line', async () => {
    const chat = startWalkTest({ as: lena });
    const shown = await chat.says(
      'a.b@contoso.com; A; B; it; IT; Account Administrator\nc.d@contoso.com; C; D; it; IT; Report Viewer',
    );
    assert.match(shown, /1 of 2 can be invited/);
    assert.match(shown, /Line 1: .*You may not give Account Administrator\./);
  });

  it('is refused to who may not invite, also as a file', async () => {
    const chat = startWalkTest({ as: omar });
    assert.match(await chat.sendsFile('people.csv', three), /Your role does not include inviting people/);
  });

  it('takes a thousand people, checks them, and shows each one’s result', async () => {
    const chat = startWalkTest({ as: marco });
    const csv = csvOf(1000);
    assert.match(await chat.sendsFile('people.csv', csv), /All 1000 people can be invited\./);
    assert.ok(chat.memory().length < 150_000, `the memory has ${chat.memory().length} characters`);
    await chat.presses('Invite 1000 people');
    assert.ok(chat.memory().length < 5_000, 'the list is not kept after the yes');
    const batch = await InvitationBatch.findOne().lean();
    assert.equal(batch?.lines.length, 1000);
  });

  it('refuses more than a thousand and says so', async () => {
    const chat = startWalkTest({ as: marco });
    assert.match(await chat.sendsFile('people.csv', csvOf(1001)), /more than 1,000 people/);
    assert.equal(await InvitationBatch.countDocuments(), 0);
    assert.ok(chat.memory().length < 5_000, 'the list is not kept');
  });

  it('opens a long list for correction by its wrong lines, and keeps the others', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.sendsFile('people.csv', `${csvOf(300)}\nwrong,Eva,Novak,en,IT,Report Viewer`);
    assert.match(await chat.presses('Correct the list'), /This line can be corrected here; the others stay/);
    assert.equal(chat.value('people'), 'wrong,Eva,Novak,en,IT,Report Viewer');
    const shown = await chat.presses('Check the list', {
      people: 'eva.novak@contoso.com,Eva,Novak,en,IT,Report Viewer',
    });
    assert.match(shown, /All 301 people can be invited\./);
  });

  it('shows the list anew when something changed between the check and the yes', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(three);
    const other = startWalkTest({ as: lena });
    await other.says('invite maria.rossi@contoso.com as report viewer');
    await other.presses('Invite');
    const shown = await chat.presses('Invite 3 people');
    assert.match(shown, /Something changed meanwhile/);
    assert.match(shown, /Line 1: .*was invited already/);
    assert.equal(await InvitationBatch.countDocuments(), 0);
    assert.deepEqual(chat.buttons().slice(0, 1), ['Invite 2 people']);
  });

  it('starts once when the yes is pressed twice', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(three);
    const card = chat.card();
    await chat.pressesOn(card, 'Invite 3 people');
    assert.match(await chat.pressesOn(card, 'Invite 3 people'), /is not done twice\. 3 invitations are on their way/);
    assert.equal(await InvitationBatch.countDocuments(), 1);
  });

  it('is taken up again after an interruption, in the language of then', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(three);
    chat.prefers('it');
    const shown = await chat.says('qual è il mio ruolo?');
    assert.match(shown, /Torniamo a: Invita un utente\./);
    assert.match(shown, /Tutte e 3 le persone possono essere invitate\./);
    assert.deepEqual(chat.buttons(), ['Invita 3 persone', 'Correggi l’elenco', 'Annulla']);
  });

  it('takes another list instead, and an old card has no effect', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(three);
    const old = chat.card();
    await chat.says('x.y@contoso.com; X; Y; it; IT; Report Viewer\nz.w@contoso.com; Z; W; it; IT; Report Viewer');
    const shown = await chat.pressesOn(old, 'Invite 3 people');
    assert.match(shown, /That step was done already/);
    assert.match(shown, /All 2 people can be invited/);
    assert.equal(await InvitationBatch.countDocuments(), 0);
  });

  it('keeps the list when there were too many invitations for now', async () => {
    const limits = { ...defaultLimits, invitationsPerPerson: { most: 2, per: { days: 1 } } };
    const chat = startWalkTest({ as: marco, house: testHouse({ limits }) });
    await chat.says(three);
    assert.match(await chat.presses('Invite 3 people'), /That was often enough for now/);
    assert.equal(chat.buttons()[0], 'Invite 3 people');
  });

  it('does not lose a half-filled form to a look at an earlier list', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says(three);
    await chat.presses('Invite 3 people');
    await work();
    const batch = (await InvitationBatch.findOne().lean())?._id.toHexString() ?? '';
    await chat.says('invite anna.bianchi@contoso.com as report viewer');
    const form = chat.card();
    const look = { usher: { do: 'begin', walk: 'inviteUser', data: { batch, from: '0' } } };
    assert.match(await chat.submits(look), /Done: all 3 are invited\./);
    assert.match(await chat.pressesOn(form, 'Invite'), /Anna Bianchi/);
    const other = startWalkTest({ as: lena });
    assert.match(await other.submits(look), /I cannot find that, or it is not yours/);
  });

  for (const language of ['en', 'it']) {
    it(`shows how a batch goes on, page by page, in ${language}`, async () => {
      const chat = startWalkTest({ as: marco });
      await chat.sendsFile('people.csv', csvOf(1000));
      await chat.presses('Invite 1000 people');
      const actor = { ...marco, language, channel: 'teams' as const };
      const batch = await InvitationBatch.findOne().lean();
      const batchId = batch?._id.toHexString() ?? '';
      const reader = { texts: textsFor(language), language, timeZone: 'Europe/Rome' };
      const card = async (from?: number) => {
        const progress = await batchProgress(testHouse(), actor, { batchId });
        assert.ok(progress.outcome === 'found');
        const spoken = batchProgressCard(progress, { batchId, ...(from !== undefined && { from }) }, reader);
        checkCard(spoken.card, spoken.summary);
        return wordsOn(spoken.card);
      };
      await settle(420);
      assert.match(await card(), /420 (of|di) 1000 \(42 %\)/);
      await settle(1000);
      const finished = await card();
      assert.match(finished, language === 'it' ? /persone invitate 900 su 1000/ : /900 of 1000 are invited/);
      assert.match(finished, language === 'it' ? /Riga 10: .*ha già accesso/ : /Line 10: .*is in already/);
      assert.match(await card(990), language === 'it' ? /Da 991 a 1000 di 1000/ : /991 to 1000 of 1000/);
      await card(99_999);
    });
  }
});

/** A CSV with a header and so many people. */
function csvOf(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `person.number${index}@contoso.com,Person,Number${index},en,IT,Report Viewer`,
  );
  return ['E-mail,First name,Last name,Language,Country/region,Roles', ...lines].join('\r\n');
}

/** The first `count` lines of the batch are settled; every tenth is not invited. */
async function settle(count: number): Promise<void> {
  const batch = await InvitationBatch.findOne().lean();
  const lines = (batch?.lines ?? []).map((line, index) =>
    index >= count ? line : { ...line, line: index + 1, result: (index + 1) % 10 === 0 ? 'alreadyIn' : 'invited' },
  );
  await InvitationBatch.updateOne({}, { lines, done: count, state: count === lines.length ? 'finished' : 'running' });
}

/** Carries out everything that is due. */
async function work(): Promise<void> {
  const worker = startWorker(testHouse());
  await worker.drain();
  await worker.stop();
}

async function invited(): Promise<string[]> {
  const invitations = await Invitation.find({ state: 'pending' }).sort({ email: 1 }).lean();
  return invitations.map(({ email }) => email);
}
