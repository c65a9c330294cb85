// A bare restify handler that answers, under each path, the bytes that were put there.
import type { Server } from 'node:http';
import restify from 'restify';
import { measuredServer } from '../turns/measuredServer.ts';

const answers = new Map<string, Buffer>();
const server = restify.createServer();
server.put('/*', async (request: restify.Request, response: restify.Response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  answers.set(request.url ?? '', Buffer.concat(parts));
  response.send(204);
});
server.get('/*', async (request: restify.Request, response: restify.Response) => {
  const body = answers.get(request.url ?? '');
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(body);
});
measuredServer(server.server as Server);
