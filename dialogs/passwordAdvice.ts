import type { SpokenCard } from '../cards/card.ts';
import { notice } from '../cards/notice.ts';
import { textsFor } from '../language/texts.ts';
import { hasAccess } from '../onboarding/hasAccess.ts';
import type { Scene } from './stage.ts';

/** Says where somebody chooses a new password; whoever has only been invited has none yet. */
export async function passwordAdvice({ house, turn, language, publicUrl }: Scene): Promise<SpokenCard> {
  const texts = textsFor(language);
  const words = texts.password;
  const { accounts, invitations } = await hasAccess(house, turn.actor);
  if (accounts.length === 0 && invitations.length > 0) {
    return notice(texts, { title: words.title, lines: [words.noneYet], next: ['resendInvitation', 'person'] });
  }
  return notice(texts, {
    title: words.title,
    lines: [words.chooseNew, words.microsoft],
    more: [{ type: 'Action.OpenUrl', title: words.choose, url: `${publicUrl}/forgot-password` }],
    next: ['person'],
  });
}
