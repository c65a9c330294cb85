import assert from 'node:assert/strict';
import { Conversation } from '../../models/conversation.ts';
import { Person } from '../../models/person.ts';
import { askForPerson } from '../../onboarding/askForPerson.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { myRoles } from '../../onboarding/myRoles.ts';
import { rememberPerson } from '../../onboarding/rememberPerson.ts';
import { setLanguage } from '../../onboarding/setLanguage.ts';
import { by, people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';

describe('check my role', () => {
  const here = scene();

  it('says each role, what it permits, since when, given by whom, and who to ask for more', async () => {
    const { accounts } = await myRoles(here.house, people.omar);
    assert.equal(accounts.length, 1);
    const [role] = accounts[0]?.roles ?? [];
    assert.equal(role?.role, 'reportViewer');
    assert.deepEqual(role?.givenBy, { name: 'Marco Ferri', email: people.marco.email });
    assert.ok(role?.permits.includes('viewReports'));
    assert.ok(role.since < new Date());
    assert.deepEqual(
      accounts[0]?.askWhom.map((one) => one.name),
      ['Lena Vogel', 'Marco Ferri'],
    );
  });

  it('says that the administrator’s role comes from who signed the agreement', async () => {
    const { accounts } = await myRoles(here.house, people.marco);
    assert.deepEqual(accounts[0]?.roles[0]?.givenBy, { name: 'Paola Conti', email: '' });
    assert.equal(accounts[0]?.roles[0]?.fromAgreement, true);
    assert.equal((await myRoles(here.house, people.omar)).accounts[0]?.roles[0]?.fromAgreement, undefined);
    // Lena may give others much, and him nothing that he does not have.
    assert.deepEqual(accounts[0]?.askWhom, []);
  });

  it('shows an open request, and invitations that wait', async () => {
    const asked = await askForRole(here.house, people.omar, {
      purchasingAccountId: here.ids.contoso,
      roles: ['accountManager'],
    });
    const [contoso] = (await myRoles(here.house, people.omar)).accounts;
    assert.equal(contoso?.openRequest?.id, outcomeOf(asked, 'asked').requestId);
    const anna = await myRoles(here.house, people.anna);
    assert.deepEqual([anna.accounts, anna.invitations.map((one) => one.state)], [[], ['pending']]);
  });

  it('has nothing to say to a stranger', async () => {
    assert.deepEqual(await myRoles(here.house, people.stranger), { accounts: [], invitations: [] });
  });
});

describe('help, a person, language', () => {
  const here = scene();

  it('puts a conversation into the queue, and asking again keeps the place in it', async () => {
    const at = new Date();
    await Conversation.create({ _id: 'teams:a', channel: 'teams', startedAt: at, lastMessageAt: at, version: 3 });
    const first = await askForPerson(here.house, people.giulia, { conversationId: 'teams:a' });
    here.later({ minutes: 5 });
    const second = await askForPerson(here.house, people.giulia, { conversationId: 'teams:a' });
    assert.deepEqual(second, first);
    const conversation = await Conversation.findById('teams:a').lean();
    assert.deepEqual([conversation?.waitingForPersonSince, conversation?.version], [first.since, 3]);
    await askForPerson(here.house, by(people.giulia, 'mail'), { conversationId: 'mail:b' });
    assert.equal((await Conversation.findById('mail:b').lean())?.channel, 'mail');
  });

  it('remembers the chosen language', async () => {
    outcomeOf(await setLanguage(here.house, people.giulia, { language: 'EN' }), 'set');
    assert.equal((await Person.findOne({ email: people.giulia.email }).lean())?.language, 'en');
    refusalOf(await setLanguage(here.house, people.giulia, { language: 'Klingon' }), 'invalid');
  });

  it('remembers people from the roster, and forgets nothing that was not given', async () => {
    const { giulia } = people;
    await setLanguage(here.house, giulia, { language: 'it' });
    const reference = { conversation: { id: 'a:1' } };
    await rememberPerson(here.house, {
      ...giulia,
      email: 'Giulia.Romano@Contoso.com',
      teams: { userId: '29:g', reference },
    });
    await Person.updateOne({ email: giulia.email }, { $set: { 'teams.unreachableSince': new Date() } });
    const person = await rememberPerson(here.house, { ...giulia, lastName: 'Romano-Neri', teams: { userId: '29:g' } });
    assert.deepEqual([person.language, person.lastName, person.teams?.reference], ['it', 'Romano-Neri', reference]);
    assert.equal(person.teams?.unreachableSince, undefined);
    await Promise.all([1, 2, 3].map(() => rememberPerson(here.house, people.omar)));
    assert.equal(await Person.countDocuments({ email: people.omar.email }), 1);
  });
});
