import { Agent, get } from 'node:http';

/** A browser that has a stream of the console open. */
export interface Watcher {
  /** How many events it has got. */
  events(): number;
  close(): void;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Opens a stream of server-sent events; resolves with its first event. */
export function watch(port: number, path: string, cookie: string): Promise<Watcher> {
  return new Promise((resolve, reject) => {
    let events = 0;
    const asking = get({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path} was answered ${response.statusCode}`));
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        events += text.match(/^event: /gm)?.length ?? 0;
        if (events > 0) resolve({ events: () => events, close: () => asking.destroy() });
      });
      // It is closed from here.
      response.on('error', () => undefined);
    });
    asking.on('error', reject);
  });
}
