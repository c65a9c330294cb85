import assert from 'node:assert/strict';
import { coveringDomains } from '../../onboarding/coveringDomains.ts';
import { isPersonalAddress } from '../../onboarding/personalAddress.ts';
import { readAddress } from '../../onboarding/readAddress.ts';
import { readCountry } from '../../onboarding/readCountry.ts';
import { readDomainName } from '../../onboarding/readDomainName.ts';
import { readFreeText } from '../../onboarding/readFreeText.ts';
import { readLanguage } from '../../onboarding/readLanguage.ts';
import { readName } from '../../onboarding/readName.ts';
import { readNumber } from '../../onboarding/readNumber.ts';

describe('what is typed in', () => {
  const table = <In, Out>(title: string, read: (value: In) => Out, rows: [In, Out][]) => {
    describe(title, () => {
      for (const [value, expected] of rows) {
        it(`${JSON.stringify(value)?.slice(0, 60)} → ${JSON.stringify(expected)?.slice(0, 60)}`, () =>
          assert.deepEqual(read(value), expected));
      }
    });
  };

  table('an address', readAddress as (value: unknown) => string | undefined, [
    [' Maria.Rossi@Contoso.COM ', 'maria.rossi@contoso.com'],
    ["o'brien+mpsa@contoso.com", "o'brien+mpsa@contoso.com"],
    ['maria@società.example', 'maria@xn--societ-nta.example'],
    ['maria', undefined],
    ['maria@', undefined],
    ['@contoso.com', undefined],
    ['maria@contoso', undefined],
    ['maria@@contoso.com', undefined],
    ['maria rossi@contoso.com', undefined],
    ['maria..rossi@contoso.com', undefined],
    ['"maria"@contoso.com', undefined],
    ['maria@10.0.0.1', undefined],
    ['maria@-contoso.com', undefined],
    ['maria@contoso.com\r\nBcc: eve@stranger.example', undefined],
    ['anna.\u212aeller@fabrikam.com', undefined],
    ['<maria@contoso.com>', undefined],
    [`${'m'.repeat(64)}@contoso.com`, `${'m'.repeat(64)}@contoso.com`],
    [`${'m'.repeat(65)}@contoso.com`, undefined],
    [`m@${'c'.repeat(63)}.${'c'.repeat(63)}.${'c'.repeat(63)}.${'c'.repeat(63)}.com`, undefined],
    [undefined, undefined],
    [{ email: 'maria@contoso.com' }, undefined],
  ]);

  table('a name', readName as (value: unknown) => unknown, [
    [' Maria  Pia ', { name: 'Maria Pia' }],
    ['Jose\u0301', { name: 'José' }],
    ["D'Angelo-Müller", { name: "D'Angelo-Müller" }],
    ['王', { name: '王' }],
    ['', { problem: 'missing' }],
    ['   ', { problem: 'missing' }],
    [undefined, { problem: 'missing' }],
    [42, { problem: 'badCharacters' }],
    ['m'.repeat(64), { name: 'm'.repeat(64) }],
    ['m'.repeat(65), { problem: 'tooLong' }],
    ['Maria\nYour account is closed', { problem: 'badCharacters' }],
    ['<b>Maria</b>', { problem: 'badCharacters' }],
    ['http://stranger.example', { problem: 'badCharacters' }],
    ['See www.stranger.example', { problem: 'badCharacters' }],
    ['Log in at stranger.com', { problem: 'badCharacters' }],
    ['Claim it at prize.xyz/now', { problem: 'badCharacters' }],
    ['[Approve](prize.example)', { problem: 'badCharacters' }],
    ['J.R. St.John Jr.', { name: 'J.R. St.John Jr.' }],
    ['Ma.Teresa', { name: 'Ma.Teresa' }],
    ['Maria\u202egnp', { problem: 'badCharacters' }],
  ]);

  table('a text in own words', readFreeText as (value: unknown) => unknown, [
    [undefined, { text: '' }],
    ['  Ciao,\r\nmi serve. \u0007', { text: 'Ciao,\nmi serve.' }],
    ['x'.repeat(1_000), { text: 'x'.repeat(1_000) }],
    ['x'.repeat(1_001), { problem: 'tooLong' }],
    [7, { problem: 'badCharacters' }],
  ]);

  table('a number', readNumber as (value: unknown) => string | undefined, [
    ['4100012345', '4100012345'],
    [' 4100 012-345 ', '4100012345'],
    ['0005.012.345', '0005012345'],
    ['410001234', undefined],
    ['41000123456', undefined],
    ['410001234O', undefined],
    [4100012345, undefined],
  ]);

  table('a language', readLanguage as (value: unknown) => string | undefined, [
    ['IT', 'it'],
    ['pt-br', 'pt-BR'],
    ['xx', undefined],
    ['Italian', undefined],
    [null, undefined],
  ]);

  table('a country', readCountry as (value: unknown) => string | undefined, [
    ['it', 'IT'],
    ['XX', undefined],
    ['EU', undefined],
    ['Italy', undefined],
  ]);

  table('whether an address is personal', isPersonalAddress, [
    ['a@outlook.com', true],
    ['a@hotmail.com', true],
    ['a@live.com', true],
    ['a@gmail.com', true],
    ['a@libero.it', true],
    ['a@contoso.com', false],
    ['a@example.com', false],
    ['a@mail.contoso.com', false],
  ]);

  const invalid = { refusal: { reason: 'invalid', fields: [{ field: 'name', problem: 'badDomain' }] } };
  table('a domain', readDomainName as (value: unknown) => unknown, [
    ['Contoso.COM', { name: 'contoso.com' }],
    ['@contoso.com', { name: 'contoso.com' }],
    ['contoso.com.', { name: 'contoso.com' }],
    ['https://www.contoso.com/it', { name: 'contoso.com' }],
    ['mail.contoso.co.uk', { name: 'mail.contoso.co.uk' }],
    ['società.it', { name: 'xn--societ-nta.it' }],
    ['', { refusal: { reason: 'invalid', fields: [{ field: 'name', problem: 'missing' }] } }],
    ['contoso', invalid],
    ['contoso.local', invalid],
    ['con toso.com', invalid],
    ['10.0.0.1', invalid],
    ['con_toso.com', invalid],
    [`${'c'.repeat(64)}.com`, invalid],
    ['com', { refusal: { reason: 'publicSuffix' } }],
    ['co.uk', { refusal: { reason: 'publicSuffix' } }],
    ['github.io', { refusal: { reason: 'publicSuffix' } }],
    ['contoso.github.io', { name: 'contoso.github.io' }],
    ['gmail.com', { refusal: { reason: 'personalMailProvider' } }],
  ]);

  table('the domains that cover an address domain', coveringDomains, [
    ['contoso.com', ['contoso.com']],
    ['it.mail.contoso.com', ['it.mail.contoso.com', 'mail.contoso.com', 'contoso.com']],
    ['contoso.co.uk', ['contoso.co.uk']],
    ['contoso.github.io', ['contoso.github.io']],
    ['gmail.com', []],
    ['', []],
  ]);
});
