import * as z from 'zod';
import { askButtons } from '../cards/askButtons.ts';
import { beginButton } from '../cards/buttons.ts';
import { invitationInWords } from '../cards/invitationInWords.ts';
import { dayInWords, fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { renewButtons } from '../cards/renewButtons.ts';
import { renewedInWords } from '../cards/renewedInWords.ts';
import { type ResendInput, resendForm } from '../cards/resendForm.ts';
import { standingInWords } from '../cards/standingInWords.ts';
import { withdrawButton } from '../cards/withdrawButton.ts';
import { listInWords } from '../language/wording.ts';
import type { AccountFinding } from '../onboarding/findAdministrator.ts';
import { hasAccess } from '../onboarding/hasAccess.ts';
import { inviterAccounts } from '../onboarding/inviterAccounts.ts';
import { isPersonalAddress } from '../onboarding/personalAddress.ts';
import { renewInvitation } from '../onboarding/renewInvitation.ts';
import { resendInvitation } from '../onboarding/resendInvitation.ts';
import type { AccountView } from '../onboarding/views.ts';
import { accessButton } from './accessAdvice.ts';
import { answerToInvitation } from './answerToInvitation.ts';
import { knownAccounts } from './knownAccounts.ts';
import type { Stage, WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

interface State {
  typed?: Partial<ResendInput>;
}

/** In how many accounts the form offers to ask for an invitation; *find my administrator* finds the others. */
const mostAsked = 2;

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
    if (button?.invitation) return this.#renew(stage, button.invitation);
    stage.state.typed = sentence ? typedIn(sentence.data) : {};
    if (!button?.anyway) {
      const { accounts } = await hasAccess(stage.house, stage.actor);
      if (accounts.length > 0) return this.#youAreIn(stage, accounts);
      const known = await knownAccounts(stage);
      const invited = known.filter(({ yourInvitation }) => yourInvitation);
      // Somebody invited it: the three facts are about the administrator's own, which comes from the agreement.
      const byPeople = invited.filter(({ yourInvitation }) => yourInvitation?.invitedBy !== undefined);
      const declines = sentence && answerToInvitation(sentence.text) === 'declines';
      const declined = declines ? invited.find(isWaiting) : undefined;
      if (declined) return this.#itIsThere(stage, declined, stage.texts.resendInvitation.toDecline);
      const theirs = byPeople.find(isWaiting) ?? byPeople[0] ?? known.find(({ yourRequest }) => yourRequest);
      if (theirs) return this.#itIsThere(stage, theirs);
      // An invitation of one's own: the address is known, the numbers stand on the agreement.
      if (invited.length > 0) stage.state.typed = { administratorEmail: stage.actor.email, ...stage.state.typed };
    }
    stage.goTo('form');
    await this.showAgain(stage);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    await this.#form(stage);
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
        return this.#form(stage, { administratorEmail: words.notDesignated });
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
          return this.#form(stage, problems);
        }
        const line = refusalInWords(result.refusal, stage.reader);
        stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'person'] }));
        return stage.refuse(line);
      }
    }
  }

  /**
   * Shows the three fields, below how it stands with the administrator's invitation where that is the person's own; whoever
   * may have none by them is shown how to ask for an invitation of their own.
   */
  async #form(stage: Stage<State>, problems: Record<string, string> = {}): Promise<void> {
    const accounts = await knownAccounts(stage);
    const own = accounts.find(({ yourInvitation }) => yourInvitation && !yourInvitation.invitedBy)?.yourInvitation;
    const known = own ? invitationInWords(own, stage.reader) : [];
    const askable = accounts.filter(({ mayAsk }) => mayAsk).slice(0, mostAsked);
    const { typed = {} } = stage.state;
    const ask = askButtons(askable, stage.reader);
    if (ask.length > 0) known.push(stage.texts.resendInvitation.noneWaits({ email: stage.actor.email }));
    // Whoever writes from their own mailbox waits for an invitation that never goes there.
    if (isPersonalAddress(stage.actor.email)) known.push(stage.texts.onlineServices.notWithPersonal);
    stage.show(resendForm(typed, problems, known, ask, stage.button, stage.reader));
  }

  /** Sends somebody's own invitation to them again, or asks for another where it has expired. */
  async #renew(stage: Stage<State>, invitationId: string): Promise<void> {
    const result = stage.noted(await renewInvitation(stage.house, stage.actor, { invitationId }), ({ outcome }) =>
      outcome === 'asked' ? 'invitationAsked' : 'sentAgain',
    );
    if (result.outcome === 'refused') {
      const line = refusalInWords(result.refusal, stage.reader);
      stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'person'] }));
      return stage.refuse(line);
    }
    const line = renewedInWords(result, stage.reader);
    stage.show(notice(stage.texts, { title: stage.texts.mail.answer.renewHeading, lines: [line], next: ['help'] }));
    stage.end(line);
  }

  /**
   * An invitation of somebody's own: it waits, or has expired, and then another may be asked for; or one was asked for that
   * nobody has sent yet.
   *
   * @param more what else there is to say.
   */
  #itIsThere(stage: Stage<State>, finding: AccountFinding, ...more: string[]): void {
    const { yourRequest } = finding;
    stage.show(
      notice(stage.texts, {
        lines: [...standingInWords(finding, stage.reader), ...more],
        next: ['findAdministrator', 'person'],
        more: [
          ...renewButtons([finding], stage.reader),
          ...askButtons([finding], stage.reader),
          ...(yourRequest ? [withdrawButton(stage.texts, yourRequest.id)] : []),
          beginButton(stage.texts.resendInvitation.anyway, 'resendInvitation', { anyway: 'yes' }),
        ],
      }),
    );
    stage.end();
  }

  async #youAreIn(stage: Stage<State>, accounts: readonly AccountView[]): Promise<void> {
    const words = stage.texts.resendInvitation;
    const where = accounts.map(({ organization, number }) =>
      stage.texts.findAdministrator.accountTitle({ organization, number }),
    );
    const line = words.youAreIn({ where: listInWords(where, stage.language) });
    const mayInvite = (await inviterAccounts(stage.house, stage.actor)).length > 0;
    stage.show(
      notice(stage.texts, {
        lines: [line, ...(mayInvite ? [stage.texts.manageAccess.ofOthers] : [])],
        next: ['checkRole', 'help'],
        more: [
          ...(mayInvite ? [accessButton(stage.scene)] : []),
          beginButton(words.anyway, 'resendInvitation', { anyway: 'yes' }),
        ],
      }),
    );
    stage.refuse(line);
  }
}

function isWaiting({ yourInvitation }: AccountFinding): boolean {
  return yourInvitation?.state === 'pending';
}

/** What a sentence says of the three facts. */
function typedIn({ emails, agreementNumber, accountNumber }: Understood['data']): Partial<ResendInput> {
  return {
    ...(emails[0] && { administratorEmail: emails[0] }),
    ...(agreementNumber !== null && { agreementNumber }),
    ...(accountNumber !== null && { accountNumber }),
  };
}
