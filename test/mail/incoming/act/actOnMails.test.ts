import assert from 'node:assert/strict';
import { AccessRequest } from '../../../../models/accessRequest.ts';
import { Conversation } from '../../../../models/conversation.ts';
import { Invitation } from '../../../../models/invitation.ts';
import { Membership } from '../../../../models/membership.ts';
import { Message } from '../../../../models/message.ts';
import { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../../../models/outgoingMessage.ts';
import { Person } from '../../../../models/person.ts';
import { askForInvitation } from '../../../../onboarding/askForInvitation.ts';
import { askForRole } from '../../../../onboarding/askForRole.ts';
import { decideRequest } from '../../../../onboarding/decideRequest.ts';
import { inviteUser } from '../../../../onboarding/inviteUser.ts';
import { rememberPerson } from '../../../../onboarding/rememberPerson.ts';
import { replyReference } from '../../../../onboarding/replyReference.ts';
import { withdrawRequest } from '../../../../onboarding/withdrawRequest.ts';
import { loggedText } from '../../../onboarding/house.ts';
import { by, people } from '../../../onboarding/people.ts';
import { outcomeOf } from '../../../onboarding/refusalOf.ts';
import { mailbox, mailWorld } from './mailWorld.ts';

const { giulia, marco, lena, omar, anna, nina, stranger } = people;
const quoted = '\r\n\r\nIl giorno 25 nov 2026 Usher ha scritto:\r\n> Basta rispondere: “approvo”';

describe('mails that come in', () => {
  const here = mailWorld();
  const newest = (mails: OutgoingMail[]) => mails.at(-1) ?? assert.fail('there is no mail');
  const asked = async (message?: string) => {
    const input = { purchasingAccountId: here.ids.contoso, ...(message !== undefined && { message }) };
    const { requestId } = outcomeOf(await askForInvitation(here.house, giulia, input), 'asked');
    await here.house.work();
    return { requestId, toMarco: newest(await here.sentTo(marco.email)) };
  };
  const state = async (requestId: string) => (await AccessRequest.findById(requestId).lean())?.state;

  describe('answering a request', () => {
    it('approves it with the role that the reply names, tells everybody, and quotes what was understood', async () => {
      const { requestId, toMarco } = await asked();
      const mail = await here.replies(toMarco, `ok, ma solo come visualizzatore report${quoted}`);
      assert.deepEqual([mail.kind, mail.outcome, mail.state, mail.proven], ['decision', 'approved', 'filed', true]);
      assert.equal(here.filed.get(mail._id), 'decision');
      const request = await AccessRequest.findById(requestId).lean();
      assert.deepEqual(
        [request?.state, request?.decision?.by, request?.decision?.channel, request?.decision?.roles],
        ['approved', marco.email, 'mail', ['reportViewer']],
      );
      const words = await here.words(newest(await here.sentTo(marco.email)));
      assert.match(words, /Hai approvato la richiesta di Giulia Romano, con: Visualizzatore report/);
      assert.match(words, /Hai scritto: > ok, ma solo come visualizzatore report/);
      assert.doesNotMatch(words, /ref-/);
      const kinds = (await here.sentTo(giulia.email)).map(({ notice }) => notice.kind);
      assert.deepEqual(kinds.sort(), ['accessRequestDecided', 'invitation']);
      assert.equal(newest(await here.sentTo(lena.email)).notice.kind, 'accessRequestClosed');
    });

    it('turns it down with the reason', async () => {
      const { requestId, toMarco } = await asked();
      await here.replies(toMarco, 'no, lascia l’azienda');
      const request = await AccessRequest.findById(requestId).lean();
      assert.deepEqual([request?.state, request?.decision?.reason], ['denied', 'lascia l’azienda']);
    });

    it('asks back and does nothing when it is not plain what is meant', async () => {
      for (const text of [
        'let me check whether we should approve',
        'Chi è questa persona?',
        'I do not know this person',
        'Aiuto',
        'And this is some text.',
        'ok?',
        '',
        quoted,
      ]) {
        await here.afresh();
        const { requestId, toMarco } = await asked();
        const mail = await here.replies(toMarco, text);
        assert.equal(await state(requestId), 'open', text);
        assert.match(mail.outcome ?? '', /unclear/);
        const words = await here.words(newest(await here.sentTo(marco.email)));
        assert.match(words, /Non ho capito|I could not tell/);
      }
    });

    it('says beside what it asks back what the person wrote, what the role permits, and who else may decide', async () => {
      const input = { purchasingAccountId: here.ids.contoso, roles: ['reportViewer'], message: 'For the audit' };
      outcomeOf(await askForInvitation(here.house, giulia, input), 'asked');
      await here.house.work();
      const toLena = newest(await here.sentTo(lena.email));
      await here.replies(toLena, 'What would she be able to see?');
      const words = await here.words(newest(await here.sentTo(lena.email)));
      assert.match(words, /Role asked for: - Report Viewer\. May view agreements, view keys/);
      assert.match(words, /Message from Giulia Romano: > For the audit/);
      assert.match(words, /Marco Ferri may decide too, and the first answer counts/);
      await Membership.deleteMany({ email: marco.email });
      await here.replies(toLena, 'Not my department');
      assert.doesNotMatch(await here.words(newest(await here.sentTo(lena.email))), /decide it too/);
    });

    it('asks which role where none was asked for and none is named', async () => {
      const { requestId, toMarco } = await asked();
      await here.replies(toMarco, 'sì, va bene');
      assert.equal(await state(requestId), 'open');
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /Quale ruolo vuoi assegnare/);
    });

    it('takes the decision from the reply to what it asked back, as from the reply to the request', async () => {
      for (const [first, second, expected] of [
        ['let me check whether we should approve', 'approve, as Report Viewer', 'approved'],
        ['Chi è questa persona?', 'no', 'denied'],
        ['sì, va bene', 'approvo, come Visualizzatore report', 'approved'],
        ['sì, va bene', 'Visualizzatore report', 'approved'],
        ['sì, va bene', 'solo visualizzatore report, grazie', 'approved'],
        ['sì, va bene', 'grazie', 'open'],
        ['sì, va bene', 'non ancora', 'open'],
        ['Chi è questa persona?', 'Visualizzatore report', 'open'],
      ] as const) {
        await here.afresh();
        const { requestId, toMarco } = await asked();
        await here.replies(toMarco, first);
        const askedBack = newest(await here.sentTo(marco.email));
        await here.replies(askedBack, second, { proof: 'spf' });
        await here.replies(askedBack, second, { from: lena });
        assert.match(
          await here.words(newest(await here.sentTo(lena.email))),
          /put to somebody else|a un’altra persona/,
        );
        assert.equal(await state(requestId), 'open', `not proven, or somebody else's: ${second}`);
        const mail = await here.replies(askedBack, second);
        assert.equal(await state(requestId), expected, `${first} / ${second}`);
        assert.equal(mail.kind, 'decision');
      }
    });

    it('goes on asking in the same thread until it is plain, and calls somebody when it has asked often enough', async () => {
      here.still();
      const { requestId, toMarco } = await asked();
      let last = toMarco;
      for (let time = 0; time < 5; time++) {
        await here.replies(last, 'Chi è questa persona?');
        last = newest(await here.sentTo(marco.email));
        here.later({ seconds: 1 });
        assert.equal(last.notice.kind === 'mailAnswer' && last.notice.asksBack?.request.requestId, requestId);
      }
      const mail = await here.replies(last, 'Ma chi è?');
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /persona dell’assistenza/);
      await here.replies(last, 'Nessuno lo sa?');
      assert.equal(await here.answers(), 6, 'told once');
      const conversation = await Conversation.findById(mail.conversation).lean();
      assert.ok(conversation?.waitingForPersonSince, 'somebody of the helpdesk is to look at it');
      // That it does not ask again hinders no decision.
      await here.replies(last, 'approvo, come visualizzatore report');
      assert.equal(await state(requestId), 'approved');
    });

    it('gives the roles that were asked for, and none that the writer may not give', async () => {
      const input = { purchasingAccountId: here.ids.contoso, roles: ['accountManager'] };
      const { requestId } = outcomeOf(await askForRole(here.house, omar, input), 'asked');
      await here.house.work();
      const toLena = newest(await here.sentTo(lena.email));
      await here.replies(toLena, 'yes, but as account administrator');
      assert.equal(await state(requestId), 'open');
      assert.match(await here.words(newest(await here.sentTo(lena.email))), /You may not give Account Administrator/);
      await here.replies(toLena, 'approved');
      assert.deepEqual((await AccessRequest.findById(requestId).lean())?.decision?.roles, ['accountManager']);
    });

    it('takes a role by itself in answer to the mail that says which ones the writer may give', async () => {
      const input = { purchasingAccountId: here.ids.contoso, roles: ['accountAdministrator'] };
      const { requestId } = outcomeOf(await askForRole(here.house, omar, input), 'asked');
      await here.house.work();
      await here.replies(newest(await here.sentTo(lena.email)), 'approved');
      assert.equal(await state(requestId), 'open');
      await here.replies(newest(await here.sentTo(lena.email)), 'account manager');
      assert.deepEqual((await AccessRequest.findById(requestId).lean())?.decision?.roles, ['accountManager']);
    });

    it('tells whoever comes second who was first', async () => {
      const { requestId, toMarco } = await asked();
      outcomeOf(
        await decideRequest(here.house, lena, { requestId, decision: 'approve', roles: ['accountViewer'] }),
        'decided',
      );
      const mail = await here.replies(toMarco, 'no');
      assert.equal(mail.outcome, 'refused: alreadyDecided');
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /Lena Vogel/);
      assert.equal(await state(requestId), 'approved');
    });

    it('tells whoever answers what was withdrawn, and does nothing', async () => {
      const { requestId, toMarco } = await asked();
      outcomeOf(await withdrawRequest(here.house, giulia, { requestId }), 'withdrawn');
      await here.house.work();
      const closed = newest(await here.sentTo(marco.email));
      assert.equal(closed.notice.kind, 'accessRequestClosed');
      assert.match(await here.words(closed), /Giulia Romano ha ritirato la richiesta/);
      for (const text of ['approvo, come visualizzatore report', 'no', 'chi è?']) {
        await here.replies(toMarco, text);
        const answer = newest(await here.sentTo(marco.email));
        assert.match(await here.words(answer), /Giulia Romano ha ritirato la richiesta il/, text);
      }
      assert.equal(await state(requestId), 'withdrawn');
      assert.equal(await Invitation.countDocuments({ email: giulia.email }), 0);
    });

    it('tells how it was decided, whatever is said later, and how an invitation is taken back', async () => {
      const { requestId, toMarco } = await asked();
      await here.replies(toMarco, 'approvo, come visualizzatore report');
      assert.equal(await state(requestId), 'approved');
      for (const later of [
        'no, ho cambiato idea',
        'Anzi no, annulla tutto, ha lasciato l’azienda',
        'mi sono sbagliato',
      ]) {
        const mail = await here.replies(toMarco, later);
        const said = await here.words(newest(await here.sentTo(marco.email)));
        assert.equal(mail.outcome, 'refused: alreadyDecided', later);
        assert.match(said, /ha approvato la richiesta/, later);
        assert.doesNotMatch(said, /non ho fatto nulla/, later);
        assert.match(said, /“ritira l’invito di giulia\.romano@contoso\.com”/, later);
      }
      await here.replies(toMarco, 'ritira l’invito di giulia.romano@contoso.com');
      const offered = newest(await here.sentTo(marco.email));
      assert.match(await here.words(offered), /“Ritira l’invito”/);
      await here.replies(offered, 'Ritira l’invito');
      assert.equal((await Invitation.findOne({ email: giulia.email }).lean())?.state, 'pending', 'asked a second time');
      await here.replies(newest(await here.sentTo(marco.email)), 'sì');
      assert.equal((await Invitation.findOne({ email: giulia.email }).lean())?.state, 'revoked');
      await here.replies(toMarco, 'mah, vediamo');
      assert.doesNotMatch(await here.words(newest(await here.sentTo(marco.email))), /ritira l’invito/);
    });

    it('goes on about it in reply to the mail that tells the outcome, and answers no thanks', async () => {
      const { toMarco } = await asked();
      await here.replies(toMarco, 'approvo, come visualizzatore report');
      const outcome = newest(await here.sentTo(marco.email));
      const answers = await here.answers();
      const thanks = await here.replies(outcome, 'Grazie mille!\r\n\r\nMarco Ferri\r\nIT Manager');
      assert.deepEqual([thanks.outcome, await here.answers()], ['thanks', answers]);
      for (const text of ['no, ho sbagliato', 'ritira l’invito']) {
        await here.replies(outcome, text);
        const said = await here.words(newest(await here.sentTo(marco.email)));
        assert.match(said, /“ritira l’invito di giulia\.romano@contoso\.com”/, text);
      }
    });

    it('tells whoever wants to approve what was turned down how to invite, and takes that', async () => {
      const { requestId, toMarco } = await asked();
      await here.replies(toMarco, 'no, non la conosco');
      await here.replies(toMarco, 'anzi sì, approvo come visualizzatore report');
      assert.equal(await state(requestId), 'denied');
      const said = await here.words(newest(await here.sentTo(marco.email)));
      assert.match(said, /rispondi “invita giulia\.romano@contoso\.com”/);
      await here.replies(toMarco, 'invita giulia.romano@contoso.com');
      const form = await here.words(newest(await here.sentTo(marco.email)));
      assert.match(form, /Indirizzo di posta elettronica: giulia\.romano@contoso\.com/);
    });

    it('tells whoever may not decide any more no way to decide, whatever they write', async () => {
      const { requestId } = await asked();
      const toLena = newest(await here.sentTo(lena.email));
      await Membership.deleteMany({ email: lena.email });
      for (const text of ['approved as report viewer', 'who is she?']) {
        await here.replies(toLena, text);
        const said = await here.words(newest(await here.sentTo(lena.email)));
        assert.match(said, /Nothing was done/, text);
        assert.doesNotMatch(said, /Reply with/, text);
      }
      assert.equal(await state(requestId), 'open');
    });

    it('names the roles that can be given where none was asked for', async () => {
      const { toMarco } = await asked();
      await here.replies(toMarco, 'approvo');
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /Puoi assegnare: .*Visualizzatore report/);
    });

    it('happens once, however often the mail is delivered or taken up', async () => {
      const { toMarco } = await asked();
      const more = { messageId: '<same@contoso.com>' };
      const first = await here.replies(toMarco, 'approvo, visualizzatore report', { more, id: 'a' });
      const again = await here.replies(toMarco, 'approvo, visualizzatore report', { more, id: 'b' });
      assert.deepEqual([first.kind, again.kind], ['decision', 'duplicate']);
      assert.equal(await here.answers(), 1);
      assert.equal(await Invitation.countDocuments({ email: giulia.email }), 1);
    });

    it('waits until the mail that it answers is known to be sent', async () => {
      const { requestId, toMarco } = await asked();
      await OutgoingMail.updateOne({ _id: toMarco._id }, { $set: { state: 'drafted' } });
      const early = await here.replies(toMarco, 'approvo, visualizzatore report', { id: 'early' });
      assert.deepEqual([early.state, await state(requestId), await here.answers()], ['recorded', 'open', 0]);
      await OutgoingMail.updateOne({ _id: toMarco._id }, { $set: { state: 'sent' } });
      const mail = await here.replies(toMarco, 'approvo, visualizzatore report', { id: 'early' });
      assert.deepEqual([mail.kind, await state(requestId), await here.answers()], ['decision', 'approved', 1]);
    });

    it('closes the decider’s own card in Teams too', async () => {
      await rememberPerson(here.house, {
        ...marco,
        teams: { userId: '29:m', reference: { conversation: { id: 'a' } } },
      });
      const { toMarco } = await asked();
      await here.replies(toMarco, 'approvo, visualizzatore report');
      const closed = await OutgoingMessage.find({ 'notice.kind': 'accessRequestClosed' }).lean();
      assert.deepEqual(
        closed.map(({ to, notice }) => [to.email, notice.kind === 'accessRequestClosed' && notice.channel]),
        [[marco.email, 'mail']],
      );
    });
  });

  describe('that are not proven', () => {
    it('change nothing; the real person is asked to confirm, in Teams where they are, not too often', async () => {
      await rememberPerson(here.house, {
        ...marco,
        teams: { userId: '29:m', reference: { conversation: { id: 'a' } } },
      });
      const { requestId, toMarco } = await asked();
      here.still();
      for (const proof of ['none', 'failed', 'foreign', 'failed', 'none'] as const) {
        const mail = await here.replies(toMarco, 'approvo, visualizzatore report', { proof });
        assert.deepEqual([mail.kind, mail.proven], ['unproven', false]);
      }
      assert.equal(await state(requestId), 'open');
      const told = await OutgoingMessage.find({ 'notice.kind': 'mailUnproven' }).lean();
      assert.equal(told.length, 3);
      assert.ok(told.every(({ to, notice }) => to.email === marco.email && 'requestId' in notice));
      assert.equal(await here.answers(), 0);
    });

    it('ask nothing about a request that is decided already', async () => {
      const { toMarco } = await asked();
      await here.replies(toMarco, 'approvo, visualizzatore report');
      await here.replies(toMarco, 'no', { proof: 'failed' });
      const { notice } = newest(await here.sentTo(marco.email));
      assert.deepEqual([notice.kind, 'requestId' in notice], ['mailUnproven', false]);
    });

    it('are nobody’s when they name several writers', async () => {
      const from = `${marco.email}, ${lena.email}`;
      const mail = await here.writes(marco, { from, subject: 'Hi', text: 'which roles do I have?' });
      assert.deepEqual([mail.kind, mail.from, await here.answers()], ['unproven', undefined, 0]);
      assert.equal(await Message.countDocuments({ person: { $exists: true } }), 0);
    });

    it('put no link and no secret of theirs before the real person', async () => {
      const link = `https://pay.forger.example/invitation/${'aB3'.repeat(15)}`;
      const mail = await here.writes(marco, { subject: `Your account: ${link}` }, { proof: 'failed' });
      const words = await here.words(newest(await here.sentTo(marco.email)));
      assert.match(words, /“Your account: https:\/\/ pay\. forger\. example\/ invitation\/ •••”/);
      assert.doesNotMatch(JSON.stringify(mail), /aB3/);
    });

    it('are not enough for a decision when only the server is known and not the signature', async () => {
      const { requestId, toMarco } = await asked();
      const mail = await here.replies(toMarco, 'approvo, visualizzatore report', { proof: 'spf' });
      assert.equal(mail.kind, 'unproven');
      assert.equal(await state(requestId), 'open');
      assert.equal(newest(await here.sentTo(marco.email)).notice.kind, 'mailUnproven');
    });

    it('do not keep out the genuine one whose Message-ID they bear', async () => {
      const { requestId, toMarco } = await asked();
      const more = { messageId: '<first@contoso.com>' };
      await here.replies(toMarco, 'no', { more, proof: 'failed' });
      await here.writes(stranger, { subject: 'Hello', text: 'who is my administrator?', ...more });
      await here.replies(toMarco, 'approvo, visualizzatore report', { more });
      assert.equal(await state(requestId), 'approved');
    });

    it('are asked about with whoever is known, in or not: invited, designated, acting for a partner', async () => {
      for (const person of [anna, nina]) {
        await here.writes(person, { subject: 'Invitation', text: 'what is my role?' }, { proof: 'failed' });
        const asked = newest(await here.sentTo(person.email));
        assert.equal(asked.notice.kind, 'mailUnproven', person.email);
        assert.equal(asked.to.firstName, person.firstName);
        assert.equal(asked.to.language, 'en');
      }
    });

    it('wait while a name server is silent, and count as such when it is for hours', async () => {
      const { toMarco } = await asked();
      const usual = here.acting;
      here.acting = () =>
        usual({
          examine: async (mime) => {
            const examined = await here.examine(mime);
            if (examined.by !== 'person') return examined;
            return { ...examined, proof: { proven: false, from: marco.email, because: 'temporary' } };
          },
        });
      try {
        const mail = await here.replies(toMarco, 'approvo, visualizzatore report', { id: 'silent' });
        assert.deepEqual([mail.state, mail.kind, here.filed.get('silent')], ['recorded', undefined, undefined]);
        assert.ok(mail.dueAt && mail.dueAt > mail.receivedAt);
        here.later({ hours: 7 });
        const later = await here.replies(toMarco, 'again', { id: 'silent' });
        assert.deepEqual([later.state, later.kind], ['filed', 'unproven']);
        assert.equal(newest(await here.sentTo(marco.email)).notice.kind, 'mailUnproven');
      } finally {
        here.acting = usual;
      }
    });

    it('are nobody’s when nobody is known at their address', async () => {
      const mail = await here.writes(stranger, { subject: 'Hi', text: 'who is my administrator?' }, { proof: 'none' });
      assert.deepEqual([mail.kind, await here.answers()], ['unproven', 0]);
    });
  });

  it('decide nothing when they answer what was asked of somebody else', async () => {
    const { requestId, toMarco } = await asked();
    const mail = await here.replies(toMarco, 'approved, report viewer', { from: lena });
    assert.equal(mail.kind, 'other');
    assert.equal(await state(requestId), 'open');
    assert.match(await here.words(newest(await here.sentTo(lena.email))), /put to somebody else/);
  });

  it('decide nothing when somebody who has seen the reference puts it on another mail that its person has signed', async () => {
    const { requestId, toMarco } = await asked();
    const reference = replyReference(here.house.linkSecret, toMarco._id);
    const to = `usher+${reference}@businesscenter.example`;
    const text = 'ok, visualizzatore report';
    const about = 'Re: Giulia Romano chiede un invito al Business Center';
    const replayed = [
      { to: giulia.email, subject: 'Re: pranzo', headers: { 'Delivered-To': to } },
      { to: giulia.email, subject: 'Re: pranzo', references: `<${reference}@businesscenter.example>` },
      { to, subject: 'Re: pranzo' },
      { to, subject: about, date: new Date('2026-01-07T09:00:00Z') },
    ];
    for (const mail of replayed) {
      const came = await here.writes(marco, { text, ...mail });
      assert.deepEqual([came.kind, came.proven, await state(requestId)], ['unproven', false, 'open'], mail.subject);
    }
    const notices = (await here.sentTo(marco.email)).map(({ notice }) => notice);
    const told = notices.find(({ kind }) => kind === 'mailUnproven');
    assert.equal(told?.kind === 'mailUnproven' && told.requestId, requestId);
    await here.writes(marco, { text, to, subject: about });
    assert.equal(await state(requestId), 'approved');
  });

  it('decide nothing without the reference, whoever has signed them', async () => {
    const { requestId } = await asked();
    await here.writes(marco, { subject: 'Re: Giulia Romano', text: 'approvo, come visualizzatore report' });
    assert.equal(await state(requestId), 'open');
  });

  describe('answering an invitation', () => {
    const invite = async () => {
      const person = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi', language: 'it' };
      const input = { ...person, purchasingAccountId: here.ids.contoso, country: 'IT', roles: ['reportViewer'] };
      const { invitation } = outcomeOf(await inviteUser(here.house, marco, input), 'invited');
      await here.house.work();
      return { id: invitation.id, mail: newest(await here.sentTo(person.email)) };
    };
    const stateOf = async (id: string) => (await Invitation.findById(id).lean())?.state;

    it('declines it, and whoever invited hears', async () => {
      const { id, mail } = await invite();
      const came = await here.replies(mail, 'non accetto, grazie');
      assert.equal(came.kind, 'invitationAnswer');
      assert.equal(await stateOf(id), 'declined');
      assert.equal(newest(await here.sentTo(marco.email)).notice.kind, 'invitationNews');
      assert.match(await here.words(newest(await here.sentTo('maria.rossi@contoso.com'))), /Non hai accettato/);
    });

    it('sends another link when the old one is said to be dead', async () => {
      const { id, mail } = await invite();
      await here.replies(mail, 'il link è scaduto');
      assert.equal((await Invitation.findById(id).lean())?.sendings, 2);
    });

    it('says who is meant instead', async () => {
      const { id, mail } = await invite();
      await here.replies(mail, 'I am not the right person, ask Lena Vogel (lena.vogel@contoso.com)');
      assert.equal(await stateOf(id), 'declined');
      const { notice } = newest(await here.sentTo(marco.email));
      assert.deepEqual(notice.kind === 'invitationNews' && notice.news.outcome, 'notMe');
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /lena\.vogel@contoso\.com/);
    });

    it('does not end it because somebody is to be asked, or something else has expired', async () => {
      const { id, mail } = await invite();
      const harmless = ["Thanks, I'll contact Marco if I have questions", 'la mia password è scaduta'];
      for (const text of harmless) {
        const came = await here.replies(mail, text);
        assert.notEqual(came.kind, 'invitationAnswer');
        const invitation = await Invitation.findById(id).lean();
        assert.deepEqual([invitation?.state, invitation?.sendings], ['pending', 1]);
      }
      assert.equal(
        (await here.sentTo(marco.email)).some(({ notice }) => notice.kind === 'invitationNews'),
        false,
      );
    });

    it('that only agrees, or asks how to accept, calls nobody of the helpdesk, also when it is accepted already', async () => {
      const { id, mail } = await invite();
      for (const text of ['perfetto', 'Come faccio ad accettare?']) {
        const came = await here.replies(mail, text);
        assert.equal(came.kind, 'invitationAnswer', text);
        const words = await here.words(newest(await here.sentTo('maria.rossi@contoso.com')));
        assert.match(words, /premi “Inizia ora”/, text);
      }
      await Invitation.updateOne({ _id: id }, { $set: { state: 'accepted' } });
      await here.replies(mail, 'ok');
      const words = await here.words(newest(await here.sentTo('maria.rossi@contoso.com')));
      assert.match(words, /Hai già accettato/);
      assert.equal(await Conversation.countDocuments({ waitingForPersonSince: { $exists: true } }), 0);
    });

    it('that is a yes is told that the button accepts, and leaves the link alone', async () => {
      const { id, mail } = await invite();
      const came = await here.replies(mail, 'ok accetto');
      assert.equal(came.kind, 'invitationAnswer');
      const invitation = await Invitation.findById(id).lean();
      assert.deepEqual([invitation?.state, invitation?.sendings], ['pending', 1]);
      assert.match(await here.words(newest(await here.sentTo('maria.rossi@contoso.com'))), /premi “Inizia ora”/);
      await here.replies(mail, 'non accetto');
      await here.replies(mail, 'accetto');
      assert.match(await here.words(newest(await here.sentTo('maria.rossi@contoso.com'))), /Non è stato fatto nulla/);
    });

    it('that somebody has left tells whoever invited, or a person, and sends no link to a mailbox left behind', async () => {
      const { id, mail } = await invite();
      const hers = "She doesn't work for us anymore";
      for (const text of [hers, 'Peter no longer works here', 'Marco non lavora più qui']) {
        const came = await here.replies(mail, text);
        assert.deepEqual([came.kind, await stateOf(id)], ['other', 'pending']);
      }
      assert.equal((await Conversation.findOne().lean())?.waitingForPersonSince !== undefined, true);
      await here.replies(mail, "Maria Rossi doesn't work here any more.");
      const invitation = await Invitation.findById(id).lean();
      assert.deepEqual([invitation?.state, invitation?.sendings], ['declined', 1]);
      const { notice } = newest(await here.sentTo(marco.email));
      assert.deepEqual(notice.kind === 'invitationNews' && notice.news.outcome, 'notMe');
    });

    it('with thanks is filed, calls nobody, and leaves the next mail its answer', async () => {
      const { id, mail } = await invite();
      for (const text of ['Grazie mille!', 'Grazie, perfetto', 'ricevuto', 'Grazie per il nuovo link!']) {
        const came = await here.replies(mail, text);
        assert.deepEqual([came.kind, came.outcome], ['other', 'thanks']);
      }
      assert.equal(await here.answers(), 0);
      assert.equal((await Conversation.findOne().lean())?.waitingForPersonSince, undefined);
      assert.equal((await Invitation.findById(id).lean())?.sendings, 1);
      await here.replies(mail, 'Il sito è lento oggi');
      assert.match(await here.words(newest(await here.sentTo('maria.rossi@contoso.com'))), /persona dell’assistenza/);
    });

    it('that turns down no invitation, or only half, ends none and is answered with nobody’s name', async () => {
      const { id, mail } = await invite();
      for (const text of ['no grazie, ho risolto', 'Ho già un account, non mi serve']) {
        const came = await here.replies(mail, text);
        assert.deepEqual([came.kind, await stateOf(id)], ['other', 'pending']);
      }
      assert.doesNotMatch(await here.words(newest(await here.sentTo('maria.rossi@contoso.com'))), /Marco Ferri/);
    });

    it('after it was declined, says what is true of it and passes on who is named anew', async () => {
      const { mail } = await invite();
      const hears = async () => here.words(newest(await here.sentTo('maria.rossi@contoso.com')));
      const told = async () =>
        (await here.sentTo(marco.email)).filter(({ notice }) => notice.kind === 'invitationNews').length;
      await here.replies(mail, 'Non sono la persona giusta, chiedete a Luca Bianchi (luca.bianchi@contoso.com)');
      assert.deepEqual([await told(), /riceve un avviso/.test(await hears())], [1, true]);
      await here.replies(mail, 'Non sono la persona giusta, chiedete ad Anna Bianchi (anna.bianchi@contoso.com)');
      assert.match(await hears(), /anche il nome di Anna Bianchi \(anna\.bianchi@contoso\.com\)\./);
      assert.equal(await told(), 2);
      assert.match(await here.words(newest(await here.sentTo(marco.email))), /anna\.bianchi@contoso\.com/);
      for (const text of ['non accetto', 'non sono io']) {
        await here.replies(mail, text);
        assert.match(await hears(), /era già stato rifiutato\. Non è cambiato nulla e nessuno riceve/);
      }
      assert.equal(await told(), 2);
      await here.replies(mail, 'il link è scaduto');
      assert.match(await hears(), /non è più aperto: rifiutato\. Ne ho chiesto un altro a/);
    });

    it('that asks for another after it was declined is understood, as its own answer suggests', async () => {
      const { mail } = await invite();
      await here.replies(mail, 'non accetto');
      const declined = newest(await here.sentTo('maria.rossi@contoso.com'));
      assert.match(await here.words(declined), /chiedi un altro invito/);
      const came = await here.replies(declined, 'chiedo un altro invito');
      assert.deepEqual([came.kind, came.outcome?.startsWith('findAdministrator')], ['request', true]);
    });

    it('is done by its person only', async () => {
      const { id, mail } = await invite();
      await here.replies(mail, 'non accetto', { from: omar });
      await here.replies(mail, 'non accetto', { proof: 'failed' });
      assert.equal(await stateOf(id), 'pending');
    });

    /** What a mail system sends about a mail of ours. @param recipient fields of RFC 3464. */
    const bounceOf = ({ _id }: OutgoingMail, ...recipient: string[]): Buffer => {
      const reference = replyReference(here.house.linkSecret, _id);
      const lines = [
        'From: MAILER-DAEMON@mx.example',
        `To: ${mailbox}`,
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'It could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        ...recipient,
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${reference}@businesscenter.example>`,
        'Subject: Invito',
        '',
        '--b--',
        '',
      ];
      return Buffer.from(lines.join('\r\n'));
    };
    const newsToMarco = async () =>
      (await here.sentTo(marco.email)).filter(({ notice }) => notice.kind === 'invitationNews').length;

    it('comes back: the invitation is undeliverable and whoever invited hears why', async () => {
      const { id, mail } = await invite();
      const bounce = bounceOf(
        mail,
        'Final-Recipient: rfc822; maria.rossi@contoso.com',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      );
      const came = await here.arrives(bounce);
      assert.deepEqual([came.kind, came.outcome], ['bounce', 'invitation undeliverable']);
      assert.match((await Invitation.findById(id).lean())?.undeliverable?.reason ?? '', /5\.1\.1/);
      await here.arrives(bounce);
      assert.equal(await newsToMarco(), 1);
    });

    it('stays as it is while its mail is only delayed, or did not reach somebody else', async () => {
      const { id, mail } = await invite();
      for (const recipient of [
        ['Final-Recipient: rfc822; maria.rossi@contoso.com', 'Action: delayed', 'Status: 4.4.1'],
        ['Final-Recipient: rfc822; anna.bianchi@contoso.com', 'Action: failed', 'Status: 5.1.1'],
      ]) {
        assert.equal((await here.arrives(bounceOf(mail, ...recipient))).kind, 'bounce');
        assert.equal((await Invitation.findById(id).lean())?.undeliverable, undefined);
      }
      assert.equal(await newsToMarco(), 0);
    });
  });

  describe('in plain words', () => {
    it('say who the administrator is, and go on where the reply names a button', async () => {
      const first = await here.writes(giulia, { subject: 'Aiuto', text: 'Buongiorno, chi è il mio amministratore?' });
      assert.equal(first.kind, 'request');
      const answer = newest(await here.sentTo(giulia.email));
      const words = await here.words(answer);
      assert.match(words, /Marco Ferri/);
      assert.match(words, /“Chiedi un invito”/);
      const form = await here.replies(answer, 'Chiedi un invito');
      assert.equal(form.kind, 'request');
      await here.replies(newest(await here.sentTo(giulia.email)), 'Chiedi un invito\r\nMi serve per i report');
      const request = await AccessRequest.findOne().lean();
      assert.deepEqual([request?.requester.email, request?.message], [giulia.email, 'Mi serve per i report']);
      assert.equal(await Conversation.countDocuments({ channel: 'mail' }), 1);
      assert.equal(await Message.countDocuments({ direction: 'in' }), 3);
      assert.equal(await Message.countDocuments({ direction: 'out' }), 3);
      const walks = (
        await Message.find({ 'walks.run': { $exists: true } })
          .sort({ at: 1 })
          .lean()
      ).map((message) => message.walks?.map(({ walk, stands, begun }) => [walk, stands, begun === true]).at(-1));
      assert.deepEqual(walks, [
        ['findAdministrator', 'finished', true],
        ['findAdministrator', 'open', true],
        ['findAdministrator', 'finished', false],
      ]);
    });

    it('keep what stands below a button’s name for the form that the button opens', async () => {
      await here.writes(giulia, { subject: 'Aiuto', text: 'Buongiorno, chi è il mio amministratore?' });
      const answer = newest(await here.sentTo(giulia.email));
      await here.replies(answer, 'Chiedi un invito\r\nMi serve per i report di fine anno');
      const form = newest(await here.sentTo(giulia.email));
      assert.match(await here.words(form), /Mi serve per i report di fine anno/);
      assert.equal(await AccessRequest.countDocuments(), 0);
      await here.replies(form, 'Chiedi un invito');
      assert.equal((await AccessRequest.findOne().lean())?.message, 'Mi serve per i report di fine anno');
    });

    it('wait when somebody writes too much, and say so once', async () => {
      here.still();
      const few = { ...here.house, limits: { ...here.house.limits, mailsPerSender: { most: 1, per: { hours: 1 } } } };
      const house = here.house;
      here.house = few;
      try {
        await here.writes(omar, { subject: 'Ruolo', text: 'Qual è il mio ruolo?' });
        for (const text of ['Chi è il mio amministratore?', 'E qual è il mio ruolo?']) {
          const mail = await here.writes(omar, { subject: 'Ancora', text });
          assert.deepEqual([mail.state, mail.kind], ['recorded', undefined]);
          assert.ok(mail.dueAt && mail.dueAt > mail.receivedAt);
        }
      } finally {
        here.house = house;
      }
      const told = await here.sentTo(omar.email);
      assert.equal(told.length, 2);
      assert.match(await here.words(newest(told)), /hai scritto più messaggi|You have written more mails/);
      assert.equal(await Message.countDocuments({ direction: 'out' }), 2);
    });

    it('ask for what is missing and take it from the reply', async () => {
      await here.writes(anna, { subject: 'Invitation', text: 'I lost my invitation, please resend it' });
      const answer = newest(await here.sentTo(anna.email));
      assert.match(await here.words(answer), /still needed/);
      await here.replies(answer, 'agreement 4100054321, purchasing account 0005054321, anna.keller@fabrikam.com');
      const filled = newest(await here.sentTo(anna.email));
      assert.match(await here.words(filled), /4100054321|on its way/);
      if (!/on its way/.test(await here.words(filled))) await here.replies(filled, 'Resend the invitation');
      const invitation = await Invitation.findOne({ email: anna.email }).lean();
      assert.equal(invitation?.sendings, 2);
    });

    it('invite nobody before the writer has said yes to what was understood', async () => {
      await here.writes(marco, {
        subject: 'Invito',
        text: 'invita Maria Rossi maria.rossi@contoso.com come visualizzatore report, italiano',
      });
      const answer = newest(await here.sentTo(marco.email));
      assert.match(await here.words(answer), /maria\.rossi@contoso\.com/);
      assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com' }), 0);
      await here.replies(answer, 'sì', { proof: 'spf' });
      assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com' }), 0);
      await here.replies(answer, 'sì');
      assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com' }), 1);
    });

    it('press no button without the reference of the mail that shows it', async () => {
      const text = 'invita Maria Rossi maria.rossi@contoso.com come visualizzatore report, italiano';
      const first = await here.writes(marco, { subject: 'Invito', text, messageId: '<first@contoso.com>' });
      const more = { subject: 'Re: Invito', text: 'sì', references: '<first@contoso.com>' };
      const second = await here.writes(marco, more);
      assert.equal(second.conversation, first.conversation);
      assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com' }), 0);
    });

    it('are told alike whether an account exists to who may not know', async () => {
      const texts: string[] = [];
      for (const numbers of ['agreement 4100012345, account 0005012345', 'agreement 4100099999, account 0005099999']) {
        await here.afresh();
        await here.writes(stranger, {
          subject: 'Invitation',
          text: `please resend the invitation of marco.ferri@contoso.com, ${numbers}`,
        });
        let answer = newest(await here.sentTo(stranger.email));
        if (!/Thank you/.test(await here.words(answer))) await here.replies(answer, 'Resend the invitation');
        answer = newest(await here.sentTo(stranger.email));
        texts.push((await here.words(answer)).replace(/You wrote.*/, ''));
      }
      assert.equal(texts[0], texts[1]);
    });

    it('are answered in the language that the person has chosen', async () => {
      await Person.create({ email: giulia.email, language: 'en' });
      await here.writes(giulia, { subject: 'Aiuto', text: 'chi è il mio amministratore?' });
      assert.match(await here.words(newest(await here.sentTo(giulia.email))), /Your purchasing account administrator/);
    });

    it('go to the helpdesk when they are anything else, acknowledged once per thread', async () => {
      const subject = 'Fattura 4711';
      const one = { subject, text: 'In allegato la fattura del mese.', messageId: '<one@contoso.com>' };
      const mail = await here.writes(omar, one);
      assert.deepEqual([mail.kind, mail.outcome], ['other', 'for the helpdesk; acknowledged']);
      await here.writes(omar, { subject, text: 'E questa è la seconda.', references: '<one@contoso.com>' });
      assert.equal(await here.answers(), 1);
      const [conversation, ...more] = await Conversation.find().lean();
      assert.equal(more.length, 0);
      assert.ok(conversation?.waitingForPersonSince);
      const notUnderstood = (await Message.find({ direction: 'in' }).sort({ at: 1 }).lean()).map(
        (message) => message.notUnderstood,
      );
      assert.deepEqual(notUnderstood, ['in allegato la fattura del mese', 'e questa e la seconda']);
    });

    it('are acknowledged five times a day, however many threads somebody begins', async () => {
      here.still();
      for (let thread = 0; thread < 6; thread++) {
        const mail = await here.writes(omar, {
          subject: `Fattura ${thread}`,
          text: 'In allegato la fattura del mese.',
        });
        assert.equal(mail.outcome, thread < 5 ? 'for the helpdesk; acknowledged' : 'for the helpdesk');
      }
      assert.equal(await here.answers(), 5);
      assert.equal(await Conversation.countDocuments({ waitingForPersonSince: { $exists: true } }), 6);
    });

    it('do not go on with somebody else’s conversation by naming its mails', async () => {
      await here.writes(marco, { subject: 'Invito', text: 'invita maria.rossi@contoso.com' });
      const answer = newest(await here.sentTo(marco.email));
      await here.replies(answer, 'sì', { from: omar });
      assert.equal(await Conversation.countDocuments(), 2);
      assert.equal(await Invitation.countDocuments({ email: 'maria.rossi@contoso.com' }), 0);
    });

    it('show a partner its customers', async () => {
      await here.writes(nina, { subject: 'Customers', text: 'show me my customers' });
      assert.match(await here.words(newest(await here.sentTo(nina.email))), /Fabrikam GmbH/);
    });
  });

  describe('that nobody has written', () => {
    const automatic: [string, Record<string, string>, string][] = [
      ['a vacation notice', { 'Auto-Submitted': 'auto-replied' }, 'I am away until Monday.'],
      ['a list', { 'List-Id': '<news.contoso.com>', 'List-Unsubscribe': '<mailto:a@contoso.com>' }, 'approve'],
      ['another Usher’s answer', { 'x-usher-mail': 'answer-1', 'Auto-Submitted': 'auto-replied' }, 'approve'],
    ];
    for (const [what, headers, text] of automatic) {
      it(`are never answered and never decide: ${what}`, async () => {
        const { requestId, toMarco } = await asked();
        const mail = await here.replies(toMarco, text, { more: { headers } });
        assert.equal(mail.kind, 'automatic');
        assert.equal(await state(requestId), 'open');
        assert.equal(await here.answers(), 0);
      });
    }

    it('stop two Ushers at once: what one answers, the other does not', async () => {
      await here.writes(by(omar, 'mail'), {
        subject: 'Hello',
        text: 'Something that Usher does not understand at all.',
      });
      const answer = newest(await here.sentTo(omar.email));
      const text = await here.words(answer);
      const headers = { 'x-usher-mail': answer._id, 'Auto-Submitted': 'auto-replied' };
      const mail = await here.writes(omar, { subject: 'Re: Hello', text, headers });
      assert.deepEqual([mail.kind, await here.answers()], ['automatic', 1]);
    });
  });

  it('that cannot be read are kept and filed as such', async () => {
    const parts = Array.from({ length: 60 }, (_, index) => `--b\r\nContent-Type: text/plain\r\n\r\n${index}\r\n`);
    const head = `From: ${marco.email}\r\nTo: ${mailbox}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n`;
    const mail = await here.arrives(Buffer.from(`${head}${parts.join('')}--b--\r\n`));
    assert.deepEqual([mail.kind, mail.outcome, here.filed.get(mail._id)], ['unreadable', 'tooManyParts', 'unreadable']);
  });

  it('leave no reference and no link in the log', async () => {
    const { toMarco } = await asked('https://usher.example/invitation/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE');
    await here.replies(toMarco, 'approvo, visualizzatore report');
    await here.writes(giulia, {
      subject: 'Aiuto',
      text: `chi è il mio amministratore? usher+${replyReference(here.house.linkSecret, toMarco._id)}@businesscenter.example`,
    });
    const written = JSON.stringify(await Message.find().lean()) + loggedText(here.house);
    assert.doesNotMatch(written, /ref-[0-9a-f]{8}|AbCdEfGhIj/);
  });
});
