import { Conversation } from '../../models/conversation.ts';
import type { Audited, AuditedCall } from '../call.ts';

/** Notes that somebody looks at a conversation, for whose person it is. */
export async function noteLook(call: Pick<AuditedCall<{ id: string }>, 'input' | 'audit'>): Promise<Audited> {
  const { id } = call.input;
  const found = await Conversation.findById(id, { person: 1 }).lean();
  return await call.audit({
    conversation: id,
    ...(found?.person !== undefined && { forWhom: found.person }),
    sameLook: id,
  });
}
