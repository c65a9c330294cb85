import assert from 'node:assert/strict';
import type { Intent } from '../../language/intent.ts';
import { readUtterances } from '../../language/readUtterances.ts';
import { createUnderstanding } from '../../language/understand.ts';

/** Sentences that stand in no utterance file, by language and by what is wanted. */
const sentences: Record<string, Partial<Record<Intent, string[]>>> = {
  en: {
    findAdministrator: [
      'I would like an invitation as report viewer',
      'can I get invited as account viewer please',
      'I need to be let in as account manager',
      'could you arrange access for me as report viewer?',
      'please request access as account viewer on my behalf',
      'I want to enter the Business Center as a report viewer',
      'I was told to ask for an invitation as account manager',
      'Hello, I work for Contoso and would need access as report viewer, thanks',
      'how do I obtain an invitation as user administrator',
      'requesting an invitation as agreement administrator',
      'could somebody let me in as report viewer',
      'I should be invited as account viewer',
      'I have no access yet and need it as report viewer',
      'ask our administrator whether I can join as account manager',
      'invite me as account manager',
    ],
    inviteUser: [
      'I would like to invite Omar as report viewer',
      'can I get Omar invited as account viewer please',
      'I need access as account manager for my colleague Lena',
      'I would like an invitation for Omar as report viewer',
      'could you let Giulia in as report viewer',
      'request an invitation for omar.haddad@contoso.com as account viewer',
      'my colleague would like an invitation as report viewer',
      'Omar needs access as account manager',
      'please invite Giulia Romano as report viewer',
      'I want her to enter the Business Center as report viewer',
    ],
    changeLanguage: [
      'Please write to me in Italian from now on',
      'from now on please answer in English',
      'send me everything in Italian from today',
      'kindly write to us in English in future',
    ],
    person: [
      'can you remove Omar from the administrators',
      'Omar should not be an administrator any more',
      'please take the role of report viewer away from Lena Vogel',
      'Giulia has left, remove her access',
    ],
    checkRole: ['I want the report viewer role', 'can I be account manager too?', 'am I no longer an administrator?'],
    partner: ['replace our administrator with somebody else'],
    addDomain: ['remove the domain fabrikam.org'],
  },
  it: {
    findAdministrator: [
      'chiedo un invito come visualizzatore report',
      'Vorrei entrare nel Business Center come visualizzatore report',
      "ho bisogno dell'accesso come gestore account",
      'potrei essere invitata come visualizzatrice account?',
      'mi occorre un accesso come visualizzatore report',
      'potete farmi avere un invito come gestore account',
      'desidero accedere come visualizzatore account',
      "chiedete per me l'accesso come visualizzatore report",
      'Salve, lavoro per Contoso e avrei bisogno di entrare come visualizzatore report, grazie',
      'come ottengo un invito come amministratore utenti?',
      'richiesta di invito come amministratore contratti',
      'qualcuno può farmi entrare come visualizzatore report?',
      'dovrei essere invitato come visualizzatore account',
      "non ho ancora l'accesso e mi serve come visualizzatore report",
      'invitami come gestore account',
    ],
    inviteUser: [
      'invita Omar come visualizzatore report',
      'vorrei un invito per Omar',
      'vorrei invitare Omar come visualizzatore report',
      "ho bisogno dell'accesso come gestore account per la mia collega Lena",
      'potete far entrare Giulia come visualizzatore report',
      'chiedo un invito per omar.haddad@contoso.com come visualizzatore account',
      'il mio collega vorrebbe un invito come visualizzatore report',
      "a Omar serve l'accesso come gestore account",
      'per favore invitate Giulia Romano come visualizzatrice report',
      'fai entrare lei come visualizzatore account',
    ],
    changeLanguage: [
      "d'ora in poi scrivetemi in inglese",
      'da adesso rispondete in italiano per favore',
      'da oggi mandatemi tutto in inglese',
      'vi prego di scriverci in italiano in futuro',
    ],
    person: [
      'Omar non deve più essere amministratore',
      'togli Omar dagli amministratori',
      'per favore togliete a Lena Vogel il ruolo di visualizzatore report',
      "Giulia è andata via, toglietele l'accesso",
    ],
    checkRole: [
      'voglio il ruolo di visualizzatore report',
      'posso essere anche gestore account?',
      'non sono più amministratore?',
    ],
    partner: ['sostituite il nostro amministratore con un altro'],
    addDomain: ['togli il dominio fabrikam.org'],
  },
};

const { understand } = createUnderstanding();

describe('who asks for access for himself, for others, or for an end of it', () => {
  it('is read in sentences that were not trained on', () => {
    const trained = new Set(readUtterances().training.map(({ text }) => text.toLowerCase()));
    const all = Object.values(sentences).flatMap((wanted) => Object.values(wanted).flat());
    assert.deepEqual(
      all.filter((text) => trained.has(text.toLowerCase())),
      [],
    );
  });

  for (const [language, wanted] of Object.entries(sentences)) {
    const answers = Object.entries(wanted).flatMap(([intent, texts]) =>
      texts.map((text) => ({ text, intent, got: understand(text, { language }) })),
    );
    for (const { text, intent, got } of answers) {
      it(`${language}, ${intent}, and nothing else is done: ${text}`, () =>
        assert.ok(got.intent === intent || !got.sure, `${got.intent}, ${got.confidence}`));
    }

    it(`is read rightly nine times of ten (${language})`, () => {
      const wrong = answers.filter(({ intent, got }) => got.intent !== intent);
      assert.ok(wrong.length <= answers.length / 10, wrong.map(({ text }) => text).join('\n'));
    });
  }
});
