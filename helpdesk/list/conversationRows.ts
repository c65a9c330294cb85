import { Types } from 'mongoose';
import type { ListedConversation } from '../../models/listedConversation.ts';
import { accountsById } from '../../onboarding/accountsById.ts';
import type { ConversationRow } from '../api.ts';

/** @returns conversations as the page shows them, in the same order. */
export async function conversationRows(listed: readonly ListedConversation[]): Promise<ConversationRow[]> {
  const ids = [...new Set(listed.flatMap(({ organizations }) => organizations))];
  const accounts = await accountsById(ids.map((id) => new Types.ObjectId(id)));
  return listed.map((one) => {
    const names = one.organizations.flatMap((id) => accounts.get(id)?.organization ?? []);
    return {
      id: one._id,
      channel: one.channel,
      ...(one.person !== undefined && {
        person: { email: one.person, ...(one.name !== undefined && { name: one.name }) },
      }),
      ...(one.person === undefined && one.claims !== undefined && { claims: one.claims }),
      organizations: [...new Set(names)],
      ...(one.language !== undefined && { language: one.language }),
      ...(one.walk !== undefined && { walk: one.walk }),
      ...(one.step !== undefined && { step: one.step }),
      startedAt: one.startedAt.toISOString(),
      lastMessageAt: one.lastMessageAt.toISOString(),
      lastText: one.lastText,
      lastDirection: one.lastDirection,
      ...(one.lastOperator !== undefined && { lastOperator: one.lastOperator }),
      ...(one.waitingSince && { waitingSince: one.waitingSince.toISOString() }),
      ...(one.joinedBy && { joinedBy: { email: one.joinedBy.email, name: one.joinedBy.name } }),
      ...(one.doneAt && { doneAt: one.doneAt.toISOString() }),
      stuck: one.stuckAt !== undefined,
    };
  });
}
