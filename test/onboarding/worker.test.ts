import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import mongoose from 'mongoose';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { InvitationBatch } from '../../models/invitationBatch.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { WithPendingWork } from '../../models/pendingWork.ts';
import { Person } from '../../models/person.ts';
import { addDomain } from '../../onboarding/addDomain.ts';
import { addWork } from '../../onboarding/addWork.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { designateAdministrator } from '../../onboarding/designateAdministrator.ts';
import { inviteMany } from '../../onboarding/inviteMany.ts';
import { loadAgreement } from '../../onboarding/loadAgreement.ts';
import { readPeople } from '../../onboarding/readPeople.ts';
import { rememberPerson } from '../../onboarding/rememberPerson.ts';
import { resendInvitation } from '../../onboarding/resendInvitation.ts';
import { startWorker } from '../../onboarding/worker.ts';
import { auditLog, mails, messages } from './mails.ts';
import { people } from './people.ts';
import { outcomeOf } from './refusalOf.ts';
import { type Scene, scene } from './scene.ts';
import { watchStore } from './storeCalls.ts';

/** What is remembered in the end, without ids and times. */
async function endState(): Promise<unknown> {
  const invitations = await Invitation.find().lean();
  const memberships = await Membership.find().lean();
  const left: unknown[] = [];
  for (const model of Object.values(mongoose.models)) {
    if (!model.schema.path('pendingWork')) continue;
    const documents = (await model.find({ 'pendingWork.0': { $exists: true } }).lean()) as unknown as WithPendingWork[];
    // Reminders and the end of an invitation are days away.
    const due = documents.flatMap((one) => one.pendingWork.filter(({ dueAt }) => dueAt.getTime() <= Settings.now()));
    left.push(...due.map(({ work, lastFault }) => [work.kind, lastFault]));
  }
  return {
    invitations: invitations.map((one) => `${one.email} ${one.state} ${one.sendings} ${one.roles}`).sort(),
    lists: (await InvitationBatch.find().lean()).map(({ state, lines }) => [state, lines.map(({ result }) => result)]),
    memberships: memberships.map((one) => `${one.email} ${one.roles.map(({ role }) => role)}`).sort(),
    mails: await mails(),
    messages: await messages(),
    audit: (await auditLog()).sort(),
    left,
  };
}

class Killed extends Error {}

describe('the worker', () => {
  const here = scene();

  describe('killed between any two instructions, nothing is lost and nothing happens twice', () => {
    const list = 'a@contoso.com,A,B\nb@contoso.com,B,C\nomar.haddad@contoso.com,O,H\nc@contoso.com,C,D';
    const scenarios: [title: string, play: (scene: Scene) => Promise<unknown>][] = [
      [
        'an approved request for an invitation',
        async ({ house, ids }) => {
          const asked = await askForInvitation(house, people.giulia, { purchasingAccountId: ids.contoso });
          const { requestId } = outcomeOf(asked, 'asked');
          await decideRequest(house, people.marco, { requestId, decision: 'approve', roles: ['reportViewer'] });
        },
      ],
      [
        'an approved request for a role',
        async ({ house, ids }) => {
          const input = { purchasingAccountId: ids.contoso, roles: ['accountManager'] };
          const { requestId } = outcomeOf(await askForRole(house, people.omar, input), 'asked');
          await decideRequest(house, people.lena, { requestId, decision: 'approve' });
        },
      ],
      [
        'another administrator',
        ({ house, ids }) =>
          designateAdministrator(house, people.nina, { ...people.bernd, purchasingAccountId: ids.fabrikam }),
      ],
      [
        'a resent invitation that matches',
        ({ house }) =>
          resendInvitation(house, people.stranger, {
            administratorEmail: people.anna.email,
            agreementNumber: '4100054321',
            accountNumber: '0005054321',
          }),
      ],
      [
        'a resent invitation that has expired',
        ({ house }) =>
          resendInvitation(house, people.stranger, {
            administratorEmail: people.ruth.email,
            agreementNumber: '4100067890',
            accountNumber: '0005067890',
          }),
      ],
      [
        'a batch of invitations',
        ({ house, ids }) =>
          inviteMany(house, people.lena, {
            purchasingAccountId: ids.contoso,
            lines: readPeople(
              list,
              { language: 'it', country: 'IT', roles: ['accountViewer'] },
              { roleNamed: () => undefined, saidBeside: () => ({ roles: [] }) },
            ),
          }),
      ],
      [
        'a domain that is verified',
        async (scene) => {
          const { house, ids } = scene;
          const added = await addDomain(house, people.marco, { purchasingAccountId: ids.contoso, name: 'a.example' });
          const { domain } = outcomeOf(added, 'added');
          house.txt.set('a.example', [domain.txtRecord]);
          scene.later({ minutes: 1 });
        },
      ],
      [
        'a loaded agreement',
        ({ house }) =>
          loadAgreement(
            house,
            { ...people.marco, channel: 'commandLine' },
            {
              agreements: [
                {
                  number: '4100099999',
                  organization: 'Example Ltd',
                  country: 'GB',
                  timeZone: 'Europe/London',
                  signedBy: { firstName: 'Eve', lastName: 'Sign' },
                  accounts: [
                    {
                      number: '0005099999',
                      administrator: { email: 'a@ltd.example', firstName: 'A', lastName: 'B', language: 'en' },
                    },
                  ],
                },
              ],
            },
          ),
      ],
    ];

    /** Plays a scenario; the worker's store answers `calls` times and then `breaks`; afterwards another worker comes. */
    async function interrupted(play: (scene: Scene) => Promise<unknown>, calls: number, breaks: 'once' | 'forEver') {
      await rememberPerson(here.house, { ...people.lena, teams: { userId: '29:l', reference: { conversation: 'a' } } });
      await play(here);
      let made = 0;
      const stop = watchStore(() => {
        made += 1;
        if (breaks === 'once' ? made === calls + 1 : made > calls) throw new Killed();
      });
      await here.house.work();
      stop();
      for (let times = 0; times < 2; times++) {
        here.later({ minutes: 2 });
        await here.house.work();
      }
      return made > calls;
    }

    for (const [title, play] of scenarios) {
      for (const breaks of ['forEver', 'once'] as const) {
        it(`${title} (${breaks === 'once' ? 'one call fails' : 'the process is gone'})`, async () => {
          await interrupted(play, Number.POSITIVE_INFINITY, breaks);
          const expected = await endState();
          assert.deepEqual((expected as { left: unknown[] }).left, []);
          // A call that fails leaves less behind than a process that is gone: every third will do.
          for (let calls = 0; ; calls += breaks === 'once' ? 3 : 1) {
            await here.afresh();
            const wasInterrupted = await interrupted(play, calls, breaks);
            assert.deepEqual(await endState(), expected, `after ${calls} calls`);
            if (!wasInterrupted) break;
          }
        });
      }
    }
  });

  it('shared by several, does everything once', async () => {
    const list = Array.from({ length: 40 }, (_, at) => `p${at}@contoso.com,P,Q`).join('\n');
    await inviteMany(here.house, people.lena, {
      purchasingAccountId: here.ids.contoso,
      lines: readPeople(
        list,
        { language: 'it', country: 'IT', roles: ['accountViewer'] },
        { roleNamed: () => undefined, saidBeside: () => ({ roles: [] }) },
      ),
    });
    const workers = [1, 2, 3].map(() => startWorker(here.house));
    await Promise.all(workers.map((one) => one.drain()));
    await Promise.all(workers.map((one) => one.drain()));
    await Promise.all(workers.map((one) => one.stop()));
    assert.equal((await mails()).length, 40);
    assert.equal(await Invitation.countDocuments({ state: 'pending', purchasingAccount: here.ids.contoso }), 40);
    assert.equal((await auditLog()).length, 40);
    assert.deepEqual(here.house.logged, []);
  });

  it('does not lose work that is pushed while it has the document in hand', async () => {
    const asked = await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    const { requestId } = outcomeOf(asked, 'asked');
    let pushed = false;
    const stop = watchStore((call) => {
      if (call !== 'outgoingMails.insertMany' || pushed) return;
      pushed = true;
      void AccessRequest.updateOne(
        { _id: requestId },
        addWork([
          {
            kind: 'mail',
            to: { email: 'late@contoso.com', firstName: '', lastName: '', language: 'en' },
            notice: { kind: 'batchProgress', batchId: '', organization: '' },
          },
        ]),
      ).exec();
    });
    await here.house.work();
    stop();
    assert.ok((await mails()).includes('batchProgress → late@contoso.com'));
    const request = await AccessRequest.findById(requestId).lean();
    assert.deepEqual(
      request?.pendingWork.map(({ work }) => work.kind),
      ['remindDeciders', 'remindDeciders'],
    );
    assert.deepEqual([request?.workDueAt, request?.workLease], [request?.pendingWork[0]?.dueAt, undefined]);
  });

  it('tries again what failed, in growing pauses, and says so under a reference', async () => {
    await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    let broken = true;
    const stop = watchStore((call) => {
      if (broken && call === 'auditEntries.insertMany') throw new Error('a secret may stand in here');
    });
    const pauses: number[] = [];
    for (let times = 0; times < 12; times++) {
      await here.house.work();
      const request = await AccessRequest.findOne().lean();
      const [item, ...more] = (request?.pendingWork ?? []).filter(({ work }) => work.kind !== 'remindDeciders');
      assert.deepEqual([more.length, item?.attempts, item?.work.kind], [0, times + 1, 'audit']);
      assert.match(item?.lastFault ?? '', /^[0-9A-HJKMNP-TV-Z]{8} Error$/);
      const [, fields] = here.house.logged.at(-1) as [string, { reference: string }];
      assert.ok(item?.lastFault?.startsWith(fields.reference));
      const pause = Math.ceil(((item?.dueAt.getTime() ?? 0) - Settings.now()) / 1_000);
      pauses.push(pause);
      here.later({ seconds: pause });
    }
    assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
    assert.equal((await mails()).length, 2, 'the rest was not held up');
    broken = false;
    await here.house.work();
    stop();
    assert.equal((await auditLog()).length, 1);
  });

  it('says of a store that is away the first time, and then less and less', async () => {
    const worker = startWorker(here.house);
    const away = async (looks: number) => {
      const stop = watchStore(() => {
        throw new Error('the store is away');
      });
      for (let look = 0; look < looks; look++) await worker.drain();
      stop();
      const said = here.house.logged.splice(0).map(([, fields]) => (fields as { of: string }).of);
      return said.filter((of) => of === 'Invitation').length;
    };
    assert.equal(await away(20), 5, 'after 1, 2, 4, 8 and 16 times');
    await worker.drain();
    assert.equal(await away(1), 1, 'it was there meanwhile');
    await worker.stop();
  });

  it('lets nothing wait for a name server that does not answer', async () => {
    let answer: (records: string[]) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      here.house.resolveTxt = () => {
        resolve();
        return new Promise((given) => {
          answer = given;
        });
      };
    });
    await addDomain(here.house, people.marco, { purchasingAccountId: here.ids.contoso, name: 'contoso.net' });
    here.later({ minutes: 1 });
    const worker = startWorker(here.house);
    here.house.wake = worker.wake;
    worker.wake();
    await asked;
    const recorded = new Promise<void>((resolve) => {
      here.house.recorded = () => resolve();
    });
    await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    await recorded;
    answer([]);
    await worker.stop();
  });

  it('wakes, and stops when the work in hand is done', async () => {
    const worker = startWorker(here.house);
    here.house.wake = worker.wake;
    await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    await worker.stop();
    const request = await AccessRequest.findOne().lean();
    assert.equal(request?.workLease, undefined, 'nothing is left in hand');
    worker.wake();
    await worker.drain();
  });

  it('tells in Teams who can be reached there, and by mail who cannot any more', async () => {
    await rememberPerson(here.house, { ...people.omar, teams: { userId: '29:o', reference: { conversation: 'a' } } });
    const input = { purchasingAccountId: here.ids.contoso, roles: ['accountManager'] };
    const deny = async () => {
      const { requestId } = outcomeOf(await askForRole(here.house, people.omar, input), 'asked');
      await decideRequest(here.house, people.marco, { requestId, decision: 'deny' });
      await here.house.work();
    };
    await deny();
    assert.deepEqual(await messages(), [`accessRequestDecided → ${people.omar.email}`]);
    await Person.updateOne({ email: people.omar.email }, { $set: { 'teams.unreachableSince': new Date() } });
    await deny();
    assert.ok((await mails()).includes(`accessRequestDecided → ${people.omar.email}`));
    assert.equal((await messages()).length, 1);
  });

  it('writes in the language that the person has chosen', async () => {
    await Person.create({ email: people.marco.email, language: 'en' });
    await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    await here.house.work();
    const mail = await OutgoingMail.findOne({ 'to.email': people.marco.email }).lean();
    assert.equal(mail?.to.language, 'en');
  });
});
