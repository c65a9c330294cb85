import type { Notice } from '../../models/notice.ts';
import { card, type SpokenCard } from '../card.ts';
import { heading, paragraph } from '../elements.ts';
import type { Reader } from '../inWords.ts';

/** Tells the helpdesk's channel who waits; @param consoleUrl without a slash at its end. */
export function personWanted(
  { channel, person, conversation }: Extract<Notice, { kind: 'personWanted' }>,
  consoleUrl: string,
  { texts }: Reader,
): SpokenCard {
  const words = texts.personWanted;
  const who = person ? [person.name, `(${person.email})`].filter(Boolean).join(' ') : words.unknown;
  const line = words.line[channel]({ who });
  return card(
    `${words.title}: ${line}`,
    [heading(words.title), paragraph(line)],
    [
      {
        type: 'Action.OpenUrl',
        title: words.open,
        url: `${consoleUrl}/conversations/${encodeURIComponent(conversation)}`,
      },
    ],
  );
}
