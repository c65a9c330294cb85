import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** @returns the body of an answer, which must be 200 or 204. */
export function ask(port: number, path: string, cookie = '', put?: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { host: '127.0.0.1', port, path, method: put ? 'PUT' : 'GET', agent, headers: { ...(cookie && { cookie }) } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          if ((response.statusCode ?? 0) < 300) resolve(Buffer.concat(parts));
          else reject(new Error(`${path} was answered ${response.statusCode}`));
        });
      },
    );
    asking.on('error', reject);
    asking.end(put);
  });
}

/**
 * Asks for paths, one after the other and again from the first, so many at a time.
 *
 * @returns how long each took, and all of them, in milliseconds.
 */
export async function loadPaths(
  port: number,
  paths: readonly string[],
  cookies: readonly string[],
  requests: number,
  atATime: number,
): Promise<{ each: number[]; all: number }> {
  const each: number[] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < requests) {
        const number = next++;
        const from = performance.now();
        await ask(port, paths[number % paths.length] as string, cookies[number % cookies.length]);
        each.push(performance.now() - from);
      }
    }),
  );
  return { each, all: performance.now() - begun };
}
