import { html, type SafeHtml } from '@remix-run/html-template';
import { dayInWords, fieldProblems, momentInWords, rolesInWords } from '../../cards/inWords.ts';
import { listInWords } from '../../language/wording.ts';
import type { Role } from '../../models/role.ts';
import { correctInvitationAddress } from '../../onboarding/correctInvitationAddress.ts';
import type { SignedIn } from '../../onboarding/findSession.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../../onboarding/sendInvitationAgain.ts';
import { viewInvitation } from '../../onboarding/viewInvitation.ts';
import type { InvitationView } from '../../onboarding/views.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Answer, FormVisit, Page, Visit } from '../visit.ts';
import { invitationState } from './mountUsers.ts';
import { atAccount } from './place.ts';
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

/** @returns what a press has just done; nothing where the invitation went another way since, e.g. after going back. */
function whatWasDone({ email, state }: InvitationView, { query, texts }: Visit): SafeHtml | null {
  const words = texts.pages.access.done;
  const done = query.get('done');
  if (!done || !Object.hasOwn(words, done)) return null;
  if (state !== (done === 'revoked' ? 'revoked' : 'pending')) return null;
  return message('success', words[done as keyof typeof words]({ email }));
}

/** What a second yes is about: this address, with these roles. */
function outsideAsked(email: string, roles: readonly Role[]): SafeHtml {
  return html`<input type="hidden" name="outside" value="${email.trim()}">
              ${roles.map((role) => html`<input type="hidden" name="roles" value="${role}">`)}`;
}

function invitationPage(
  invitation: InvitationView,
  visit: Visit,
  typed?: { email: string; problem?: string; outside?: boolean },
): Page {
  const { texts } = visit;
  const words = texts.pages.access;
  const reader = readerOf(visit);
  const base = `/access/invitations/${invitation.id}`;
  const isPending = invitation.state === 'pending';
  const problem = typed?.problem;
  return {
    title: words.invitationOf({ name: `${invitation.firstName} ${invitation.lastName}` }),
    section: 'access',
    faulty: problem !== undefined,
    status: problem === undefined ? 200 : 422,
    content: html`${whatWasDone(invitation, visit)}
      ${isPending && visit.query.has('late') ? message('warning', words.sentMeanwhile({ email: invitation.email, when: momentInWords(invitation.sentAt, reader) })) : null}
      ${problem !== undefined ? faultList(texts.pages.faults.title, [{ name: 'email', text: problem }]) : null}
      <dl>
        <dt>${texts.fields.email}</dt><dd>${invitation.email}</dd>
        <dt>${texts.fields.account}</dt><dd>${words.account(invitation.account)}</dd>
        <dt>${texts.fields.roles}</dt><dd>${rolesInWords(invitation.roles, reader)}</dd>
        <dt>${texts.fields.state}</dt><dd>${invitationState(invitation, visit)}</dd>
        <dt>${words.sentOn}</dt><dd>${dayInWords(invitation.sentAt, reader)}</dd>
        ${isPending ? html`<dt>${words.validUntil}</dt><dd>${dayInWords(invitation.expiresAt, reader)}</dd>` : null}
        ${invitation.invitedBy ? html`<dt>${texts.pages.invitation.invitedBy}</dt><dd>${invitation.invitedBy.name}</dd>` : null}
        ${
          isPending && invitation.undeliverable
            ? html`<dt>${words.undeliverable}</dt><dd>${invitation.undeliverable.reason}</dd>`
            : null
        }
      </dl>
      ${
        isPending || invitation.state === 'expired'
          ? form(
              visit,
              html`<input type="hidden" name="sentAt" value="${invitation.sentAt.toISOString()}">
              <p>${words.sendAgainHint}</p>
              <p class="buttons"><button${invitation.undeliverable ? null : html` class="primary"`}>${texts.inviteUser.sendAgain}</button></p>`,
              { action: `${base}/send-again` },
            )
          : null
      }
      ${
        invitation.state === 'revoked' || invitation.state === 'declined' || invitation.state === 'expired'
          ? html`<p class="buttons"><a class="button" href="${atAccount('/access/invite', invitation.account)}&again=${invitation.id}">${words.inviteAgain}</a></p>`
          : null
      }
      ${
        isPending && invitation.invitedBy
          ? html`<h2>${texts.inviteUser.correctTitle}</h2>${form(
              visit,
              html`<input type="hidden" name="before" value="${invitation.email}">
              ${field({
                name: 'email',
                label: texts.inviteUser.newAddress,
                type: 'email',
                value: typed?.email ?? invitation.email,
                ...(problem && { error: problem }),
              })}
              ${typed?.outside ? outsideAsked(typed.email, invitation.roles) : null}
              <p class="buttons"><button>${typed?.outside ? texts.inviteUser.sendAnyway : texts.inviteUser.correctSend}</button></p>`,
              { action: `${base}/correct`, keeps: true },
            )}`
          : null
      }
      ${
        isPending
          ? html`<h2>${words.withdrawTitle}</h2>${form(
              visit,
              html`<p>${texts.inviteUser.withdrawLead({ email: invitation.email })}</p>
              <p class="buttons"><button>${texts.inviteUser.withdrawYes}</button></p>`,
              { action: `${base}/revoke` },
            )}`
          : null
      }
      <p class="back"><a href="${atAccount('/access/users', invitation.account)}">${words.backToUsers}</a></p>`,
  };
}
