import type { AccountFinding } from '../onboarding/findAdministrator.ts';
import { beginButton } from './buttons.ts';
import type { Action } from './card.ts';
import type { Reader } from './inWords.ts';

/**
 * @param findings what *find my administrator* found, as many as one card shows.
 * @returns a button for each invitation of the reader's own that can be had once more: sent again while it waits, asked
 *   for once it has expired and they can ask no other way. With the account's number where there are several accounts.
 *   None for the one that comes from the agreement: it takes the three facts.
 */
export function renewButtons(findings: readonly AccountFinding[], { texts }: Reader): Action[] {
  const isOneOfSeveral = findings.length > 1;
  return findings.flatMap(({ yourInvitation, yourRequest, mayAsk, account: { number } }) => {
    if (yourInvitation?.invitedBy === undefined) return [];
    const isWaiting = yourInvitation.state === 'pending';
    if (!isWaiting && (mayAsk || yourRequest)) return [];
    const words = texts.resendInvitation.own[isWaiting ? 'sendAgain' : 'askAnew'];
    const title = isOneOfSeveral ? words.of({ number }) : words.title;
    return [beginButton(title, 'resendInvitation', { invitation: yourInvitation.id })];
  });
}
