import type { PendingWork, WithPendingWork, Work } from '../../models/pendingWork.ts';

/** One piece of work of a kind, and the document in which it stands, as leased: it may have changed since. */
export interface Handed<Kind extends Work['kind'], Document = unknown> {
  item: PendingWork;
  work: Extract<Work, { kind: Kind }>;
  document: Document & WithPendingWork;
}
