import * as z from 'zod';
import { beginButton } from '../cards/buttons.ts';
import { invitationInWords } from '../cards/invitationInWords.ts';
import { dayInWords, fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { type ResendInput, resendForm } from '../cards/resendForm.ts';
import { listInWords } from '../language/wording.ts';
import { hasAccess } from '../onboarding/hasAccess.ts';
import { resendInvitation } from '../onboarding/resendInvitation.ts';
import type { AccountView, InvitationView } from '../onboarding/views.ts';
import type { Stage, WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

interface State {
  typed?: Partial<ResendInput>;
}

/** Walk 2, *Have the invitation resent*: looks first whether the person is in already, then asks for the three facts. */
export class ResendInvitationWalk extends Walk<State> {
  readonly walk = 'resendInvitation';
  readonly inputs: Inputs = {
    send: z.strictObject({
      administratorEmail: z.string().max(400).default(''),
      agreementNumber: z.string().max(100).default(''),
      accountNumber: z.string().max(100).default(''),
    }),
  };

  constructor() {
    super('resendInvitation');
  }

  /** Numbers of an agreement sound like a question for its administrator; while they are asked for, they are the answer. */
  override expects({ step }: WalkState, { text, data }: Understood): boolean {
    return step === 'form' && !text.includes('?') && (data.agreementNumber ?? data.accountNumber) !== null;
  }

  protected async begin(stage: Stage<State>, { sentence, button }: Opening): Promise<void> {
    stage.state.typed = sentence ? typedIn(sentence.data) : {};
    if (!button?.anyway) {
      const { accounts, invitations } = await hasAccess(stage.house, stage.actor);
      if (accounts.length > 0) return this.#youAreIn(stage, accounts);
      // Somebody invited it: the three facts are about the administrator's own, which comes from the agreement.
      const theirs = invitations.find(({ invitedBy }) => invitedBy !== undefined);
      if (theirs) return this.#itIsWaiting(stage, theirs);
      // An invitation of one's own: the address is known, the numbers stand on the agreement.
      if (invitations.length > 0) stage.state.typed = { administratorEmail: stage.actor.email, ...stage.state.typed };
    }
    stage.goTo('form');
    await this.showAgain(stage);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    stage.show(resendForm(stage.state.typed ?? {}, {}, stage.button, stage.reader));
  }

  protected override async said(stage: Stage<State>, { data }: Understood): Promise<boolean> {
    const heard = typedIn(data);
    if (Object.keys(heard).length === 0) return false;
    stage.state.typed = { ...stage.state.typed, ...heard };
    await this.showAgain(stage);
    return true;
  }

  protected async pressed(stage: Stage<State>, { inputs }: { inputs: Record<string, string> }): Promise<void> {
    const typed = inputs as unknown as ResendInput;
    const words = stage.texts.resendInvitation;
    const result = stage.noted(await resendInvitation(stage.house, stage.actor, typed), ({ outcome }) =>
      outcome === 'sent' ? 'sentAgain' : outcome,
    );
    switch (result.outcome) {
      case 'alreadyIn':
        return this.#youAreIn(stage, result.accounts);
      case 'sent': {
        const sent = words.sent({ who: result.to.name, email: result.to.email });
        const lines = [sent, words.sentNext({ expires: dayInWords(result.expiresAt, stage.reader) })];
        stage.show(notice(stage.texts, { title: words.sentTitle, lines, next: ['help'] }));
        return stage.end(sent);
      }
      case 'administratorIsIn': {
        const { name, email } = result.administrator;
        const line = words.administratorIsIn({ name, email });
        stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'person'] }));
        return stage.refuse(line);
      }
      case 'notDesignated':
        stage.state.typed = typed;
        return stage.show(resendForm(typed, { administratorEmail: words.notDesignated }, stage.button, stage.reader));
      case 'uniform':
        stage.show(
          notice(stage.texts, {
            title: words.uniformTitle,
            lines: [words.uniform, words.uniformNext],
            next: ['findAdministrator', 'person'],
          }),
        );
        return stage.end(words.uniform);
      case 'refused': {
        const problems = fieldProblems(result.refusal, stage.reader);
        if (Object.keys(problems).length > 0) {
          stage.state.typed = typed;
          return stage.show(resendForm(typed, problems, stage.button, stage.reader));
        }
        const line = refusalInWords(result.refusal, stage.reader);
        stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'person'] }));
        return stage.refuse(line);
      }
    }
  }

  #itIsWaiting(stage: Stage<State>, invitation: InvitationView): void {
    stage.show(
      notice(stage.texts, {
        lines: invitationInWords(invitation, stage.reader),
        next: ['findAdministrator', 'person'],
        more: [beginButton(stage.texts.resendInvitation.anyway, 'resendInvitation', { anyway: 'yes' })],
      }),
    );
    stage.end();
  }

  #youAreIn(stage: Stage<State>, accounts: readonly AccountView[]): void {
    const words = stage.texts.resendInvitation;
    const where = accounts.map(({ organization, number }) =>
      stage.texts.findAdministrator.accountTitle({ organization, number }),
    );
    const line = words.youAreIn({ where: listInWords(where, stage.language) });
    stage.show(
      notice(stage.texts, {
        lines: [line],
        next: ['checkRole', 'help'],
        more: [beginButton(words.anyway, 'resendInvitation', { anyway: 'yes' })],
      }),
    );
    stage.refuse(line);
  }
}

/** What a sentence says of the three facts. */
function typedIn({ emails, agreementNumber, accountNumber }: Understood['data']): Partial<ResendInput> {
  return {
    ...(emails[0] && { administratorEmail: emails[0] }),
    ...(agreementNumber !== null && { agreementNumber }),
    ...(accountNumber !== null && { accountNumber }),
  };
}
