import assert from 'node:assert/strict';
import type { InvitationAnswer } from '../../language/decision.ts';
import { readInvitationAnswer } from '../../language/readInvitationAnswer.ts';

const anna = { name: 'Anna Keller', email: 'anna.keller@fabrikam.com' };

/** Text, what it means, and whom to ask instead or why. */
const answers: [string, InvitationAnswer['answer'], (InvitationAnswer['person'] | string)?][] = [
  ['decline', 'decline'],
  ['I decline', 'decline'],
  ['I decline the invitation, I am leaving the company.', 'decline', 'I am leaving the company'],
  ['no thanks', 'decline'],
  ['No thank you, I have no use for it', 'decline', 'I have no use for it'],
  ['no', 'decline'],
  ['please remove me', 'decline'],
  ['Please remove me from your list.\n\nRegards\nAnna', 'decline'],
  ['not interested', 'decline'],
  ["I don't want an account", 'decline'],
  ['stop sending me these mails', 'decline'],
  ['non accetto', 'decline'],
  ['no grazie', 'decline'],
  ['No, grazie. Non mi serve.', 'decline', 'Non mi serve'],
  ["Rifiuto l'invito", 'decline'],
  ['non mi interessa', 'decline'],
  ['Buongiorno,\nnon intendo accettare.\nCordiali saluti\nAnna', 'decline'],
  ['cancellatemi per favore', 'decline'],
  ['the link has expired', 'expired'],
  ['Hello, the link does not work any more. Could you send me a new one?', 'expired'],
  ['my invitation expired, please send it again', 'expired'],
  ['Can you send me a new link?', 'expired'],
  ['the button is broken', 'expired'],
  ['link no longer valid', 'expired'],
  ["I can't open the link", 'expired'],
  ['il link non funziona più', 'expired'],
  ['link scaduto, me ne mandate un altro?', 'expired'],
  ["l'invito è scaduto", 'expired'],
  ['potete mandarmi un nuovo link?', 'expired'],
  ['Il link non si apre. Grazie, Anna', 'expired'],
  ['I am not the right person, ask Anna Keller (anna.keller@fabrikam.com)', 'notMe', anna],
  ['You have the wrong person. Please contact Anna Keller, anna.keller@fabrikam.com.', 'notMe', anna],
  ["I don't work there any more", 'notMe'],
  ['I left the company in May. My successor is Tom Hale.', 'notMe', { name: 'Tom Hale' }],
  ["I'm no longer responsible, could you ask Anna Keller <anna.keller@fabrikam.com>?", 'notMe', anna],
  [
    'Not me. Please write to anna.keller@fabrikam.com\n\nRegards\nRuth Ellis\nruth.ellis@tailspintoys.com',
    'notMe',
    { email: 'anna.keller@fabrikam.com' },
  ],
  ['not the right person\n\nRegards\nRuth Ellis\nruth.ellis@tailspintoys.com', 'notMe'],
  ['Please contact Anna Keller instead', 'notMe', { name: 'Anna Keller' }],
  ['non sono io, dovete scrivere a Anna Keller', 'notMe', { name: 'Anna Keller' }],
  ['Non sono la persona giusta: rivolgetevi a Anna Keller, anna.keller@fabrikam.com', 'notMe', anna],
  ['non lavoro più lì', 'notMe'],
  ['Non me ne occupo io', 'notMe'],
  ['avete sbagliato persona', 'notMe'],
  ['Non sono più il responsabile, chiedete alla collega Anna Keller (anna.keller@fabrikam.com)', 'notMe', anna],
  ['thanks!', 'unclear'],
  ['grazie', 'unclear'],
  ['what is this?', 'unclear'],
  ["cos'è questo?", 'unclear'],
  ['who are you?', 'unclear'],
  ['yes', 'unclear'],
  ['ok', 'unclear'],
  ['I accept', 'unclear'],
  ['accetto', 'unclear'],
  ['has the link expired?', 'unclear'],
  ['when does the link expire?', 'unclear'],
  ['quando scade il link?', 'unclear'],
  ['the link has not expired yet', 'unclear'],
  ['il link non è scaduto', 'unclear'],
  ["I don't want to decline", 'unclear'],
  ['non voglio rifiutare', 'unclear'],
  ['how can I decline?', 'unclear'],
  ['come posso rifiutare?', 'unclear'],
  ['no problem', 'unclear'],
  ['no idea what this is', 'unclear'],
  ['', 'unclear'],
  ['Best regards\nAnna', 'unclear'],
  ['> the link has expired', 'unclear'],
  ['I will do it tomorrow', 'unclear'],
];

describe('reading the answer to an invitation', () => {
  for (const [text, meaning, detail] of answers) {
    it(`${meaning}: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      const got = readInvitationAnswer(text);
      assert.equal(got.answer, meaning);
      assert.deepEqual(got.person, typeof detail === 'object' ? detail : undefined);
      assert.equal(got.reason, typeof detail === 'string' ? detail : '');
    });
  }

  it('keeps to the language of the conversation where an answer tells none', () => {
    for (const language of ['en', 'it']) assert.equal(readInvitationAnswer('', { language }).language, language);
    assert.equal(readInvitationAnswer('il link è scaduto', { language: 'en' }).language, 'it');
  });
});
