import type { ConversationFilter } from './api.ts';
import type { AuditAbout } from './call.ts';

/**
 * @returns a filter as an entry of the audit log says it: the person and the organization where they stand in every entry,
 *   the rest by its names.
 */
export function filterInAudit({ person, organization, ...filter }: ConversationFilter): Pick<
  AuditAbout,
  'forWhom' | 'purchasingAccount'
> & {
  filter: Omit<ConversationFilter, 'person' | 'organization'>;
} {
  return {
    ...(person !== undefined && { forWhom: person.toLowerCase() }),
    ...(organization !== undefined && { purchasingAccount: organization }),
    filter,
  };
}
