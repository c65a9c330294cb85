import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { withdrawRequest } from '../../onboarding/withdrawRequest.ts';
import { plusWorkingDays } from '../../onboarding/workingDays.ts';
import { mails } from './mails.ts';
import { by, people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';

describe('a request that nobody answers', () => {
  const here = scene();
  const ask = async () => {
    const asked = await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso });
    await here.house.work();
    return outcomeOf(asked, 'asked').requestId;
  };
  const reminded = async () => (await OutgoingMail.find({ 'notice.reminder': { $gt: 0 } }).lean()).length;
  const unanswered = async () => (await mails()).filter((mail) => mail.startsWith('accessRequestUnanswered'));

  it('counts working days where the organization is', () => {
    const rome = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Rome' }).toJSDate();
    const rows: [string, number, string][] = [
      ['2026-11-23T09:00', 2, '2026-11-25T09:00'],
      ['2026-11-26T09:00', 2, '2026-11-30T09:00'],
      ['2026-11-28T23:30', 2, '2026-12-01T23:30'],
      ['2026-11-23T09:00', 5, '2026-11-30T09:00'],
      // The clocks go back on the Sunday between.
      ['2026-10-23T12:00', 2, '2026-10-27T12:00'],
    ];
    for (const [from, days, to] of rows) assert.deepEqual(plusWorkingDays(rome(from), days, 'Europe/Rome'), rome(to));
    // Still Friday in London, Saturday in Tokyo.
    const instant = DateTime.fromISO('2026-11-27T20:00Z').toJSDate();
    assert.equal(plusWorkingDays(instant, 1, 'Europe/London').toISOString(), '2026-11-30T20:00:00.000Z');
    assert.equal(plusWorkingDays(instant, 1, 'Asia/Tokyo').toISOString(), '2026-11-29T20:00:00.000Z');
  });

  it('is put to the administrators again after two and five working days, then the requester is told', async () => {
    await ask();
    here.later({ days: 1 });
    await here.house.work();
    assert.equal(await reminded(), 0);
    // The clocks may go back in between.
    here.later({ days: 3, hours: 2 });
    await here.house.work();
    assert.equal(await reminded(), 2, 'Marco and Lena');
    assert.deepEqual(await unanswered(), []);
    here.later({ days: 3 });
    await here.house.work();
    await here.house.work();
    assert.equal(await reminded(), 4);
    assert.deepEqual(await unanswered(), [`accessRequestUnanswered → ${people.giulia.email}`]);
    here.later({ days: 30 });
    await here.house.work();
    assert.equal(await reminded(), 4);
  });

  it('is put again in the thread of its first mail, and never to whoever has asked', async () => {
    const input = { purchasingAccountId: here.ids.contoso, roles: ['accountAdministrator'] };
    outcomeOf(await askForRole(here.house, people.lena, input), 'asked');
    await here.house.work();
    await OutgoingMail.updateMany({}, { $set: { state: 'sent' }, $unset: { dueAt: 1 } });
    const first = await OutgoingMail.findOne({ 'notice.kind': 'accessRequested' }).lean();
    for (let week = 0; week < 2; week++) {
      here.later({ days: 8 });
      await here.house.work();
      await OutgoingMail.updateMany({}, { $set: { state: 'sent' }, $unset: { dueAt: 1 } });
    }
    const again = await OutgoingMail.find({ 'notice.reminder': { $gt: 0 } }).lean();
    assert.ok(again.length > 0);
    for (const { to, follows } of again) assert.deepEqual([to.email, follows], [people.marco.email, first?._id]);
  });

  it('is put to them once where the process slept', async () => {
    await ask();
    here.later({ days: 20 });
    await here.house.work();
    assert.equal(await reminded(), 2);
    assert.equal((await unanswered()).length, 1);
  });

  it('is put to those who may decide it by then', async () => {
    const requestId = await ask();
    await Membership.updateOne(
      { email: people.omar.email },
      { $push: { roles: { role: 'userAdministrator', since: new Date(), givenBy: people.marco.email } } },
    );
    await Membership.deleteOne({ email: people.lena.email });
    here.later({ days: 4 });
    await here.house.work();
    const to = (await OutgoingMail.find({ 'notice.reminder': 1 }).lean()).map((mail) => mail.to.email).sort();
    assert.deepEqual(to, [people.marco.email, people.omar.email]);
    outcomeOf(
      await decideRequest(here.house, people.omar, { requestId, decision: 'approve', roles: ['reportViewer'] }),
      'decided',
    );
  });

  it('is not put to anybody once it is decided', async () => {
    const requestId = await ask();
    outcomeOf(await decideRequest(here.house, people.marco, { requestId, decision: 'deny' }), 'decided');
    here.later({ days: 20 });
    await here.house.work();
    assert.equal(await reminded(), 0);
    assert.deepEqual(await unanswered(), []);
  });

  it('is not put to anybody once it is withdrawn, nor does its requester hear that nobody answers', async () => {
    const requestId = await ask();
    outcomeOf(await withdrawRequest(here.house, people.giulia, { requestId }), 'withdrawn');
    for (let week = 0; week < 3; week++) {
      here.later({ days: 7 });
      await here.house.work();
    }
    assert.equal(await reminded(), 0);
    assert.deepEqual(await unanswered(), []);
    assert.equal(await AccessRequest.countDocuments({ 'pendingWork.work.kind': 'remindDeciders' }), 0);
  });

  it('decided, shows in the thread of everybody else who got it by mail, and in no other', async () => {
    const requestId = await ask();
    await OutgoingMail.updateOne({ 'to.email': people.lena.email }, { $set: { state: 'sent' }, $unset: { dueAt: 1 } });
    const first = await OutgoingMail.findOne({ 'to.email': people.lena.email }).lean();
    outcomeOf(await decideRequest(here.house, people.marco, { requestId, decision: 'deny' }), 'decided');
    await here.house.work();
    const closing = await OutgoingMail.find({ 'notice.kind': 'accessRequestClosed' }).lean();
    assert.deepEqual(
      closing.map(({ to, follows }) => [to.email, follows]),
      [[people.lena.email, first?._id]],
    );
  });

  it('decided while its mail is on its way, waits for what becomes of that', async () => {
    const requestId = await ask();
    outcomeOf(await decideRequest(here.house, people.marco, { requestId, decision: 'deny' }), 'decided');
    await here.house.work();
    const waiting = async () =>
      (await AccessRequest.findById(requestId).lean())?.pendingWork.some(({ work }) => work.kind === 'closeRequest');
    assert.equal(await waiting(), true);
    await OutgoingMail.updateMany({ 'notice.kind': 'accessRequested' }, { $set: { state: 'dropped' } });
    here.later({ minutes: 1 });
    await here.house.work();
    assert.equal(await waiting(), false);
    assert.equal(await OutgoingMail.countDocuments({ 'notice.kind': 'accessRequestClosed' }), 0);
  });

  it('decided with one mail, is decided for that mail however often it is taken up', async () => {
    const requestId = await ask();
    const decision = { requestId, decision: 'approve', roles: ['reportViewer'], origin: 'mail-1' } as const;
    const marco = by(people.marco, 'mail');
    const decide = (origin: string) =>
      decideRequest(here.house, marco, { ...decision, roles: ['reportViewer'], origin });
    const results = await Promise.all([decide('mail-1'), decide('mail-1')]);
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['decided', 'decided'],
    );
    outcomeOf(await decide('mail-1'), 'decided');
    refusalOf(await decide('mail-2'), 'alreadyDecided');
  });
});
