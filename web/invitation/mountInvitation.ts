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
import { deadLinkPage } from './deadLinkPage.ts';
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
      return mine && visit.session?.isIn ? { seeOther: '/home' } : { page: deadLinkPage(opened, visit) };
    }
    const { invitation } = opened;
    if (isPersonalAddress(invitation.email)) return { page: personalAddressPage(visit) };
    if (visit.session) {
      if (!isTheirs(visit, invitation)) return { page: otherAccountPage(invitation, visit) };
      return theirs(invitation, visit, (inTheirs) => acceptPage(invitation, inTheirs));
    }
    if (await hasWorkAccount(invitation.email)) return toSignIn(visit);
    const withMicrosoft = microsoft?.vouchesFor(invitation.email);
    return theirs(invitation, visit, (inTheirs) => createAccountPage(invitation, inTheirs, { withMicrosoft }));
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
        return { page: personalAddressPage(visit) };
      case 'busy':
        return busyPage(visit);
      default:
        if (result.outcome === 'used' && isTheirs(visit, result.invitation) && visit.session?.isIn) {
          return { seeOther: '/home' };
        }
        return { page: deadLinkPage(result, visit) };
    }
  };
  // In a second tab, after the first has accepted: what the link is good for now says more than that the page is old.
  door.post('/invitation/:token', accept, { outOfDate: ({ path }) => `${path}?out-of-date=yes` });
}

/** A page in the language in which the invitation was sent. */
function theirs(invitation: InvitationView, visit: Visit, draw: (visit: Visit) => Page): Answer {
  const inTheirs = inLanguageOf(visit, invitation);
  const page = draw(inTheirs);
  const { outOfDate } = inTheirs.texts.pages.invitation;
  const content = visit.query.has('out-of-date') ? html`${message('warning', outOfDate)}${page.content}` : page.content;
  return { page: { ...page, content, language: inTheirs.language } };
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
