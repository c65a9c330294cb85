// npm run bench -- NAME: each benchmark prints its own table. Figures are ratios to something run in the same minute.
const files: Record<string, string> = {
  language: 'language',
  decisions: 'decisions',
  turns: 'turns',
  start: 'start',
  killed: 'killedWhileSending',
  'mail-reading': 'mailReading',
};

const [name, ...rest] = process.argv.slice(2);
const file = files[name ?? ''];
if (file === undefined || rest.length > 0) {
  process.stderr.write(`npm run bench -- ${Object.keys(files).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  await (await import(`./${file}.ts`)).default();
}
