import type { AccountFinding } from '../onboarding/findAdministrator.ts';
import { beginButton } from './buttons.ts';
import type { Action } from './card.ts';
import type { Reader } from './inWords.ts';

/**
 * @param findings what *find my administrator* found, as many as one card shows.
 * @param wish what was said of what is asked for; the button carries it to the form.
 * @returns a button for each account whose administrators may be asked for an invitation, with the account's number
 *   where there are several accounts.
 */
export function askButtons(
  findings: readonly AccountFinding[],
  { texts }: Reader,
  wish: Record<string, string> = {},
): Action[] {
  const words = texts.findAdministrator;
  return findings
    .filter(({ mayAsk }) => mayAsk)
    .map(({ account }) =>
      beginButton(findings.length > 1 ? words.askFor({ number: account.number }) : words.ask, 'findAdministrator', {
        ask: account.id,
        ...wish,
      }),
    );
}
