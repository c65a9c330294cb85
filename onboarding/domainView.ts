import { domainToUnicode } from 'node:url';
import type { Domain } from '../models/domain.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { accountView } from './accountView.ts';
import type { DomainView } from './views.ts';

/** @param domain not one that was removed, except as it was before. */
export function domainView(domain: Domain, account: PurchasingAccount): DomainView {
  const { name, txtRecord, addedAt, verifiedAt, lastCheckedAt, fault, checksEndAt } = domain;
  const kept = domain.state === 'removed' ? 'failed' : domain.state;
  const state = kept === 'failed' && domain.takenByAnother ? 'takenByAnother' : kept;
  const next = state === 'pending' && domain.pendingWork.find(({ work }) => work.kind === 'checkDomain');
  return {
    id: domain._id.toHexString(),
    name,
    unicodeName: domainToUnicode(name),
    account: accountView(account),
    state,
    txtRecord,
    addedAt,
    ...(verifiedAt && { verifiedAt }),
    ...(lastCheckedAt && { lastCheckedAt }),
    found: [...domain.found],
    ...(fault && { fault }),
    checksEndAt,
    ...(next && { nextCheckAt: next.dueAt }),
  };
}
