import { html, type SafeHtml } from '@remix-run/html-template';
import { giverInWords } from '../../cards/giverInWords.ts';
import { dayInWords } from '../../cards/inWords.ts';
import { listInWords } from '../../language/wording.ts';
import { expiredInvitation } from '../../onboarding/expiredInvitation.ts';
import { hasAccess } from '../../onboarding/hasAccess.ts';
import { hasPassword } from '../../onboarding/hasPassword.ts';
import type { House } from '../../onboarding/house.ts';
import { myRoles } from '../../onboarding/myRoles.ts';
import { partnerCustomers } from '../../onboarding/partnerCustomers.ts';
import { readerOf } from '../access/readerOf.ts';
import type { Door } from '../door.ts';
import { message } from '../fields/message.ts';
import type { Visit } from '../visit.ts';

/** Mounts the home page: who somebody is in the Business Center, and what they may do. */
export function mountHome(door: Door, { house }: { house: House }): void {
  door.inside.get('/home', async ({ session, texts, language, query }) => {
    const words = texts.pages.home;
    const [{ accounts, invitations }, withPassword] = await Promise.all([
      myRoles(house, session.actor),
      hasPassword(session.actor),
    ]);
    const waiting = invitations.filter((one) => one.state === 'pending').length;
    const reader = { texts, language, timeZone: 'utc' };
    return {
      page: {
        title: words.title({ name: session.actor.firstName }),
        section: 'profile',
        content: html`${query.has('password-changed') ? message('success', texts.pages.password.changed) : null}
      <p>${words.lead}</p>
      ${accounts.map(
        ({ account, roles, askWhom, openRequest }) => html`<section class="card">
        <h2>${words.account(account)}</h2>
        ${roles.map(
          ({ role, permits, since, ...given }) => html`<h3>${texts.roles[role]}</h3>
        <dl>
          <dt>${texts.checkRole.permits}</dt><dd>${listInWords(
            permits.map((permission) => texts.permissions[permission]),
            language,
          )}</dd>
          <dt>${texts.checkRole.since}</dt><dd>${dayInWords(since, reader)}</dd>
          <dt>${texts.checkRole.givenBy}</dt><dd>${giverInWords(given, account, reader)}${given.fromAgreement ? null : `, ${given.givenBy.email}`}</dd>
        </dl>`,
        )}
        ${askWhom.length > 0 ? html`<p class="hint">${texts.checkRole.askWhom}: ${askWhom.map(({ name, email }) => `${name}, ${email}`).join('; ')}</p>` : null}
        ${openRequest ? html`<p><a href="/access/requests/${openRequest.id}">${texts.checkRole.requestWaiting({ when: dayInWords(openRequest.at, reader) })}</a></p>` : null}
      </section>`,
      )}
      ${waiting > 0 ? html`<p>${words.invitations({ count: waiting })}</p>` : null}
      ${withPassword ? html`<p class="more"><a href="/home/password">${texts.pages.password.changeTitle}</a></p>` : null}`,
      },
    };
  });

  // Whoever has proven who they are, but has no role anywhere, hears how to get one.
  door.get('/no-access', async (visit) => {
    const { session, texts } = visit;
    if (!session) return { seeOther: '/sign-in' };
    if (session.isIn) return { seeOther: '/home' };
    const words = texts.pages.noAccess;
    const [{ invitations }, customers, expired] = await Promise.all([
      hasAccess(house, session.actor),
      partnerCustomers(house, session.actor),
      expiredInvitation(house, session.actor),
    ]);
    const invited = invitations.some((one) => one.state === 'pending');
    const isPartner = customers.outcome === 'found';
    const next = [
      ...(invited ? [html`<p>${words.invited}</p>`] : expired ? [whatAfterExpired(expired, visit)] : []),
      ...(isPartner && !invited ? [html`<p>${words.partner}</p>`] : []),
    ];
    return {
      page: {
        title: words.title,
        content: html`<p>${words.lead({ email: session.actor.email })}</p>${next.length > 0 ? next : html`<p>${words.next}</p>`}`,
      },
    };
  });
}

/** How whoever had an invitation that has expired gets another. */
function whatAfterExpired(
  { invitation, isAdministrator }: NonNullable<Awaited<ReturnType<typeof expiredInvitation>>>,
  visit: Visit,
): SafeHtml {
  const words = visit.texts.pages.noAccess;
  const { account, invitedBy } = invitation;
  const when = dayInWords(invitation.expiresAt, readerOf(visit));
  const expired = html`<p>${words.expired({ organization: account.organization, when })}</p>`;
  if (!isAdministrator) return html`${expired}<p>${words.askAnew({ who: invitedBy?.name ?? '' })}</p>`;
  return html`${expired}<p>${words.sendAgain}</p>
        <p class="buttons"><a class="button primary" href="/resend-invitation">${visit.texts.pages.resend.title}</a></p>`;
}
