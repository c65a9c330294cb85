import { Person } from '../models/person.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';

export interface RememberPersonInput {
  email: string;
  firstName: string;
  lastName: string;
  teams?: Person['teams'];
}

/**
 * Remembers somebody from the roster, with how to reach them in Teams. What is not given stays as it was; whoever is
 * just talking there can be reached again.
 */
export async function rememberPerson(_house: House, input: RememberPersonInput): Promise<Person> {
  const email = input.email.trim().toLowerCase();
  const teams = Object.entries(input.teams ?? {}).filter(
    ([key, value]) => key !== 'unreachableSince' && value !== undefined,
  );
  for (let attempt = 0; ; attempt++) {
    try {
      return (await Person.findOneAndUpdate(
        { email },
        {
          $set: {
            firstName: input.firstName,
            lastName: input.lastName,
            ...Object.fromEntries(teams.map(([key, value]) => [`teams.${key}`, value])),
          },
          ...(teams.length > 0 && { $unset: { 'teams.unreachableSince': 1 as const } }),
        },
        { upsert: true, returnDocument: 'after' },
      ).lean()) as Person;
    } catch (fault) {
      // Two first contacts in one instant: the second finds what the first has made.
      if (!isDuplicateKey(fault) || attempt > 0) throw fault;
    }
  }
}
