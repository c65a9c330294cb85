import type { Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import type { House } from '../house.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import { now } from '../now.ts';

/** Puts a mail into the outbox under the work's id; done again, it finds it there, whatever became of it. */
export async function recordMail(house: House, _id: string, to: Recipient, notice: Notice): Promise<void> {
  const at = now();
  await once(() =>
    OutgoingMail.updateOne(
      { _id },
      { $setOnInsert: { to, notice, state: 'waiting', attempts: 0, dueAt: at, createdAt: at } },
      { upsert: true },
    ),
  );
  house.recorded?.('mail');
}

/** Two upserts of one id in one instant: for the one that comes second it is done. */
async function once(upsert: () => PromiseLike<unknown>): Promise<void> {
  try {
    await upsert();
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
