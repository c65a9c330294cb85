import { Invitation } from '../../models/invitation.ts';
import { readId } from '../../onboarding/readId.ts';
import { faultInWords } from './faultInWords.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

const bounced = { state: 'pending' as const, 'undeliverable.at': { $exists: true } };

/** Invitations that came back. To send one again, or elsewhere, is a command of its own. */
export const bounce: StuckSource = {
  kind: 'bounce',
  ...stuckDocuments(Invitation, { stuck: () => bounced, since: 'undeliverable.at', asThing, readId }),
};

function asThing({ _id, email, undeliverable, sentAt, sendings, invitedBy }: Invitation): StuckThing {
  return {
    id: _id.toHexString(),
    since: (undeliverable?.at ?? sentAt).toISOString(),
    facts: {
      to: email,
      // The remote system's words, without what it may have been made to repeat.
      reason: faultInWords(undeliverable?.reason).fault ?? '',
      attempts: sendings,
      ...(invitedBy !== undefined && { invitedBy }),
    },
    person: email,
    as: `sending ${sendings}`,
  };
}
