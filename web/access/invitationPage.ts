import { html, type SafeHtml } from '@remix-run/html-template';
import { dayInWords, momentInWords, rolesInWords } from '../../cards/inWords.ts';
import type { Role } from '../../models/role.ts';
import type { InvitationView } from '../../onboarding/views.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import type { Page, Visit } from '../visit.ts';
import { invitationState } from './invitationState.ts';
import { atAccount } from './place.ts';
import { readerOf } from './readerOf.ts';

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

/**
 * An invitation, for those who may invite in its account: how it stands, and what can be done about it.
 *
 * @param typed what was typed as its right address, what is wrong with it, and whether that needs a second yes.
 */
export function invitationPage(
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
