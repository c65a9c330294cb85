import assert from 'node:assert/strict';
import { appManifest } from '../../manifest/appManifest.ts';
import { commandNames } from '../../manifest/commandNames.ts';
import { commandScopes } from '../../manifest/commandScopes.ts';
import { defaultLanguage, otherLanguages } from '../../manifest/languages.ts';
import { localizationFile } from '../../manifest/localizationFile.ts';
import { schemaProblems } from '../../manifest/schemaProblems.ts';

const manifest = appManifest({
  appId: '12345678-90ab-4cde-8f01-234567890abc',
  domain: 'usher.contoso.com',
  helpdeskClientId: '87654321-90ab-4cde-8f01-234567890abc',
});

/** Every text of the manifest, by the key under which a localization file replaces it. */
const replaceable = new Map<string, string | undefined>([
  ['name.short', manifest.name.short],
  ['name.full', manifest.name.full],
  ['description.short', manifest.description.short],
  ['description.full', manifest.description.full],
]);
for (const [index, { name }] of (manifest.staticTabs ?? []).entries()) {
  if (name !== undefined) replaceable.set(`staticTabs[${index}].name`, name);
}
for (const [listIndex, list] of (manifest.bots?.[0]?.commandLists ?? []).entries()) {
  for (const [index, command] of list.commands.entries()) {
    replaceable.set(`bots[0].commandLists[${listIndex}].commands[${index}].title`, command.title);
    replaceable.set(`bots[0].commandLists[${listIndex}].commands[${index}].description`, command.description);
  }
}

describe('the languages of the app', () => {
  it('are English for everyone and Italian for who has it', () => {
    assert.equal(manifest.localizationInfo?.defaultLanguageTag, 'en');
    assert.deepEqual(manifest.localizationInfo?.additionalLanguages, [{ languageTag: 'it', file: 'it.json' }]);
  });

  for (const { tag, texts } of otherLanguages) {
    it(`${tag}: the file is valid by its schema`, async () => {
      assert.deepEqual(await schemaProblems(localizationFile(texts, { withHelpdesk: true })), []);
    });

    it(`${tag}: replaces every text of the manifest, and nothing that is not in it`, () => {
      const { $schema, ...file } = localizationFile(texts, { withHelpdesk: true });
      assert.deepEqual(Object.keys(file).sort(), [...replaceable.keys()].sort());
    });

    it(`${tag}: has other words than English for everything but the name`, () => {
      const same = Object.entries(localizationFile(texts, { withHelpdesk: true })).filter(
        ([key, text]) => replaceable.get(key) === text,
      );
      assert.deepEqual(same, [['name.short', 'Usher']]);
    });
  }

  it('would not be valid with a key that points nowhere or a text too long', async () => {
    const file = localizationFile(defaultLanguage.texts);
    const nowhere = { ...file, 'bots[1].name': 'x' };
    assert.match((await schemaProblems(nowhere)).join(), /additional properties/);
    const tooLong = { ...file, 'name.short': 'x'.repeat(31) };
    assert.match((await schemaProblems(tooLong)).join(), /30 characters/);
  });

  for (const { tag, texts } of [defaultLanguage, ...otherLanguages]) {
    it(`${tag}: every text is there and fits`, () => {
      const limits: [text: string, limit: number][] = [
        [texts.shortName, 30],
        [texts.fullName, 100],
        [texts.shortDescription, 80],
        [texts.fullDescription, 4000],
      ];
      // The schema is more generous with commands than Teams' documentation, which says 32 and 128.
      for (const name of commandNames) {
        limits.push([texts.commands[name].title, 32], [texts.commands[name].description, 128]);
      }
      const wrong = limits.filter(([text, limit]) => text.trim() !== text || text === '' || text.length > limit);
      assert.deepEqual(wrong, []);
    });

    it(`${tag}: no two commands are called the same`, () => {
      const titles = commandNames.map((name) => texts.commands[name].title.toLowerCase());
      assert.equal(new Set(titles).size, titles.length);
    });
  }

  it('no list is longer than the ten commands that Teams shows', () => {
    for (const { commands } of commandScopes) {
      assert.ok(commands.length <= 10);
      assert.equal(new Set(commands).size, commands.length);
    }
  });
});
