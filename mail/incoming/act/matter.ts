import type { Reader } from '../../../cards/inWords.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { AccessRequested } from '../../../models/notice.ts';
import type { Actor } from '../../../onboarding/actor.ts';

/** A request that is answered, and how its decider is spoken to. */
export interface Matter {
  asked: AccessRequested;
  to: Actor;
  reader: Reader;
}

/** Whose request it is: an answer has to be understood without the mail that it answers. */
export function whatAbout({ asked: { requester, organization }, reader: { texts } }: Matter): MailBlock {
  const { mail } = texts;
  return {
    kind: 'facts',
    rows: [
      { label: mail.person, value: requester.name },
      { label: mail.email, value: requester.email },
      { label: mail.organization, value: organization },
    ],
  };
}
