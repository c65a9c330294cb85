import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { appManifest, type Installation } from './appManifest.ts';
import { otherLanguages } from './languages.ts';
import { localizationFile } from './localizationFile.ts';
import { schemaProblems } from './schemaProblems.ts';

/**
 * A zip records the local time without its zone, and fflate asks for it as such: this comes out the same everywhere.
 * It is the first year that a zip can name, at noon because no clock was ever changed then.
 */
const everyFilesTime = new Date(1980, 0, 1, 12);

/**
 * @returns the zip that Teams takes, the same bytes whenever it is built from the same sources.
 * @throws when a file in it is not valid by its schema, which only a mistake in this folder can bring about.
 */
export async function appPackage(installation: Installation): Promise<Uint8Array> {
  const withHelpdesk = installation.helpdeskClientId !== undefined;
  const texts = {
    'manifest.json': appManifest(installation),
    ...Object.fromEntries(
      otherLanguages.map(({ tag, texts }) => [`${tag}.json`, localizationFile(texts, { withHelpdesk })]),
    ),
  };
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(texts)) {
    const problems = await schemaProblems(content);
    if (problems.length > 0) throw new Error(`${name} is not valid by its schema:\n${problems.join('\n')}`);
    files[name] = strToU8(`${JSON.stringify(content, null, 2)}\n`);
  }
  for (const icon of ['color.png', 'outline.png']) {
    files[icon] = await readFile(new URL(`icons/${icon}`, import.meta.url));
  }
  return zipSync(files, { level: 9, mtime: everyFilesTime });
}
