import * as z from 'zod';
import { askButtons } from '../cards/askButtons.ts';
import { type AskRoleInput, askRoleForm } from '../cards/askRoleForm.ts';
import { dayInWords, fieldProblems, type Reader, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { roleCard } from '../cards/roleCard.ts';
import { roleInWords } from '../cards/roleInWords.ts';
import { withdrawButton } from '../cards/withdrawButton.ts';
import type { Role } from '../models/role.ts';
import { askForRole } from '../onboarding/askForRole.ts';
import { type MyRolesResult, myRoles } from '../onboarding/myRoles.ts';
import { knownAccounts } from './knownAccounts.ts';
import type { Stage } from './stage.ts';
import { tellAsked, tellNotAsked } from './tellAsked.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import {
  isForForm,
  namesButton,
  wishBesideForm,
  wishForButton,
  wishInSentence,
  wishOnButton,
} from './wishInSentence.ts';

interface State {
  typed?: Partial<AskRoleInput>;
}

/** In how many accounts an invitation may be asked for at once; *find my administrator* finds the others. */
const mostAsked = 2;

/** Walk 4, *Check my role*: says it at once; goes on only where another role is asked for. */
export class CheckRoleWalk extends Walk<State> {
  readonly walk = 'checkRole';
  readonly inputs: Inputs = {
    ask: z.strictObject({
      account: z.string().max(40).default(''),
      roles: z.string().max(400).default(''),
      message: z.string().max(4000).default(''),
    }),
  };

  constructor() {
    super('checkRole');
  }

  protected async begin(stage: Stage<State>, { button, sentence }: Opening): Promise<void> {
    const mine = await myRoles(stage.house, stage.actor);
    const { accounts } = mine;
    if (accounts.length === 0) return this.#notIn(stage, mine, sentence);
    const said = sentence && wishInSentence(sentence, 'role', stage.scene.understand);
    const { roles, message } = said ?? wishOnButton(button ?? {});
    // One that they have, or that nobody there can give, is nothing to ask for.
    const wanted = roles.filter((role) => accounts.some(({ mayAskFor }) => mayAskFor.includes(role)));
    const isAsking = said?.isSure && (wanted.length > 0 || roles.length === 0);
    if (!button?.ask && !isAsking) {
      const wish = wishForButton({ roles: wanted, message });
      stage.show(roleCard(accounts, stage.reader, wish, explained(accounts, sentence, stage.reader)));
      return stage.end();
    }
    stage.state.typed = { roles: wanted.join(','), message };
    stage.goTo('ask');
    await this.#form(stage, mine);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    await this.#form(stage, await myRoles(stage.house, stage.actor));
  }

  /** A role or a message is for the form that is open, whatever walk it sounds like. */
  override expects(_state: State, understood: Understood): boolean {
    return isForForm(understood);
  }

  protected override async said(stage: Stage<State>, { text }: Understood): Promise<boolean> {
    const { typed } = stage.state;
    if (!namesButton(text, 'role')) {
      const { roles, message } = wishBesideForm(text, 'role', stage.scene.understand, typed ?? {});
      stage.state.typed = {
        ...typed,
        ...(roles && { roles: roles.join(',') }),
        ...(message !== undefined && { message }),
      };
    }
    const said = stage.texts.conversation.notSentYet({ button: stage.texts.checkRole.askSend });
    await this.#form(stage, await myRoles(stage.house, stage.actor), { said });
    return true;
  }

  protected async pressed(stage: Stage<State>, { inputs }: { inputs: Record<string, string> }): Promise<void> {
    const typed = inputs as unknown as AskRoleInput;
    stage.state.typed = typed;
    const mine = await myRoles(stage.house, stage.actor);
    const askable = mine.accounts.filter(({ mayAskFor }) => mayAskFor.length > 0);
    const only = askable.length === 1 ? askable[0]?.account.id : undefined;
    if (askable.length === 0) return this.#form(stage, mine);
    const purchasingAccountId = typed.account || only;
    if (!purchasingAccountId) return this.#form(stage, mine, { problems: { account: stage.texts.problems.missing } });
    const result = stage.noted(
      await askForRole(stage.house, stage.actor, {
        purchasingAccountId,
        roles: typed.roles.split(',').filter(Boolean),
        ...(typed.message.trim() && { message: typed.message.trim() }),
      }),
      () => 'roleAsked',
    );
    if (result.outcome === 'asked') return tellAsked(stage, result, stage.texts.checkRole);
    const { refusal } = result;
    const problems =
      refusal.reason === 'alreadyHasRoles'
        ? { roles: refusalInWords(refusal, stage.reader) }
        : fieldProblems(refusal, stage.reader);
    if (Object.keys(problems).length > 0) return this.#form(stage, mine, { problems });
    tellNotAsked(stage, refusal, ['checkRole', 'person']);
  }

  /** Shows the form; where there is nothing to ask for now, says why and ends. */
  async #form(
    stage: Stage<State>,
    mine: MyRolesResult,
    told: { said?: string; problems?: Record<string, string> } = {},
  ): Promise<void> {
    const { accounts } = mine;
    if (accounts.length === 0) return this.#notIn(stage, mine);
    const askable = accounts.filter(({ mayAskFor }) => mayAskFor.length > 0);
    if (askable.length > 0) {
      stage.show(askRoleForm(askable, stage.state.typed ?? {}, told, stage.button, stage.reader));
      return;
    }
    const words = stage.texts.checkRole;
    const open = accounts.flatMap(({ openRequest, account: { number } }) =>
      openRequest ? { ...openRequest, number } : [],
    );
    const lines = open.map(({ at }) => words.requestWaiting({ when: dayInWords(at, stage.reader) }));
    if (lines.length === 0) lines.push(words.nothingToAsk);
    const isOneOfSeveral = open.length > 1;
    const more = open.map(({ id, number }) =>
      withdrawButton(stage.texts, id, isOneOfSeveral ? { kind: 'role', number } : undefined),
    );
    stage.show(notice(stage.texts, { lines, more, next: ['checkRole', 'person'] }));
    stage.end(lines[0]);
  }

  /** Whoever has no role yet may ask for an invitation, with the role that a sentence wants. */
  async #notIn(stage: Stage<State>, { invitations }: MyRolesResult, sentence?: Opening['sentence']): Promise<void> {
    const words = stage.texts.checkRole;
    const line = invitations.length > 0 ? words.onlyInvited : words.notIn;
    const offered = invitations.flatMap(({ roles }) => roles);
    const wish = sentence && wishForButton(wishInSentence(sentence, 'role', stage.scene.understand));
    const askable = (await knownAccounts(stage)).filter(({ mayAsk }) => mayAsk).slice(0, mostAsked);
    stage.show(
      notice(stage.texts, {
        lines: [line, ...explained([], sentence, stage.reader, offered)],
        more: askButtons(askable, stage.reader, wish),
        next: ['findAdministrator', 'resendInvitation', 'person'],
      }),
    );
    stage.refuse(line);
  }
}

/** What the roles permit that a sentence names and its writer does not hold, and those of an invitation that waits. */
function explained(
  accounts: MyRolesResult['accounts'],
  sentence: Opening['sentence'],
  reader: Reader,
  offered: readonly Role[] = [],
): string[] {
  const held = accounts.flatMap(({ roles }) => roles.map(({ role }) => role));
  const asked = new Set([...offered, ...(sentence?.data.roles ?? [])]);
  return [...asked].filter((role) => !held.includes(role)).map((role) => roleInWords(role, reader));
}
