import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { maskSecrets } from '../../onboarding/maskSecrets.ts';

describe('masking secrets', () => {
  const token = 'xY7_'.repeat(11).slice(0, 43);
  const masked: [string, string][] = [
    ['https://usher.contoso.com/invitation/abc-DEF_123?x=1', 'https://usher.contoso.com/invitation/•••?x=1'],
    ['Authorization: Bearer abc.def.ghi', 'Authorization: Bearer •••'],
    ['{"password":"hunter2","name":"x"}', '{"password":"•••","name":"x"}'],
    ['{"confirmPassword" : "a\\"b"}', '{"confirmPassword" : "•••"}'],
    [
      'https://contoso.sharepoint.com/f?UniqueId=1&tempauth=abc',
      'https://contoso.sharepoint.com/f?UniqueId=1&tempauth=•••',
    ],
    [`answer to usher+${token}@contoso.com`, 'answer to usher+•••@contoso.com'],
    [token, '•••'],
    [`${token} ${token}`, '••• •••'],
    [`to usher+ref-${'0123abcdef'.repeat(4)}@contoso.com`, 'to usher+ref-•••@contoso.com'],
    ['https://usher.contoso.com/new-password/abc-DEF_123', 'https://usher.contoso.com/new-password/•••'],
    ['/sign-in/microsoft/back?code=abc&state=x', '/sign-in/microsoft/back?code=•••&state=x'],
    ['/f?sv=1&sig=a%2Bb', '/f?sv=1&sig=•••'],
    ['{"x-tempauth":"abc"}', '{"x-tempauth":"•••"}'],
    [
      `see https://usher.contoso.com/invitation/${token.slice(0, 5)}\n> ${token.slice(5)}\nThanks`,
      'see https://usher.contoso.com/invitation/•••\nThanks',
    ],
    [
      `see https://usher.contoso.com/invitation/${token}\nThanks`,
      'see https://usher.contoso.com/invitation/•••\nThanks',
    ],
    ['la mia password è Segreto-12345! e non entro', 'la mia password è ••• e non entro'],
    ['{"text":"password: Segreto-12345"}', '{"text":"password: •••"}'],
  ];
  for (const [text, seen] of masked) it(`shows ${seen}`, () => assert.equal(maskSecrets(text), seen));

  const plain = [
    'maria.rossi@contoso.com, agreement 4100012345',
    'id 99999999-2222-4333-8444-555555555555',
    `sha256 ${'0123456789abcdef'.repeat(4)}`,
    '{"title":"a card"}',
    'my password is expired, and so is the invitation of 12/10',
  ];
  for (const text of plain) it(`leaves ${text} as it is`, () => assert.equal(maskSecrets(text), text));

  it('does not dwell on a text made for it', () => {
    // Each takes milliseconds; without a bound on the names some take half a minute, and this does not end in time.
    for (const unit of ['token', '?token', '"token', '"token" ', 'Bearer ', '"token":"\\']) {
      const text = `?"${unit.repeat(200_000 / unit.length)}`;
      assert.ok(maskSecrets(text).length <= text.length + 10);
    }
  });

  it('masks a token that happens to have no digit', () => {
    const secret = 'qWeRtYuIoPaSdFgHjKlZxCvBnM-qWeRtYuIoPaSdFgH';
    assert.ok(!maskSecrets(`see ${secret}`).includes(secret));
  });

  it('lets no 256 random bits through, and JSON stays JSON', () => {
    for (let round = 0; round < 200; round += 1) {
      const secret = randomBytes(32).toString('base64url');
      const text = maskSecrets(JSON.stringify({ link: `https://x.example/r/${secret}`, secret }));
      assert.ok(!text.includes(secret));
      JSON.parse(text);
    }
  });
});
