import * as z from 'zod';
import { administratorAdvice } from '../cards/administratorAdvice.ts';
import { administratorFound } from '../cards/administratorFound.ts';
import { askInvitationForm } from '../cards/askInvitationForm.ts';
import { fieldProblems, refusalInWords, rolesInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { numbersForm } from '../cards/numbersForm.ts';
import type { Role } from '../models/role.ts';
import { askForInvitation } from '../onboarding/askForInvitation.ts';
import { type AccountFinding, findAdministrator } from '../onboarding/findAdministrator.ts';
import { rolesToAskFor } from '../onboarding/rolePolicy.ts';
import { readAnswer } from './readAnswer.ts';
import type { Stage } from './stage.ts';
import { tellAsked, tellNotAsked } from './tellAsked.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import {
  asksUsher,
  isForForm,
  namesButton,
  type Wish,
  wishBesideForm,
  wishForButton,
  wishInSentence,
  wishOnButton,
} from './wishInSentence.ts';

interface State {
  /** What was typed into the form of numbers. */
  typed?: { agreementNumber?: string; accountNumber?: string };
  /** The account in which an invitation is being asked for. */
  asking?: {
    accountId: string;
    organization: string;
    /** Where the form is the first that is said. */
    administrator?: { name: string; email: string };
    /** What became of an earlier request; `at` in milliseconds. */
    denied?: { by: string; at: number; reason: string };
    /** The roles that those who decide may give. */
    offered: Role[];
    /** Comma-separated. */
    roles?: string;
    message?: string;
  };
}

/**
 * Walk 1, *Find my purchasing administrator*: says at once who it is, or gives advice; goes on only where something is
 * to be filled in, the numbers or the message to the administrators.
 */
export class FindAdministratorWalk extends Walk<State> {
  readonly walk = 'findAdministrator';
  readonly inputs: Inputs = {
    search: z.strictObject({
      agreementNumber: z.string().max(40).default(''),
      accountNumber: z.string().max(40).default(''),
    }),
    ask: z.strictObject({ roles: z.string().max(400).default(''), message: z.string().max(4000).default('') }),
  };

  constructor() {
    super('findAdministrator');
  }

  protected async begin(stage: Stage<State>, { sentence, button }: Opening): Promise<void> {
    if (button?.ask) return this.#startAsking(stage, button.ask, wishOnButton(button));
    if (button?.numbers) {
      stage.state.typed = {};
      stage.goTo('numbers');
      return this.showAgain(stage);
    }
    await this.#search(stage, {
      agreementNumber: sentence?.data.agreementNumber ?? '',
      accountNumber: sentence?.data.accountNumber ?? '',
      ...(sentence && { wish: wishInSentence(sentence, 'invitation', stage.scene.understand) }),
    });
  }

  /** A role or a message is for the form that is open, whatever walk it sounds like. */
  override expects({ asking }: State, understood: Understood): boolean {
    return asking !== undefined && isForForm(understood);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    const { asking, typed = {} } = stage.state;
    if (asking) this.#form(stage, asking);
    else stage.show(numbersForm(typed, {}, stage.button, stage.reader));
  }

  protected override async said(stage: Stage<State>, { data, text, intent, sure }: Understood): Promise<boolean> {
    const { asking } = stage.state;
    if (asking && asksUsher(text) && intent === this.walk && sure) {
      await this.#answerBeside(stage, asking);
      return true;
    }
    if (asking) {
      // What was said before the message was complete must not go out as it stands: only a yes or the button sends.
      if (readAnswer(text) === 'yes') await this.#ask(stage, asking);
      else {
        const refused = namesButton(text, 'invitation') ? [] : this.#hear(stage, text);
        this.#form(stage, stage.state.asking ?? asking, { refused, beside: true });
      }
      return true;
    }
    const { agreementNumber, accountNumber } = data;
    if (agreementNumber === null && accountNumber === null) return false;
    await this.#search(stage, { agreementNumber: agreementNumber ?? '', accountNumber: accountNumber ?? '' });
    return true;
  }

  protected async pressed(
    stage: Stage<State>,
    { action, inputs }: { action: string; inputs: Record<string, string> },
  ): Promise<void> {
    if (action === 'ask') return this.#ask(stage, inputs);
    await this.#search(stage, {
      agreementNumber: inputs.agreementNumber ?? '',
      accountNumber: inputs.accountNumber ?? '',
    });
  }

  /**
   * @param refused roles that were said and that nobody there can give: the form says why they are not ticked.
   * @param beside whether something was said beside the form, which is not sent by that.
   */
  #form(
    stage: Stage<State>,
    asking: NonNullable<State['asking']>,
    { refused = [], beside = false }: { refused?: readonly Role[]; beside?: boolean } = {},
  ): void {
    const words = stage.texts.findAdministrator;
    this.#showForm(stage, asking, {
      ...(beside && { said: stage.texts.conversation.notSentYet({ button: words.askSend }) }),
      ...(refused.length > 0 && {
        problems: { roles: words.rolesNotGiven({ roles: rolesInWords(refused, stage.reader) }) },
      }),
    });
  }

  #showForm(
    stage: Stage<State>,
    asking: NonNullable<State['asking']>,
    told: { said?: string; problems?: Record<string, string> },
  ): void {
    const { denied, ...asked } = asking;
    const denial = denied && { ...denied, at: new Date(denied.at) };
    stage.show(askInvitationForm({ ...asked, ...(denial && { denial }) }, told, stage.button, stage.reader));
  }

  /**
   * What is said beside the form is the role, the message, or both.
   *
   * @returns the roles that nobody there can give.
   */
  #hear(stage: Stage<State>, text: string): Role[] {
    const { asking } = stage.state;
    if (!asking) return [];
    const { roles, message } = wishBesideForm(text, 'invitation', stage.scene.understand, asking);
    const offered = roles?.filter((role) => asking.offered.includes(role)) ?? [];
    stage.state.asking = {
      ...asking,
      ...(offered.length > 0 && { roles: offered.join(',') }),
      ...(message !== undefined && { message }),
    };
    return roles?.filter((role) => !offered.includes(role)) ?? [];
  }

  /** "Who is my administrator?" while the form is open, which stands below the answer again. */
  async #answerBeside(stage: Stage<State>, asking: NonNullable<State['asking']>): Promise<void> {
    const result = await findAdministrator(stage.house, stage.actor, {});
    if (result.outcome === 'known') stage.show(administratorFound(result.accounts, stage.reader));
    this.#form(stage, asking);
  }

  async #search(
    stage: Stage<State>,
    { wish, ...typed }: { agreementNumber: string; accountNumber: string; wish?: Wish & { isSure: boolean } },
  ): Promise<void> {
    const given = {
      ...(typed.agreementNumber && { agreementNumber: typed.agreementNumber }),
      ...(typed.accountNumber && { accountNumber: typed.accountNumber }),
    };
    const result = await findAdministrator(stage.house, stage.actor, given);
    switch (result.outcome) {
      case 'known': {
        const [only, ...others] = result.accounts.filter(({ mayAsk }) => mayAsk);
        if (wish?.isSure && only && others.length === 0) return this.#showAsking(stage, only, wish, true);
        stage.show(administratorFound(result.accounts, stage.reader, wish && wishForButton(wish)));
        return stage.end();
      }
      case 'advice':
        stage.show(administratorAdvice(Object.keys(given).length > 0, stage.reader));
        return stage.end();
      case 'refused': {
        const problems = fieldProblems(result.refusal, stage.reader);
        if (Object.keys(problems).length === 0) {
          stage.show(notice(stage.texts, { lines: [refusalInWords(result.refusal, stage.reader)], next: ['person'] }));
          return stage.end();
        }
        stage.state.typed = typed;
        stage.state.step = 'numbers';
        stage.show(numbersForm(typed, problems, stage.button, stage.reader));
      }
    }
  }

  async #startAsking(stage: Stage<State>, accountId: string, wish: Wish): Promise<void> {
    const result = await findAdministrator(stage.house, stage.actor, {});
    const findings: AccountFinding[] = result.outcome === 'known' ? result.accounts : [];
    const finding = findings.find(({ account }) => account.id === accountId);
    if (!finding?.mayAsk) {
      // Out of date or not theirs: show how things stand now.
      if (findings.length > 0) stage.show(administratorFound(findings, stage.reader, wishForButton(wish)));
      else stage.show(administratorAdvice(false, stage.reader));
      return stage.end();
    }
    await this.#showAsking(stage, finding, wish, false);
  }

  async #showAsking(
    stage: Stage<State>,
    { account, contacts, yourDenial }: AccountFinding,
    { roles, message }: Wish,
    isFirst: boolean,
  ): Promise<void> {
    const offered = rolesToAskFor([], contacts?.inviters.map((one) => one.roles) ?? []);
    const { name, email } = contacts?.administrator ?? {};
    stage.state.asking = {
      accountId: account.id,
      organization: account.organization,
      ...(isFirst && name !== undefined && email !== undefined && { administrator: { name, email } }),
      ...(yourDenial && { denied: { ...yourDenial, at: yourDenial.at.getTime() } }),
      offered,
      roles: roles.filter((role) => offered.includes(role)).join(','),
      message,
    };
    stage.goTo('ask');
    this.#form(stage, stage.state.asking, { refused: roles.filter((role) => !offered.includes(role)) });
  }

  async #ask(stage: Stage<State>, { roles = '', message = '' }: { roles?: string; message?: string }): Promise<void> {
    const { asking } = stage.state;
    if (!asking) return this.showAgain(stage);
    const result = stage.noted(
      await askForInvitation(stage.house, stage.actor, {
        purchasingAccountId: asking.accountId,
        roles: roles.split(',').filter(Boolean),
        ...(message.trim() && { message: message.trim() }),
      }),
      () => 'invitationAsked',
    );
    if (result.outcome === 'asked') return tellAsked(stage, result, stage.texts.findAdministrator);
    const problems = fieldProblems(result.refusal, stage.reader);
    if (Object.keys(problems).length > 0) {
      stage.state.asking = { ...asking, roles, message };
      return this.#showForm(stage, stage.state.asking, { problems });
    }
    tellNotAsked(stage, result.refusal, ['resendInvitation', 'person']);
  }
}
