import { spawnSync } from 'node:child_process';
import { compiled } from './compiled.ts';

/**
 * Mails per second, and CPU time per mail, from the MIME to the recorded answer: recorded, read, proven by the sender's
 * own signature, understood, acted on, on the built-in store as it runs in production; beside bare mailparser's
 * simpleParser parsing the same mails in the same process, round by round.
 */
export default async function mailIn(): Promise<void> {
  if (spawnSync(process.execPath, ['build.js'], { stdio: 'inherit' }).status !== 0) throw new Error('the build failed');
  const flags = process.env.USHER_BENCH_NODE_FLAGS?.split(' ') ?? [];
  const file = await compiled('mailIn/measure.ts', 'usher');
  const { status } = spawnSync(process.execPath, [...flags, '--enable-source-maps', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
