import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RecordFile } from './recordFile.ts';
import { StoreInUseError } from './StoreInUseError.ts';

const ownerKey = Buffer.from([0, 1]);
/** The kernel's limit for the path of a socket (sockaddr_un), less one for its end: 103 on macOS, 107 on Linux. */
const longestSocketPath = 103;
/** Where Windows has its named pipes, which need no removal. */
const pipes = '\\\\.\\pipe\\';

interface Owner {
  pid: number;
  /** A name in the directory itself, so that a copy or another mount of it leads to its own socket; else a whole path. */
  socket: string;
}

/**
 * Makes this process the only one that works with a store. The owner listens on a socket as long as it lives and has
 * written its address into the store; whoever comes later tries to connect. The kernel closes the socket with the
 * process, however it ends, so a dead owner is never taken for a live one, not even when its pid is in use again; and
 * since the store changes in transactions, of several that find a dead owner only one can take its place.
 * @param directory for messages, and for the socket
 * @returns gives the directory up
 * @throws StoreInUseError when another process has it
 */
export async function lockDirectory(directory: string, file: RecordFile): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.end());
  const socket = await listen(server, directory);
  const release = async () => {
    await new Promise((resolve) => server.close(resolve));
    remove(directory, socket);
  };
  try {
    for (;;) {
      const known = file.get(ownerKey)?.toString();
      const owner = known === undefined ? undefined : (JSON.parse(known) as Owner);
      if (owner && (await isListening(pathOf(directory, owner.socket))))
        throw new StoreInUseError(directory, owner.pid);
      const mine: Owner = { pid: process.pid, socket };
      const taken = await file.write(() => {
        if (file.get(ownerKey)?.toString() !== known) return false;
        file.put(ownerKey, Buffer.from(JSON.stringify(mine)));
        return true;
      });
      if (!taken) continue;
      if (owner) remove(directory, owner.socket);
      return release;
    }
  } catch (error) {
    await release();
    throw error;
  }
}

async function listen(server: Server, directory: string): Promise<string> {
  const name = `usher-${randomBytes(6).toString('hex')}.socket`;
  const fits = Buffer.byteLength(join(directory, name)) <= longestSocketPath;
  const socket = process.platform === 'win32' ? `${pipes}${name}` : fits ? name : join(tmpdir(), name);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(pathOf(directory, socket), resolve);
  });
  server.unref();
  return socket;
}

function pathOf(directory: string, socket: string): string {
  return basename(socket) === socket ? join(directory, socket) : socket;
}

function remove(directory: string, socket: string): void {
  if (/usher-[0-9a-f]+\.socket$/.test(socket) && !socket.startsWith(pipes)) {
    rmSync(pathOf(directory, socket), { force: true });
  }
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // Refused, or no such file: nobody is there.
    socket.once('error', () => resolve(false));
  });
}
