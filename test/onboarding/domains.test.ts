import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { Domain } from '../../models/domain.ts';
import { LimitCounter } from '../../models/limitCounter.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { addDomain } from '../../onboarding/addDomain.ts';
import { checkDomain } from '../../onboarding/checkDomain.ts';
import { domainAccounts } from '../../onboarding/domainAccounts.ts';
import { listDomains } from '../../onboarding/listDomains.ts';
import { mayUseOnlineServices } from '../../onboarding/mayUseOnlineServices.ts';
import { removeDomain } from '../../onboarding/removeDomain.ts';
import { txtResolver } from '../../onboarding/txtResolver.ts';
import { makeHouse } from './house.ts';
import { auditLog, mails } from './mails.ts';
import { startNameServer, type Zone } from './nameServer.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';

const marco = people.marco.email;

describe('domains', () => {
  const here = scene();
  const add = (name: string, actor = people.marco, account = here.ids.contoso) =>
    addDomain(here.house, actor, { purchasingAccountId: account, name });
  const added = async (name = 'contoso.example') => outcomeOf(await add(name), 'added').domain;
  const check = (domainId: string, actor = people.marco) => checkDomain(here.house, actor, { domainId });
  const remove = (domainId: string, actor = people.marco) => removeDomain(here.house, actor, { domainId });
  /** Puts Ruth into Tailspin Toys, so that there are two accounts with somebody who adds domains. */
  const ruthIsIn = async () => {
    const omar = await Membership.findOne({ email: people.marco.email }).lean();
    await Membership.create({
      ...omar,
      _id: undefined,
      email: people.ruth.email,
      purchasingAccount: here.ids.tailspin,
    });
  };

  describe('adding', () => {
    it('gives a TXT record of its own to publish at the domain itself', async () => {
      const domain = await added('Società.example');
      assert.deepEqual(
        [domain.name, domain.unicodeName, domain.state],
        ['xn--societ-nta.example', 'società.example', 'pending'],
      );
      assert.match(domain.txtRecord, /^usher-verification=[\w-]{27}$/);
      const other = await added('other.example');
      assert.notEqual(other.txtRecord, domain.txtRecord);
      assert.deepEqual(
        (await listDomains(here.house, people.marco)).map((one) => one.name),
        ['contoso.com', 'other.example', 'xn--societ-nta.example'],
      );
      await here.house.work();
      assert.deepEqual(await auditLog(), [`${marco} domainAdded`, `${marco} domainAdded`]);
    });

    it('is refused with the reason', async () => {
      here.still();
      await ruthIsIn();
      refusalOf(await add('a.example', people.lena), 'mayNotAddDomain');
      refusalOf(await add('a.example', people.stranger), 'notFound');
      refusalOf(await add('a.example', people.marco, here.ids.fabrikam), 'notFound');
      refusalOf(await add('co.uk'), 'publicSuffix');
      refusalOf(await add('github.io'), 'publicSuffix');
      refusalOf(await add('gmail.com'), 'personalMailProvider');
      refusalOf(await add('contoso'), 'invalid');
      assert.equal(refusalOf(await add('contoso.com'), 'alreadyAdded').state, 'verified');
      refusalOf(await add('contoso.com', people.ruth, here.ids.tailspin), 'takenByAnother');
      const { id } = await added();
      assert.equal(refusalOf(await add('contoso.example'), 'alreadyAdded').domainId, id);
      const house = makeHouse({ limits: { domainsPerPerson: { most: 1, per: { hours: 1 } } } });
      // In the first hour of a day its counter would be the day's, in which one was added above.
      await LimitCounter.deleteMany();
      const input = { purchasingAccountId: here.ids.contoso, name: 'b.example' };
      outcomeOf(await addDomain(house, people.marco, input), 'added');
      refusalOf(await addDomain(house, people.marco, { ...input, name: 'c.example' }), 'limited');
    });

    it('twice in the same instant adds one', async () => {
      const results = await Promise.all([add('contoso.example'), add('contoso.example')]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['added', 'refused']);
    });

    it('is offered where the actor may', async () => {
      assert.deepEqual(
        (await domainAccounts(here.house, people.marco)).map((one) => one.organization),
        ['Contoso S.p.A.'],
      );
      assert.deepEqual(await domainAccounts(here.house, people.lena), []);
      assert.deepEqual(await listDomains(here.house, people.lena), []);
    });
  });

  describe('checking now', () => {
    it('verifies a domain whose record is there; who asked has the answer and no notice beside it', async () => {
      const { id, txtRecord } = await added();
      here.house.txt.set('contoso.example', ['v=spf1 -all', ` "${txtRecord}"`]);
      const { domain } = outcomeOf(await check(id), 'checked');
      assert.equal(domain.state, 'verified');
      assert.equal(domain.nextCheckAt, undefined);
      await here.house.work();
      assert.deepEqual(await mails(), []);
      assert.ok((await auditLog()).includes('usher domainVerified'));
      assert.equal(
        (await mayUseOnlineServices(here.house, { ...people.giulia, email: 'g@contoso.example' })).outcome,
        'yes',
      );
      here.house.txt.clear();
      here.later({ minutes: 1 });
      assert.equal(outcomeOf(await check(id), 'checked').domain.state, 'verified');
    });

    it('tells who added the domain when a colleague’s look finds the record', async () => {
      const { id, txtRecord } = await added();
      await Membership.updateOne({ email: people.lena.email }, { $set: { 'roles.0.role': 'accountManager' } });
      here.house.txt.set('contoso.example', [txtRecord]);
      assert.equal(outcomeOf(await check(id, people.lena), 'checked').domain.state, 'verified');
      await here.house.work();
      assert.deepEqual(await mails(), [`domainVerified → ${marco}`]);
    });

    it('says what is there instead, or that nobody could say', async () => {
      const { id } = await added();
      here.house.txt.set('contoso.example', ['usher-verification=another', 'x'.repeat(300)]);
      const { domain } = outcomeOf(await check(id), 'checked');
      assert.equal(domain.state, 'pending');
      assert.deepEqual(domain.found, ['usher-verification=another', 'x'.repeat(100)]);
      here.later({ seconds: 5 });
      here.house.txt.set('contoso.example', Object.assign(new Error(), { code: 'ESERVFAIL' }));
      assert.equal(outcomeOf(await check(id), 'checked').domain.fault, 'ESERVFAIL');
      here.later({ seconds: 5 });
      here.house.txt.delete('contoso.example');
      const { found, fault } = outcomeOf(await check(id), 'checked').domain;
      assert.deepEqual([found, fault], [[], undefined]);
    });

    it('not more often than every five seconds', async () => {
      here.still();
      const { id } = await added();
      outcomeOf(await check(id), 'checked');
      const { retryAt } = refusalOf(await check(id), 'limited');
      assert.ok(retryAt.getTime() - DateTime.now().toMillis() <= 5_000);
    });

    it('is refused to those who may not', async () => {
      const { id } = await added();
      refusalOf(await check(id, people.lena), 'mayNotAddDomain');
      refusalOf(await check(id, people.stranger), 'notFound');
      refusalOf(await check('x'), 'notFound');
    });

    it('of the same name by two accounts in the same instant: one gets it', async () => {
      await ruthIsIn();
      const mine = await added();
      const theirs = outcomeOf(await add('contoso.example', people.ruth, here.ids.tailspin), 'added').domain;
      here.house.txt.set('contoso.example', [mine.txtRecord, theirs.txtRecord]);
      const results = await Promise.all([check(mine.id), check(theirs.id, people.ruth)]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['checked', 'refused']);
      refusalOf(results.find((one) => one.outcome === 'refused') as never, 'takenByAnother');
      const states = (await Domain.find({ name: 'contoso.example' }).lean()).map((one) => one.state).sort();
      assert.deepEqual(states, ['failed', 'verified']);
      await here.house.work();
      assert.deepEqual(await mails(), []);
    });

    it('of a name that another account has verified: that is what it is from then on', async () => {
      await ruthIsIn();
      const mine = await added();
      const theirs = outcomeOf(await add('contoso.example', people.ruth, here.ids.tailspin), 'added').domain;
      here.house.txt.set('contoso.example', [mine.txtRecord, theirs.txtRecord]);
      outcomeOf(await check(theirs.id, people.ruth), 'checked');
      // Usher's own look says it to who added it.
      here.later({ minutes: 2 });
      await here.house.work();
      const state = async () => (await listDomains(here.house, people.marco)).find(({ id }) => id === mine.id)?.state;
      assert.equal(await state(), 'takenByAnother');
      const told = await OutgoingMail.findOne({ 'to.email': marco }).lean();
      assert.ok(told?.notice.kind === 'domainNotVerified' && told.notice.takenByAnother);
      refusalOf(await check(mine.id), 'takenByAnother');
      assert.equal(await state(), 'takenByAnother');
      const left = (await Domain.findById(mine.id).lean())?.pendingWork ?? [];
      assert.ok(!left.some(({ work }) => work.kind === 'checkDomain'));

      // The other account gives it up: the next look finds the record.
      outcomeOf(await remove(theirs.id, people.ruth), 'removed');
      here.later({ minutes: 2 });
      assert.equal(outcomeOf(await check(mine.id), 'checked').domain.state, 'verified');
      assert.equal((await Domain.findById(mine.id).lean())?.takenByAnother, undefined);
    });
  });

  describe('checked by itself', () => {
    it('with growing pauses for 72 hours, and then who added it is told what was there instead', async () => {
      const { id, addedAt, txtRecord } = await added();
      here.house.txt.set('contoso.example', ['v=spf1 -all']);
      await here.house.work();
      const pauses: number[] = [];
      let last = addedAt;
      for (let checks = 0; ; checks++) {
        const domain = await Domain.findById(id).lean();
        assert.ok(domain);
        if (domain.state !== 'pending') break;
        const due = domain.workDueAt as Date;
        pauses.push(Math.round((due.getTime() - last.getTime()) / 60_000));
        here.later({ seconds: Math.ceil((due.getTime() - DateTime.now().toMillis()) / 1_000) });
        await here.house.work();
        last = (await Domain.findById(id).lean())?.lastCheckedAt as Date;
        assert.ok(checks < 100);
      }
      assert.deepEqual(pauses.slice(0, 8), [1, 2, 5, 10, 30, 60, 120, 120]);
      assert.equal(Math.round((last.getTime() - addedAt.getTime()) / 3_600_000), 72);
      assert.equal((await Domain.findById(id).lean())?.state, 'failed');
      const told = await OutgoingMail.findOne({ 'to.email': marco }).lean();
      assert.ok(told?.notice.kind === 'domainNotVerified');
      assert.deepEqual([told.notice.expected, told.notice.found], [txtRecord, ['v=spf1 -all']]);
      assert.equal(told.to.language, 'it');
      assert.ok((await auditLog()).includes('usher domainNotVerified'));

      // Asked again, it is looked for by itself for another 72 hours.
      const { domain } = outcomeOf(await check(id), 'checked');
      assert.equal(domain.state, 'pending');
      here.house.txt.set('contoso.example', [txtRecord]);
      here.later({ minutes: 2 });
      await here.house.work();
      assert.equal((await Domain.findById(id).lean())?.state, 'verified');
    });

    it('to the end without an answer, does not say that nothing is there', async () => {
      await added();
      here.house.txt.set('contoso.example', Object.assign(new Error(), { code: 'ESERVFAIL' }));
      here.later({ hours: 73 });
      await here.house.work();
      const told = await OutgoingMail.findOne({ 'to.email': marco }).lean();
      assert.ok(told?.notice.kind === 'domainNotVerified' && told.notice.unanswered);
    });

    it('goes on after a name server could not answer', async () => {
      const { id, txtRecord } = await added();
      here.house.txt.set('contoso.example', Object.assign(new Error(), { code: 'ETIMEOUT' }));
      here.later({ minutes: 1 });
      await here.house.work();
      assert.equal((await Domain.findById(id).lean())?.fault, 'ETIMEOUT');
      here.house.txt.set('contoso.example', [txtRecord]);
      here.later({ minutes: 3 });
      await here.house.work();
      const domain = await Domain.findById(id).lean();
      assert.deepEqual([domain?.state, domain?.fault, domain?.pendingWork], ['verified', undefined, []]);
      assert.deepEqual(await mails(), [`domainVerified → ${marco}`]);
    });

    it('at a real DNS server', async () => {
      const zone: Zone = new Map();
      const server = await startNameServer(zone);
      here.house.resolveTxt = txtResolver([server.address]);
      const { id, txtRecord } = await added();
      zone.set('contoso.example', 'SERVFAIL');
      here.later({ minutes: 1 });
      await here.house.work();
      assert.equal((await Domain.findById(id).lean())?.fault, 'ESERVFAIL');
      zone.set('contoso.example', [['usher-verification=', txtRecord.slice(19)]]);
      here.later({ minutes: 3 });
      await here.house.work();
      assert.equal((await Domain.findById(id).lean())?.state, 'verified');
      await server.close();
    });
  });

  describe('removing', () => {
    it('works in every state, once; the name can be added anew, here or elsewhere', async () => {
      await ruthIsIn();
      const [verified] = await listDomains(here.house, people.marco);
      const { id } = await added();
      refusalOf(await remove(id, people.lena), 'mayNotAddDomain');
      assert.equal(outcomeOf(await remove(verified?.id as string), 'removed').domain.name, 'contoso.com');
      const results = await Promise.all([remove(id), remove(id)]);
      for (const one of results) outcomeOf(one, 'removed');
      refusalOf(await remove(id, people.lena), 'mayNotAddDomain');
      refusalOf(await remove(id, people.ruth), 'notFound');
      refusalOf(await check(id), 'notFound');
      assert.deepEqual(await listDomains(here.house, people.marco), []);
      outcomeOf(await add('contoso.com', people.ruth, here.ids.tailspin), 'added');
      const again = await added();
      assert.notEqual(again.id, id);
      here.later({ days: 4 });
      await here.house.work();
      assert.deepEqual((await auditLog()).filter((one) => one.endsWith('domainRemoved')).length, 2);
      assert.deepEqual((await mails()).filter((one) => one.startsWith('domainNotVerified')).length, 2);
    });
  });

  describe('may I use the online services?', () => {
    const may = (actor: typeof people.marco) => mayUseOnlineServices(here.house, actor);

    it('yes, no or not yet, and whom to ask only for the organization’s own people', async () => {
      const yes = outcomeOf(await may(people.giulia), 'yes');
      assert.deepEqual([yes.domain, yes.accounts.map((one) => one.organization)], ['contoso.com', ['Contoso S.p.A.']]);
      assert.equal((await may({ ...people.giulia, email: 'g@it.contoso.com' })).outcome, 'yes');
      assert.deepEqual(outcomeOf(await may(people.bernd), 'no').askWhom, [
        { name: 'Anna Keller', email: 'anna.keller@fabrikam.com' },
      ]);
      assert.deepEqual(outcomeOf(await may(people.stranger), 'no').askWhom, []);
      assert.deepEqual(outcomeOf(await may(people.personal), 'no').askWhom, []);
      await Domain.updateOne({ name: 'contoso.com' }, { $set: { state: 'pending' } });
      assert.deepEqual(await may(people.giulia), { outcome: 'pending', domain: 'contoso.com' });
      await Domain.deleteMany({});
      assert.deepEqual(outcomeOf(await may(people.giulia), 'no').askWhom, [{ name: 'Marco Ferri', email: marco }]);
    });
  });
});
