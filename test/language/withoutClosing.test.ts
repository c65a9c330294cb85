import assert from 'node:assert/strict';
import { withoutClosing } from '../../language/withoutClosing.ts';

const cases: [string, string][] = [
  ['perché devo scaricare il software. Grazie, Giulia', 'perché devo scaricare il software.'],
  ['Mi servono i report.\nCordiali saluti\nGiulia Romano', 'Mi servono i report.'],
  ['for our branch in Turin.\n\nThanks\nOmar', 'for our branch in Turin.'],
  ['Line one\nand line two\n\nBest regards\nOmar Haddad\nSales Manager', 'Line one\nand line two'],
  ['per l’audit\n\nGrazie mille e buona giornata\nGiulia', 'per l’audit'],
  ['grazie', ''],
  ['Thank you for your help, Giulia needs it', 'Thank you for your help, Giulia needs it'],
  ['Please let me in. I work with Marco Ferri', 'Please let me in. I work with Marco Ferri'],
];

describe('language/withoutClosing', () => {
  for (const [text, kept] of cases) {
    it(`keeps of ${JSON.stringify(text)} what is said`, () => assert.equal(withoutClosing(text), kept));
  }
});
