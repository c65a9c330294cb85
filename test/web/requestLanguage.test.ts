import assert from 'node:assert/strict';
import { requestLanguage } from '../../web/requestLanguage.ts';

describe('web/requestLanguage', () => {
  const rows: [accepted: string | undefined, language: string][] = [
    [undefined, 'en'],
    ['', 'en'],
    ['it', 'it'],
    ['it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7', 'it'],
    ['de-DE,de;q=0.9,it;q=0.5,en;q=0.4', 'it'],
    ['en;q=0.4, it ;q=0.5', 'it'],
    ['en, it', 'en'],
    ['it;q=0', 'en'],
    ['it;q=x, en;q=0.1', 'en'],
    ['*', 'en'],
    [`${'de,'.repeat(10_000)}it`, 'en'],
  ];
  for (const [accepted, language] of rows) {
    it(`takes ${language} for ${accepted?.slice(0, 40)}`, () => assert.equal(requestLanguage(accepted), language));
  }
});
