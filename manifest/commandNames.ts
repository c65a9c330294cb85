/**
 * What Teams offers people to say, by the intent that language understanding finds in it. The order is the one of the
 * menu: what someone who is not in yet needs comes first. *Cancel* is missing on purpose: it means something only
 * within a walk, and there it is a button.
 */
export const commandNames = [
  'findAdministrator',
  'resendInvitation',
  'inviteUser',
  'checkRole',
  'addDomain',
  'onlineServices',
  'partner',
  'person',
  'changeLanguage',
  'help',
] as const;

export type CommandName = (typeof commandNames)[number];
