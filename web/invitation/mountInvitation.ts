import { html } from '@remix-run/html-template';
import { acceptInvitation } from '../../onboarding/acceptInvitation.ts';
import { endSession } from '../../onboarding/endSession.ts';
import { hasWorkAccount } from '../../onboarding/hasWorkAccount.ts';
import { openInvitation } from '../../onboarding/openInvitation.ts';
import { isPersonalAddress } from '../../onboarding/personalAddress.ts';
import type { InvitationView } from '../../onboarding/views.ts';
import { busyPage } from '../busyPage.ts';
import type { Door } from '../door.ts';
import { message } from '../fields/message.ts';
import { inLanguageOf } from '../inLanguageOf.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, FormVisit, Page, Visit } from '../visit.ts';
import { acceptPage } from './acceptPage.ts';
import { createAccountPage } from './createAccountPage.ts';
import { type DeadLink, deadLinkPage } from './deadLinkPage.ts';
import { otherAccountPage } from './otherAccountPage.ts';
import { personalAddressPage } from './personalAddressPage.ts';

/**
 * Mounts what is behind *Start now*. Opening it uses nothing up: programs that look for bad links follow it. Sending the
 * form accepts.
 */
export function mountInvitation(door: Door, { house, microsoft }: PageSettings): void {
  door.get('/invitation/:token', async (visit) => {
    const opened = await openInvitation(house, { token: token(visit), peek: visit.headOnly });
    if (opened.outcome !== 'found') {
      const mine =
        opened.outcome === 'used' && opened.invitation.state === 'accepted' && isTheirs(visit, opened.invitation);
      return mine && visit.session?.isIn ? { seeOther: '/home' } : dead(opened, visit);
    }
    const { invitation } = opened;
    if (isPersonalAddress(invitation.email)) return theirs(invitation, visit, personalAddressPage);
    if (visit.session) {
      if (!isTheirs(visit, invitation)) return { page: otherAccountPage(invitation, visit) };
      return theirs(invitation, visit, (inTheirs) => onceMore(acceptPage(invitation, inTheirs), inTheirs));
    }
    if (await hasWorkAccount(invitation.email)) return toSignIn(visit);
    const withMicrosoft = microsoft?.vouchesFor(invitation.email);
    return theirs(invitation, visit, (inTheirs) =>
      onceMore(createAccountPage(invitation, inTheirs, { withMicrosoft }), inTheirs),
    );
  });

  const accept = async (visit: FormVisit): Promise<Answer> => {
    const { form, session } = visit;
    const typed = { firstName: form.text('firstName'), lastName: form.text('lastName') };
    const result = await acceptInvitation(house, session?.actor, {
      token: token(visit),
      ...typed,
      password: form.text('password'),
      confirmation: form.text('confirmation'),
      client: visit.client,
      device: visit.cookie('device'),
    });
    switch (result.outcome) {
      case 'accepted': {
        const before = visit.cookie('session');
        if (before) await endSession(before);
        return { seeOther: '/home', session: { begin: result.sessionId }, device: result.device };
      }
      case 'invalid': {
        const withMicrosoft = microsoft?.vouchesFor(result.invitation.email);
        const how = { withMicrosoft, typed, faults: result.faults };
        return theirs(result.invitation, visit, (inTheirs) => createAccountPage(result.invitation, inTheirs, how));
      }
      case 'signInFirst':
        return toSignIn(visit);
      case 'notYours':
        return { page: otherAccountPage(result.invitation, visit) };
      case 'personalAddress':
        return theirs(result.invitation, visit, personalAddressPage);
      case 'busy':
        return busyPage(visit);
      default:
        if (result.outcome === 'used' && isTheirs(visit, result.invitation) && visit.session?.isIn) {
          return { seeOther: '/home' };
        }
        return dead(result, visit);
    }
  };
  // In a second tab, after the first has accepted: what the link is good for now says more than that the page is old.
  door.post('/invitation/:token', accept, { outOfDate: ({ path }) => `${path}?out-of-date=yes` });
}

/** A page in the language in which the invitation was sent. */
function theirs(invitation: InvitationView, visit: Visit, draw: (visit: Visit) => Page): Answer {
  const inTheirs = inLanguageOf(visit, invitation);
  return { page: { ...draw(inTheirs), language: inTheirs.language } };
}

/** Why the link does not lead in any more; nobody knows whose one was that is unknown. */
function dead(link: DeadLink, visit: Visit): Answer {
  if (link.outcome === 'unknown') return { page: deadLinkPage(link, visit) };
  return theirs(link.invitation, visit, (inTheirs) => deadLinkPage(link, inTheirs));
}

/** A page whose form is to be sent once more, if it was out of date the first time. */
function onceMore(page: Page, { query, texts }: Visit): Page {
  if (!query.has('out-of-date')) return page;
  return { ...page, content: html`${message('warning', texts.pages.invitation.outOfDate)}${page.content}` };
}

function token({ params }: Visit): string {
  return params.token ?? '';
}

function isTheirs({ session }: Visit, { email }: { email: string }): boolean {
  return session?.actor.email === email;
}

function toSignIn({ path }: Visit) {
  return { seeOther: `/sign-in?to=${encodeURIComponent(path)}` };
}
