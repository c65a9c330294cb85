import assert from 'node:assert/strict';
import { readPress } from '../../language/readPress.ts';

const signer = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri' };
const titles = [
  'Invita',
  'Invita più persone',
  'Invite',
  'Annulla',
  'Go on',
  'Chiedi un invito',
  'Chiedi un invito per me',
];
const read = (text: string) => readPress(text, { titles, goAheads: ['send it', 'procedi', 'invia'], signer });

describe('a reply read as the press of a button', () => {
  const named: [string, string][] = [
    ['Invita', 'Invita'],
    ['“invita”', 'Invita'],
    ['Sì, invita', 'Invita'],
    ['Invita, grazie', 'Invita'],
    ['Ciao, invita per favore!\nMarco', 'Invita'],
    ['Invita\n\nCordiali saluti\nMarco Ferri\n+39 02 1234567', 'Invita'],
    ['Invita\n-- \nMarco Ferri\nmarco.ferri@contoso.com', 'Invita'],
    ['Sì, invita più persone', 'Invita più persone'],
    ['Yes, invite', 'Invite'],
    ['Hello Usher,\nyes, please invite. Thank you!\n\nBest regards\nMarco', 'Invite'],
    ['yes, go on please', 'Go on'],
    ['sì, chiedi un invito per me per favore', 'Chiedi un invito per me'],
    ['Chiedi un invito', 'Chiedi un invito'],
  ];
  for (const [text, title] of named) {
    it(`names one: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), { title }));
  }

  for (const text of [
    'sì',
    'yes please',
    'ok, send it',
    'Yes, send it please',
    'Va bene, procedi. Grazie',
    'Ok\n\nMarco',
  ]) {
    it(`says yes: ${JSON.stringify(text)}`, () => assert.equal(read(text), 'yes'));
  }

  for (const text of ['no', 'No, grazie', 'no thanks']) {
    it(`says no: ${JSON.stringify(text)}`, () => assert.equal(read(text), 'no'));
  }

  const none = [
    'Invita?',
    'Non invita',
    'Do not invite',
    'Invita se puoi',
    'If yes, invite',
    'Invite when she is back',
    'Invita Maria',
    'Invita, Maria',
    'Invita, per favore Maria',
    'Invita\nMaria Rossi',
    'Invita\nmaria@contoso.com',
    'Invita\n\nCordiali saluti\nMaria\nmaria@contoso.com',
    'Invita\nMarco\nVisualizzatore report',
    'Invita e annulla',
    'Invita, annulla',
    'Invita… ',
    'Invita :(',
    'Invita, ma non ora',
    'Invita.\n\nPS: anche Anna',
    'yes, but change the role',
    'sì e no',
    'no, voglio invitare Anna',
    'Send it tomorrow',
    'Chiedi un invito per Maria',
    'Grazie',
    'Marco Ferri',
    '',
  ];
  for (const text of none) it(`is none: ${JSON.stringify(text)}`, () => assert.equal(read(text), undefined));

  it('names none of two that are called alike in different cases', () => {
    assert.equal(readPress('open', { titles: ['Open', 'OPEN'], goAheads: [], signer }), undefined);
  });
});
