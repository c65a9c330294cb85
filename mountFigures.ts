import type { Registry } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import { faultReference } from './onboarding/faultReference.ts';
import type { House } from './onboarding/house.ts';

/** Serves `GET /metrics` for Prometheus. Some figures are asked of the store: while it is away there are none, and 503. */
export function mountFigures(server: Server, { register, log }: { register: Registry; log: House['log'] }): void {
  server.get('/metrics', async (_request: Request, response: Response) => {
    try {
      const body = await register.metrics();
      response.writeHead(200, { 'Content-Type': register.contentType });
      response.end(body);
    } catch (fault) {
      const reference = faultReference();
      log.error({ err: fault, reference }, 'the figures could not be read');
      response.json(503, { reference });
    }
  });
}
