import type { DomainView } from '../onboarding/views.ts';
import { stepButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { domainInWords } from './domainInWords.ts';
import { heading, paragraph } from './elements.ts';
import type { Reader } from './inWords.ts';

/** Asks for a second yes before a domain is removed, and says what that does. */
export function domainRemoval(
  domain: DomainView,
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const words = reader.texts.addDomain;
  const { organization, number } = domain.account;
  const question = words.removeQuestion({ name: domainInWords(domain, reader), organization, number });
  return card(
    `${words.removeTitle} ${question}`,
    [
      heading(words.removeTitle),
      paragraph(question),
      paragraph(domain.state === 'verified' ? words.removeVerified : words.removePending),
    ],
    [
      stepButton(words.removeYes, { ...button, action: 'remove' }, 'destructive'),
      stepButton(words.removeNo, { ...button, action: 'keep' }),
    ],
  );
}
