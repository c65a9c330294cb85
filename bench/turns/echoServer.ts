import type { AddressInfo } from 'node:net';
import restify from 'restify';

/** What a measured process tells and is asked through its parent's channel. */
export type Question = 'cpu';

/**
 * Serves `POST /api/messages` as the samples of both libraries do: restify with its body parser before the adapter.
 * Tells the parent its port, and answers `cpu` with the CPU time used so far, in microseconds.
 */
export function echoServer(handle: (request: restify.Request, response: restify.Response) => Promise<void>): void {
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => await handle(request, response));
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  answerQuestions();
}

/** Answers the parent's `cpu`; when the parent goes, tidies up and ends the process. */
export function answerQuestions(tidyUp = async (): Promise<void> => undefined): void {
  process.on('message', (question: Question) => {
    if (question !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.on('disconnect', () => void tidyUp().finally(() => process.exit(0)));
}
