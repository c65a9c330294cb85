import type { RequestView } from '../onboarding/views.ts';
import { card, mostButtons, type SpokenCard } from './card.ts';
import { facts, heading, subheading } from './elements.ts';
import type { Reader } from './inWords.ts';
import { requestFacts } from './requestFacts.ts';
import { withdrawButton } from './withdrawButton.ts';

/** Several open requests of one person, of which one is to be withdrawn. */
export function ownRequests(requests: readonly RequestView[], reader: Reader): SpokenCard {
  const words = reader.texts.withdrawRequest;
  const shown = requests.slice(0, mostButtons);
  return card(
    words.whichTitle,
    [
      heading(words.whichTitle),
      ...shown.flatMap((request) => [
        subheading(words.about[request.kind]({ organization: request.account.organization })),
        facts(requestFacts(request, reader)),
      ]),
    ],
    shown.map(({ id, kind, account: { number } }) => withdrawButton(reader.texts, id, { kind, number })),
  );
}
