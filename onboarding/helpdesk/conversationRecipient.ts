import type { Conversation } from '../../models/conversation.ts';
import { Membership } from '../../models/membership.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import { Person } from '../../models/person.ts';

/** @returns the person of a conversation as somebody who can be written to; undefined while nobody knows who it is. */
export async function conversationRecipient({
  person: email,
  language,
}: Pick<Conversation, 'person' | 'language'>): Promise<Recipient | undefined> {
  if (email === undefined) return undefined;
  const [person, membership] = await Promise.all([
    Person.findOne({ email }).lean(),
    Membership.findOne({ email }, { firstName: 1, lastName: 1 }).lean(),
  ]);
  const named = person?.firstName || person?.lastName ? person : membership;
  return {
    email,
    firstName: named?.firstName ?? '',
    lastName: named?.lastName ?? '',
    language: person?.language ?? language ?? 'en',
  };
}
