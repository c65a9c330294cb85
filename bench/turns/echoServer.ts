import type { Server } from 'node:http';
import restify from 'restify';
import { measuredServer } from './measuredServer.ts';

/** Serves `POST /api/messages` as the samples of both libraries do: restify with its body parser before the adapter. */
export function echoServer(handle: (request: restify.Request, response: restify.Response) => Promise<void>): void {
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => await handle(request, response));
  measuredServer(server.server as Server);
}
