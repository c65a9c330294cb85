import { cancelButton, stepButton } from '../cards/buttons.ts';
import { type InvitationDraft, invitationForm } from '../cards/invitationForm.ts';
import { fieldProblems, refusalInWords, rolesInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { spokenLanguage } from '../language/texts.ts';
import { languageName, listInWords } from '../language/wording.ts';
import { isRole } from '../models/role.ts';
import { giveRoles } from '../onboarding/giveRoles.ts';
import { inviteUser } from '../onboarding/inviteUser.ts';
import { readLanguage } from '../onboarding/readLanguage.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import { askOutside } from './askOutside.ts';
import type { InviteStage, Place } from './inviteUserState.ts';
import { fullName, tellSent } from './tellSent.ts';
import { showWaiting } from './waitingInvitation.ts';

/** Shows the form with what was typed so far. */
export function showInvitationForm(
  stage: InviteStage,
  { here, accounts }: Place,
  { said = [], problems = {} }: { said?: string[]; problems?: Record<string, string> } = {},
): void {
  const draft = fullDraft(stage, { here, accounts });
  const words = stage.texts.inviteUser;
  const { justInvited } = stage.state;
  const unspoken = spokenLanguage(draft.language) ? undefined : readLanguage(draft.language);
  const notAssignable = draft.roles.filter(isRole).filter((role) => !here.assignable.includes(role));
  stage.show(
    invitationForm(
      draft,
      { account: here.account, assignable: here.assignable, hasOthers: accounts.length > 1 },
      {
        said: [
          ...(justInvited ? [words.justInvited(justInvited)] : []),
          ...said,
          ...(notAssignable.length > 0 && !problems.roles
            ? [words.rolesLeftOut({ roles: rolesInWords(notAssignable, stage.reader) })]
            : []),
          ...(unspoken ? [words.languageLeftOut({ language: languageName(unspoken, stage.language) })] : []),
        ],
        problems,
      },
      stage.button,
      stage.reader,
    ),
  );
}

/**
 * Shows the form after something was said, with a word on what was taken.
 *
 * @param said what was taken into the draft.
 * @param unknown a number that was said with it and is that of no account in which the person may invite.
 * @param left who stood on the form before.
 */
export function fillInvitationForm(
  stage: InviteStage,
  place: Place,
  said: Partial<InvitationDraft>,
  { unknown, left }: { unknown?: string | undefined; left?: Partial<InvitationDraft> },
): void {
  delete stage.state.justInvited;
  if (stage.state.step !== 'form') stage.goTo('form');
  const { fields, inviteUser: words } = stage.texts;
  const { assignable } = place.here;
  // What cannot be taken is not said to be taken: the form says itself why such a role is not there.
  const isTaken = (field: 'email' | 'firstName' | 'lastName' | 'language' | 'country' | 'roles'): boolean => {
    if (field === 'roles') return said.roles?.some((role) => isRole(role) && assignable.includes(role)) ?? false;
    if (field === 'language') return spokenLanguage(said.language) !== undefined;
    return Boolean(said[field]);
  };
  const taken = (['email', 'firstName', 'lastName', 'language', 'country', 'roles'] as const).filter(isTaken);
  const labels = taken.map((field) => fields[field]);
  showInvitationForm(stage, place, {
    said: [
      ...(left ? [words.notInvited({ name: `${left.firstName} ${left.lastName}`, email: left.email ?? '' })] : []),
      ...(labels.length > 0 ? [words.taken({ fields: listInWords(labels, stage.language) })] : []),
      ...(unknown !== undefined ? [words.noSuchAccount({ number: unknown })] : []),
    ],
  });
}

/**
 * Invites whom the form names; what speaks against it is said beside the field, or on a card of its own where there is
 * something better to do.
 *
 * @param confirmed whether the second yes for an address outside the domains was given.
 */
export async function inviteDraft(stage: InviteStage, place: Place, confirmed = false): Promise<void> {
  const draft = fullDraft(stage, place);
  delete stage.state.justInvited;
  const result = stage.noted(
    await inviteUser(stage.house, stage.actor, {
      purchasingAccountId: place.here.account.id,
      ...draft,
      roles: [...draft.roles],
      ...(confirmed && { confirmOutsideDomain: true }),
    }),
    () => 'invited',
  );
  if (result.outcome === 'refused') return showRefusal(stage, place, result.refusal);
  const { invitation } = result;
  const invited = tellSent(stage, invitation, (words) => ({ title: words.sentTitle, happened: words.invited }));
  if (!stage.state.another) return stage.end(invited);
  stage.state.draft = { language: draft.language, country: draft.country, roles: draft.roles };
  stage.state.justInvited = { name: fullName(invitation), email: invitation.email };
  stage.goTo('form');
  showInvitationForm(stage, place);
}

function showRefusal(stage: InviteStage, place: Place, refusal: Refusal): void {
  const line = refusalInWords(refusal, stage.reader);
  const again = (problems: Record<string, string>) => {
    if (stage.state.step !== 'form') stage.goTo('form');
    showInvitationForm(stage, place, { problems });
  };
  switch (refusal.reason) {
    case 'invalid':
      again(fieldProblems(refusal, stage.reader));
      return;
    case 'rolesNotAssignable':
      again({ roles: line });
      return;
    case 'personalAddress':
      again({ email: line });
      return;
    case 'limited':
      again({ form: line });
      return;
    case 'outsideDomain':
      stage.state.outside = { email: stage.state.draft?.email ?? '', verified: refusal.verified };
      stage.goTo('outsideDomain');
      showOutsideDomain(stage);
      return;
    case 'alreadyIn':
      stage.state.alreadyIn = { roles: refusal.roles, missing: refusal.missing };
      stage.goTo('alreadyIn');
      showAlreadyIn(stage);
      return;
    case 'alreadyInvited':
      stage.state.waiting = {
        id: refusal.invitationId,
        email: (stage.state.draft?.email ?? '').trim().toLowerCase(),
        sentAt: refusal.sentAt.toISOString(),
        undeliverable: refusal.undeliverable,
        roles: refusal.roles,
      };
      stage.goTo('alreadyInvited');
      showWaiting(stage);
      return;
    default:
      stage.show(notice(stage.texts, { lines: [line], next: ['checkRole', 'findAdministrator', 'person'] }));
      stage.refuse(line);
  }
}

/** Asks whether somebody outside the account's domains is meant. */
export function showOutsideDomain(stage: InviteStage): void {
  askOutside(stage, 'toForm', { title: stage.texts.inviteUser.inviteAnyway, action: 'inviteAnyway' });
}

/** Says that the person is in, and offers what is better than an invitation: the roles they lack. */
export function showAlreadyIn(stage: InviteStage): void {
  const { texts, button, state } = stage;
  const words = texts.inviteUser;
  const { roles = [], missing = [] } = state.alreadyIn ?? {};
  const lacking = rolesInWords(missing, stage.reader);
  stage.show(
    notice(texts, {
      title: words.alreadyInTitle({ email: state.draft?.email ?? '' }),
      lines: [
        words.alreadyIn({ roles: rolesInWords(roles, stage.reader) }),
        ...(missing.length > 0 ? [words.missingRoles({ roles: lacking })] : []),
      ],
      more: [
        ...(missing.length > 0
          ? [
              stepButton(
                // A button holds a few words.
                missing.length === 1 ? words.giveRoles({ roles: lacking }) : words.giveTheseRoles,
                { ...button, action: 'giveRoles' },
                'positive',
              ),
            ]
          : []),
        stepButton(words.correctAddress, { ...button, action: 'toForm' }),
        cancelButton(texts.buttons.cancel, button.walk, button.card),
      ],
    }),
  );
}

/** Gives somebody who is in the roles that were asked for and are missing. */
export async function giveMissingRoles(stage: InviteStage, { here }: Place): Promise<void> {
  const email = stage.state.draft?.email ?? '';
  const result = stage.noted(
    await giveRoles(stage.house, stage.actor, {
      purchasingAccountId: here.account.id,
      email,
      roles: stage.state.alreadyIn?.missing ?? [],
    }),
    () => 'rolesGiven',
  );
  const words = stage.texts.inviteUser;
  if (result.outcome === 'refused') {
    const line = refusalInWords(result.refusal, stage.reader);
    stage.show(notice(stage.texts, { lines: [line], next: ['inviteUser'] }));
    return stage.refuse(line);
  }
  const given = words.given({ email: email.trim(), roles: rolesInWords(result.roles, stage.reader) });
  stage.show(notice(stage.texts, { title: words.givenTitle, lines: [given], next: ['inviteUser'] }));
  stage.end(given);
}

/** The draft with what holds unless somebody says otherwise: the inviter's language and the account's country. */
function fullDraft({ state, language }: InviteStage, { here }: Place): InvitationDraft {
  return { email: '', firstName: '', lastName: '', language, country: here.account.country, roles: [], ...state.draft };
}
