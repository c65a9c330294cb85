import { html } from '@remix-run/html-template';
import { dayInWords, rolesInWords } from '../../cards/inWords.ts';
import { inviterAccounts } from '../../onboarding/inviterAccounts.ts';
import { listInvitations } from '../../onboarding/listInvitations.ts';
import { listMembers } from '../../onboarding/listMembers.ts';
import type { Door } from '../door.ts';
import { message } from '../fields/message.ts';
import type { PageSettings } from '../pageSettings.ts';
import { invitationState } from './invitationState.ts';
import { accountSwitch, atAccount, noPlace, placeOf } from './place.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';
import { table } from './table.ts';

/** Mounts *Manage access*: who is in an account, and who is invited. */
export function mountUsers(door: Door, { house }: PageSettings): void {
  door.inside.get('/access', async () => ({ seeOther: '/access/users' }));

  door.inside.get('/access/users', async (visit) => {
    const words = visit.texts.pages.access;
    const { actor } = visit.session;
    const accounts = (await inviterAccounts(house, actor)).map(({ account }) => account);
    const place = placeOf(visit, accounts);
    if (!place) return { page: noPlace(accounts, visit) };
    const input = { purchasingAccountId: place.here.id };
    const [members, invitations] = await Promise.all([
      listMembers(house, actor, input),
      listInvitations(house, actor, input),
    ]);
    if (members.outcome === 'refused') return { page: refusedPage(members.refusal, visit, '/home') };
    if (invitations.outcome === 'refused') return { page: refusedPage(invitations.refusal, visit, '/home') };
    const reader = readerOf(visit);
    const { fields } = visit.texts;
    return {
      page: {
        title: words.usersTitle,
        section: 'access',
        wide: true,
        content: html`${visit.query.get('done') === 'rolesGiven' ? message('success', words.rolesGiven) : null}
      ${accountSwitch(place, visit)}
      <p class="buttons"><a class="button primary" href="${atAccount('/access/invite', place.here)}">${visit.texts.inviteUser.title}</a></p>
      ${table(
        words.members({ count: countOf(members.members, members.more) }),
        [words.name, fields.email, fields.roles, words.since],
        members.members.map(({ name, email, roles, since }) => [
          name,
          email,
          rolesInWords(roles, reader),
          since ? dayInWords(since, reader) : '',
        ]),
      )}
      ${members.more ? html`<p class="hint">${words.more}</p>` : null}
      ${
        invitations.invitations.length > 0
          ? table(
              words.invitations({ count: countOf(invitations.invitations, invitations.more) }),
              [words.name, fields.email, fields.roles, fields.state, words.sentOn, words.validUntil],
              invitations.invitations.map((one) => [
                // Opening one whose roles they may not give would be refused.
                one.mayDealWith
                  ? html`<a href="/access/invitations/${one.id}">${`${one.firstName} ${one.lastName}`}</a>`
                  : `${one.firstName} ${one.lastName}`,
                one.email,
                rolesInWords(one.roles, reader),
                invitationState(one, visit),
                dayInWords(one.sentAt, reader),
                one.state === 'pending' ? dayInWords(one.expiresAt, reader) : '',
              ]),
            )
          : html`<p class="quiet">${words.noInvitations}</p>`
      }
      ${invitations.more ? html`<p class="hint">${words.olderInvitations}</p>` : null}`,
      },
    };
  });
}

/** @returns how many there are, or of how many there are more. */
function countOf(shown: readonly unknown[], more: boolean): string {
  return more ? `${shown.length}+` : `${shown.length}`;
}
