import { AuditEntry, type AuditedAction } from '../../models/auditEntry.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { AuditFilter, AuditRow, Page } from '../api.ts';
import { readCursor, writeCursor } from '../list/cursor.ts';
import { filterTimes } from '../list/filterTimes.ts';
import type { WrongInput } from '../wrongInput.ts';

/** Rows of one page. */
const perPage = 50;

/** @returns a page of the audit log, newest first. @param cursor where to go on. */
export async function listAudit(
  { who, forWhom, action, ...days }: Omit<AuditFilter, 'action'> & { action?: AuditedAction },
  cursor?: string,
): Promise<Page<AuditRow> | WrongInput> {
  const place = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && !place) return { wrong: ['cursor'] };
  const { from, to } = filterTimes(days);
  const choices = [
    // A search shows words of several people.
    ...(forWhom === undefined ? [] : [{ $or: [{ forWhom }, { 'details.people': forWhom }] }]),
    ...(place ? [{ $or: [{ at: { $lt: place.at } }, { at: place.at, _id: { $lt: place.id } }] }] : []),
  ];
  const entries = await AuditEntry.find({
    ...(who !== undefined && { who }),
    ...(action !== undefined && { action }),
    ...((from || to) && { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
    ...(choices.length > 0 && { $and: choices }),
  })
    .sort({ at: -1, _id: -1 })
    .limit(perPage + 1)
    .lean();
  const shown = entries.slice(0, perPage);
  const accounts = [...new Set(shown.flatMap(({ purchasingAccount }) => purchasingAccount ?? []))];
  const found = await PurchasingAccount.find({ _id: { $in: accounts } }, { organization: 1 }).lean();
  const names = new Map(found.map(({ _id, organization }) => [_id.toHexString(), organization]));
  const last = shown.at(-1);
  return {
    rows: shown.map(({ _id, at, purchasingAccount, ...entry }) => {
      const organization = purchasingAccount && names.get(purchasingAccount);
      return {
        id: _id,
        at: at.toISOString(),
        action: entry.action,
        who: entry.who,
        ...(entry.forWhom !== undefined && { forWhom: entry.forWhom }),
        channel: entry.channel,
        ...(organization && { organization }),
        ...(entry.conversation !== undefined && { conversation: entry.conversation }),
        ...(entry.details !== undefined && { details: entry.details }),
        ...(entry.seq !== undefined && { seq: entry.seq }),
      };
    }),
    ...(last && entries.length > perPage && { next: writeCursor({ at: last.at, id: last._id }) }),
  };
}
