import assert from 'node:assert/strict';
import { fullStop } from '../../../language/texts/fullStop.ts';
import { languages, textsFor } from '../../../language/texts.ts';

/** What the texts call an organization, and people who may be listed with theirs. */
const named = new Set(['organization', 'organizations', 'byOrganization', 'partner', 'where', 'who', 'name']);

/** Every text that takes something in, worded with names that end in a stop. @returns where it stands, and its words. */
function worded(texts: unknown, path: string, more: string): [string, string][] {
  if (typeof texts === 'function') {
    const name = (key: string) => (named.has(key) ? 'Contoso S.p.A.' : more);
    const said = texts(new Proxy({}, { get: (_, key) => name(String(key)) }));
    return typeof said === 'string' ? [[path, said]] : [];
  }
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([key, one]) => worded(one, `${path}.${key}`, more));
}

describe('a name that ends in a stop', () => {
  it('gets no second one at the end of a sentence', () => {
    assert.equal(fullStop('Contoso S.p.A.'), 'Contoso S.p.A.');
    assert.equal(fullStop('Fabrikam GmbH'), 'Fabrikam GmbH.');
  });

  for (const language of languages) {
    it(`gets none anywhere in the texts (${language})`, () => {
      // There it is the channel that was used, or the name of a file.
      const others =
        /^\.(?:accessRequest\.denied|mail\.accessRequestClosed\.denied|conversation\.unreadableFile\.|inviteMany\.kept)/;
      const texts = ['', 'x'].flatMap((more) => worded(textsFor(language), '', more));
      const doubled = texts.filter(([path, said]) => said.includes('S.p.A..') && !others.test(path));
      assert.ok(texts.length > 200);
      assert.deepEqual(doubled, []);
    });
  }
});
