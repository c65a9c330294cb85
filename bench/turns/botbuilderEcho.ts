// The bare botbuilder echo: what its samples show, and nothing else.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { echoServer } from './echoServer.ts';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
echoServer((request, response) =>
  adapter.process(request, response, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
  }),
);
