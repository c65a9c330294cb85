import { countryTyped } from '../../cards/countryChoices.ts';
import { fieldProblems, refusalInWords } from '../../cards/inWords.ts';
import { countryName, listInWords } from '../../language/wording.ts';
import { actorAddress } from '../../onboarding/actorAddress.ts';
import type { SignedIn } from '../../onboarding/findSession.ts';
import { giveRoles } from '../../onboarding/giveRoles.ts';
import { type InviterAccount, inviterAccounts } from '../../onboarding/inviterAccounts.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import type { Refusal } from '../../onboarding/refusal.ts';
import { viewInvitation } from '../../onboarding/viewInvitation.ts';
import type { Door } from '../door.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, FormVisit, Visit } from '../visit.ts';
import { areSame } from './areSame.ts';
import { askedAbout, invitePage, type Typed, typedIn } from './invitePage.ts';
import { atAccount, noPlace, placeOf } from './place.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';

/** Mounts *Invite a user*: one person after the other; the form offers only the roles that its user may give. */
export function mountInvite(door: Door, { house }: PageSettings): void {
  door.inside.get('/access/invite', async (visit) => {
    const accounts = await inviterAccounts(house, visit.session.actor);
    const place = placeOf(
      visit,
      accounts.map(({ account }) => account),
    );
    const here = accounts.find(({ account }) => account.id === place?.here.id);
    if (!here) return { page: noPlace(accounts, visit) };
    const typed = visit.kept ? typedIn(visit.kept) : await oneBefore(visit, here);
    return { page: invitePage(visit, accounts, here, typed) };
  });

  /** @returns the form filled in for somebody who was invited before, if the address names such an invitation. */
  async function oneBefore(visit: Visit & { session: SignedIn }, here: InviterAccount): Promise<Typed | undefined> {
    const invitationId = visit.query.get('again');
    if (invitationId === null) return undefined;
    const found = await viewInvitation(house, visit.session.actor, { invitationId });
    if (found.outcome === 'refused' || found.invitation.account.id !== here.account.id) return undefined;
    const { email, firstName, lastName, language, country, roles } = found.invitation;
    return { email, firstName, lastName, language, country: countryName(country, visit.language), roles };
  }

  /** @returns the invitation that waits, where a form was sent twice: it is as its sender wanted it. */
  async function sentByThisForm(
    { form: sent, session }: FormVisit & { session: SignedIn },
    refusal: Refusal,
  ): Promise<string | undefined> {
    if (refusal.reason !== 'alreadyInvited') return undefined;
    const { invitationId } = refusal;
    const found = await viewInvitation(house, session.actor, { invitationId });
    if (found.outcome === 'refused') return undefined;
    const { invitedBy, sentAt, roles } = found.invitation;
    const isOwn = invitedBy?.email === actorAddress(session.actor) && sentAt >= new Date(sent.text('drawnAt'));
    return isOwn && areSame(roles, sent.list('roles')) ? invitationId : undefined;
  }

  door.inside.post(
    '/access/invite',
    async (visit) => {
      const { actor } = visit.session;
      const { form: sent } = visit;
      const accounts = await inviterAccounts(house, actor);
      const here = accounts.find(({ account }) => account.id === sent.text('account'));
      if (!here) return { page: noPlace(accounts, visit) };
      const typed = typedIn(sent);
      const result = await inviteUser(house, actor, {
        ...typed,
        purchasingAccountId: here.account.id,
        country: countryTyped(typed.country, visit.language),
        confirmOutsideDomain: sent.has('outside') && sent.text('outside') === askedAbout(typed),
      });
      const sentTo = (invitationId: string): Answer => ({
        seeOther: sent.has('another')
          ? `${atAccount('/access/invite', here.account)}&invited=${invitationId}`
          : `/access/invitations/${invitationId}?done=invited`,
      });
      if (result.outcome === 'invited') return sentTo(result.invitation.id);
      const { refusal } = result;
      const before = await sentByThisForm(visit, refusal);
      if (before !== undefined) return sentTo(before);
      const reader = readerOf(visit);
      const problems: Record<string, string> = { ...fieldProblems(refusal, reader) };
      switch (refusal.reason) {
        case 'invalid':
          if (problems.roles && typed.roles.length === 0) problems.roles = visit.texts.accessRequest.chooseRole;
          break;
        case 'rolesNotAssignable':
          problems.roles = refusalInWords(refusal, reader);
          break;
        case 'outsideDomain':
          problems.email = visit.texts.inviteUser.outside({
            email: typed.email.trim(),
            verified: listInWords(refusal.verified, visit.language),
          });
          return { page: invitePage(visit, accounts, here, typed, problems, { outside: true }) };
        case 'alreadyIn':
          problems.email = refusalInWords(refusal, reader);
          return { page: invitePage(visit, accounts, here, typed, problems, { missing: refusal.missing }) };
        case 'alreadyInvited':
          problems.email = refusalInWords(refusal, reader);
          return { page: invitePage(visit, accounts, here, typed, problems, { waiting: refusal.invitationId }) };
        default:
          problems.email = refusalInWords(refusal, reader);
      }
      return { page: invitePage(visit, accounts, here, typed, problems) };
    },
    { lists: ['roles'] },
  );

  // The better action for whoever is in already.
  door.inside.post(
    '/access/invite/give-roles',
    async (visit) => {
      const { form: sent } = visit;
      const account = { id: sent.text('account') };
      const result = await giveRoles(house, visit.session.actor, {
        purchasingAccountId: account.id,
        email: sent.text('email').slice(0, 400),
        roles: sent.list('roles').slice(0, 20),
      });
      // Pressed twice: it is as they wanted it.
      if (result.outcome === 'given' || result.refusal.reason === 'alreadyHasRoles') {
        return { seeOther: `${atAccount('/access/users', account)}&done=rolesGiven` };
      }
      return { page: refusedPage(result.refusal, visit, '/access/users') };
    },
    { lists: ['roles'] },
  );
}
