import type { Request, Response, Server } from 'restify';

/**
 * Answers 503 to everything but `GET /healthz` while Usher starts or is being stopped: its routes are not all there, and
 * a 404 would be taken for an answer by Teams, by Graph and by people.
 */
export function refuseUntilReady(server: Server, isReady: () => boolean): void {
  server.pre((request: Request, response: Response, next: (goOn?: false) => void) => {
    if (isReady() || request.path() === '/healthz') return next();
    response.writeHead(503, { 'Retry-After': '5', 'Content-Length': '0', Connection: 'close' });
    response.end();
    next(false);
  });
}
