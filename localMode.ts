import { join } from 'node:path';
import type { Server } from 'restify';
import { helpdeskReturnPath } from './helpdesk/signIn/helpdeskReturnPath.ts';
import { makeSignInLink } from './helpdesk/signIn/makeSignInLink.ts';
import { signInLinkMinutes } from './helpdesk/signIn/signInLinkMinutes.ts';
import { textsFor } from './language/texts.ts';
import type { HelpdeskRole } from './models/operatorSession.ts';
import type { House } from './onboarding/house.ts';
import { chatPeople } from './sandbox/chatPeople.ts';
import { helpdeskPeople, helpdeskStaff } from './sandbox/helpdeskPeople.ts';
import { mountIdentity } from './sandbox/identity/mountIdentity.ts';
import { mountMailbox } from './sandbox/mailbox/mountMailbox.ts';
import { publishedTxt } from './sandbox/mailbox/signing/publishedTxt.ts';
import { startPlaygrounds } from './sandbox/playground/startPlaygrounds.ts';
import { fillSampleOrganizations } from './sandbox/sampleOrganizations.ts';
import type { Settings } from './settings.ts';
import { microsoftReturnPath } from './web/signIn/microsoftSignIn.ts';

export type LocalMode = Awaited<ReturnType<typeof startLocal>>;

interface LocalModeOptions {
  settings: Settings;
  server: Server;
  house: House;
  port: number;
  publicUrl: string;
}

/** The domains of the sample organizations, which their people sign in from. */
const domains = ['contoso.com', 'fabrikam.com', 'tailspintoys.com', 'northwindtraders.com'];

const people = chatPeople.map((person) => ({ ...person, name: `${person.firstName} ${person.lastName}` }));

/** Starts everything that stands in for Microsoft's cloud: sample organizations, mailboxes, sign-in; chats when announced. */
export async function startLocal({ settings, server, house, port, publicUrl }: LocalModeOptions) {
  await fillSampleOrganizations(house);
  const notifier = mountMailbox(server, { people, usher: { name: 'Usher', email: settings.mailbox } });
  const identity = mountIdentity(server, {
    doors: [
      { redirectUri: publicUrl + microsoftReturnPath, people },
      {
        redirectUri: publicUrl + helpdeskReturnPath,
        people: helpdeskStaff.map(({ role, ...person }) => ({
          ...person,
          title: role,
          organization: 'Business Center',
          roles: [role],
        })),
      },
    ],
    origin: `http://localhost:${port}`,
  });
  const helpdeskLink = (role: HelpdeskRole) => publicUrl + makeSignInLink(house.linkSecret, role);
  /** Where the chats that have started are, by whose they are. */
  const chatUrls = new Map<string, string>();
  let stopChats = async (): Promise<void> => undefined;

  async function startChats(firstPort: number): Promise<void> {
    const { ready, stop } = startPlaygrounds({
      people: chatPeople,
      folder: join(settings.dataDirectory, 'playgrounds'),
      endpoint: `http://127.0.0.1:${port}/api/messages`,
      firstPort,
      log: house.log,
    });
    stopChats = stop;
    for (const { person, url } of await ready) chatUrls.set(person.email, url);
    const titles = textsFor('en').pages.sampleTitles;
    const lines = people.map(
      ({ name, title, organization, email }) =>
        `  ${(chatUrls.get(email) ?? 'not running').padEnd(24)}${name}: ${titles[title]}, ${organization}`,
    );
    console.log(`Chats with Usher, each in a window of its own:\n${lines.join('\n')}\n\nCtrl-C ends everything.`);
  }

  return {
    /** Where people sign in as with Microsoft Entra. */
    identity: { ...identity, domains },
    /** The helpdesk's people by the links that let them in. */
    links: {
      people: helpdeskPeople,
      used: (role: HelpdeskRole) => console.log(`The next sign-in link to the helpdesk: ${helpdeskLink(role)}`),
    },
    /** What the start page leads to. */
    places: () => ({
      chats: people.map((person) => ({ ...person, url: chatUrls.get(person.email) })),
      mailboxUrl: '/sandbox/mailbox',
    }),
    /** What DNS says, with the records by which the sample people's mails are signed. */
    publishedTxt,
    /**
     * Says where everything is, and starts the chats.
     *
     * @param hasConsole whether the helpdesk's page was built.
     */
    announce({ hasConsole }: { hasConsole: boolean }): void {
      console.log(
        [
          'Usher is ready, in local mode.\n',
          `  start page  ${publicUrl}/`,
          `  mailbox     ${publicUrl}/sandbox/mailbox`,
          ...(hasConsole
            ? [
                `  helpdesk    ${helpdeskLink('Helpdesk.Act')}`,
                `  look only   ${helpdeskLink('Helpdesk.Read')}`,
                `              (each of these two works once, for ${signInLinkMinutes} minutes; npm run -s usher -- helpdesk-link --role act)`,
              ]
            : []),
          '',
        ].join('\n'),
      );
      if (settings.local?.chats) void startChats(settings.local.firstChatPort);
    },
    async stop(): Promise<void> {
      notifier.stop();
      await stopChats();
    },
  };
}
