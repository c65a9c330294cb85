import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import packageJson from '../package.json' with { type: 'json' };
import { commandScopes } from './commandScopes.ts';
import { defaultLanguage, otherLanguages } from './languages.ts';
import { schemaUrl, schemaVersion } from './schemaUrl.ts';

/** Which installation of Usher the package is for. */
export interface Installation {
  /** The GUID under which the bot is registered. */
  readonly appId: string;
  /** The host, in ASCII and lower case, at which the service is reached over https. */
  readonly domain: string;
  /** The Application ID of the registration by which the helpdesk signs in; absent: the console is no tab. */
  readonly helpdeskClientId?: string;
}

/**
 * @returns manifest.json for one installation. The app takes the bot's GUID for its own, so that a package built again,
 *   on whatever machine, updates the app in Teams and never appears beside it as a second one.
 */
export function appManifest({
  appId,
  domain,
  helpdeskClientId,
}: Installation): TeamsManifestLatest & { $schema: string } {
  const { tag, texts } = defaultLanguage;
  return {
    $schema: schemaUrl('MicrosoftTeams'),
    manifestVersion: schemaVersion,
    version: packageJson.version,
    id: appId,
    developer: {
      name: 'Usher',
      websiteUrl: `https://${domain}/`,
      privacyUrl: `https://${domain}/privacy`,
      termsOfUseUrl: `https://${domain}/terms`,
    },
    localizationInfo: {
      defaultLanguageTag: tag,
      additionalLanguages: otherLanguages.map((language) => ({
        languageTag: language.tag,
        file: `${language.tag}.json`,
      })),
    },
    name: { short: texts.shortName, full: texts.fullName },
    description: { short: texts.shortDescription, full: texts.fullDescription },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#4F52B2',
    bots: [
      {
        botId: appId,
        scopes: commandScopes.map((list) => list.scope),
        isNotificationOnly: false,
        // For the CSV file of people to invite. Teams offers files to a bot in personal chat only, whatever else is set.
        supportsFiles: true,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: commandScopes.map((list) => ({
          scopes: [list.scope],
          commands: list.commands.map((name) => ({ ...texts.commands[name] })),
        })),
      },
    ],
    ...(helpdeskClientId !== undefined && helpdeskTab(domain, helpdeskClientId, texts.helpdeskTab)),
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [domain],
  };
}

/** The console beside the chat, which stays the first tab; it signs in by what Teams hands it (docs/teams.md). */
function helpdeskTab(
  domain: string,
  clientId: string,
  name: string,
): Pick<TeamsManifestLatest, 'staticTabs' | 'webApplicationInfo'> {
  const page = `https://${domain}/helpdesk`;
  return {
    staticTabs: [
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'helpdesk', name, contentUrl: `${page}?in=teams`, websiteUrl: page, scopes: ['personal'] },
    ],
    webApplicationInfo: { id: clientId, resource: `api://${domain}/${clientId}` },
  };
}
