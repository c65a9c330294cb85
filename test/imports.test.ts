import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What each folder may import from, beside itself (design.md: imports run one way). */
const below: Record<string, readonly string[]> = {
  models: [],
  language: ['models'],
  onboarding: ['models'],
  cards: ['language', 'onboarding', 'models'],
  dialogs: ['cards', 'language', 'onboarding', 'models'],
  bot: ['dialogs', 'cards', 'language', 'onboarding', 'models'],
  mail: ['dialogs', 'cards', 'language', 'onboarding', 'models'],
  web: ['cards', 'language', 'onboarding', 'models'],
  // The console stands behind the same door as the pages.
  helpdesk: ['web', 'cards', 'language', 'onboarding', 'models'],
  sandbox: ['language', 'onboarding', 'models'],
  manifest: ['language'],
};

/** What onboarding/ must not know of: chat, mail formats, HTTP. */
const foreignToOnboarding =
  /^(botbuilder|botframework|adaptive|mailparser|nodemailer|mjml|@microsoft|restify|node:https?|node:net)/;

interface Import {
  from: string;
  file: string;
  what: string;
}

const imports: Import[] = Object.keys(below).flatMap((from) =>
  readdirSync(join(root, from), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(from, name);
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map((found) => ({
        from,
        file,
        what: found[1] as string,
      }));
    }),
);

describe('imports', () => {
  it('were found at all', () => assert.ok(imports.length > 500));

  it('run one way between the folders', () => {
    const wrong = imports.flatMap(({ from, file, what }) => {
      if (!what.startsWith('.')) return [];
      const target = relative(root, normalize(join(root, file, '..', what))).split('/')[0] as string;
      const allowed =
        target === from || below[from]?.includes(target) || (!target.includes('/') && target === 'package.json');
      return allowed ? [] : [`${file} imports ${what}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('bring nothing of chat, mail or HTTP into onboarding', () => {
    const wrong = imports.filter(({ from, what }) => from === 'onboarding' && foreignToOnboarding.test(what));
    assert.deepEqual(wrong, []);
  });
});
