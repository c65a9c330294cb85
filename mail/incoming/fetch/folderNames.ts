import type { IncomingMailKind } from '../../../models/incomingMail.ts';

/** The folder that a mail is put into for what became of it. Names that stand in mailboxes: changed, they leave the old folders behind. */
export const folderNames: Record<IncomingMailKind, string> = {
  decision: 'Usher: decisions',
  invitationAnswer: 'Usher: answers to invitations',
  request: 'Usher: requests',
  bounce: 'Usher: bounces',
  automatic: 'Usher: automatic',
  other: 'Usher: for a person',
  unproven: 'Usher: unproven',
  duplicate: 'Usher: duplicates',
  unreadable: 'Usher: unreadable',
};
