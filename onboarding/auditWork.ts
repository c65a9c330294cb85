import type { Types } from 'mongoose';
import type { AuditedAction, Channel } from '../models/auditEntry.ts';
import type { Work } from '../models/pendingWork.ts';
import { now } from './now.ts';

/**
 * The piece of work that puts a change of access into the audit log.
 *
 * @param by who did it, by address (`usher` for what happens by itself), and through which channel.
 * @param details plain facts; no secret, no free text.
 */
export function auditWork(
  action: AuditedAction,
  by: { email: string; channel: Channel },
  purchasingAccount: Types.ObjectId,
  forWhom?: string,
  details?: Record<string, unknown>,
): Work {
  return {
    kind: 'audit',
    facts: {
      at: now(),
      action,
      who: by.email,
      channel: by.channel,
      purchasingAccount: purchasingAccount.toHexString(),
      ...(forWhom !== undefined && { forWhom }),
      ...(details !== undefined && { details }),
    },
  };
}
