import { accessRequest } from '../cards/accessRequest.ts';
import { batchProgress as batchProgressCard } from '../cards/batchProgress.ts';
import type { SpokenCard } from '../cards/card.ts';
import type { Reader } from '../cards/inWords.ts';
import { accessRequestDecided } from '../cards/notices/accessRequestDecided.ts';
import { accessRequestUnanswered } from '../cards/notices/accessRequestUnanswered.ts';
import { administratorChanged } from '../cards/notices/administratorChanged.ts';
import { domainNotVerified } from '../cards/notices/domainNotVerified.ts';
import { domainVerified } from '../cards/notices/domainVerified.ts';
import { helpdesk } from '../cards/notices/helpdesk.ts';
import { invitationNews } from '../cards/notices/invitationNews.ts';
import { mailUnproven } from '../cards/notices/mailUnproven.ts';
import { personWanted } from '../cards/notices/personWanted.ts';
import { textsFor } from '../language/texts.ts';
import type { Notice } from '../models/notice.ts';
import type { Recipient } from '../models/pendingWork.ts';
import type { Actor } from '../onboarding/actor.ts';
import { batchProgress } from '../onboarding/batchProgress.ts';
import type { House } from '../onboarding/house.ts';
import { viewRequest } from '../onboarding/viewRequest.ts';

/**
 * Draws the card of a notice as things stand at this moment, e.g. a request that was decided meanwhile.
 * @param language in which the recipient reads; `timeZone` IANA; `consoleUrl` where the helpdesk's console is.
 * @returns the card, or undefined where there is nothing to tell in Teams: the notice is for mail only, or what it is
 *   about is gone.
 */
export async function noticeCard(
  house: House,
  notice: Notice,
  to: Recipient,
  { language, timeZone = 'utc', consoleUrl = '' }: { language: string; timeZone?: string; consoleUrl?: string },
): Promise<SpokenCard | undefined> {
  const reader: Reader = { texts: textsFor(language), language, timeZone };
  const actor: Actor = { ...to, language, channel: 'teams' };
  switch (notice.kind) {
    case 'accessRequested':
    case 'accessRequestClosed': {
      const found = await viewRequest(house, actor, { requestId: notice.requestId });
      return found.outcome === 'found' ? accessRequest(found.request, reader) : undefined;
    }
    case 'accessRequestDecided':
      return accessRequestDecided(notice, reader);
    case 'accessRequestUnanswered':
      return accessRequestUnanswered(notice, reader);
    case 'invitationNews':
      return invitationNews(notice, reader);
    case 'administratorChanged':
      return administratorChanged(notice, reader);
    case 'domainVerified':
      return domainVerified(notice, reader);
    case 'domainNotVerified':
      return domainNotVerified(notice, reader);
    case 'batchProgress': {
      const progress = await batchProgress(house, actor, { batchId: notice.batchId });
      return progress.outcome === 'found'
        ? batchProgressCard(progress, { batchId: notice.batchId }, reader)
        : undefined;
    }
    case 'mailUnproven':
      return mailUnproven(notice, reader);
    case 'helpdesk':
      return helpdesk(notice, reader);
    case 'personWanted':
      return personWanted(notice, consoleUrl, reader);
    case 'mailAnswer':
    case 'invitation':
    case 'passwordReset':
    case 'passwordChanged':
      return undefined;
  }
}
