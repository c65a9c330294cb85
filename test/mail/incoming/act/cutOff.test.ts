import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AccessRequest } from '../../../../models/accessRequest.ts';
import { Conversation } from '../../../../models/conversation.ts';
import type { IncomingMail } from '../../../../models/incomingMail.ts';
import { IncomingSource } from '../../../../models/incomingSource.ts';
import { Invitation } from '../../../../models/invitation.ts';
import { LimitCounter } from '../../../../models/limitCounter.ts';
import { Message } from '../../../../models/message.ts';
import { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { askForInvitation } from '../../../../onboarding/askForInvitation.ts';
import { inviteUser } from '../../../../onboarding/inviteUser.ts';
import { replyReference } from '../../../../onboarding/replyReference.ts';
import { people } from '../../../onboarding/people.ts';
import { outcomeOf } from '../../../onboarding/refusalOf.ts';
import { watchStore } from '../../../onboarding/storeCalls.ts';
import { mailWorld, type Proof } from './mailWorld.ts';

const { giulia, marco, omar } = people;
const readings = ['find', 'findOne', 'countDocuments', 'aggregate'];

describe('mails that were cut off', () => {
  const here = mailWorld();
  const written = (text: string) => () =>
    here.writes(omar, { subject: 'Hello', text, messageId: `<${randomUUID()}@b>` });
  /** Marco replies to the request of somebody who wants an invitation. */
  const decided = (text: string, proof?: Proof) => async () => {
    outcomeOf(await askForInvitation(here.house, giulia, { purchasingAccountId: here.ids.contoso }), 'asked');
    await here.house.work();
    const [toMarco] = await here.sentTo(marco.email);
    return here.replies(toMarco as OutgoingMail, text, proof && { proof });
  };
  /** Somebody is invited. @returns the mail of it. */
  const invited = async () => {
    const person = { email: 'maria.rossi@contoso.com', firstName: 'Maria', lastName: 'Rossi', language: 'it' };
    const input = { ...person, purchasingAccountId: here.ids.contoso, country: 'IT', roles: ['reportViewer'] };
    outcomeOf(await inviteUser(here.house, marco, input), 'invited');
    await here.house.work();
    return (await here.sentTo(person.email)).at(-1) as OutgoingMail;
  };
  const answered = (text: string) => async () => here.replies(await invited(), text);
  const kinds: [string, () => Promise<IncomingMail>][] = [
    ['a decision', decided('approvo, visualizzatore report')],
    ['a decision that is not plain', decided('Chi è questa persona?')],
    ['one that is not proven', decided('approvo, visualizzatore report', 'failed')],
    ['an answer that declines', answered('non accetto')],
    ['an answer that somebody else is meant', answered('non sono io, chiedete a anna.bianchi@contoso.com')],
    ['an answer that the link is dead', answered('il link è scaduto')],
    [
      'a bounce',
      async () => {
        const reference = replyReference(here.house.linkSecret, (await invited())._id);
        return here.arrives(
          Buffer.from(
            `From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\n\r\n<maria.rossi@contoso.com>: user unknown\r\n\r\n--- The original message follows ---\r\nReply-To: usher+${reference}@businesscenter.example\r\n`,
          ),
        );
      },
    ],
    ['a request', written('which roles do I have?')],
    ['one for the helpdesk', written('In allegato la fattura del mese.')],
  ];

  /** What there is when all is done. */
  async function standing(mail: IncomingMail) {
    const { conversation } = mail;
    const log = await Message.find({ conversation, direction: { $in: ['in', 'out'] } })
      .sort({ at: 1, _id: 1 })
      .lean();
    const thread = await Conversation.findById(conversation).lean();
    assert.ok(thread && log.every(({ at }) => at <= thread.lastMessageAt), 'the log is read on by that');
    const fromHere = log.findIndex(({ mail: of }) => of === mail._id);
    return {
      mail: [mail.state, mail.kind, mail.outcome],
      log: log
        .slice(fromHere)
        .map(({ direction, text, outcome, notUnderstood }) => [direction, text, outcome, notUnderstood]),
      waits: thread.waitingForPersonSince !== undefined,
      answers: await here.answers(),
      sources: await IncomingSource.countDocuments(),
      requests: (await AccessRequest.find().lean()).map(({ state }) => state),
      invitations: (await Invitation.find().lean())
        .map(({ email, state, sendings, undeliverable }) => [email, state, sendings, undeliverable !== undefined])
        .sort(),
      outbox: (await OutgoingMail.find().lean()).map(({ notice }) => notice.kind).sort(),
      // A link is sent again for a person in a chat, too, who presses no button twice: there each time is counted.
      limits: (
        await LimitCounter.find({ _id: /^(?!resendPerPerson:)/ })
          .sort({ _id: 1 })
          .lean()
      ).map(({ count }) => count),
    };
  }

  for (const [what, comes] of kinds) {
    it(`end the same, wherever that was: ${what}`, async () => {
      const undisturbed = await standing(await comes());
      assert.ok(undisturbed.log.length > 0);
      let cutOff = true;
      for (let writes = 0; cutOff; writes += 1) {
        await here.afresh();
        const { acting } = here;
        let left = writes;
        cutOff = false;
        // The process dies behind so many writes: none that follows is made.
        here.acting = () => {
          const stop = watchStore((call) => {
            if (readings.includes(call.split('.')[1] as string)) return;
            left -= 1;
            if (left >= 0) return;
            cutOff = true;
            throw new Error('the process is no more');
          });
          const dying = acting({ log: { info() {}, warn() {}, error() {} } });
          return {
            ...dying,
            async drain() {
              await dying.drain();
              await dying.stop().catch(() => undefined);
              stop();
              const next = acting();
              await next.drain();
              await next.stop();
            },
            stop: async () => undefined,
          };
        };
        try {
          const mail = await comes();
          assert.deepEqual(await standing(mail), undisturbed, `behind ${writes} writes`);
        } finally {
          here.acting = acting;
        }
      }
    });
  }
});
