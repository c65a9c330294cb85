import assert from 'node:assert/strict';
import { AccessRequest } from '../../../../models/accessRequest.ts';
import { Domain } from '../../../../models/domain.ts';
import { Invitation } from '../../../../models/invitation.ts';
import type { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { Person } from '../../../../models/person.ts';
import type { Actor } from '../../../../onboarding/actor.ts';
import { askForInvitation } from '../../../../onboarding/askForInvitation.ts';
import { inviteUser } from '../../../../onboarding/inviteUser.ts';
import { markUndeliverable } from '../../../../onboarding/markUndeliverable.ts';
import { people } from '../../../onboarding/people.ts';
import { outcomeOf } from '../../../onboarding/refusalOf.ts';
import { mailWorld } from './mailWorld.ts';

const { anna, giulia, marco, nina, omar } = people;
const maria = 'maria.rossi@contoso.com';
const sentences = {
  it: `invita Maria Rossi ${maria} come visualizzatore report, italiano`,
  en: `please invite Maria Rossi ${maria} as a report viewer, Italian`,
};

describe('walks by mail', () => {
  const here = mailWorld();
  const newest = async ({ email }: Pick<Actor, 'email'>): Promise<OutgoingMail> =>
    (await here.sentTo(email)).at(-1) ?? assert.fail('there is no mail');
  const asks = async (from: Actor, text: string): Promise<OutgoingMail> => {
    await here.writes(from, { subject: 'Business Center', text });
    return newest(from);
  };
  const invited = () => Invitation.countDocuments({ email: maria });

  it('say of a form that nothing was done with it yet, and what is left to do', async () => {
    const complete = await asks(marco, sentences.it);
    assert.match(await here.words(complete), /Non ho ancora fatto nulla: rispondi “Invita”, o semplicemente “sì”/);
    const wanting = await asks(marco, 'I would like to invite somebody');
    assert.match(await here.words(wanting), /I have not done anything yet\. Reply with what is still missing/);
    await here.replies(complete, 'sì');
    assert.equal(await invited(), 1);
    assert.doesNotMatch(await here.words(await newest(marco)), /ancora fatto nulla/);
  });

  describe('pressing a button in words', () => {
    const presses: [keyof typeof sentences, string][] = [
      ['it', 'Sì, invita'],
      ['it', 'Invita, grazie'],
      ['it', 'Buongiorno,\r\ninvita per favore.\r\n\r\nCordiali saluti\r\nMarco Ferri'],
      ['it', 'ok, procedi'],
      ['en', 'Yes, invite'],
      ['en', 'Invite, please. Thank you!\r\n\r\nMarco'],
      ['en', 'yes please'],
      ['en', 'ok, send it'],
    ];
    for (const [language, text] of presses) {
      it(`sends an invitation: ${JSON.stringify(text)}`, async () => {
        await here.replies(await asks(marco, sentences[language]), text);
        assert.equal(await invited(), 1);
      });
    }

    const others: [keyof typeof sentences, string][] = [
      ['it', 'Invita?'],
      ['it', 'Non invitare'],
      ['it', 'Sì, invita quando torna'],
      ['it', 'Invita\r\nno, aspetta'],
      ['it', 'no, voglio invitare'],
      ['en', 'Do not invite'],
      ['en', 'Yes, invite if she wants'],
      ['en', 'Invite\r\nbut not yet'],
    ];
    for (const [language, text] of others) {
      it(`sends nothing and empties no form: ${JSON.stringify(text)}`, async () => {
        await here.replies(await asks(marco, sentences[language]), text);
        assert.equal(await invited(), 0);
        const title = language === 'it' ? 'Invita' : 'Invite';
        for (let more = 0; more < 2 && (await invited()) === 0; more++) await here.replies(await newest(marco), title);
        assert.equal(await invited(), 1);
      });
    }

    it('sends a request for a role, and makes no message of the yes', async () => {
      await here.replies(await asks(omar, 'What is my role?'), 'Ask for another role, please');
      await here.replies(await newest(omar), 'User Administrator');
      await here.replies(await newest(omar), 'Yes, send it please');
      const request = await AccessRequest.findOne({ 'requester.email': omar.email }).lean();
      assert.ok(request);
      assert.equal(request.message ?? '', '');
    });

    it('opens the form of a button named with courtesies', async () => {
      const answer = await asks(giulia, 'Buongiorno, chi è il mio amministratore?');
      await here.replies(answer, 'Sì, chiedi un invito per favore\r\n\r\nGrazie, Giulia');
      await here.replies(await newest(giulia), 'Sì, chiedi un invito, grazie');
      const request = await AccessRequest.findOne().lean();
      assert.deepEqual([request?.requester.email, request?.message ?? ''], [giulia.email, '']);
    });
  });

  for (const text of [
    'Agreement number 4100054321, purchasing account 0005054321',
    'The agreement number is 4100054321, and the purchasing account number 0005054321.\r\n\r\nRegards\r\nAnna Keller',
  ]) {
    it(`take the numbers that a form asks for: ${JSON.stringify(text)}`, async () => {
      await here.replies(await asks(anna, 'I lost my invitation'), text);
      assert.match(
        await here.words(await newest(anna)),
        /Agreement number: 4100054321 Purchasing account number: 0005054321/,
      );
      await here.replies(await newest(anna), 'yes');
      assert.equal((await Invitation.findOne({ email: anna.email }).lean())?.sendings, 2);
    });
  }

  it('propose a domain that a mail names and nothing else, to whoever may add it', async () => {
    await here.replies(await asks(marco, 'contoso.it'), 'yes');
    assert.ok(await Domain.findOne({ name: 'contoso.it' }).lean());
  });

  describe('in reply to news of an invitation', () => {
    const invite = async () => {
      const person = { email: maria, firstName: 'Maria', lastName: 'Rossi', language: 'it', country: 'IT' };
      outcomeOf(
        await inviteUser(here.house, marco, {
          ...person,
          purchasingAccountId: here.ids.contoso,
          roles: ['reportViewer'],
        }),
        'invited',
      );
      await here.house.work();
    };
    it('say how to decline it to whoever writes so in a mail of their own, and how to accept it', async () => {
      await invite();
      const invitee = { ...marco, email: maria };
      const declined = await asks(invitee, 'Non voglio l’invito');
      assert.match(await here.words(declined), /C’è un invito che ti aspetta .* rispondi al messaggio di invito/);
      assert.match(await here.words(await asks(invitee, 'Accetto')), /premi “Inizia ora” in quel messaggio/);
      assert.equal(await waiting(), 1);
    });

    const waiting = () => Invitation.countDocuments({ email: maria, state: 'pending' });
    const invitation = async () => (await Invitation.findOne({ email: maria }).lean()) ?? assert.fail('there is none');

    for (const replies of [['Invia di nuovo'], ['Potete inviare di nuovo l’invito?', 'Invia di nuovo']]) {
      it(`send it again: ${replies.join(', then ')}`, async () => {
        await invite();
        here.later({ days: 61 });
        await here.house.work();
        assert.match(await here.words(await newest(marco)), /“Invia di nuovo”/);
        for (const text of replies) {
          assert.equal(await waiting(), 0);
          await here.replies(await newest(marco), text);
        }
        assert.equal(await waiting(), 1);
      });
    }

    it('correct the address that a mail server refused, and blame nobody for its words', async () => {
      await invite();
      const { _id, sendings } = await invitation();
      const invitationId = _id.toHexString();
      await markUndeliverable(here.house, { invitationId, sending: sendings, reason: '5.1.1 User unknown' });
      await here.house.work();
      const news = await newest(marco);
      assert.match(await here.words(news), /Motivo: > 5\.1\.1 User unknown/);
      await here.replies(news, 'Correggi l’indirizzo');
      assert.match(await here.words(await newest(marco)), /Indirizzo corretto: maria/);
      await here.replies(news, 'Ok, la chiamo io e vediamo');
      assert.match(await here.words(await newest(marco)), /persona dell’assistenza/);
    });
  });

  describe('with a list attached', () => {
    const csv =
      'e-mail;nome;cognome;lingua;paese;ruolo\n' +
      'maria.rossi@contoso.com;Maria;Rossi;it;IT;Visualizzatore report\n' +
      'luca.bianchi@contoso.com;Luca;Bianchi;it;IT;Visualizzatore account\n';
    const sends = async (from: Actor, text: string, attachment: { filename: string; content: string | Buffer }) => {
      await here.writes(from, { subject: 'Business Center', text, attachments: [attachment] });
      return newest(from);
    };

    for (const text of ['Please invite these, thanks.\r\nMarco', 'Vedi allegato', '']) {
      it(`invite those on it after a yes: ${JSON.stringify(text)}`, async () => {
        const checked = await sends(marco, text, { filename: 'persone.csv', content: csv });
        assert.match(await here.words(checked), /Luca Bianchi, luca\.bianchi@contoso\.com/);
        assert.equal(await invited(), 0);
        await here.replies(
          checked,
          (await here.words(checked)).includes('Invite 2') ? 'Invite 2 people' : 'Invita 2 persone',
        );
        assert.equal(await invited(), 1);
      });
    }

    it('ask for what it leaves open, and go on with the reply', async () => {
      const content = 'maria.rossi@contoso.com;Maria;Rossi\nluca.bianchi@contoso.com;Luca;Bianchi\n';
      const asking = await sends(marco, 'Invita queste persone', { filename: 'a.csv', content });
      assert.match(await here.words(asking), /Ruoli: – manca ancora[\s\S]*Rispondi con ciò che manca/);
      await here.replies(asking, 'Visualizzatore report');
      assert.match(await here.words(await newest(marco)), /Ruoli: Visualizzatore report/);
    });

    it('say of a spreadsheet that it has to be a CSV file, and of another file nothing', async () => {
      const file = { filename: 'persone.xlsx', content: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) };
      assert.match(await here.words(await sends(marco, 'Invita le persone in allegato', file)), /CSV/);
      const invoice = { filename: 'fattura.pdf', content: Buffer.from('%PDF-1.7') };
      assert.doesNotMatch(await here.words(await sends(marco, 'Ecco la fattura', invoice)), /CSV/);
    });

    it('tell whoever may not invite that they may not', async () => {
      const answer = await sends(omar, 'Please invite these', { filename: 'people.csv', content: csv });
      assert.match(await here.words(answer), /Your role does not include inviting people/);
    });
  });

  it('take a subject for what is said where there is no text, unless it is that of another mail', async () => {
    const subject = 'Chi è il mio amministratore?';
    const asked = await here.writes(giulia, { subject, text: '' });
    assert.equal(asked.kind, 'request');
    for (const text of ['Come da oggetto.\r\nGrazie\r\nGiulia', 'Buongiorno', 'Grazie mille\r\n\r\nGiulia Romano']) {
      assert.equal((await here.writes(giulia, { subject, text })).kind, 'request', text);
    }
    assert.equal((await here.writes(giulia, { subject: 'Business Center', text: 'Grazie!' })).outcome, 'thanks');
    for (const prefix of ['Re: ', 'I: ', 'FW:', 'R: ']) {
      const mail = await here.writes(marco, { subject: `${prefix}${subject}`, text: '> Grazie\r\n' });
      assert.equal(mail.kind, 'other', prefix);
    }
  });

  it('tell how one’s request stands', async () => {
    const question = 'A che punto è la mia richiesta?';
    await here.replies(await asks(giulia, 'Chiedi un invito'), 'sì');
    assert.equal((await here.writes(giulia, { subject: 'Business Center', text: question })).kind, 'request');
    assert.match(
      await here.words(await newest(giulia)),
      /Hai chiesto un invito il .*; la risposta è ancora in sospeso/,
    );
  });

  describe('taking back what was asked for', () => {
    const state = async () => (await AccessRequest.findOne({ 'requester.email': giulia.email }).lean())?.state;
    const asksInTeams = async () => {
      outcomeOf(await askForInvitation(here.house, giulia, { purchasingAccountId: here.ids.contoso }), 'asked');
      await here.house.work();
    };

    it('goes on from the mail that says that it was sent', async () => {
      const sent = await here.replies(await asks(giulia, 'Chiedi un invito'), 'sì').then(() => newest(giulia));
      assert.match(await here.words(sent), /una di queste voci: “Ritira la richiesta”, “Aiuto”/);
      await here.replies(sent, 'Ritira la richiesta, grazie');
      const question = await newest(giulia);
      assert.match(await here.words(question), /Vuoi ritirare questa richiesta\?/);
      assert.equal(await state(), 'open');
      await here.replies(question, 'sì', { proof: 'spf' });
      assert.equal(await state(), 'open', 'the mail was not signed');
      await here.replies(question, 'sì');
      assert.equal(await state(), 'withdrawn');
      assert.match(await here.words(await newest(giulia)), /è stata ritirata/);
    });

    for (const text of ['Vorrei ritirare la mia richiesta', 'ritira la richiesta', 'I want to withdraw my request']) {
      it(`is asked about in answer to a sentence: ${text}`, async () => {
        await asksInTeams();
        await asks(giulia, text);
        const question = await newest(giulia);
        assert.match(await here.words(question), /Vuoi ritirare questa richiesta\?|Withdraw this request\?/);
        await here.replies(question, 'no');
        assert.match(await here.words(await newest(giulia)), /resta aperta|stays open/);
        assert.equal(await state(), 'open');
      });
    }

    it('goes on from the mail that says that nobody has answered', async () => {
      await asksInTeams();
      for (const days of [4, 5]) {
        here.later({ days });
        await here.house.work();
      }
      const unanswered = await newest(giulia);
      assert.equal(unanswered.notice.kind, 'accessRequestUnanswered');
      assert.match(await here.words(unanswered), /Se non ti serve più, rispondi “Ritira la richiesta”/);
      await here.replies(unanswered, 'Ritira la richiesta');
      await here.replies(await newest(giulia), 'Ritirala');
      assert.equal(await state(), 'withdrawn');
    });

    it('is for a person where its writer has asked for nothing', async () => {
      assert.equal(
        (await here.writes(marco, { subject: 'Business Center', text: 'annulla la richiesta' })).kind,
        'other',
      );
    });
  });

  it('leave thanks without an answer, and nothing that may tell Usher to look', async () => {
    const added = await asks(marco, 'aggiungi il dominio contoso.org');
    for (const [text, outcome] of [
      ['Grazie mille\r\n\r\nMarco Ferri\r\nResponsabile IT', 'thanks'],
      ['Fatto', 'answered'],
    ] as const) {
      assert.equal((await here.replies(added, text)).outcome, outcome);
    }
  });

  it('lead to the page for a new password', async () => {
    const answer = await asks(omar, 'Buongiorno,\r\nho perso la password.\r\nGrazie\r\nOmar');
    assert.match(await here.words(answer), /Scegli una nuova password: http:\/\/127\.0\.0\.1:3978\/forgot-password/);
  });

  it('say what is wrong with a field beside it, and of an empty one only that it is needed', async () => {
    await here.replies(await asks(anna, 'I lost my invitation'), 'Agreement number 4100054321');
    await here.replies(await newest(anna), 'Resend the invitation');
    const wanting = await here.words(await newest(anna));
    assert.match(wanting, /Purchasing account number: – still needed –/);
    assert.doesNotMatch(wanting, /Please fill this in/);
    await here.replies(await asks(marco, 'invita Maria Rossi maria.rossi@gmail.com come visualizzatore report'), 'sì');
    assert.match(await here.words(await newest(marco)), /Indirizzo di posta elettronica: maria\.rossi@gmail\.com – /);
  });

  describe('a request for a role', () => {
    const messages: [string, string][] = [
      ['Account Manager, to download software', 'to download software'],
      [
        'Account Manager\r\nI have to manage the users of our branch in Turin.\r\n\r\nThanks\r\nOmar',
        'I have to manage the users of our branch in Turin.',
      ],
    ];
    for (const [text, message] of messages) {
      it(`takes role and message from one reply: ${JSON.stringify(text)}`, async () => {
        await here.replies(await asks(omar, 'ask for another role'), text);
        assert.match(await here.words(await newest(omar)), new RegExp(message));
        await here.replies(await newest(omar), 'Send the request');
        const request = await AccessRequest.findOne({ 'requester.email': omar.email }).lean();
        assert.deepEqual([[...(request?.roles ?? [])], request?.message], [['accountManager'], message]);
      });
    }

    it('takes the message from a reply of its own', async () => {
      await here.replies(await asks(omar, 'I’d need the User Administrator role'), 'Message: to look after our branch');
      await here.replies(await newest(omar), 'Yes, send it please');
      const request = await AccessRequest.findOne({ 'requester.email': omar.email }).lean();
      assert.deepEqual([...(request?.roles ?? [])], ['userAdministrator']);
      assert.equal(request?.message, 'to look after our branch');
    });
  });

  describe('the requests that wait', () => {
    const asksForAccess = () => asks(giulia, 'Chiedi un invito per me come Account Viewer, mi serve per gli ordini');
    for (const text of [
      'Richieste in attesa di te',
      'Buongiorno,\r\nquali richieste devo approvare?\r\nGrazie\r\nMarco',
      'which requests are waiting for me?',
      'Show me the open requests',
    ]) {
      it(`are shown to who asks for them: ${JSON.stringify(text)}`, async () => {
        await here.replies(await asksForAccess(), 'Chiedi un invito');
        const answer = await asks(marco, text);
        assert.match(await here.words(answer), /giulia\.romano@contoso\.com[\s\S]*mi serve per gli ordini/);
        const isEnglish = /which|show/i.test(text);
        await here.replies(answer, isEnglish ? 'as Report Viewer' : 'come Visualizzatore report');
        assert.equal((await AccessRequest.findOne().lean())?.state, 'open');
        await here.replies(await newest(marco), isEnglish ? 'Turn down' : 'Rifiuta');
        assert.equal((await AccessRequest.findOne().lean())?.state, 'denied');
      });
    }

    it('are one in a mail, so that a reply can be about no other', async () => {
      await here.replies(await asksForAccess(), 'Chiedi un invito');
      await here.replies(await asks(omar, 'I’d need the User Administrator role'), 'Send the request');
      const words = await here.words(await asks(marco, 'which requests are waiting for me?'));
      assert.match(words, /giulia\.romano@contoso\.com[\s\S]*One more is waiting/);
      assert.doesNotMatch(words, /omar\.haddad/);
    });
  });

  describe('a partner', () => {
    const form = /The purchasing account administrator of Contoso S\.p\.A\./;
    for (const text of [
      'Designate another administrator for Contoso',
      'Designate another administrator for Contoso S.p.A.',
      'For Contoso: designate another administrator',
    ]) {
      it(`names the customer with the button: ${text}`, async () => {
        await here.replies(await asks(nina, 'my customers'), text);
        assert.match(await here.words(await newest(nina)), form);
      });
    }

    it('is asked which customer, and says it', async () => {
      const list = await asks(nina, 'my customers');
      assert.match(await here.words(list), /“Resend for Fabrikam GmbH”/);
      await here.replies(list, 'Designate another administrator');
      const question = await newest(nina);
      assert.match(await here.words(question), /For which customer/);
      await here.replies(question, 'for Contoso');
      assert.match(await here.words(await newest(nina)), form);
    });

    it('has the invitation of its customer’s administrator sent again without any facts of the agreement', async () => {
      const sent = async () => (await Invitation.findOne({ email: people.anna.email }).lean())?.sentAt.getTime() ?? 0;
      const before = await sent();
      const list = await asks(nina, 'Please resend the invitation for Fabrikam’s administrator');
      assert.match(await here.words(list), /Fabrikam GmbH/);
      assert.doesNotMatch(await here.words(list), /three facts|Contoso/);
      assert.equal(await sent(), before);
      await here.replies(list, 'Resend');
      const again = await sent();
      assert.ok(again > before);
      const proposed = await asks(nina, 'inviate di nuovo l’invito a Fabrikam');
      assert.match(await here.words(proposed), /rispondi “Invia di nuovo”, o semplicemente “sì”/);
      await here.replies(proposed, 'sì, grazie');
      assert.ok((await sent()) > again);
    });
  });

  it('open the form for an invitation with role and reason, in one mail', async () => {
    const form = await asks(giulia, 'Chiedi un invito per me come Account Viewer, mi serve per vedere gli ordini');
    assert.match(await here.words(form), /Visualizzatore account[\s\S]*mi serve per vedere gli ordini/);
    await here.replies(form, 'Chiedi un invito');
    const request = await AccessRequest.findOne().lean();
    assert.deepEqual([...(request?.roles ?? [])], ['accountViewer']);
    assert.equal(request?.message, 'mi serve per vedere gli ordini');
  });

  it('ask for what is missing only where something is needed, and nobody to press anything', async () => {
    await here.replies(await asks(giulia, 'Buongiorno, chi è il mio amministratore?'), 'Chiedi un invito');
    assert.doesNotMatch(await here.words(await newest(giulia)), /ciò che manca/);
    for (const [from, text] of [
      [marco, 'invita qualcuno, per favore'],
      [omar, 'please invite somebody'],
    ] as const) {
      const form = await asks(from, text);
      if (from === marco) assert.match(await here.words(form), /ciò che manca/);
      await here.replies(form, maria);
      await here.replies(await newest(from), 'xyzzy');
      for (const mail of await here.sentTo(from.email)) {
        assert.doesNotMatch(await here.words(mail), /\bpress\b|\bpremi\b/i);
      }
    }
  });

  describe('speak one language in one answer', () => {
    const italian = /Gentile|Puoi rispondere|Da copiare|Hai scritto|invito|Rispondi/;
    const english = /Hello|You can reply|Copy|You wrote|invitation|Reply/;
    const isAll = (words: string, language: 'it' | 'en') => {
      const own = words.replace(/(?:You wrote|Hai scritto).*/, '');
      assert.match(own, language === 'it' ? italian : english);
      assert.doesNotMatch(own, language === 'it' ? english : italian);
    };

    it('that of the conversation where the reply tells none', async () => {
      const answer = await asks(marco, 'please add a domain');
      isAll(await here.words(answer), 'en');
      await here.replies(answer, 'contoso.org');
      isAll(await here.words(await newest(marco)), 'en');
    });

    it('that of the reply where it is surely in another', async () => {
      const answer = await asks(marco, sentences.it);
      isAll(await here.words(answer), 'it');
      await here.replies(answer, 'yes please');
      assert.equal(await invited(), 1);
      isAll(await here.words(await newest(marco)), 'en');
    });

    it('that which the person has chosen, whatever they write in', async () => {
      await Person.create({ email: marco.email, language: 'en' });
      const answer = await asks(marco, sentences.it);
      isAll(await here.words(answer), 'en');
      await here.replies(answer, 'sì, grazie');
      isAll(await here.words(await newest(marco)), 'en');
    });
  });
});
