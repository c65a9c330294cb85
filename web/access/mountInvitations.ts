import { fieldProblems, rolesInWords } from '../../cards/inWords.ts';
import { listInWords } from '../../language/wording.ts';
import { correctInvitationAddress } from '../../onboarding/correctInvitationAddress.ts';
import type { SignedIn } from '../../onboarding/findSession.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../../onboarding/sendInvitationAgain.ts';
import { viewInvitation } from '../../onboarding/viewInvitation.ts';
import type { Door } from '../door.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, FormVisit } from '../visit.ts';
import { invitationPage } from './invitationPage.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';

/** Mounts an invitation's page: how it stands, and sending it again, correcting its address, withdrawing it. */
export function mountInvitations(door: Door, { house }: PageSettings): void {
  const path = '/access/invitations/:invitation';
  const users = '/access/users';

  door.inside.get(path, async (visit) => {
    const found = await viewInvitation(house, visit.session.actor, { invitationId: visit.params.invitation ?? '' });
    if (found.outcome === 'refused') return { page: refusedPage(found.refusal, visit, users) };
    return {
      page: invitationPage(found.invitation, visit, visit.kept && { email: visit.kept.text('email').slice(0, 400) }),
    };
  });

  door.inside.post(`${path}/send-again`, async (visit) => {
    const { actor } = visit.session;
    const invitationId = visit.params.invitation ?? '';
    const before = await viewInvitation(house, actor, { invitationId });
    if (before.outcome === 'refused') return { page: refusedPage(before.refusal, visit, users) };
    // Pressed twice, or on a page that is out of date: it is on its way already, and that is said.
    if (visit.form.text('sentAt') !== before.invitation.sentAt.toISOString()) {
      return { seeOther: `/access/invitations/${before.invitation.id}?late=yes` };
    }
    const result = await sendInvitationAgain(house, actor, { invitationId });
    if (result.outcome === 'refused') return { page: refusedPage(result.refusal, visit, users) };
    return { seeOther: `/access/invitations/${result.invitation.id}?done=sentAgain` };
  });

  door.inside.post(`${path}/revoke`, async (visit) => {
    const result = await revokeInvitation(house, visit.session.actor, { invitationId: visit.params.invitation ?? '' });
    if (result.outcome === 'revoked') return { seeOther: `/access/invitations/${result.invitation.id}?done=revoked` };
    const { refusal } = result;
    // Pressed twice: it is as they wanted it.
    if (refusal.reason === 'noLongerPending' && refusal.state === 'revoked') {
      return { seeOther: `/access/invitations/${visit.params.invitation}?done=revoked` };
    }
    return { page: refusedPage(refusal, visit, users) };
  });

  const correct = async (visit: FormVisit & { session: SignedIn }): Promise<Answer> => {
    const { actor } = visit.session;
    const invitationId = visit.params.invitation ?? '';
    const email = visit.form.text('email').slice(0, 400);
    const confirmed = visit.form.has('outside') && visit.form.text('outside') === email.trim();
    const result = await correctInvitationAddress(house, actor, {
      invitationId,
      email,
      ...(confirmed && { confirmedRoles: visit.form.list('roles').slice(0, 20) }),
    });
    if (result.outcome === 'corrected') {
      return { seeOther: `/access/invitations/${result.invitation.id}?done=corrected` };
    }
    const found = await viewInvitation(house, actor, { invitationId });
    if (found.outcome === 'refused') return { page: refusedPage(found.refusal, visit, users) };
    const { refusal } = result;
    const words = visit.texts.inviteUser;
    switch (refusal.reason) {
      case 'invalid':
        return {
          page: invitationPage(found.invitation, visit, {
            email,
            problem: fieldProblems(refusal, readerOf(visit)).email ?? '',
          }),
        };
      case 'nothingToDo':
        // Pressed twice: the page was about the address as it was before.
        if (visit.form.text('before') !== found.invitation.email) {
          return { seeOther: `/access/invitations/${found.invitation.id}?done=corrected` };
        }
        return { page: invitationPage(found.invitation, visit, { email, problem: words.sameAddress }) };
      case 'notPartner':
        return { page: invitationPage(found.invitation, visit, { email, problem: words.administratorsAddress }) };
      case 'outsideDomain': {
        const { roles } = found.invitation;
        const verified = listInWords(refusal.verified, visit.language);
        const inIt = words.alreadyInvitedRoles({ roles: rolesInWords(roles, readerOf(visit)) });
        const problem = `${words.outside({ email: email.trim(), verified })} ${inIt}`;
        return { page: invitationPage(found.invitation, visit, { email, problem, outside: true }) };
      }
      case 'personalAddress':
      case 'alreadyIn':
      case 'alreadyInvited':
        return {
          page: invitationPage(found.invitation, visit, {
            email,
            problem: visit.texts.pages.access.problems[refusal.reason],
          }),
        };
      default:
        return { page: refusedPage(refusal, visit, `/access/invitations/${found.invitation.id}`) };
    }
  };
  door.inside.post(`${path}/correct`, correct, { lists: ['roles'] });
}
