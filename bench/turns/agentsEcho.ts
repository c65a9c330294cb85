// The bare echo of botbuilder's successor.
import { CloudAdapter } from '@microsoft/agents-hosting';
import { echoServer } from './echoServer.ts';

const adapter = new CloudAdapter();
echoServer((request, response) =>
  adapter.process(request as never, response as never, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
  }),
);
