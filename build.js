// Compiles what changed into dist/ and puts the files beside it that are read at run time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const compiled = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

for (const folder of ['language', 'mail', 'web', 'helpdesk', 'sandbox', 'manifest']) {
  if (!existsSync(folder)) continue;
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(txt|mjml|css|svg|png|html|json|cjs)$/.test(file)) cpSync(`${folder}/${file}`, `dist/${folder}/${file}`);
  }
}

// What Usher learns from its utterances is learned here, so that a start need not; again only when something changed.
const language = 'dist/language';
const hash = createHash('sha256');
for (const file of readdirSync(language, { recursive: true, encoding: 'utf8' }).sort()) {
  if (/\.(js|txt)$/.test(file)) hash.update(readFileSync(`${language}/${file}`));
}
const stamp = hash.digest('hex');
const stampFile = 'dist/.learned';
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  const { learn } = await import('./dist/language/understand.js');
  const { readUtterances } = await import('./dist/language/readUtterances.js');
  const { writeKnowledge } = await import('./dist/language/knowledge.js');
  writeKnowledge(learn(readUtterances()));
  writeFileSync(stampFile, stamp);
}
