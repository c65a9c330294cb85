import type { IncomingMessage } from 'node:http';

/**
 * Reads what a browser sent.
 * @returns undefined when there are more than `most` bytes; the rest is not waited for.
 */
export function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      resolve(undefined);
      request.pause();
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('What was sent broke off.')));
  });
}
