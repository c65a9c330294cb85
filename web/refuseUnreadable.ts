import type { Request, Response, Server } from 'restify';

/**
 * Refuses what names no address: `GET http://[`, or any path behind the Host `[`. restify makes a URL of both before
 * it looks for the route, outside of anything that is caught: one such request would end the process.
 */
export function refuseUnreadable(server: Server): void {
  server.pre((request: Request, response: Response, next: (goOn?: false) => void) => {
    try {
      request.getUrl();
    } catch {
      response.writeHead(400, { 'Content-Length': '0', Connection: 'close' });
      response.end();
      return next(false);
    }
    next();
  });
}
