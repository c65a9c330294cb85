import type { Request, Response, Server } from 'restify';
import { faultReference } from '../onboarding/faultReference.ts';
import { readActivity } from './arrivingActivity.ts';
import { Bot, type BotOptions } from './bot.ts';
import { isLoopbackHost } from './loopback.ts';
import { readBody } from './readBody.ts';

/** A file of 1 MB as a data URL, and the activity around it. In bytes. */
const largestBody = 2_000_000;

/**
 * Serves `POST /api/messages`. The server must not parse bodies for all routes (restify.plugins.bodyParser in
 * `server.use`): this route reads its own, with a limit.
 * @returns the bot; `start()` it when the store is open, `stop()` it before the store is closed.
 */
export function mountBot(server: Server, options: BotOptions): Bot {
  const bot = new Bot(options);
  const local = options.teams === undefined;

  server.post('/api/messages', async (request: Request, response: Response) => {
    if (local && comesFromElsewhere(request)) {
      return void response.json(403, { error: 'In local mode only clients on this machine may talk to Usher.' });
    }
    const body = await readBody(request, largestBody);
    if (body.outcome === 'refused') return void response.json(body.status, { error: body.why });
    const read = readActivity(body.json);
    if ('problem' in read) return void response.json(400, { error: read.problem });
    try {
      const { status, body: answer } = await bot.receive(read.activity, request.headers.authorization ?? '');
      if (answer === undefined) response.send(status);
      else response.json(status, answer);
    } catch (fault) {
      const reference = faultReference();
      options.log.error({ reference, err: fault }, 'an activity could not be taken');
      response.json(500, { error: 'Something went wrong.', reference });
    }
  });
  // Agents Playground looks whether anybody is there before it sends the first activity.
  server.head('/api/messages', async (_request: Request, response: Response) => void response.send(200));
  return bot;
}

/**
 * A page of any site can make the browser post to this machine, under a name of its own that it lets point here; what
 * it cannot do is choose the Host and Origin headers.
 */
function comesFromElsewhere(request: Request): boolean {
  const { host, origin } = request.headers;
  const hostName = (from: string) => (URL.canParse(from) ? new URL(from).hostname : '');
  if (host !== undefined && !isLoopbackHost(hostName(`http://${host}`))) return true;
  return origin !== undefined && !isLoopbackHost(hostName(origin));
}
