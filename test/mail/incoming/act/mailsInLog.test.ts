import assert from 'node:assert/strict';
import { transcript } from '../../../../helpdesk/transcript/transcript.ts';
import { threadOfOurs } from '../../../../mail/mailThread.ts';
import { Conversation } from '../../../../models/conversation.ts';
import type { IncomingMail } from '../../../../models/incomingMail.ts';
import { Message } from '../../../../models/message.ts';
import type { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { askForInvitation } from '../../../../onboarding/askForInvitation.ts';
import { inviteUser } from '../../../../onboarding/inviteUser.ts';
import { logEntryId } from '../../../../onboarding/logEntryId.ts';
import { replyReference } from '../../../../onboarding/replyReference.ts';
import { people } from '../../../onboarding/people.ts';
import { outcomeOf } from '../../../onboarding/refusalOf.ts';
import { watchStore } from '../../../onboarding/storeCalls.ts';
import { mailbox, mailWorld } from './mailWorld.ts';

const { giulia, marco, omar, stranger } = people;

describe('mails in the conversation log', () => {
  const here = mailWorld();
  const entryOf = async (conversation: string | undefined, mail: string) =>
    (await Message.findById(logEntryId(conversation ?? '', mail)).lean()) ?? assert.fail('it is not in the log');
  const newestTo = async (email: string) => (await here.sentTo(email)).at(-1) ?? assert.fail('there is no mail');
  const asked = async () => {
    outcomeOf(await askForInvitation(here.house, giulia, { purchasingAccountId: here.ids.contoso }), 'asked');
    await here.house.work();
    return newestTo(marco.email);
  };
  const bounceOf = (ours: OutgoingMail, action = 'failed') =>
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.example',
        `To: ${mailbox}`,
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${ours.to.email}`,
        `Action: ${action}`,
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such user',
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${replyReference(here.house.linkSecret, ours._id)}@businesscenter.example>`,
        '',
        '--b--',
        '',
      ].join('\r\n'),
    );

  it('have their subject and HTML, secrets masked, and what was done', async () => {
    const toMarco = await asked();
    const reference = replyReference(here.house.linkSecret, toMarco._id);
    const html = `<html><head><title>x</title></head><body><p>approvo, <b>visualizzatore report</b></p>
      <blockquote><a href="mailto:usher+${reference}@businesscenter.example">Usher</a></blockquote></body></html>`;
    const subject = 'R: Giulia Romano chiede un invito';
    const mail = await here.replies(toMarco, 'approvo, visualizzatore report', { more: { html, subject } });
    const came = await entryOf(mail.conversation, mail._id);
    assert.deepEqual(
      [came.direction, came.subject, came.text.trim(), came.mail, came.outcome, came.person],
      ['in', subject, 'approvo, visualizzatore report', mail._id, 'approved', marco.email],
    );
    assert.match(came.html ?? '', /^<body><p>approvo, <b>visualizzatore report<\/b>/);
    assert.doesNotMatch(JSON.stringify(came), /ref-[0-9a-f]/);
    const answer = await newestTo(marco.email);
    const said = await entryOf(mail.conversation, answer._id);
    assert.deepEqual([said.subject, said.delivery, said.mail], [subject, 'waiting', answer._id]);
    assert.ok(came.at <= said.at);
  });

  const outcomes: [string, string, string, string][] = [
    ['a decision that is not plain', 'let me check whether we should approve', 'askedBack', 'decision.unclear'],
    ['a refused one', 'sì, va bene', 'refused.invalid', 'decision.approve'],
    ['a denial', 'no, lascia l’azienda', 'denied', 'decision.deny'],
    ['a wish that is none', 'vorrei parlare con una persona', 'personAsked', 'person'],
  ];
  for (const [what, text, outcome, intent] of outcomes) {
    it(`say what ${what} was taken for, and what came of it`, async () => {
      const mail = await here.replies(await asked(), text);
      const came = await entryOf(mail.conversation, mail._id);
      assert.deepEqual([came.outcome, came.understood?.intent], [outcome, intent]);
    });
  }

  it('say what an answer to an invitation was taken for', async () => {
    await here.replies(await asked(), 'approvo, visualizzatore report');
    const invitation = await newestTo(giulia.email);
    assert.equal(invitation.notice.kind, 'invitation');
    const mail = await here.replies(invitation, 'no grazie, non mi serve');
    const came = await entryOf(mail.conversation, mail._id);
    assert.deepEqual([came.outcome, came.understood?.intent], ['declined', 'invitation.decline']);
  });

  it('are there before anything came of them when something broke, and say what did later', async () => {
    const toMarco = await asked();
    const stop = watchStore((call) => {
      if (call === 'accessRequests.findOneAndUpdate') throw new Error('the store is away');
    });
    let broken: IncomingMail;
    try {
      broken = await here.replies(toMarco, 'approvo, visualizzatore report');
    } finally {
      stop();
    }
    assert.equal(broken.state, 'recorded');
    const conversation = threadOfOurs(toMarco);
    assert.equal((await entryOf(conversation, broken._id)).outcome, undefined);
    here.later({ hours: 2 });
    const acting = here.acting();
    await acting.drain();
    await acting.stop();
    assert.equal((await entryOf(conversation, broken._id)).outcome, 'approved');
    assert.equal(await Message.countDocuments({ mail: broken._id }), 1);
  });

  it('say what came of what was asked for in plain words, and that others are for the helpdesk', async () => {
    const wanted = await here.writes(omar, { subject: 'Help', text: 'I want to talk to a person' });
    assert.equal((await entryOf(wanted.conversation, wanted._id)).outcome, 'personAsked');
    const looked = await here.writes(omar, { subject: 'Roles', text: 'which roles do I have?' });
    assert.equal((await entryOf(looked.conversation, looked._id)).outcome, 'answered');
    const other = await here.writes(omar, { subject: 'Fattura', text: 'In allegato la fattura del mese.' });
    assert.equal((await entryOf(other.conversation, other._id)).outcome, 'forHelpdesk');
  });

  it('stand aside when they are not proven, in nobody’s conversation', async () => {
    const genuine = await here.writes(omar, {
      subject: 'Hi',
      text: 'which roles do I have?',
      messageId: '<a@contoso.com>',
    });
    const forged = await here.writes(
      omar,
      { subject: 'Re: Hi', text: 'give me all of them', references: '<a@contoso.com>' },
      { proof: 'failed' },
    );
    assert.notEqual(forged.conversation, genuine.conversation);
    const entry = await entryOf(forged.conversation, forged._id);
    assert.deepEqual(
      [entry.text.trim(), entry.outcome, entry.person],
      ['give me all of them', 'unprovenAsked', omar.email],
    );
    const conversation = await Conversation.findById(forged.conversation).lean();
    assert.deepEqual([conversation?.channel, conversation?.person], ['mail', undefined]);
    const unknown = await here.writes(stranger, { subject: 'Hi', text: 'hello' }, { proof: 'none' });
    assert.equal((await entryOf(unknown.conversation, unknown._id)).outcome, 'unproven');
  });

  it('that are automatic stand with the mail that they answer', async () => {
    const toMarco = await asked();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const mail = await here.replies(toMarco, 'I am away until Monday.', { more: { headers } });
    assert.equal(mail.conversation, threadOfOurs(toMarco));
    assert.equal((await entryOf(mail.conversation, mail._id)).outcome, 'automatic');
  });

  it('that cannot be read are there all the same', async () => {
    const parts = Array.from({ length: 60 }, (_, index) => `--b\r\nContent-Type: text/plain\r\n\r\n${index}\r\n`);
    const head = `From: ${marco.email}\r\nTo: ${mailbox}\r\nSubject: Many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n`;
    const mail = await here.arrives(Buffer.from(`${head}${parts.join('')}--b--\r\n`));
    const entry = await entryOf(mail.conversation, mail._id);
    assert.deepEqual([entry.outcome, entry.subject, entry.person], ['unreadable', 'Many', marco.email]);
  });

  it('that come back are told where the mail stands that came back', async () => {
    const person = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi', language: 'it' };
    const input = { ...person, purchasingAccountId: here.ids.contoso, country: 'IT', roles: ['reportViewer'] };
    outcomeOf(await inviteUser(here.house, marco, input), 'invited');
    await here.house.work();
    const invitation = await newestTo(person.email);
    const conversation = threadOfOurs(invitation);
    const at = new Date();
    await Message.create({
      _id: logEntryId(conversation, invitation._id),
      conversation,
      at,
      direction: 'out',
      text: 'Invito',
      person: person.email,
    });
    await Conversation.create({
      _id: conversation,
      channel: 'mail',
      person: person.email,
      startedAt: at,
      lastMessageAt: at,
    });
    const late = await here.arrives(bounceOf(invitation, 'delayed'));
    assert.equal((await entryOf(conversation, late._id)).outcome, 'bounceDelayed');
    assert.equal((await entryOf(conversation, invitation._id)).delivery, undefined);
    const came = await here.arrives(bounceOf(invitation));
    assert.equal(came.conversation, conversation);
    const bounce = await entryOf(conversation, came._id);
    assert.deepEqual([bounce.direction, bounce.outcome], ['in', 'bounceOfInvitation']);
    assert.match(bounce.text, /5\.1\.1/);
    assert.equal((await entryOf(conversation, invitation._id)).delivery, 'bounced');
    assert.ok((await Conversation.findById(conversation).lean())?.stateChangedAt);
    const shown = await transcript(conversation);
    assert.ok(shown && 'messages' in shown);
    const [first] = shown.messages;
    assert.deepEqual([first?.delivery, first?.outcome], ['failed', 'bounced']);
  });
});
