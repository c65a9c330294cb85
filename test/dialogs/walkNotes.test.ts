import assert from 'node:assert/strict';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { marco, omar, writeSampleAccounts } from './sampleAccounts.ts';
import { startWalkTest, type TestPerson, type WalkTest } from './walkTest.ts';

/** What somebody does, and what is noted of it: `walk step stands`, with `+` before what has begun. */
type Row = { title: string; as: TestPerson; steps: [(chat: WalkTest) => Promise<string>, ...noted: string[]][] };

const says = (text: string) => (chat: WalkTest) => chat.says(text);
const presses = (title: string, typed?: Record<string, string>) => (chat: WalkTest) => chat.presses(title, typed);
const maria = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi' };

const rows: Row[] = [
  {
    title: 'a walk begins, goes on and is finished',
    as: marco,
    steps: [
      [says('invite a user'), '+inviteUser form open'],
      [presses('Invite', { ...maria, email: 'maria rossi' }), 'inviteUser form open'],
      [
        presses('Invite', { ...maria, language: 'it', country: 'Italy', roles: 'reportViewer' }),
        'inviteUser form finished',
      ],
      [says('thanks')],
    ],
  },
  {
    title: 'what is answered at once has begun and is finished',
    as: omar,
    steps: [
      [says('help'), '+help begin finished'],
      [says('I want to talk to a person'), '+person begin finished'],
    ],
  },
  {
    title: 'a list that was looked at has done what it is for, even when it is cancelled',
    as: marco,
    steps: [[says('which domains do we have?'), '+addDomain list finished'], [says('cancel')]],
  },
  {
    title: 'a walk that is cancelled is given up where it stood, and the one below it is taken up again',
    as: marco,
    steps: [
      [says('invite a user'), '+inviteUser form open'],
      [says('I am a partner, show my customers'), '+partner begin finished', 'inviteUser form open'],
      [says('add a domain'), '+addDomain list finished'],
      [says('cancel'), 'inviteUser form open'],
      [says('cancel'), 'inviteUser form givenUp'],
    ],
  },
  {
    title: 'starting over gives up everything that was begun',
    as: marco,
    steps: [
      [says('invite a user'), '+inviteUser form open'],
      [says('have my invitation resent'), '+resendInvitation begin finished', 'inviteUser form open'],
      [says('start over'), 'inviteUser form givenUp'],
    ],
  },
  {
    title: 'beginning a walk anew gives its old run up',
    as: marco,
    steps: [
      [says('invite a user'), '+inviteUser form open'],
      [says('help'), '+help begin finished', 'inviteUser form open'],
      [presses('Invite a user'), 'inviteUser form givenUp', '+inviteUser form open'],
    ],
  },
];

describe('What is noted of walks', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(async () => {
    await store.clear();
    await writeSampleAccounts();
  });
  after(() => store.close());

  for (const { title, as, steps } of rows) {
    it(title, async () => {
      const chat = startWalkTest({ as });
      for (const [does, ...expected] of steps) {
        await does(chat);
        const noted = (chat.noted().walks ?? []).map(
          ({ walk, step, stands, begun }) => `${begun ? '+' : ''}${walk} ${step} ${stands}`,
        );
        assert.deepEqual(noted, expected);
      }
    });
  }

  it('names each run, so that two of the same walk are told apart', async () => {
    const chat = startWalkTest({ as: marco });
    const runs: (string | undefined)[] = [];
    for (const text of ['invite a user', 'cancel', 'invite a user']) {
      await chat.says(text);
      runs.push(chat.noted().walks?.[0]?.run);
    }
    assert.equal(runs[0], runs[1]);
    assert.notEqual(runs[0], runs[2]);
    assert.ok(runs.every((run) => run !== undefined));
  });

  it('says what was done or refused, and nothing where something was only looked at', async () => {
    const chat = startWalkTest({ as: marco });
    await chat.says('invite maria.rossi@contoso.com as report viewer, Italian, Maria Rossi');
    assert.equal(chat.noted().outcome, undefined);
    await chat.presses('Invite');
    assert.equal(chat.noted().outcome, 'invited');
    await chat.says('invite maria.rossi@contoso.com as report viewer, Italian, Maria Rossi');
    assert.equal(chat.noted().outcome, undefined);
    await chat.says('invite a user');
    const maria = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi' };
    await chat.presses('Invite', { ...maria, language: 'it', country: 'Italy', roles: 'reportViewer' });
    assert.equal(chat.noted().outcome, 'refused.alreadyInvited');
    await chat.says('talk to a person');
    assert.equal(chat.noted().outcome, 'personAsked');
  });

  it('has the words of a sentence that was not understood, folded and without secrets, and of no other', async () => {
    const chat = startWalkTest({ as: omar });
    await chat.says('  What will the WEÀTHER be\n like?! ');
    assert.equal(chat.noted().notUnderstood, 'what will the weather be like');
    await chat.says('what is my role?');
    assert.equal(chat.noted().notUnderstood, undefined);
    await chat.says(`qwer ${'aB3dE6gH9j'.repeat(4)} zxcv`);
    assert.equal(chat.noted().notUnderstood, 'qwer ••• zxcv');
    await chat.says('thank you');
    assert.equal(chat.noted().notUnderstood, undefined);
    await chat.says('qwer zxcv '.repeat(40));
    assert.equal(chat.noted().notUnderstood, undefined);
  });
});
