// npm run bench -- NAME: each benchmark prints its own table. Figures are ratios to something run in the same minute.
const files = {
  language: 'language',
  decisions: 'decisions',
  turns: 'turns',
  start: 'start',
  killed: 'killedWhileSending',
  'mail-in': 'mailIn',
  'mail-reading': 'mailReading',
  'mails-killed': 'mailsKilled',
  search: 'search',
  console: 'console',
} as const;

const [name = '', ...rest] = process.argv.slice(2);
// Mails and messages can be fewer, for a quick look.
const most: Record<string, number> = { 'mails-killed': 2, search: 5 };
if (!Object.hasOwn(files, name) || rest.length > (most[name] ?? 0)) {
  process.stderr.write(
    `npm run bench -- ${Object.keys(files).join(' | ')}; mails-killed takes how many mails and how many kills, search numbers of messages\n`,
  );
  process.exitCode = 2;
} else {
  await (await import(`./${files[name as keyof typeof files]}.ts`)).default(...rest);
}
