// npm run bench -- NAME: each benchmark prints its own table. Figures are ratios to something run in the same minute.
const benchmarks = ['language', 'decisions', 'turns', 'start', 'killed'] as const;

const [name, ...rest] = process.argv.slice(2);
if (!benchmarks.some((known) => known === name) || rest.length > 0) {
  process.stderr.write(`npm run bench -- ${benchmarks.join(' | ')}\n`);
  process.exitCode = 2;
} else {
  const file = name === 'killed' ? 'killedWhileSending' : name;
  await (await import(`./${file}.ts`)).default();
}
