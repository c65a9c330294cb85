import assert from 'node:assert/strict';
import { nameOfWriter } from '../../../../mail/incoming/act/nameOfWriter.ts';

const giulia = 'giulia.romano@contoso.com';

/** What the mail program calls somebody, the address, first and last name. */
const names: [string, string, string, string][] = [
  ['Giulia Romano', giulia, 'Giulia', 'Romano'],
  ['', giulia, 'Giulia', 'Romano'],
  [giulia, giulia, 'Giulia', 'Romano'],
  ['Romano Giulia', giulia, 'Giulia', 'Romano'],
  ['ROMANO GIULIA', giulia, 'Giulia', 'Romano'],
  ['Giulia', giulia, 'Giulia', 'Romano'],
  ['Romano, Giulia', 'g.r@contoso.com', 'Giulia', 'Romano'],
  ['Giulia Romano (Contoso S.p.A.)', 'gr@contoso.com', 'Giulia', 'Romano'],
  ['Maria De Luca', 'mdeluca@contoso.com', 'Maria', 'De Luca'],
  ['Giulia Bianchi Romano', giulia, 'Giulia', 'Bianchi Romano'],
  ['Ufficio Acquisti', 'acquisti@contoso.com', 'Ufficio', 'Acquisti'],
  ['', 'acquisti@contoso.com', '', ''],
  ['www.contoso.com/offer', 'acquisti@contoso.com', '', ''],
];

describe('the name of who writes a mail', () => {
  for (const [displayName, email, firstName, lastName] of names) {
    it(`is read off ${JSON.stringify(displayName)} <${email}>`, () => {
      const read = nameOfWriter(displayName, email);
      assert.deepEqual([read.firstName, read.lastName], [firstName, lastName]);
    });
  }
});
