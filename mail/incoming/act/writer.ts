import type { Types } from 'mongoose';
import { Membership } from '../../../models/membership.ts';
import { Person } from '../../../models/person.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import type { House } from '../../../onboarding/house.ts';
import { knownLanguage } from '../../../onboarding/knownLanguage.ts';
import { readName } from '../../../onboarding/readName.ts';

/** Who has written a mail. */
export interface Writer {
  actor: Actor;
  /** What the person chose; it wins over what they write in. */
  preferredLanguage?: string;
  /** One that the person has access to. */
  purchasingAccount?: Types.ObjectId;
}

/**
 * @param email the proven From address.
 * @param displayName as From gives it; used to greet with where nothing better is known, proves nothing.
 * @param written the language of the mail, where it tells.
 */
export async function writerOf(
  house: House,
  email: string,
  displayName: string,
  written: string | undefined,
): Promise<Writer> {
  const [person, membership] = await Promise.all([
    Person.findOne({ email }).lean(),
    Membership.findOne({ email }).lean(),
  ]);
  const [firstName = '', ...rest] = 'name' in readName(displayName) ? displayName.trim().split(/\s+/) : [];
  const named = person?.firstName || person?.lastName ? person : membership;
  return {
    actor: {
      email,
      firstName: named?.firstName ?? firstName,
      lastName: named?.lastName ?? rest.join(' '),
      language: person?.language ?? written ?? (await knownLanguage(house, { email })) ?? 'en',
      channel: 'mail',
    },
    ...(person?.language !== undefined && { preferredLanguage: person.language }),
    ...(membership && { purchasingAccount: membership.purchasingAccount }),
  };
}
