import { html } from '@remix-run/html-template';
import * as z from 'zod';
import { sessionHash } from '../../onboarding/sessionHash.ts';
import { takeFromLimit } from '../../onboarding/takeFromLimit.ts';
import type { Door } from '../../web/door.ts';
import { localPath } from '../../web/localPath.ts';
import { microsoftButton } from '../../web/signIn/microsoftButton.ts';
import { readFlow, writeFlow } from '../../web/signIn/signInFlow.ts';
import type { Page, Visit } from '../../web/visit.ts';
import type { TeamsSignIn } from '../api.ts';
import type { ConsoleDoor } from '../door.ts';
import type { HelpdeskSettings } from '../helpdeskSettings.ts';
import { operatorCookie } from '../operatorCookie.ts';
import { endOperatorSession } from './endOperatorSession.ts';
import { helpdeskReturnPath } from './helpdeskReturnPath.ts';
import { rolesThatCome } from './rolesThatCome.ts';
import { spendSignInLink } from './spendSignInLink.ts';
import { startOperatorSession } from './startOperatorSession.ts';

const signInPath = '/helpdesk/sign-in';
/** Longest token taken, in characters; Entra's have two or three thousand. */
const longestToken = 16_000;

/**
 * Mounts signing in to the console and out of it. Whoever has no role gets no session: there is nothing that such a
 * session could show.
 *
 * @param pages the door of the pages, on which one signs in.
 */
export function mountHelpdeskSignIn(pages: Door, door: ConsoleDoor, settings: HelpdeskSettings): void {
  const { house, signIn, links, publicUrl } = settings;
  const cookie = operatorCookie(publicUrl);

  pages.get(signInPath, async (visit) => {
    const words = visit.texts.helpdeskSignIn;
    const to = wayOn(visit.query.get('to'));
    return {
      page: {
        title: words.title,
        content: html`<p>${words.lead}</p>
          ${signIn ? microsoftButton(visit, to, `${signInPath}/microsoft`) : null}
          ${links ? html`<p>${words.link}</p>` : null}`,
      },
    };
  });

  if (signIn) {
    pages.get(`${signInPath}/microsoft`, async ({ query, headOnly }) => {
      if (headOnly) return { seeOther: signInPath };
      const { url, remember } = await signIn.begin();
      const flow = writeFlow({ to: wayOn(query.get('to')), remembered: remember });
      return { leaveFor: url, cookies: { 'helpdesk-flow': flow } };
    });

    pages.get(helpdeskReturnPath, async (visit) => {
      const flow = readFlow(visit.cookie('helpdesk-flow'), wayOn);
      const address = new URL(`?${visit.query}`, 'http://usher.invalid');
      const found =
        flow && !visit.headOnly ? await signIn.finish(address, flow.remembered) : { outcome: 'failed' as const };
      const forget = { 'helpdesk-flow': '' };
      if (!flow || found.outcome !== 'operator') return { page: refusedPage(visit, found), cookies: forget };
      await endBefore(visit);
      const helpdesk = await startOperatorSession({ ...found.operator, provenBy: 'microsoft' });
      return { seeOther: flow.to, cookies: { ...forget, helpdesk } };
    });

    const input: z.ZodType<TeamsSignIn> = z.strictObject({ token: z.string().min(1).max(longestToken) });
    door.enter('/sign-in/teams', input, async ({ token }) => {
      const found = await signIn.fromTeams(token);
      if (found.outcome === 'failed') return { refused: 'notSignedIn' };
      if (found.outcome !== 'operator') return { refused: 'mayNot' };
      const id = await startOperatorSession({ ...found.operator, provenBy: 'teams' });
      return { body: {}, set: [cookie.begin(id, 'teams')] };
    });
  }

  if (links) {
    pages.get(`${signInPath}/link/:token`, async (visit) => {
      const words = visit.texts.helpdeskSignIn;
      // A guess is no more likely than with any other secret of ours; still nobody need make a million.
      const limited = await takeFromLimit(house, 'signInsPerClient', visit.client);
      const role =
        limited || visit.headOnly ? undefined : await spendSignInLink(house.linkSecret, visit.params.token ?? '');
      if (!role) {
        return { page: { title: words.linkDeadTitle, content: html`<p>${words.linkDead}</p>`, status: 410 } };
      }
      await endBefore(visit);
      const helpdesk = await startOperatorSession({
        ...links.people[role],
        roles: rolesThatCome(role),
        provenBy: 'link',
      });
      links.used(role);
      return { seeOther: '/helpdesk', cookies: { helpdesk } };
    });
  }

  door.post('/sign-out', { audit: false }, async ({ operator }) => {
    await endOperatorSession(operator.sessionHash);
    return { body: {}, set: cookie.end() };
  });
}

/** Why somebody was not let in. */
function refusedPage(visit: Visit, found: { outcome: string; email?: string }): Page {
  const words = visit.texts.helpdeskSignIn;
  const { microsoftFailedTitle, microsoftFailed, again } = visit.texts.pages.signIn;
  const noRole = found.outcome === 'noRole';
  const reason = noRole
    ? words.noRole({ email: found.email ?? '' })
    : found.outcome === 'foreign'
      ? words.foreign
      : microsoftFailed;
  return {
    title: noRole ? words.noRoleTitle : microsoftFailedTitle,
    content: html`<p>${reason}</p><p class="buttons"><a class="button primary" href="${signInPath}">${again}</a></p>`,
    status: found.outcome === 'failed' ? 400 : 403,
  };
}

/** Where to go on: only ever in the console. */
function wayOn(to: string | null): string {
  const path = localPath(to);
  const isInside = path !== undefined && /^\/helpdesk(?:[/?#]|$)/.test(path);
  return isInside && !/^\/helpdesk\/(?:sign-in|api)/.test(path) ? path : '/helpdesk';
}

/** Ends the session that this browser had before. */
async function endBefore(visit: Visit): Promise<void> {
  const before = visit.cookie('helpdesk');
  if (before) await endOperatorSession(sessionHash(before));
}
