import { createHmac } from 'node:crypto';
import { Types } from 'mongoose';
import { AuditEntry, type HelpdeskAction } from '../models/auditEntry.ts';
import { appendAudit } from '../onboarding/appendAudit.ts';
import type { House } from '../onboarding/house.ts';
import { now } from '../onboarding/now.ts';
import type { AuditAbout, Operator } from './call.ts';

/** Within such a length of time, counted from midnight UTC, the same look of the same operator is one entry. */
const oneLookMs = 10 * 60_000;

/** Notes what somebody of the helpdesk looks at or does; resolves once it is written. */
export async function auditLook(
  house: House,
  action: HelpdeskAction,
  { email }: Operator,
  { sameLook, details, ...about }: AuditAbout,
): Promise<void> {
  const at = now();
  let id = new Types.ObjectId().toHexString();
  if (sameLook !== undefined) {
    const window = Math.floor(at.getTime() / oneLookMs);
    const look = JSON.stringify([action, email, sameLook, window]);
    id = `look:${createHmac('sha256', house.linkSecret).update(look).digest('base64url')}`;
    // Most looks go on with one that is noted already; to find that out is cheaper than to append.
    if (await AuditEntry.exists({ _id: id })) return;
  }
  await appendAudit(house, id, {
    at,
    action,
    who: email,
    channel: 'helpdesk',
    ...about,
    ...(details && { details }),
  });
}
