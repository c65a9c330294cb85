import { html } from '@remix-run/html-template';
import { dayInWords, fieldProblems, refusalInWords, rolesInWords } from '../../cards/inWords.ts';
import { actorAddress } from '../../onboarding/actorAddress.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { inviterAccounts } from '../../onboarding/inviterAccounts.ts';
import { openRequests } from '../../onboarding/openRequests.ts';
import { viewRequest } from '../../onboarding/viewRequest.ts';
import { withdrawRequest } from '../../onboarding/withdrawRequest.ts';
import type { Door } from '../door.ts';
import type { PageSettings } from '../pageSettings.ts';
import { areSame } from './areSame.ts';
import { nothingHere } from './nothingHere.ts';
import { ownRequestPage } from './ownRequestPage.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';
import { requestPage, typedIn } from './requestPage.ts';
import { table } from './table.ts';

/** Mounts the requests that wait for somebody, and each one's page, on which it is decided, or taken back by who made it. */
export function mountRequests(door: Door, { house }: PageSettings): void {
  door.inside.get('/access/requests', async (visit) => {
    const { actor } = visit.session;
    const { texts } = visit;
    const words = texts.pages.access;
    const [requests, places] = await Promise.all([openRequests(house, actor), inviterAccounts(house, actor)]);
    if (places.length === 0) return { page: nothingHere(visit) };
    const reader = readerOf(visit);
    return {
      page: {
        title: words.requestsTitle,
        section: 'requests',
        wide: true,
        content:
          requests.length === 0
            ? html`<p>${texts.accessRequest.noneWaiting}</p>`
            : table(
                words.requestsTitle,
                [
                  words.name,
                  texts.fields.email,
                  texts.fields.account,
                  texts.accessRequest.rolesAskedFor,
                  texts.accessRequest.askedOn,
                ],
                requests.map((one) => [
                  html`<a href="/access/requests/${one.id}">${one.requester.name}</a>`,
                  one.requester.email,
                  words.account(one.account),
                  one.roles.length > 0 ? rolesInWords(one.roles, reader) : texts.mail.rolesOpen,
                  dayInWords(one.createdAt, reader),
                ]),
                { captionSaid: true },
              ),
      },
    };
  });

  door.inside.get('/access/requests/:request', async (visit) => {
    const found = await viewRequest(house, visit.session.actor, { requestId: visit.params.request ?? '' });
    if (found.outcome === 'refused') return { page: refusedPage(found.refusal, visit, '/access/requests') };
    const isOwn = found.request.requester.email === actorAddress(visit.session.actor);
    return {
      page: isOwn
        ? ownRequestPage(found.request, visit)
        : requestPage(found.request, visit, visit.kept && typedIn(visit.kept)),
    };
  });

  door.inside.post('/access/requests/:request/withdraw', async (visit) => {
    const requestId = visit.params.request ?? '';
    const result = await withdrawRequest(house, visit.session.actor, { requestId });
    if (result.outcome === 'withdrawn') return { seeOther: `/access/requests/${requestId}` };
    const { refusal } = result;
    if (refusal.reason !== 'alreadyDecided') return { page: refusedPage(refusal, visit, '/home') };
    // Pressed twice: it is as they wanted it.
    const late = refusal.decision === 'withdrawn' ? '' : '?late=yes';
    return { seeOther: `/access/requests/${requestId}${late}` };
  });

  door.inside.post(
    '/access/requests/:request',
    async (visit) => {
      const { actor } = visit.session;
      const requestId = visit.params.request ?? '';
      const before = await viewRequest(house, actor, { requestId });
      if (before.outcome === 'refused') return { page: refusedPage(before.refusal, visit, '/access/requests') };
      const typed = typedIn(visit.form);
      const [decision, other] = (['approve', 'deny'] as const).filter((one) => visit.form.has(one));
      // Neither button, or both, is no decision.
      if (!decision || other) return { page: requestPage(before.request, visit, typed) };
      // Whoever unticks every box has not chosen a role, and does not mean those that were asked for.
      if (decision === 'approve' && typed.roles.length === 0 && before.request.state === 'open') {
        return { page: requestPage(before.request, visit, typed, { roles: visit.texts.accessRequest.chooseRole }) };
      }
      const result = await decideRequest(house, actor, { requestId, decision, ...typed });
      if (result.outcome === 'decided') return { seeOther: `/access/requests/${result.request.id}` };
      const { refusal } = result;
      const reader = readerOf(visit);
      if (refusal.reason === 'alreadyDecided') {
        // Who pressed twice was not slower than anybody, but hears it when they pressed something else the first time.
        const same =
          decision === 'approve'
            ? refusal.decision === 'approved' && areSame(refusal.roles, typed.roles)
            : refusal.decision === 'denied';
        const late = refusal.by !== actorAddress(actor) ? '?late=yes' : same ? '' : '?late=own';
        return { seeOther: `/access/requests/${before.request.id}${late}` };
      }
      const problems =
        refusal.reason === 'rolesNotAssignable'
          ? { roles: refusalInWords(refusal, reader) }
          : fieldProblems(refusal, reader);
      if (Object.keys(problems).length === 0) return { page: refusedPage(refusal, visit, '/access/requests') };
      return { page: requestPage(before.request, visit, typed, problems) };
    },
    { lists: ['roles'] },
  );
}
