import assert from 'node:assert/strict';
import { decodeText } from '../../onboarding/decodeText.ts';

describe('reading a file as text', () => {
  const text = 'nome;città\r\nNiccolò;Forlì\r\n';
  const bigEndian = Buffer.from(text, 'utf16le').swap16();
  const encoded: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE', bigEndian],
    ['UTF-16 BE with a mark', Buffer.concat([Uint8Array.from([0xfe, 0xff]), bigEndian])],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ];
  for (const [encoding, bytes] of encoded) it(`reads ${encoding}`, () => assert.equal(decodeText(bytes), text));

  it('reads UTF-16 with a mark in letters that are not Latin', () => {
    const greek = Buffer.from('\ufeffΜαρία', 'utf16le');
    assert.equal(decodeText(greek), 'Μαρία');
    assert.equal(decodeText(Buffer.from(greek).swap16()), 'Μαρία');
  });

  it('takes a spreadsheet or a picture for no text', () => {
    assert.equal(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0])), undefined);
    assert.equal(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])), undefined);
  });
});
