import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from '../compiled.ts';

/** A process that is measured, or that the measured ones talk to. */
export interface Measured {
  port: number;
  /** CPU time that the process has used so far, in microseconds, user and system. */
  cpu(): Promise<number>;
  /** Asks the process something and waits for the answer. */
  ask<T>(question: string): Promise<T>;
  stop(): Promise<void>;
}

/** Starts `file` of bench/ in a process of its own, all compiled in the same way, and waits until it listens. */
export async function startMeasured(file: string, libraries: 'usher' | 'bench' = 'usher'): Promise<Measured> {
  const child: ChildProcess = fork(await compiled(file, libraries), [], {
    execArgv: process.env.USHER_BENCH_NODE_FLAGS?.split(' ') ?? [],
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  gone.catch(() => undefined);
  const next = async <T>() => (await Promise.race([once(child, 'message'), gone]))[0] as T;
  const { port } = await next<{ port: number }>();
  const ask = async <T>(question: string) => {
    const answer = next<T>();
    child.send(question);
    return await answer;
  };
  return {
    port,
    ask,
    cpu: async () => (await ask<{ cpu: number }>('cpu')).cpu,
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
