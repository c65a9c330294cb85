import { type CommandName, commandNames } from './commandNames.ts';

/** The places where people may talk to Usher, spelt as the schema spells them. */
export type BotScope = 'personal' | 'team' | 'groupChat';

/** A partner's customers, and which language Usher speaks to one person, are nobody else's business. */
const privateCommands: readonly CommandName[] = ['partner', 'changeLanguage'];

const sharedCommands = commandNames.filter((name) => !privateCommands.includes(name));

/** Which commands Teams suggests where. The order is that of the lists in the manifest, which localization counts by. */
export const commandScopes: readonly { readonly scope: BotScope; readonly commands: readonly CommandName[] }[] = [
  { scope: 'personal', commands: commandNames },
  { scope: 'team', commands: sharedCommands },
  { scope: 'groupChat', commands: sharedCommands },
];
