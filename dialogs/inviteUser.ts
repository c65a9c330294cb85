import * as z from 'zod';
import { accountChoice } from '../cards/accountChoice.ts';
import { askButtons } from '../cards/askButtons.ts';
import { batchProgress as batchProgressCard } from '../cards/batchProgress.ts';
import { countryTyped } from '../cards/countryChoices.ts';
import type { InvitationDraft } from '../cards/invitationForm.ts';
import { refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { isRole } from '../models/role.ts';
import { batchProgress } from '../onboarding/batchProgress.ts';
import { type InviterAccount, inviterAccounts } from '../onboarding/inviterAccounts.ts';
import { readCountry } from '../onboarding/readCountry.ts';
import { accountInSentence, numberIn } from './accountInSentence.ts';
import { draftFromSentence } from './draftFromSentence.ts';
import {
  beginPeople,
  checkTyped,
  correctList,
  includeOutside,
  inviteList,
  showChecked,
  showPeopleForm,
  showProblems,
} from './invitePeople.ts';
import {
  fillInvitationForm,
  giveMissingRoles,
  inviteDraft,
  showAlreadyIn,
  showInvitationForm,
  showOutsideDomain,
} from './invitePerson.ts';
import type { InviteStage, InviteUserState, InviteUserStep, PeopleList, Place } from './inviteUserState.ts';
import { knownAccounts } from './knownAccounts.ts';
import { listInSentence } from './listInSentence.ts';
import { listInText } from './listInText.ts';
import { namesLanguage } from './namesLanguage.ts';
import { readAnswer } from './readAnswer.ts';
import type { WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import {
  beginInvited,
  beginWaiting,
  correctAddress,
  sendWaitingAgain,
  showCorrectAddress,
  showOutsideCorrection,
  showWaiting,
  showWithdraw,
  withdraw,
} from './waitingInvitation.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import { wishForButton, wishInSentence } from './wishInSentence.ts';
import { wordCount } from './wordCount.ts';

interface Press {
  data: Record<string, string>;
  inputs: Record<string, string>;
}

/** What a button does, and at which steps there is such a button. */
interface ButtonRule {
  at: readonly InviteUserStep[];
  inputs: z.ZodType<Record<string, string>>;
  act(stage: InviteStage, place: Place, press: Press): Promise<void> | void;
}

/** In how many accounts the refusal offers to ask for an invitation; *find my administrator* finds the others. */
const mostAsked = 3;

const nothing = z.strictObject({});
const person = z.strictObject({
  email: z.string().max(400).default(''),
  firstName: z.string().max(200).default(''),
  lastName: z.string().max(200).default(''),
  language: z.string().max(40).default(''),
  country: z.string().max(40).default(''),
  roles: z.string().max(400).default(''),
});
const people = z.strictObject({
  people: z.string().max(100_000).default(''),
  language: z.string().max(40).default(''),
  country: z.string().max(40).default(''),
  roles: z.string().max(400).default(''),
});

const rules: Record<string, ButtonRule> = {
  invite: { at: ['form'], inputs: person, act: (stage, place, press) => submit(stage, place, press, false) },
  inviteAnother: { at: ['form'], inputs: person, act: (stage, place, press) => submit(stage, place, press, true) },
  several: { at: ['form'], inputs: nothing, act: (stage, place) => beginPeople(stage, place) },
  toForm: {
    at: ['outsideDomain', 'alreadyIn', 'alreadyInvited', 'people', 'defaults'],
    inputs: nothing,
    act: (stage, place) => {
      delete stage.state.list;
      stage.goTo('form');
      showInvitationForm(stage, place);
    },
  },
  inviteAnyway: { at: ['outsideDomain'], inputs: nothing, act: (stage, place) => inviteDraft(stage, place, true) },
  giveRoles: { at: ['alreadyIn'], inputs: nothing, act: giveMissingRoles },
  sendAgain: { at: ['alreadyInvited'], inputs: nothing, act: sendWaitingAgain },
  withdraw: { at: ['alreadyInvited'], inputs: nothing, act: (stage) => turnTo(stage, 'withdraw', showWithdraw) },
  withdrawYes: { at: ['withdraw'], inputs: nothing, act: withdraw },
  correctAddress: {
    at: ['alreadyInvited', 'outsideCorrection'],
    inputs: nothing,
    act: (stage) => turnTo(stage, 'correctAddress', showCorrectAddress),
  },
  toInvitation: {
    at: ['withdraw', 'correctAddress'],
    inputs: nothing,
    act: (stage) => turnTo(stage, 'alreadyInvited', showWaiting),
  },
  correct: {
    at: ['correctAddress'],
    inputs: z.strictObject({ email: z.string().max(400).default('') }),
    act: (stage, _place, { inputs }) => {
      stage.state.corrected = inputs.email ?? '';
      return correctAddress(stage);
    },
  },
  correctAnyway: { at: ['outsideCorrection'], inputs: nothing, act: (stage) => correctAddress(stage, true) },
  check: {
    at: ['people', 'defaults'],
    inputs: people,
    act: (stage, place, { inputs }) => checkTyped(stage, place, inputs as z.infer<typeof people>),
  },
  includeOutside: { at: ['checked'], inputs: nothing, act: (stage, place) => includeOutside(stage, place, true) },
  leaveOutside: { at: ['checked'], inputs: nothing, act: (stage, place) => includeOutside(stage, place, false) },
  problems: {
    at: ['checked'],
    inputs: nothing,
    act: (stage, place, { data }) => showProblems(stage, place, data.from ?? '0'),
  },
  overview: { at: ['checked'], inputs: nothing, act: (stage, place) => showProblems(stage, place, undefined) },
  correctList: { at: ['checked'], inputs: nothing, act: correctList },
  inviteAll: { at: ['checked'], inputs: nothing, act: inviteList },
};

/** Which button a typed yes, or no, stands for at the steps that ask a question. */
const answers: Partial<Record<InviteUserStep, Record<'yes' | 'no', string>>> = {
  outsideDomain: { yes: 'inviteAnyway', no: 'toForm' },
  withdraw: { yes: 'withdrawYes', no: 'toInvitation' },
  outsideCorrection: { yes: 'correctAnyway', no: 'correctAddress' },
};

/**
 * Walk 3, *Invite a user*: one person with a form, or many with a list that is checked whole before anything is sent.
 * Which roles may be given depends on the account, so that the account comes first.
 */
export class InviteUserWalk extends Walk<InviteUserState> {
  readonly walk = 'inviteUser';
  readonly inputs: Inputs = {
    chooseAccount: z.strictObject({ account: z.string().max(40).default('') }),
    otherAccount: nothing,
    ...Object.fromEntries(Object.entries(rules).map(([action, { inputs }]) => [action, inputs])),
  };

  constructor() {
    super('inviteUser');
  }

  override expects({ step }: InviteUserState & WalkState, { text, data }: Understood): boolean {
    if (listInText(text)) return true;
    if (step === 'account') return data.accountNumber !== null || data.agreementNumber !== null;
    if (!['form', 'people', 'defaults'].includes(step)) return false;
    // A bare role sounds like a question about one's own; "What may a Report Viewer do?" has more words.
    const words = wordCount(text);
    return namesLanguage({ text, data }) || (words <= 3 * data.roles.length && !text.trim().endsWith('?'));
  }

  override asksAnew(button: Record<string, string>): boolean {
    return button.batch !== undefined;
  }

  /** That somebody is in, or invited, was told: what can be done about it is only offered. */
  override isUnfinished({ step, alreadyIn }: InviteUserState & WalkState): boolean {
    return step !== 'alreadyInvited' && !(step === 'alreadyIn' && alreadyIn?.missing.length === 0);
  }

  override async look(stage: InviteStage, { button }: Opening): Promise<boolean> {
    if (!button?.batch) return false;
    const result = await batchProgress(stage.house, stage.actor, { batchId: button.batch });
    if (result.outcome === 'refused') {
      stage.show(notice(stage.texts, { lines: [refusalInWords(result.refusal, stage.reader)], next: ['help'] }));
      return true;
    }
    const from = /^\d{1,4}$/.test(button.from ?? '') ? { from: Number(button.from) } : {};
    stage.show(batchProgressCard(result, { batchId: button.batch, ...from }, stage.reader));
    return true;
  }

  protected async begin(stage: InviteStage, { sentence, button, file }: Opening): Promise<void> {
    if (button?.invitation) return beginWaiting(stage, button);
    const accounts = await inviterAccounts(stage.house, stage.actor);
    if (accounts.length === 0) return mayNotInvite(stage, sentence);
    const list = file ? { text: file.text, file: file.name } : sentence && listIn(stage, sentence);
    stage.state.draft = {
      // What a list says of those on it is said of nobody else.
      ...(sentence && !list && draftFromSentence(sentence, false)),
      ...(button?.language && { language: button.language }),
      ...(button?.country && readCountry(button.country) && { country: button.country }),
      ...(button?.roles && { roles: button.roles.split(',').filter(isRole) }),
    };
    if (list || button?.several) stage.state.list = { ...emptyList(), ...list };
    const asked = sentence && numberIn(sentence);
    const here =
      accounts.find(({ account }) => account.id === button?.account) ??
      (sentence && named(accounts, sentence)) ??
      (asked === undefined && accounts.length === 1 ? accounts[0] : undefined);
    if (here) {
      stage.state.accountId = here.account.id;
      return goOn(stage, { here, accounts });
    }
    stage.goTo('account');
    showAccounts(stage, accounts, { asked });
  }

  protected async showAgain(stage: InviteStage): Promise<void> {
    const accounts = await inviterAccounts(stage.house, stage.actor);
    const here = placeOf(stage, accounts);
    if (accounts.length === 0) return mayNotInvite(stage);
    if (!here) {
      // The role in that account was taken away meanwhile.
      if (stage.state.step !== 'account') stage.goTo('account');
      return showAccounts(stage, accounts);
    }
    const place = { here, accounts };
    switch (stage.state.step as InviteUserStep) {
      case 'account':
        return showAccounts(stage, accounts);
      case 'form':
        return showInvitationForm(stage, place);
      case 'outsideDomain':
        return showOutsideDomain(stage);
      case 'alreadyIn':
        return showAlreadyIn(stage);
      case 'alreadyInvited':
        return showWaiting(stage);
      case 'withdraw':
        return showWithdraw(stage);
      case 'correctAddress':
        return showCorrectAddress(stage);
      case 'outsideCorrection':
        return showOutsideCorrection(stage);
      case 'people':
      case 'defaults':
        return showPeopleForm(stage, place);
      case 'checked':
        return showChecked(stage, place);
    }
  }

  protected async pressed(stage: InviteStage, press: Press & { action: string }): Promise<void> {
    const accounts = await inviterAccounts(stage.house, stage.actor);
    if (press.action === 'chooseAccount' && stage.state.step === 'account') {
      const here = accounts.find(({ account }) => account.id === press.inputs.account);
      if (!here) return showAccounts(stage, accounts, { problem: stage.texts.problems.missing });
      stage.state.accountId = here.account.id;
      return goOn(stage, { here, accounts });
    }
    if (press.action === 'otherAccount' && stage.state.step === 'form') {
      stage.goTo('account');
      return showAccounts(stage, accounts);
    }
    const here = placeOf(stage, accounts);
    const rule = rules[press.action];
    if (!here || !rule?.at.includes(stage.state.step as InviteUserStep)) {
      // No card of this step has that button: somebody made it up.
      stage.say(stage.texts.conversation.strangeCard);
      return this.showAgain(stage);
    }
    await rule.act(stage, { here, accounts }, press);
  }

  protected override async said(stage: InviteStage, { text, data }: Understood): Promise<boolean> {
    const accounts = await inviterAccounts(stage.house, stage.actor);
    const { step } = stage.state;
    const list = listIn(stage, { text, data });
    const asked = numberIn({ data });
    const meant = named(accounts, { text, data });
    const here = meant ?? placeOf(stage, accounts);
    if (!here || (step === 'account' && !meant)) {
      if (step !== 'account' || (asked === undefined && !list)) return false;
      if (list) stage.state.list = { ...emptyList(), ...list };
      showAccounts(stage, accounts, { asked });
      return true;
    }
    const place = { here, accounts };
    const moved = here.account.id !== stage.state.accountId;
    if (list) {
      stage.state.accountId = here.account.id;
      await beginPeople(stage, place, list);
      return true;
    }
    if (step === 'account') {
      stage.state.accountId = here.account.id;
      await goOn(stage, place);
      return true;
    }
    const choices = answers[step as InviteUserStep];
    const answer = choices && readAnswer(text);
    const button = answer && choices[answer];
    if (button) {
      await rules[button]?.act(stage, place, { data: {}, inputs: {} });
      return true;
    }
    const said = draftFromSentence({ text, data }, true);
    if (step === 'people' || step === 'defaults') {
      stage.state.accountId = here.account.id;
      const filled = fillDefaults(stage, place, said);
      if (moved && !filled) showPeopleForm(stage, place);
      return moved || filled;
    }
    if (step === 'correctAddress' || step === 'outsideCorrection') {
      if (said.email === undefined) return false;
      stage.state.corrected = said.email;
      turnTo(stage, 'correctAddress', showCorrectAddress);
      return true;
    }
    // A list that was checked and an invitation that waits are those of their account, whichever is named beside them.
    if (step === 'checked' || step === 'withdraw') return false;
    // A yes, or roles to give, were asked for in one account: with another the form comes back. Otherwise, beside the
    // form only another address says that somebody else is meant.
    const elsewhere = moved && step !== 'alreadyInvited';
    const unknown = step === 'form' && !meant ? asked : undefined;
    const isUseful = Object.keys(said).length > 0 && (step === 'form' || said.email !== undefined);
    if (!elsewhere && !isUseful && unknown === undefined) return false;
    stage.state.accountId = here.account.id;
    const { draft = {} } = stage.state;
    const leaves = isSomebodyElse(said, draft) && step === 'form';
    // What was to be given to one person is not to be given to another.
    stage.state.draft = leaves ? said : { ...draft, ...said };
    if (said.email !== undefined && (await beginInvited(stage, place))) return true;
    fillInvitationForm(stage, place, said, { unknown, ...(leaves && { left: draft }) });
    return true;
  }

  protected override async sentFile(stage: InviteStage, file: { name: string; text: string }): Promise<boolean> {
    const accounts = await inviterAccounts(stage.house, stage.actor);
    const here = placeOf(stage, accounts);
    const list = { text: file.text, file: file.name };
    if (here) await beginPeople(stage, { here, accounts }, list);
    else {
      stage.state.list = { ...emptyList(), ...list };
      await this.showAgain(stage);
    }
    return true;
  }
}

/** Goes on once the account is known: with the list that has come, or with one person. */
async function goOn(stage: InviteStage, place: Place): Promise<void> {
  const { list } = stage.state;
  if (list) {
    const { text, file, language, country, roles } = list;
    return beginPeople(stage, place, {
      // A file that is empty is a list still, with nobody on it.
      ...((text || file) && { text }),
      ...(file && { file }),
      ...(language && { language }),
      ...(country && { country }),
      ...(roles.length > 0 && { roles }),
    });
  }
  if (await beginInvited(stage, place)) return;
  stage.goTo('form');
  showInvitationForm(stage, place);
}

async function submit(stage: InviteStage, place: Place, { inputs }: Press, another: boolean): Promise<void> {
  const typed = inputs as z.infer<typeof person>;
  stage.state.draft = {
    ...typed,
    country: countryTyped(typed.country, stage.language),
    roles: typed.roles.split(',').filter(Boolean),
  };
  stage.state.another = another;
  await inviteDraft(stage, place);
}

function fillDefaults(stage: InviteStage, place: Place, said: Partial<InvitationDraft>): boolean {
  const { language, country, roles } = said;
  if (!stage.state.list || (language === undefined && country === undefined && roles === undefined)) return false;
  Object.assign(stage.state.list, {
    ...(language !== undefined && { language }),
    ...(country !== undefined && { country }),
    ...(roles !== undefined && { roles: [...roles] }),
  });
  showPeopleForm(stage, place);
  return true;
}

/** Whether another person is named than stands on the form; a name that is shared is the same person's, put right. */
function isSomebodyElse(said: Partial<InvitationDraft>, draft: Partial<InvitationDraft>): boolean {
  const [theirs, there] = [said, draft].map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean));
  if (!said.email || !draft.email || said.email === draft.email || !theirs?.length || !there?.length) return false;
  return !theirs.some((name) => there.includes(name));
}

function turnTo(stage: InviteStage, step: InviteUserStep, show: (stage: InviteStage) => void): void {
  stage.goTo(step);
  show(stage);
}

function listIn({ scene, language, texts }: InviteStage, sentence: Pick<Understood, 'text' | 'data'>) {
  return listInSentence(sentence, { understand: (text) => scene.understand(text, { language }), texts });
}

function emptyList(): PeopleList {
  return { text: '', language: '', country: '', roles: [], includeOutside: false };
}

/** @returns the account among these that a sentence names. */
function named(
  accounts: readonly InviterAccount[],
  sentence: Pick<Understood, 'text' | 'data'>,
): InviterAccount | undefined {
  const account = accountInSentence(
    accounts.map((one) => one.account),
    sentence,
  );
  return accounts.find((one) => one.account === account);
}

function placeOf({ state }: InviteStage, accounts: readonly InviterAccount[]): InviterAccount | undefined {
  return accounts.find(({ account }) => account.id === state.accountId);
}

function showAccounts(
  stage: InviteStage,
  accounts: readonly InviterAccount[],
  { asked, problem }: { asked?: string | undefined; problem?: string | undefined } = {},
): void {
  const isKnown = accounts.some(({ account }) => account.number === asked || account.agreementNumber === asked);
  const said = asked && !isKnown ? stage.texts.inviteUser.noSuchAccount({ number: asked }) : undefined;
  stage.show(
    accountChoice(
      accounts.map(({ account }) => account),
      { said, problem },
      stage.button,
      stage.reader,
    ),
  );
}

/** Refuses; and leads who is not in yet to an invitation of their own, which a sentence with nobody in it may have meant. */
async function mayNotInvite(stage: InviteStage, sentence?: Opening['sentence']): Promise<void> {
  const accounts = await knownAccounts(stage);
  const words = stage.texts.inviteUser;
  const isIn = accounts.some(({ yourRoles }) => yourRoles.length > 0);
  const wish = sentence && wishInSentence(sentence, 'invitation', stage.scene.understand);
  const line = isIn ? stage.texts.refusals.mayNotInvite : words.notIn;
  stage.show(
    notice(stage.texts, {
      lines: [line, isIn ? words.mayNot : words.forYourself],
      more: askButtons(accounts.slice(0, mostAsked), stage.reader, wish && wishForButton(wish)),
      next: ['findAdministrator', ...(isIn ? (['checkRole'] as const) : []), 'person'],
    }),
  );
  stage.refuse(line);
}
