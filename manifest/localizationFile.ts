import type { AppTexts } from './AppTexts.ts';
import { commandScopes } from './commandScopes.ts';
import { schemaUrl } from './schemaUrl.ts';

/**
 * @returns the file with which Teams shows the app in another language than that of the manifest: a flat object whose
 *   keys point into the manifest, so a command is known by the place of its list and its own place in it.
 * @param withHelpdesk whether the console is a tab.
 */
export function localizationFile(
  texts: AppTexts,
  { withHelpdesk = false } = {},
): Record<string, string> & { $schema: string } {
  const commands = commandScopes.flatMap((list, listIndex) =>
    list.commands.flatMap((name, index) => {
      const place = `bots[0].commandLists[${listIndex}].commands[${index}]`;
      const { title, description } = texts.commands[name];
      return [
        [`${place}.title`, title],
        [`${place}.description`, description],
      ];
    }),
  );
  return {
    $schema: schemaUrl('MicrosoftTeams.Localization'),
    'name.short': texts.shortName,
    'name.full': texts.fullName,
    'description.short': texts.shortDescription,
    'description.full': texts.fullDescription,
    ...(withHelpdesk && { 'staticTabs[1].name': texts.helpdeskTab }),
    ...Object.fromEntries(commands),
  };
}
