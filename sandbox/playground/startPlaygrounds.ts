import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { ChatPerson } from '../chatPeople.ts';
import { personalChatId, playgroundFile } from './playgroundFile.ts';

/** A chat that runs. */
export interface Chat {
  person: ChatPerson;
  /** Where it is opened in a browser. */
  url: string;
}

export interface Playgrounds {
  /** Resolves with each chat once it can be opened, in the order of the people; a chat that fails is left out. */
  ready: Promise<Chat[]>;
  stop(): Promise<void>;
}

/** How long a playground may take to end by itself, in milliseconds. */
const patience = 1_000;

/**
 * Starts one Agents Playground per person: it knows one user only.
 *
 * @param people who chats.
 * @param folder where each one's settings file is written.
 * @param endpoint where Usher takes activities.
 * @param firstPort the first one's port, each other takes the next; a port that is taken is replaced by a free one.
 */
export function startPlaygrounds({
  people,
  folder,
  endpoint,
  firstPort,
  log,
}: {
  people: readonly ChatPerson[];
  folder: string;
  endpoint: string;
  firstPort: number;
  log: Pick<Logger, 'info' | 'warn'>;
}): Playgrounds {
  const running = new Set<ChildProcess>();
  let stopping = false;

  async function start(person: ChatPerson, port: number): Promise<Chat | undefined> {
    const home = join(folder, person.email);
    await mkdir(home, { recursive: true });
    await writeFile(join(home, '.m365agentsplayground.yml'), playgroundFile(person, people));
    if (stopping) return undefined;
    const child = spawn(
      process.execPath,
      [
        '--require',
        fileURLToPath(new URL('./confine.cjs', import.meta.url)),
        commandLineOfPlayground(),
        '--app-endpoint',
        endpoint,
        '--channel-id',
        'msteams',
        '--port',
        String(port),
        '--conversation-id',
        personalChatId(person),
        '--disable-telemetry',
      ],
      {
        cwd: home,
        // Not a terminal: the playground then opens no browser, and says its port in one plain line.
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, DEBUG: '', BROWSER: 'none' },
      },
    );
    running.add(child);
    child.once('exit', (code) => {
      running.delete(child);
      if (!stopping) log.warn({ person: person.email, code }, 'A chat has ended by itself');
    });
    child.stderr.resume();
    const listening = await listensOn(child);
    if (listening === undefined) return undefined;
    return { person, url: `http://localhost:${listening}` };
  }

  return {
    ready: Promise.all(people.map((person, place) => start(person, firstPort + place))).then((chats) =>
      chats.filter((chat): chat is Chat => chat !== undefined),
    ),
    async stop() {
      stopping = true;
      await Promise.all(
        [...running].map(async (child) => {
          const exit = once(child, 'exit');
          child.kill('SIGTERM');
          await Promise.race([exit, pause(patience, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
          if (child.exitCode === null && child.signalCode === null) await exit;
        }),
      );
    },
  };
}

/** The port that the playground says it listens on; undefined when it ends before. */
async function listensOn(child: ChildProcess): Promise<number | undefined> {
  if (!child.stdout) return undefined;
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const port = /Listening on (\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stdout.resume();
    return Number(port);
  }
  return undefined;
}

function commandLineOfPlayground(): string {
  const manifest = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  return join(dirname(manifest), 'cli.js');
}
