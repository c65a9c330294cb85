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

/** They decline nothing, for all that they say no. */
const noDeclines = [
  'I do not want to decline.',
  'I would never decline this.',
  'Please do not decline my invitation.',
  'I did not decline it.',
  'I was told somebody declined my invitation.',
  'How do I decline?',
  'Can I decline later?',
  'If I decline, what happens?',
  'I will decline unless you explain what this is.',
  'Should I decline?',
  'No problem, I will accept it tomorrow.',
  'No worries, thanks!',
  'No, I do want it.',
  'No need to send it again, it worked.',
  'No thanks needed!',
  'No, wait, it works now.',
  'I nearly declined, but I am going to accept.',
  'My colleague declined his invitation, mine is fine.',
  'Why was my invitation declined?',
  'I declined by mistake, please undo it.',
  'I clicked decline by accident',
  'I am not declining.',
  'I cannot accept right now, next week I will.',
  'I cannot accept because the page shows an error.',
  'I am not able to accept, the button does not work.',
  'I can’t accept it, it says the password is too short.',
  'I don’t want to miss this invitation.',
  'I do not want any problem with my account, please help.',
  'Not interested in the details, just let me in.',
  'Who is not interested?',
  'Please decline the other request, not this one.',
  'Decline? Why would I?',
  'I refuse to believe this is real',
  'I don’t need help, thanks',
  'I no longer need the old link, please send a new one',
  '"I decline" was written by somebody else',
  'My boss said: decline. I disagree.',
  'Declining is not an option for me.',
  'Nope, still waiting for the mail.',
  'No longer expired?',
  'I do not wish to be removed',
  'I did not request this, what is it?',
  'Does no answer count as a decline?',
  'He says he declines',
  'I’d rather not decline',
  'the invitation was not declined by me',
  'decline decline decline not',
  'Not decline',
  'No, don’t cancel my invitation',
  'Don’t decline',
  'I don’t accept that the link has expired',
  'Non voglio rifiutare.',
  'Non rifiuto.',
  'Non ho rifiutato l’invito.',
  'Non intendo rifiutare l’invito',
  'Come faccio a rifiutare?',
  'Posso rifiutare più tardi?',
  'Se rifiuto cosa succede?',
  'Perché il mio invito è stato rifiutato?',
  'Il collega ha rifiutato, io invece accetto.',
  'Ho rifiutato per sbaglio, come posso rimediare?',
  'No, va bene, accetto.',
  'Nessun problema, accetto domani.',
  'No no, lo voglio',
  'Non riesco ad accettare, il link non va.',
  'Non posso accettare adesso, lo faccio lunedì.',
  'Non posso accettare perché la pagina dà errore',
  'Non mi serve aiuto, grazie.',
  'Non mi serve un nuovo link, funziona.',
  'Non sono interessato ai dettagli, voglio entrare.',
  'Rifiutare? E perché?',
  'Non vorrei perdere l’invito',
  'Non rifiutate il mio invito',
  'Mi rifiuto di credere che sia scaduto',
  'Non declino',
  'Qualcuno ha rifiutato al posto mio',
  'Il mio capo dice di rifiutare ma io accetto',
  'Dovrei rifiutare?',
  'Non è che rifiuto, solo non capisco',
  'No, non ho ancora deciso',
  'Non so se accettare o rifiutare',
  'Forse rifiuto',
  'Maybe I decline',
  'I might decline',
  'I am thinking about declining',
  'Perhaps no',
  'I may have to decline',
  'Penso di rifiutare, ma ci devo pensare',
  'Probabilmente rifiuterò',
  "I don't know whether to decline",
  'Tell me how to decline please',
  'Vorrei sapere come rifiutare',
  'Did Anna decline?',
  'Anna ha rifiutato?',
  'Anna declines',
  'Anna rifiuta',
  'I decline to comment on the role, but I accept the invitation',
  'Rifiuto il ruolo ma accetto l’invito',
  'I decline the role of viewer, I need administrator',
  'I do not want to be a report viewer, I need user administrator',
  'Non voglio questo ruolo, mi serve amministratore',
  'We do not decline invitations',
  'no thanks to the old link I lost a day, send a new one',
];

/** Plain ones, with what people write around them. */
const declines = [
  'No, thank you.',
  'Please remove me, I do not want this.',
  'Hello,\n\nI decline the invitation.\n\nKind regards\nAnna Keller\nPurchasing\nFabrikam GmbH',
  'I do not want to join.',
  'I don’t want to have an account, thanks.',
  'I decline because I am retiring.',
  'Rifiuto l’invito perché lascio l’azienda.',
  'Declino l’invito, grazie.',
  'Buongiorno,\n\nnon voglio un account.\n\nCordiali saluti\nMarco Ferri\nUfficio Acquisti\n+39 02 5555 0100',
  'Non mi serve più, grazie.',
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

  for (const text of noDeclines) {
    it(`no decline: ${text.slice(0, 60)}`, () => {
      assert.notEqual(readInvitationAnswer(text).answer, 'decline');
    });
  }

  for (const text of declines) {
    it(`a decline: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      assert.equal(readInvitationAnswer(text).answer, 'decline');
    });
  }

  it('keeps to the language of the conversation where an answer tells none', () => {
    for (const language of ['en', 'it']) assert.equal(readInvitationAnswer('', { language }).language, language);
    assert.equal(readInvitationAnswer('il link è scaduto', { language: 'en' }).language, 'it');
  });
});
