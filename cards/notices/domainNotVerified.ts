import type { Notice } from '../../models/notice.ts';
import { beginButton } from '../buttons.ts';
import { card, type SpokenCard } from '../card.ts';
import { heading, paragraph } from '../elements.ts';
import type { Reader } from '../inWords.ts';
import { recordsFound } from '../recordsFound.ts';

/** Tells who added a domain that Usher has stopped looking for its record, and what stood there instead. */
export function domainNotVerified(notice: Extract<Notice, { kind: 'domainNotVerified' }>, reader: Reader): SpokenCard {
  const { texts } = reader;
  const words = texts.notices;
  const { domainId, domain, organization, accountNumber, expected, found } = notice;
  if (notice.takenByAnother) {
    const line = words.domainTaken({ domain, organization, number: accountNumber });
    return card(
      `${words.domainNotVerifiedTitle}: ${line}`,
      [heading(words.domainNotVerifiedTitle), paragraph(line), paragraph(words.domainTakenNext)],
      [
        beginButton(texts.addDomain.remove, 'addDomain', { remove: domainId }),
        beginButton(texts.addDomain.show({ name: domain }), 'addDomain', { show: domainId }),
        beginButton(texts.walks.person, 'person'),
      ],
    );
  }
  const line = words.domainNotVerified({ domain, organization, number: accountNumber });
  return card(
    `${words.domainNotVerifiedTitle}: ${line}`,
    [
      heading(words.domainNotVerifiedTitle),
      paragraph(line),
      paragraph(
        notice.unanswered
          ? words.domainNotVerifiedUnanswered
          : found.length === 0
            ? words.domainNotVerifiedNothing
            : words.domainNotVerifiedFound,
      ),
      ...recordsFound(found, reader),
      paragraph(words.domainNotVerifiedExpected),
      paragraph(expected, { monospace: true, spacing: 'Small' }),
      paragraph(words.domainNotVerifiedNext),
    ],
    [
      beginButton(texts.addDomain.checkNow, 'addDomain', { check: domainId }),
      beginButton(texts.addDomain.show({ name: domain }), 'addDomain', { show: domainId }),
      beginButton(texts.walks.person, 'person'),
    ],
  );
}
