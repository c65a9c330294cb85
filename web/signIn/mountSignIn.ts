import { endSession } from '../../onboarding/endSession.ts';
import { readAddress } from '../../onboarding/readAddress.ts';
import { signIn } from '../../onboarding/signIn.ts';
import { signInWithMicrosoft } from '../../onboarding/signInWithMicrosoft.ts';
import { busyPage } from '../busyPage.ts';
import type { Door } from '../door.ts';
import { inLanguageOf } from '../inLanguageOf.ts';
import { localPath } from '../localPath.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, FormVisit, Visit } from '../visit.ts';
import { microsoftRefusedPage } from './microsoftRefusedPage.ts';
import { microsoftReturnPath } from './microsoftSignIn.ts';
import { readFlow, writeFlow } from './signInFlow.ts';
import { type SignInState, signInPage } from './signInPage.ts';

/** Mounts signing in and out. */
export function mountSignIn(door: Door, { house, microsoft }: PageSettings): void {
  const withMicrosoft = microsoft !== undefined;

  /** In the language that somebody came from, whom the browser does not say it of. */
  function answerWith(visit: Visit, from: string | null, state: Omit<SignInState, 'withMicrosoft' | 'from'>): Answer {
    const inTheirs = from ? inLanguageOf(visit, { language: from }) : visit;
    const page = signInPage(inTheirs, { ...state, withMicrosoft, ...(from && { from }) });
    return { page: { ...page, language: inTheirs.language } };
  }

  door.get('/sign-in', async (visit) => {
    const { query } = visit;
    const to = wayOn(query.get('to'));
    if (visit.session?.isIn) return { seeOther: to };
    const [signedOut, passwordSet, kept] = ['signed-out', 'password-set', 'kept'].map((name) => query.has(name));
    return answerWith(visit, query.get('language'), { to, signedOut, passwordSet, kept });
  });

  const signInByPassword = async (visit: FormVisit): Promise<Answer> => {
    const { form, client } = visit;
    const to = wayOn(form.text('to'));
    const from = form.text('language');
    const email = form.text('email').slice(0, 320);
    const device = visit.cookie('device');
    const result = await signIn(house, { email, password: form.text('password'), client, device });
    switch (result.outcome) {
      case 'signedIn':
        await endBefore(visit);
        return { seeOther: to, session: { begin: result.sessionId }, device: result.device };
      case 'wrong':
        return answerWith(visit, from, { to, email, fault: 'wrong' });
      case 'limited':
        return answerWith(visit, from, { to, email, fault: { limitedUntil: result.retryAt } });
      case 'busy':
        return busyPage(visit);
    }
  };
  // In a second tab, after they have signed in in the first: they are where they want to be.
  door.post('/sign-in', signInByPassword, {
    outOfDate: ({ session, form }) =>
      session?.isIn && session.actor.email === readAddress(form.text('email')) ? wayOn(form.text('to')) : undefined,
  });

  if (microsoft) {
    door.get('/sign-in/microsoft', async ({ query, headOnly }) => {
      if (headOnly) return { seeOther: '/sign-in' };
      const { url, remember } = await microsoft.begin();
      const flow = writeFlow({ to: wayOn(query.get('to')), remembered: remember });
      return { leaveFor: url, cookies: { flow } };
    });

    door.get(microsoftReturnPath, async (visit) => {
      const flow = readFlow(visit.cookie('flow'), wayOn);
      const address = new URL(`?${visit.query}`, 'http://usher.invalid');
      const found = flow && !visit.headOnly ? await microsoft.finish(address, flow.remembered) : 'failed';
      const forget = { cookies: { flow: '' } };
      if (!flow || typeof found === 'string') {
        return { page: microsoftRefusedPage(visit, found === 'foreign' ? 'foreign' : 'failed'), ...forget };
      }
      const result = await signInWithMicrosoft(house, { ...found, language: visit.language });
      if (result.outcome === 'otherPerson') return { page: microsoftRefusedPage(visit, 'other'), ...forget };
      await endBefore(visit);
      return { seeOther: flow.to, session: { begin: result.sessionId }, ...forget };
    });
  }

  const signOut = async (visit: FormVisit): Promise<Answer> => {
    await endBefore(visit);
    return { seeOther: signedOutAt(visit), session: 'end' };
  };
  // Or in a second tab, or after the session has ended by itself: it is as they wanted it.
  door.post('/sign-out', signOut, { outOfDate: (visit) => (visit.session ? undefined : signedOutAt(visit)) });
}

/** Where whoever has signed out goes on. */
function signedOutAt({ form }: FormVisit): string {
  return localPath(form.text('to')) ?? '/sign-in?signed-out';
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
