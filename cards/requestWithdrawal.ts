import type { RequestView } from '../onboarding/views.ts';
import { stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { facts, heading, paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';
import { requestFacts } from './requestFacts.ts';

/** Asks its requester for a second yes before a request is withdrawn, and says what that does. */
export function requestWithdrawal(
  request: RequestView,
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const words = reader.texts.withdrawRequest;
  const about = words.about[request.kind]({ organization: request.account.organization });
  return card(
    `${words.title} ${about}`,
    [heading(words.title), paragraph(about), facts(requestFacts(request, reader)), paragraph(words.lead)],
    [
      stepButton(words.yes, { ...button, action: 'withdraw' }, 'destructive'),
      stepButton(words.no, { ...button, action: 'keep' }),
    ],
  );
}
