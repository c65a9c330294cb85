import { IncomingMail } from '../../../models/incomingMail.ts';
import { IncomingSource } from '../../../models/incomingSource.ts';
import { inOrder } from '../../../models/inOrder.ts';
import { insertNew } from '../../../onboarding/insertNew.ts';
import { now } from '../../../onboarding/now.ts';
import { fromAddress } from '../prove/fromAddress.ts';
import { headerFields } from '../prove/headerFields.ts';

/**
 * Records the source of a mail that was found, so that it can be understood; once, however often it is fetched.
 *
 * @param mime absent where it cannot be had: the mail is kept, and shown as unreadable.
 * @param lastFault why it cannot be had, when that was a fault.
 */
export async function recordSource(_id: string, mime: Buffer | undefined, lastFault?: string): Promise<void> {
  // Whose it may be must be known as long as it is in hand, too: to be erased, for one.
  const fields = mime && headerFields(mime);
  const from = fields && fromAddress(fields);
  const [, recorded] = await inOrder(
    // First: a mail that is recorded and has no source never gets one.
    async () => mime && (await insertNew(IncomingSource, [{ _id, mime }])),
    () =>
      IncomingMail.collection.updateOne(
        { _id: _id as never, state: 'found' },
        {
          $set: {
            state: 'recorded',
            attempts: 0,
            dueAt: now(),
            ...(from !== undefined && { from }),
            ...(lastFault && { lastFault }),
          },
          $unset: { fetchAt: 1, ...(!lastFault && { lastFault: 1 }) },
        },
      ),
  );
  if (recorded.matchedCount > 0 || !mime) return;
  // Whoever fetched it at the same time may be done with it already.
  if (await IncomingMail.exists({ _id, state: 'filed' })) await IncomingSource.deleteOne({ _id });
}
