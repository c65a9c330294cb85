import { Invitation } from '../models/invitation.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import { now } from './now.ts';

/**
 * Marks an invitation as expired that is past its date and still stands as pending, and has its inviter told. Does
 * nothing to any other.
 */
export async function endExpired(invitation: Pick<Invitation, '_id' | 'email' | 'purchasingAccount'>): Promise<void> {
  const at = now();
  await Invitation.updateOne(
    { _id: invitation._id, state: 'pending', expiresAt: { $lte: at } },
    {
      $set: { state: 'expired', endedAt: at },
      ...addWork([
        { kind: 'tellInviter', news: { outcome: 'expired' } },
        auditWork(
          'invitationExpired',
          { email: 'usher', channel: 'usher' },
          invitation.purchasingAccount,
          invitation.email,
        ),
      ]),
    },
  );
}
