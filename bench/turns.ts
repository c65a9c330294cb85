import { spawnSync } from 'node:child_process';
import { load } from './turns/load.ts';
import { type Measured, startMeasured } from './turns/measured.ts';

const contestants = [
  { name: 'Usher: a full turn', file: 'turns/usher.ts', libraries: 'usher' },
  { name: 'bare botbuilder echo', file: 'turns/botbuilderEcho.ts', libraries: 'usher' },
  { name: 'bare @microsoft/agents-hosting echo', file: 'turns/agentsEcho.ts', libraries: 'bench' },
] as const;

const rounds = 11;
/** V8 goes on compiling for so long: the echoes are at their best after 2,000, Usher with more code of its own after 5,000. */
const warmUpTurns = 6_000;
const turnsPerRound = 600;
const conversations = 16;

interface Figures {
  turnsPerSecond: number;
  /** CPU time of the server's process per turn, user and system, in microseconds. */
  cpuPerTurn: number;
}

/**
 * How many turns a second Usher takes, and what one costs, beside bare echoes of both libraries: each in a process of
 * its own with the same loader, one round of each after the other, so that whatever else the machine does hits all.
 * Usher records its turn on the disk, keeps the walk's state and answers with the filled-in form of *Invite a user*; an
 * echo is one short text.
 */
export default async function turns(): Promise<void> {
  if (spawnSync(process.execPath, ['build.js'], { stdio: 'inherit' }).status !== 0) throw new Error('the build failed');
  const connector = await startMeasured('turns/connector.ts');
  const running: Measured[] = [];
  for (const { file, libraries } of contestants) running.push(await startMeasured(file, libraries));
  for (const one of running) await load(one.port, connector.port, warmUpTurns, conversations);
  const figures = contestants.map((): Figures[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, one] of running.entries()) figures[index]?.push(await measure(one, connector));
  }
  await Promise.all([...running, connector].map((one) => one.stop()));
  print(figures.map((rounds) => medians(rounds)));
}

async function measure(one: Measured, connector: Measured): Promise<Figures> {
  const before = await one.cpu();
  const milliseconds = await load(one.port, connector.port, turnsPerRound, conversations);
  const used = (await one.cpu()) - before;
  return { turnsPerSecond: (turnsPerRound / milliseconds) * 1_000, cpuPerTurn: used / turnsPerRound };
}

function medians(rounds: readonly Figures[]): Figures {
  const median = (name: keyof Figures) => {
    const sorted = rounds.map((round) => round[name]).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  return { turnsPerSecond: median('turnsPerSecond'), cpuPerTurn: median('cpuPerTurn') };
}

function print(results: readonly Figures[]): void {
  const echo = results[1]?.cpuPerTurn as number;
  const row = (cells: string[]) =>
    `${cells[0]?.padEnd(38)}${cells
      .slice(1)
      .map((cell) => cell.padStart(16))
      .join('')}\n`;
  process.stdout.write(
    `Medians of ${rounds} interleaved rounds of ${turnsPerRound} turns in ${conversations} conversations.\n\n`,
  );
  process.stdout.write(row(['', 'turns/s', 'CPU µs/turn', 'botbuilder = 1']));
  for (const [index, { turnsPerSecond, cpuPerTurn }] of results.entries()) {
    process.stdout.write(
      row([
        contestants[index]?.name ?? '',
        turnsPerSecond.toFixed(0),
        cpuPerTurn.toFixed(0),
        (cpuPerTurn / echo).toFixed(2),
      ]),
    );
  }
}
