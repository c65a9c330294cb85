import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { appManifest } from '../../manifest/appManifest.ts';
import { schemaProblems } from '../../manifest/schemaProblems.ts';
import { schemaVersion } from '../../manifest/schemaUrl.ts';

const installation = { appId: '12345678-90ab-4cde-8f01-234567890abc', domain: 'usher.contoso.com' };

describe('the manifest', () => {
  it('is valid by its schema, for whatever id and domain', async () => {
    const anyInstallation = fc.record({ appId: fc.uuid(), domain: fc.domain() });
    await fc.assert(
      fc.asyncProperty(anyInstallation, async (any) => assert.deepEqual(await schemaProblems(appManifest(any)), [])),
      { numRuns: 20, seed: 1 },
    );
  });

  it('would not be valid with an id that is no GUID, or with more than Teams knows', async () => {
    assert.match((await schemaProblems(appManifest({ ...installation, appId: 'usher' }))).join(), /\/id must match/);
    const more = { ...appManifest(installation), mood: 'good' };
    assert.match((await schemaProblems(more)).join(), /must NOT have additional properties/);
  });

  it('has the helpdesk’s console for a tab behind the chat, if asked for', async () => {
    const helpdeskClientId = '87654321-90ab-4cde-8f01-234567890abc';
    const manifest = appManifest({ ...installation, helpdeskClientId });
    assert.deepEqual(await schemaProblems(manifest), []);
    const [chat, helpdesk, ...others] = manifest.staticTabs ?? [];
    assert.deepEqual([chat?.entityId, others], ['conversations', []]);
    assert.equal(helpdesk?.contentUrl, 'https://usher.contoso.com/helpdesk?in=teams');
    assert.deepEqual(manifest.webApplicationInfo, {
      id: helpdeskClientId,
      resource: `api://usher.contoso.com/${helpdeskClientId}`,
    });
    assert.equal(appManifest(installation).staticTabs, undefined);
  });

  it('follows the newest schema that the library has', () => {
    const library = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
    const versions = readdirSync(`${library}/json-schemas/teams`).filter((name) => /^v\d+\.\d+$/.test(name));
    const newest = versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
    assert.equal(`v${schemaVersion}`, newest);
  });

  it('carries the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal(appManifest(installation).version, version);
  });

  it('is the same app for the same bot, and another for another', () => {
    assert.equal(appManifest({ ...installation, domain: 'usher.fabrikam.com' }).id, appManifest(installation).id);
    const other = 'aaaaaaaa-90ab-4cde-8f01-234567890abc';
    assert.notEqual(appManifest({ ...installation, appId: other }).id, appManifest(installation).id);
  });

  it('names the domain wherever Teams or a person follows a link', () => {
    const { developer, validDomains } = appManifest(installation);
    assert.deepEqual(validDomains, ['usher.contoso.com']);
    assert.deepEqual(
      [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl],
      ['https://usher.contoso.com/', 'https://usher.contoso.com/privacy', 'https://usher.contoso.com/terms'],
    );
  });

  it('brings the bot into personal chat, teams and group chats, answering and taking files', () => {
    const [bot, ...others] = appManifest(installation).bots ?? [];
    assert.deepEqual(others, []);
    assert.equal(bot?.botId, installation.appId);
    assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
    assert.equal(bot?.isNotificationOnly, false);
    assert.equal(bot?.supportsFiles, true);
    assert.deepEqual(
      bot?.commandLists?.map((list) => list.scopes),
      [['personal'], ['team'], ['groupChat']],
    );
  });

  it('offers in each scope what everyone needs, and a partner’s customers in personal chat alone', () => {
    const lists = appManifest(installation).bots?.[0]?.commandLists ?? [];
    const titles = lists.map((list) => list.commands.map((command) => command.title));
    const everywhere = ['Find my administrator', 'Resend an invitation', 'Invite a user', 'What is my role?', 'Help'];
    for (const list of titles)
      assert.deepEqual(
        everywhere.filter((title) => !list.includes(title)),
        [],
      );
    assert.deepEqual(
      titles.map((list) => list.includes('Show my customers')),
      [true, false, false],
    );
  });
});
