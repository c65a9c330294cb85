import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Intent } from '../../language/intent.ts';
import { intents } from '../../language/intent.ts';
import { readUtterances } from '../../language/readUtterances.ts';
import { createUnderstanding } from '../../language/understand.ts';

const utterances = readUtterances();
const { understand } = createUnderstanding();

/** Sentences that stand in no utterance file. */
const wanted: [Intent, string][] = [
  ['findAdministrator', 'who can get me into the business center?'],
  ['findAdministrator', 'chi è che può invitarmi nel Business Center?'],
  ['findAdministrator', 'ki e il mio amministratore'],
  ['resendInvitation', 'pls resend my invitaton, the link is expired'],
  ['resendInvitation', 'non ho mai ricevuto la mail con l invito'],
  ['inviteUser', 'invite maria.rossi@contoso.com as user administrator, Italian'],
  ['inviteUser', 'vorrei aggiungere un collega'],
  ['checkRole', 'what is my role in the business center?'],
  ['checkRole', 'che permessi ho?'],
  ['addDomain', 'please add the domain wingtip.eu'],
  ['addDomain', 'AGGIUNGERE DOMINIO WINGTIP.EU'],
  ['onlineServices', 'are we allowed to use the online services?'],
  ['onlineServices', 'posso usare i servizi online con questo indirizzo?'],
  ['partner', 'I need to change the administrator of one of my customers'],
  ['partner', 'fammi vedere lo stato dei miei clienti'],
  ['help', 'heeeelp'],
  ['help', 'aiuto!!!'],
  ['help', '?'],
  ['person', 'I want to talk to a real person'],
  ['person', 'vorrei parlare con un operatore, grazie'],
  ['changeLanguage', 'parla italiano'],
  ['changeLanguage', 'in English please'],
  ['cancel', 'lascia perdere'],
  ['cancel', 'stop'],
  ['cancel', 'start over'],
  [
    'findAdministrator',
    'Good morning! I hope you are having a pleasant week. I joined the company on Monday and still find my way around. Could you please tell me who our administrator is? Thank you so much for your time and patience. Best regards, Sofia',
  ],
  [
    'resendInvitation',
    'Buongiorno, spero stiate tutti bene. Sono Carlo e lavoro a Bologna. Purtroppo il link del mio invito è scaduto: potreste mandarmene un altro? Vi ringrazio di cuore e vi auguro una splendida giornata. Carlo',
  ],
];

const refused = [
  'what is the weather like in Turin',
  'che tempo fa a Torino',
  'my printer is out of paper',
  'la stampante ha finito la carta',
  'invite my wife to dinner',
  'invita mia sorella al cinema',
  'book a domain hosting for my blog',
  'my role in the play',
  "send the meeting invitation for tomorrow's call",
  "who is the CEO's assistant",
  'hello',
  'grazie mille!',
  'asdf qwer',
  'x',
  '👍',
  'how many days of vacation do I have left',
  'mi si è bloccato Excel',
  '',
  '   ',
];

describe('understanding', () => {
  for (const [intent, sentence] of wanted) {
    it(`${intent}: ${sentence.slice(0, 60)}`, () => assert.equal(understand(sentence).intent, intent));
  }

  for (const sentence of refused) {
    it(`refuses: ${sentence}`, () => {
      const { intent, alternatives, confidence } = understand(sentence);
      assert.equal(intent, 'none');
      assert.ok(alternatives.every((other) => other.intent !== 'none'));
      assert.ok(confidence >= 0 && confidence <= 1);
    });
  }

  it('offers what it could be when it is not sure', () => {
    const unsure = utterances.heldOut.map(({ text }) => understand(text)).filter(({ sure }) => !sure);
    assert.ok(unsure.length > 0);
    for (const { alternatives } of unsure) {
      assert.ok(alternatives.length >= 1 && alternatives.length <= 3);
      assert.deepEqual(
        alternatives.map(({ confidence }) => confidence),
        alternatives.map(({ confidence }) => confidence).sort((a, b) => b - a),
      );
    }
  });

  it('tells the language, also of one word, and keeps to the conversation’s where a message tells none', () => {
    for (const [text, language] of [
      ['ciao', 'it'],
      ['aiuto', 'it'],
      ['help', 'en'],
      ['hello', 'en'],
      ['parla inglese', 'it'],
      ['speak Italian', 'en'],
      ['grazie', 'it'],
      ['thanks', 'en'],
      ['perche non vedo i report', 'it'],
    ] as const) {
      assert.equal(understand(text).language, language, text);
    }
    for (const text of ['4100012345', 'maria.rossi@contoso.com', '👍', '']) {
      for (const language of ['en', 'it']) {
        const understood = understand(text, { language });
        assert.deepEqual([understood.language, understood.languageSure], [language, false], text);
      }
    }
    for (const text of ['account manager', 'user administrator paolo conti', 'paolo conti']) {
      assert.deepEqual(understand(text, { language: 'it' }).language, 'it', text);
    }
    for (const text of ['visualizzatore report', 'paolo conti and lucia neri']) {
      assert.equal(understand(text, { language: 'en' }).language, 'en', text);
    }
    assert.equal(understand('vorrei parlare con una persona', { language: 'en' }).language, 'it');
    assert.ok(['en', 'it'].includes(understand('ok', { language: 'xx' }).language));
  });

  it('reads a mention of the bot as no part of the message', () => {
    assert.equal(understand('<at>Usher</at> stop').intent, 'cancel');
  });

  it('understands nothing but languages in a language it was not taught', () => {
    assert.equal(understand('Können Sie mir bitte die Einladung noch einmal zusenden?').intent, 'none');
  });

  it('learns the same at each start', () => {
    const again = createUnderstanding(readUtterances());
    for (const { text } of utterances.heldOut.slice(0, 300)) assert.deepEqual(again.understand(text), understand(text));
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const understood = understand(text);
        assert.equal(understood.text, text);
        assert.ok(intents.includes(understood.intent));
        JSON.stringify(understood);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  // What bounds the time that a message takes. Searching that grows without bound within so much would not end here.
  it('reads the first 4,000 characters of a message, whatever they are', () => {
    for (const piece of [
      'a',
      'a ',
      'a.',
      '1',
      '1 ',
      '1-',
      '@',
      'a@',
      'a@b.',
      '<at>',
      '.',
      'http://',
      'A ',
      'é',
      '??',
      '\ud800',
      'account ',
      'www.',
    ]) {
      const beginning = piece.repeat(4_000).slice(0, 4_000);
      const text = `${beginning} marco.ferri@contoso.com ${piece.repeat(1_000_000 / piece.length)}`;
      assert.deepEqual({ ...understand(text), text: beginning }, understand(beginning));
    }
  });

  describe('on the held-out fifth', () => {
    const answers = utterances.heldOut
      .filter(({ language }) => language !== 'other')
      .map((utterance) => ({ ...utterance, got: understand(utterance.text) }));
    const share = (list: typeof answers, holds: (answer: (typeof answers)[number]) => boolean) =>
      list.filter(holds).length / list.length;

    it('is a fifth, and none of it is trained on', () => {
      const trained = new Set(utterances.training.map(({ text }) => text.toLowerCase()));
      assert.deepEqual(
        answers.filter(({ text }) => trained.has(text.toLowerCase())).map(({ text }) => text),
        [],
      );
      for (const language of utterances.languages) {
        const count = (list: readonly { language: string }[]) => list.filter((one) => one.language === language).length;
        const [held, all] = [count(answers), count(answers) + count(utterances.training)];
        assert.ok(held / all > 0.18 && held / all < 0.22, `${language}: ${held} of ${all}`);
      }
    });

    it('finds what is wanted', () => {
      const wanting = answers.filter(({ intent }) => intent !== 'none');
      assert.ok(share(wanting, ({ intent, got }) => got.intent === intent) >= 0.83);
    });

    it('refuses what is none of its business', () => {
      const others = answers.filter(({ intent }) => intent === 'none');
      assert.ok(share(others, ({ got }) => got.intent === 'none') >= 0.88);
    });

    it('hardly ever acts on something else than what was wanted', () => {
      assert.ok(
        share(answers, ({ intent, got }) => got.sure && got.intent !== 'none' && got.intent !== intent) <= 0.04,
      );
    });

    it('tells the language', () => {
      assert.ok(share(answers, ({ language, got }) => got.language === language) >= 0.93);
    });
  });
});
