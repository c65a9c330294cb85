import { Invitation } from '../../models/invitation.ts';
import { readId } from '../../onboarding/readId.ts';
import { faultInWords } from './faultInWords.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

const bounced = { state: 'pending' as const, 'undeliverable.at': { $exists: true } };

/** Invitations that came back. To send one again, or elsewhere, is a command of its own. */
export const bounce: StuckSource = {
  kind: 'bounce',
  async list(most) {
    const invitations = await Invitation.find(bounced).sort({ 'undeliverable.at': -1 }).limit(most).lean();
    return invitations.map(asThing);
  },
  async find(id) {
    const _id = readId(id);
    const invitation = _id && (await Invitation.findOne({ _id, ...bounced }).lean());
    return invitation ? asThing(invitation) : undefined;
  },
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
