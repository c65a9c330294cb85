import { cancelButton, stepButton } from '../cards/buttons.ts';
import { correctAddressForm } from '../cards/correctAddressForm.ts';
import { invitationWaiting, type WaitingInvitation } from '../cards/invitationWaiting.ts';
import { fieldProblems, refusalInWords, rolesInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { correctInvitationAddress } from '../onboarding/correctInvitationAddress.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import { revokeInvitation } from '../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../onboarding/sendInvitationAgain.ts';
import { viewInvitation } from '../onboarding/viewInvitation.ts';
import type { InvitationView } from '../onboarding/views.ts';
import { waitingInvitation } from '../onboarding/waitingInvitation.ts';
import { askOutside } from './askOutside.ts';
import type { InviteStage, Place } from './inviteUserState.ts';
import { tellSent } from './tellSent.ts';

/** Shows the invitation that waits and what can be done about it. */
export function showWaiting(stage: InviteStage, said?: string): void {
  const { waiting } = stage.state;
  if (waiting) stage.show(invitationWaiting(waiting, stage.button, stage.reader, said));
}

/**
 * Begins with an invitation that is known already, from the card that told what became of it.
 *
 * @param button untrusted: which invitation, and whether to send it again or to correct its address.
 */
export async function beginWaiting(stage: InviteStage, button: Record<string, string>): Promise<void> {
  const result = await viewInvitation(stage.house, stage.actor, { invitationId: button.invitation ?? '' });
  if (result.outcome === 'refused') return showWaitingRefusal(stage, result.refusal);
  const { invitation } = result;
  if (invitation.state !== 'pending' && invitation.state !== 'expired') {
    return showWaitingRefusal(stage, { reason: 'noLongerPending', state: invitation.state });
  }
  stage.state.accountId = invitation.account.id;
  stage.state.waiting = waitingOf(invitation);
  const isOpen = invitation.state === 'expired' || invitation.undeliverable !== undefined;
  // What the card told of is dealt with meanwhile: pressed twice, or on another card.
  if (!isOpen) {
    stage.goTo('alreadyInvited');
    return showWaiting(stage, stage.texts.invitationNews.alreadyDone({ email: invitation.email }));
  }
  if (button.act === 'sendAgain') return sendWaitingAgain(stage);
  if (button.act === 'correctAddress' && invitation.state === 'pending') {
    stage.goTo('correctAddress');
    return showCorrectAddress(stage);
  }
  stage.goTo('alreadyInvited');
  showWaiting(stage);
}

/**
 * Where the address that a sentence names is invited already, there is nothing to fill in.
 *
 * @returns whether it is; then what can be done about that invitation was shown.
 */
export async function beginInvited(stage: InviteStage, { here }: Place): Promise<boolean> {
  const email = stage.state.draft?.email;
  if (!email) return false;
  const invitation = await waitingInvitation(stage.house, stage.actor, { purchasingAccountId: here.account.id, email });
  if (!invitation) return false;
  stage.state.waiting = waitingOf(invitation);
  stage.goTo('alreadyInvited');
  showWaiting(stage);
  return true;
}

function waitingOf({ id, email, sentAt, undeliverable, roles }: InvitationView): WaitingInvitation {
  return { id, email, sentAt: sentAt.toISOString(), undeliverable: undeliverable !== undefined, roles };
}

/** Sends it again, with a new link. */
export async function sendWaitingAgain(stage: InviteStage): Promise<void> {
  const result = stage.noted(
    await sendInvitationAgain(stage.house, stage.actor, { invitationId: stage.state.waiting?.id ?? '' }),
    () => 'sentAgain',
  );
  if (result.outcome === 'refused') return showWaitingRefusal(stage, result.refusal);
  stage.end(
    tellSent(stage, result.invitation, (words) => ({ title: words.sentAgainTitle, happened: words.sentAgain })),
  );
}

/** Asks for the second yes before an invitation is withdrawn. */
export function showWithdraw(stage: InviteStage): void {
  const { texts, button, state } = stage;
  const words = texts.inviteUser;
  stage.show(
    notice(texts, {
      title: words.withdrawTitle,
      lines: [words.withdrawLead({ email: state.waiting?.email ?? '' })],
      more: [
        stepButton(words.withdrawYes, { ...button, action: 'withdrawYes' }, 'destructive'),
        stepButton(texts.buttons.back, { ...button, action: 'toInvitation' }),
        cancelButton(texts.buttons.cancel, button.walk, button.card),
      ],
    }),
  );
}

/** Withdraws it. */
export async function withdraw(stage: InviteStage): Promise<void> {
  const result = stage.noted(
    await revokeInvitation(stage.house, stage.actor, { invitationId: stage.state.waiting?.id ?? '' }),
    () => 'revoked',
  );
  if (result.outcome === 'refused') return showWaitingRefusal(stage, result.refusal);
  const words = stage.texts.inviteUser;
  const withdrawn = words.withdrawn({ email: result.invitation.email });
  stage.show(notice(stage.texts, { lines: [withdrawn, words.withdrawnNext], next: ['inviteUser'] }));
  stage.end(withdrawn);
}

/** Shows the form for the right address, with what was typed into it. */
export function showCorrectAddress(stage: InviteStage, problem?: string): void {
  const { waiting, corrected } = stage.state;
  if (!waiting) return;
  const typed = corrected ?? waiting.email;
  stage.show(correctAddressForm({ email: waiting.email, typed, problem }, stage.button, stage.reader));
}

/**
 * Sends the invitation to the address that was typed.
 * @param confirmed whether the second yes for an address outside the domains was given.
 */
export async function correctAddress(stage: InviteStage, confirmed = false): Promise<void> {
  const { waiting, corrected = '' } = stage.state;
  const result = stage.noted(
    await correctInvitationAddress(stage.house, stage.actor, {
      invitationId: waiting?.id ?? '',
      email: corrected,
      ...(confirmed && waiting && { confirmedRoles: waiting.roles }),
    }),
    () => 'addressCorrected',
  );
  const words = stage.texts.inviteUser;
  if (result.outcome === 'corrected') {
    return stage.end(
      tellSent(stage, result.invitation, () => ({ title: words.correctedTitle, happened: words.corrected })),
    );
  }
  const { refusal } = result;
  const again = (problem: string | undefined) => {
    if (stage.state.step !== 'correctAddress') stage.goTo('correctAddress');
    showCorrectAddress(stage, problem);
  };
  switch (refusal.reason) {
    case 'invalid':
      return again(fieldProblems(refusal, stage.reader).email);
    case 'nothingToDo':
      return again(words.sameAddress);
    case 'personalAddress':
    case 'alreadyIn':
    case 'alreadyInvited':
    case 'limited':
      return again(refusalInWords(refusal, stage.reader));
    case 'notPartner':
      stage.goTo('alreadyInvited');
      return showWaiting(stage, words.administratorsAddress);
    case 'outsideDomain':
      stage.state.outside = { email: corrected.trim(), verified: refusal.verified };
      return askOutsideCorrection(stage);
    default:
      return showWaitingRefusal(stage, refusal);
  }
}

/** Asks whether the invitation, with the roles that it has by now, is to go to an address outside the account's domains. */
async function askOutsideCorrection(stage: InviteStage): Promise<void> {
  const result = await viewInvitation(stage.house, stage.actor, { invitationId: stage.state.waiting?.id ?? '' });
  if (result.outcome === 'refused') return showWaitingRefusal(stage, result.refusal);
  stage.state.waiting = waitingOf(result.invitation);
  if (stage.state.step !== 'outsideCorrection') stage.goTo('outsideCorrection');
  showOutsideCorrection(stage);
}

/** Shows that question. */
export function showOutsideCorrection(stage: InviteStage): void {
  const words = stage.texts.inviteUser;
  const roles = rolesInWords(stage.state.waiting?.roles ?? [], stage.reader);
  const anyway = { title: words.sendAnyway, action: 'correctAnyway' };
  askOutside(stage, 'correctAddress', anyway, [words.alreadyInvitedRoles({ roles })]);
}

function showWaitingRefusal(stage: InviteStage, refusal: Refusal): void {
  const line = refusalInWords(refusal, stage.reader);
  if (refusal.reason === 'limited') {
    if (stage.state.step !== 'alreadyInvited') stage.goTo('alreadyInvited');
    showWaiting(stage, line);
    return;
  }
  stage.show(notice(stage.texts, { lines: [line], next: ['inviteUser', 'person'] }));
  stage.refuse(line);
}
