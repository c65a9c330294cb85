import { setTimeout as wait } from 'node:timers/promises';
import { now } from '../now.ts';
import { type LogLease, takeLogLease } from './logLease.ts';

/** In milliseconds. */
const patience = 30_000;

/** @returns the lease of the log; undefined when another process has it for long. */
export async function waitForLogLease(): Promise<LogLease | undefined> {
  const until = now().getTime() + patience;
  for (;;) {
    const lease = await takeLogLease();
    if (lease || now().getTime() > until) return lease;
    await wait(20);
  }
}
