import type { Recipient } from '../../models/pendingWork.ts';
import { Person } from '../../models/person.ts';

/**
 * How to reach a recipient now.
 *
 * @returns `to` in the language that the person has chosen, if any; `inTeams` whether Usher can write to them there.
 */
export async function reach(recipient: Recipient): Promise<{ to: Recipient; inTeams: boolean }> {
  const person = await Person.findOne({ email: recipient.email }).lean();
  const { teams } = person ?? {};
  return {
    to: {
      email: recipient.email,
      firstName: recipient.firstName || person?.firstName || '',
      lastName: recipient.lastName || person?.lastName || '',
      language: person?.language ?? recipient.language,
    },
    inTeams: teams?.reference !== undefined && teams.unreachableSince === undefined,
  };
}
