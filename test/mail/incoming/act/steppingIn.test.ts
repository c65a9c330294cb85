import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Conversation } from '../../../../models/conversation.ts';
import { Message } from '../../../../models/message.ts';
import { joinConversation } from '../../../../onboarding/helpdesk/joinConversation.ts';
import { leaveConversation } from '../../../../onboarding/helpdesk/leaveConversation.ts';
import { sayAsOperator } from '../../../../onboarding/helpdesk/sayAsOperator.ts';
import { people } from '../../../onboarding/people.ts';
import { outcomeOf } from '../../../onboarding/refusalOf.ts';
import { mailWorld } from './mailWorld.ts';

const paola = { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' };

describe('somebody of the helpdesk in a thread of mails', () => {
  const here = mailWorld();

  it('writes in the thread, reads what comes back, and Usher is silent until it is handed back', async () => {
    const { omar } = people;
    const mail = await here.writes(omar, {
      subject: 'A question',
      text: 'Hello, my badge does not open the car park',
    });
    const conversation = mail.conversation ?? assert.fail('it stands in no conversation');
    assert.ok((await Conversation.findById(conversation).lean())?.waitingForPersonSince);
    outcomeOf(await joinConversation(here.house, paola, conversation), 'joined');
    const text = 'Good morning,\nwhich car park is it?\n\n<b>Paola</b>';
    outcomeOf(await sayAsOperator(here.house, paola, conversation, { id: randomUUID(), text }), 'said');
    await here.house.work();
    const sent = await here.sentTo(omar.email);
    const words = sent.at(-1) ?? assert.fail('nothing was sent');
    assert.deepEqual(words.answers?.messageId, mail.messageId);
    assert.match(await here.words(words), /Paola Greco, helpdesk.*which car park is it\?.*<b>Paola<\/b>/s);

    const answered = sent.length;
    const reply = await here.replies(words, 'The one in Via Roma. Who is my administrator?');
    assert.deepEqual([reply.conversation, reply.outcome], [conversation, 'left to the helpdesk']);
    assert.equal((await here.sentTo(omar.email)).length, answered, 'Usher says nothing');
    const log = await Message.find({ conversation }).lean();
    assert.ok(log.some(({ operator }) => operator?.email === paola.email));
    assert.ok(log.some((entry) => entry.direction === 'in' && entry.text.includes('Via Roma')));

    outcomeOf(await leaveConversation(here.house, paola, conversation, 'handedBack'), 'left');
    await here.house.work();
    const last = (await here.sentTo(omar.email)).at(-1) ?? assert.fail();
    assert.match(await here.words(last), /Paola Greco has left/);
    const next = await here.replies(last, 'Who is my administrator?');
    assert.deepEqual([next.kind, next.conversation], ['request', conversation]);
  });
});
