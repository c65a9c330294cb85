import { endSession } from '../../onboarding/endSession.ts';
import { signIn } from '../../onboarding/signIn.ts';
import { busyPage } from '../busyPage.ts';
import type { Door } from '../door.ts';
import { localPath } from '../localPath.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Visit } from '../visit.ts';
import { signInPage } from './signInPage.ts';

/** Mounts signing in and out. */
export function mountSignIn(door: Door, { house, microsoft }: PageSettings): void {
  const withMicrosoft = microsoft !== undefined;

  door.get('/sign-in', async (visit) => {
    const to = wayOn(visit.query.get('to'));
    if (visit.session?.isIn) return { seeOther: to };
    return { page: signInPage(visit, { to, withMicrosoft, signedOut: visit.query.has('signed-out') }) };
  });

  door.post('/sign-in', async (visit) => {
    const { form, client } = visit;
    const to = wayOn(form.text('to'));
    const email = form.text('email').slice(0, 320);
    const result = await signIn(house, { email, password: form.text('password'), client });
    switch (result.outcome) {
      case 'signedIn':
        await endBefore(visit);
        return { seeOther: to, session: { begin: result.sessionId } };
      case 'wrong':
        return { page: signInPage(visit, { to, email, withMicrosoft, fault: 'wrong' }) };
      case 'limited':
        return { page: signInPage(visit, { to, email, withMicrosoft, fault: { limitedUntil: result.retryAt } }) };
      case 'busy':
        return busyPage(visit);
    }
  });

  door.post('/sign-out', async (visit) => {
    await endBefore(visit);
    return { seeOther: '/sign-in?signed-out', session: 'end' };
  });
}

/** Where to go on; the home page, unless a page of ours led here. */
function wayOn(to: string | null): string {
  const path = localPath(to);
  return path === undefined || path.startsWith('/sign-') ? '/home' : path;
}

/** Ends the session that this browser had before. */
async function endBefore(visit: Visit): Promise<void> {
  const before = visit.cookie('session');
  if (before) await endSession(before);
}
