// Compiles what changed into dist/ and puts the files beside it that are read at run time.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';

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
