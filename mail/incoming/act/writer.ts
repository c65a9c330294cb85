import type { Types } from 'mongoose';
import { writtenLanguage } from '../../../dialogs/writtenLanguage.ts';
import { Membership } from '../../../models/membership.ts';
import { Person } from '../../../models/person.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import type { House } from '../../../onboarding/house.ts';
import { knownLanguage } from '../../../onboarding/knownLanguage.ts';
import type { ExaminedWriting } from '../examine/examined.ts';
import { nameOfWriter } from './nameOfWriter.ts';

/** Who has written a mail. */
export interface Writer {
  actor: Actor;
  /** What the person chose; it wins over what they write in. */
  preferredLanguage?: string;
  /** One that the person has access to. */
  purchasingAccount?: Types.ObjectId;
}

/**
 * Who has written a mail, and in which language they are spoken to: the one they chose, else the one they write in.
 *
 * @param email the proven From address.
 * @param examined its display name, or the address, is used to greet with where nothing better is known; it proves nothing.
 */
export async function writerOf(house: House, email: string, { read, understood }: ExaminedWriting): Promise<Writer> {
  const [person, membership] = await Promise.all([
    Person.findOne({ email }).lean(),
    Membership.findOne({ email }).lean(),
  ]);
  const known = person?.firstName || person?.lastName ? person : membership;
  const { firstName, lastName } = known ?? nameOfWriter(read.from[0]?.name ?? '', email);
  return {
    actor: {
      email,
      firstName,
      lastName,
      language: person?.language ?? writtenLanguage(understood) ?? (await knownLanguage(house, { email })) ?? 'en',
      channel: 'mail',
    },
    ...(person?.language !== undefined && { preferredLanguage: person.language }),
    ...(membership && { purchasingAccount: membership.purchasingAccount }),
  };
}
