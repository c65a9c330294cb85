import type { Notice } from '../../models/notice.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import { onceOnly } from '../onceOnly.ts';

/** Puts a Teams message into the outbox under the work's id; done again, it finds it there. */
export async function recordMessage(house: House, _id: string, to: Recipient, notice: Notice): Promise<void> {
  const at = now();
  await onceOnly(() =>
    OutgoingMessage.updateOne(
      { _id },
      { $setOnInsert: { to, notice, state: 'waiting', attempts: 0, dueAt: at, createdAt: at } },
      { upsert: true },
    ),
  );
  house.recorded?.('message');
}
