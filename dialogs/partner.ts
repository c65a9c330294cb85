import * as z from 'zod';
import { beginButton } from '../cards/buttons.ts';
import { customerList, customersPerPage } from '../cards/customerList.ts';
import { designateConfirmation } from '../cards/designateConfirmation.ts';
import { type DesignateInput, designateForm } from '../cards/designateForm.ts';
import { dayInWords, fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { pageOf } from '../cards/pageOf.ts';
import { foldText } from '../language/foldText.ts';
import { languages, spokenLanguage, textsFor } from '../language/texts.ts';
import { addressDomain } from '../onboarding/addressDomain.ts';
import { designateAdministrator } from '../onboarding/designateAdministrator.ts';
import { type PartnerCustomer, partnerCustomers } from '../onboarding/partnerCustomers.ts';
import { isPersonalAddress } from '../onboarding/personalAddress.ts';
import { readAddress } from '../onboarding/readAddress.ts';
import { readName } from '../onboarding/readName.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import { resendForCustomer } from '../onboarding/resendForCustomer.ts';
import { customersInSentence, matchCustomers } from './matchCustomers.ts';
import { namesLanguage } from './namesLanguage.ts';
import { namesOf } from './namesOf.ts';
import { readAnswer } from './readAnswer.ts';
import type { Stage, WalkState } from './stage.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import { wordCount } from './wordCount.ts';
import { wordingsIn } from './wordingsIn.ts';

interface State {
  /** What the list is narrowed down to; empty for all. */
  filter?: string;
  /** Which page of the list is shown, counted from 0. */
  page?: number;
  /** What was said to be done, while it is open for which customer. */
  wanted?: Wanted;
  /** The account whose invitation a yes sends again: the only one that is shown. */
  resending?: string;
  /** The account whose administrator is being changed. */
  designating?: string;
  /** Who is to be the administrator, as typed or as a sentence said. */
  typed?: Partial<DesignateInput>;
}

type Wanted = 'resend' | 'designate';

const wordings = languages.map((language) => textsFor(language).partner.wordings);
const says: Record<Wanted, RegExp> = {
  designate: wordingsIn(wordings.flatMap(({ designate }) => designate)),
  resend: wordingsIn(wordings.flatMap(({ resend }) => resend)),
};

type Press = { action: string; data: Record<string, string>; inputs: Record<string, string> };

const listInputs = z.strictObject({ filter: z.string().max(200).default('') });
const nothing = z.strictObject({});

/** Bare data is at most so many words: more is a sentence. */
const mostBareWords = 5;

/**
 * Walk 6, *Partner*: the customers with the state of their administrators' invitations; has one sent again, or
 * designates another administrator after a second yes.
 */
export class PartnerWalk extends Walk<State> {
  readonly walk = 'partner';
  readonly inputs: Inputs = {
    search: listInputs,
    all: listInputs,
    page: listInputs,
    resend: listInputs,
    designate: listInputs,
    goOn: z.strictObject({
      email: z.string().max(1000).default(''),
      firstName: z.string().max(1000).default(''),
      lastName: z.string().max(1000).default(''),
      language: z.string().max(40).default(''),
    }),
    yes: nothing,
    correct: nothing,
  };

  constructor() {
    super('partner');
  }

  protected async begin(stage: Stage<State>, { sentence, button = {} }: Opening): Promise<void> {
    const customers = await this.#customers(stage);
    if (!customers) return;
    stage.goTo('list');
    stage.state.filter = button.filter?.slice(0, 200) ?? '';
    if (sentence && (await this.#hear(stage, sentence, customers))) return;
    await this.showAgain(stage);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    switch (stage.state.step) {
      case 'designate':
        return this.#showForm(stage);
      case 'confirm':
        return this.#showConfirmation(stage);
      default:
        return this.#showList(stage);
    }
  }

  override isUnfinished({ step, typed }: State & WalkState): boolean {
    return step !== 'list' || Boolean(typed?.email);
  }

  /** Having an invitation resent is the list's own business, and so are an address and a name while they are asked for. */
  override expects({ step, resending }: State & WalkState, { intent, text, data }: Understood): boolean {
    switch (step) {
      case 'list':
        if (resending !== undefined && readAnswer(text) === 'yes') return true;
        return intent === 'resendInvitation' || asksForMore(text);
      case 'designate':
        if (readAnswer(text) === 'yes' || namesLanguage({ text, data })) return true;
        return data.emails.length === 1 && wordCount(text) <= mostBareWords;
      default:
        return readAnswer(text) !== undefined;
    }
  }

  protected override async said(stage: Stage<State>, understood: Understood): Promise<boolean> {
    const { text, data } = understood;
    switch (stage.state.step) {
      case 'confirm': {
        const answer = readAnswer(text);
        if (answer === 'yes') await this.#designate(stage);
        if (answer === 'no') await this.#correct(stage);
        return answer !== undefined;
      }
      case 'designate': {
        if (readAnswer(text) === 'yes') {
          await this.#goOn(stage);
          return true;
        }
        const heard = personIn(data);
        if (Object.keys(heard).length === 0) return false;
        stage.state.typed = { ...stage.state.typed, ...heard };
        await this.#showForm(stage);
        return true;
      }
      default: {
        const { resending } = stage.state;
        if (resending !== undefined && readAnswer(text) === 'yes') {
          await this.#resend(stage, resending);
          return true;
        }
        const customers = await this.#customers(stage);
        if (!customers) return true;
        if (asksForMore(text)) {
          stage.state.page = (stage.state.page ?? 0) + 1;
          await this.#showList(stage);
          return true;
        }
        if (await this.#hear(stage, understood, customers)) return true;
        const filter = text.trim().slice(0, 200);
        if (matchCustomers(customers, filter).length === 0) return false;
        this.#narrow(stage, filter);
        await this.#showList(stage);
        return true;
      }
    }
  }

  protected async pressed(stage: Stage<State>, { action, data, inputs }: Press): Promise<void> {
    switch (action) {
      case 'search':
        this.#narrow(stage, (inputs.filter ?? '').trim());
        return this.#showList(stage);
      case 'all':
        this.#narrow(stage, '');
        return this.#showList(stage);
      case 'page':
        stage.state.page = Number(data.page);
        return this.#showList(stage);
      case 'resend':
        return this.#resend(stage, data.account ?? '');
      case 'designate':
        return this.#startDesignating(stage, data.account ?? '');
      case 'goOn':
        stage.state.typed = inputs;
        return this.#goOn(stage);
      case 'correct':
        return this.#correct(stage);
      case 'yes':
        return this.#designate(stage);
    }
  }

  /** @returns the customers, or undefined after having said that there are none, or that this is for partners. */
  async #customers(stage: Stage<State>): Promise<PartnerCustomer[] | undefined> {
    const result = await partnerCustomers(stage.house, stage.actor);
    if (result.outcome === 'found' && result.customers.length > 0) return result.customers;
    const line =
      result.outcome === 'found' ? stage.texts.partner.noCustomers : refusalInWords(result.refusal, stage.reader);
    stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'resendInvitation', 'person'] }));
    stage.refuse(line);
    return undefined;
  }

  #narrow(stage: Stage<State>, filter: string): void {
    stage.state.filter = filter;
    stage.state.page = 0;
  }

  /**
   * A sentence that names a customer narrows the list down to it; one with the address of somebody else besides is
   * about who is to be the administrator there.
   * @returns whether it said anything of use.
   */
  async #hear(
    stage: Stage<State>,
    sentence: Pick<Understood, 'text' | 'data'>,
    customers: readonly PartnerCustomer[],
  ): Promise<boolean> {
    const [email] = sentence.data.emails;
    const filter = customersInSentence(customers, sentence) ?? (email && filterByAddress(customers, email)) ?? '';
    const wanted = wantedIn(sentence.text) ?? stage.state.wanted;
    delete stage.state.wanted;
    if (!filter && !email) return wantedIn(sentence.text) !== undefined && this.#askFor(stage, wanted, customers);
    const meant = matchCustomers(customers, filter);
    // The administrator of another customer may become the one here.
    const isAdministrator = meant.some(({ administrator }) => administrator.email === email);
    this.#narrow(stage, filter);
    const [only, ...more] = meant;
    if (!email || isAdministrator) {
      if (wanted === 'designate' && only && more.length === 0) await this.#startDesignating(stage, only.account.id);
      else if (meant.length > 1) await this.#askFor(stage, wanted, meant);
      else if (wanted === 'resend' && only && !only.administratorIsIn) await this.#proposeResending(stage, only);
      else await this.#showList(stage);
      return true;
    }
    stage.state.typed = personIn(sentence.data);
    if (filter && only && more.length === 0) await this.#startDesignating(stage, only.account.id);
    else await this.#showList(stage, stage.texts.partner.whichCustomer({ name: email }));
    return true;
  }

  /** Shows the customers for which something may be wanted; asks which, where that is more than one. */
  async #askFor(
    stage: Stage<State>,
    wanted: Wanted | undefined,
    customers: readonly PartnerCustomer[],
  ): Promise<boolean> {
    const possible = customers.filter(({ administratorIsIn }) => wanted !== 'resend' || !administratorIsIn);
    const [only, ...others] = possible;
    if (wanted === undefined || !only) await this.#showList(stage);
    else if (others.length > 0) {
      stage.state.wanted = wanted;
      await this.#showList(stage, stage.texts.partner.forWhich[wanted]);
    } else if (wanted === 'designate') await this.#startDesignating(stage, only.account.id);
    else {
      this.#narrow(stage, only.account.number);
      await this.#proposeResending(stage, only);
    }
    return true;
  }

  /** Shows the one customer whose invitation is wanted again; a yes sends it. */
  async #proposeResending(stage: Stage<State>, { account, administrator }: PartnerCustomer): Promise<void> {
    const { organization } = account;
    const lead = stage.texts.partner.resendThis({ who: administrator.name, email: administrator.email, organization });
    await this.#showList(stage, lead, account.id);
  }

  async #showList(stage: Stage<State>, lead?: string, resending?: string): Promise<void> {
    delete stage.state.resending;
    if (resending !== undefined) stage.state.resending = resending;
    const result = await partnerCustomers(stage.house, stage.actor);
    if (result.outcome === 'refused' || result.customers.length === 0) {
      await this.#customers(stage);
      return;
    }
    if (stage.state.step !== 'list') stage.goTo('list');
    const { filter = '' } = stage.state;
    const matching = matchCustomers(result.customers, filter);
    // What matches nothing is not kept: they are all shown.
    if (matching.length === 0) {
      lead = stage.texts.partner.noneMatch({ filter });
      this.#narrow(stage, '');
    }
    const customers = matching.length > 0 ? matching : result.customers;
    const { page } = pageOf(customers, stage.state.page ?? 0, customersPerPage);
    stage.state.page = page;
    stage.show(
      customerList(
        {
          partner: result.partner,
          customers,
          total: result.customers.length,
          filter: stage.state.filter ?? '',
          page,
          isNamed: stage.actor.channel === 'mail',
          lead,
          resending,
        },
        stage.button,
        stage.reader,
      ),
    );
  }

  async #resend(stage: Stage<State>, accountId: string): Promise<void> {
    const words = stage.texts.partner;
    const customer = await this.#customer(stage, accountId);
    if (!customer) return;
    const { organization } = customer.account;
    const result = stage.noted(
      await resendForCustomer(stage.house, stage.actor, { purchasingAccountId: accountId }),
      ({ outcome }) => (outcome === 'sent' ? 'sentAgain' : outcome),
    );
    switch (result.outcome) {
      case 'sent': {
        const sent = words.sent({ who: result.to.name, email: result.to.email, organization });
        const expires = dayInWords(result.expiresAt, stage.reader);
        return this.#finish(stage, sent, { title: words.sentTitle, more: [words.sentNext({ expires })] });
      }
      case 'administratorIsIn': {
        const { name, email } = result.administrator;
        return this.#finish(stage, words.administratorIsIn({ who: name, email, organization }));
      }
      case 'refused':
        return this.#finish(stage, refusalInWords(result.refusal, stage.reader));
    }
  }

  async #startDesignating(stage: Stage<State>, accountId: string): Promise<void> {
    const customer = await this.#customer(stage, accountId);
    if (!customer) return;
    stage.state.designating = accountId;
    const { typed = {} } = stage.state;
    stage.state.typed = { ...typed, language: spokenLanguage(typed.language) ?? languageOf(customer.account.country) };
    stage.goTo('designate');
    await this.#showForm(stage);
  }

  async #showForm(stage: Stage<State>, problems: Record<string, string> = {}, lead?: string): Promise<void> {
    const customer = await this.#customer(stage, stage.state.designating ?? '');
    if (!customer) return;
    const { organization, number } = customer.account;
    stage.show(
      designateForm(
        {
          customer: { organization, number, old: customer.administrator },
          typed: stage.state.typed ?? {},
          problems,
          lead,
        },
        stage.button,
        stage.reader,
      ),
    );
  }

  /** Looks at what was typed before it asks for the second yes; the rules are enforced again where it is done. */
  async #goOn(stage: Stage<State>): Promise<void> {
    const customer = await this.#customer(stage, stage.state.designating ?? '');
    if (!customer) return;
    const { typed = {} } = stage.state;
    const problems = this.#problems(stage, typed, customer);
    if (Object.keys(problems).length > 0) return this.#showForm(stage, problems);
    stage.goTo('confirm');
    await this.#showConfirmation(stage);
  }

  #problems(stage: Stage<State>, typed: Partial<DesignateInput>, customer: PartnerCustomer): Record<string, string> {
    const { problems, refusals } = stage.texts;
    const found: Record<string, string> = {};
    const email = readAddress(typed.email);
    if (!typed.email?.trim()) found.email = problems.missing;
    else if (!email) found.email = problems.badAddress;
    else if (isPersonalAddress(email)) found.email = refusals.personalAddress;
    else if (email === customer.administrator.email) found.email = refusals.sameAdministrator;
    for (const field of ['firstName', 'lastName'] as const) {
      const name = readName(typed[field]);
      if ('problem' in name) found[field] = problems[name.problem];
    }
    if (!languages.includes(typed.language ?? '')) found.language = problems.unknownLanguage;
    return found;
  }

  async #showConfirmation(stage: Stage<State>): Promise<void> {
    const customer = await this.#customer(stage, stage.state.designating ?? '');
    if (!customer) return;
    const { account, administrator, administratorIsIn: isIn, invitation } = customer;
    stage.show(
      designateConfirmation(
        {
          organization: account.organization,
          number: account.number,
          old: { ...administrator, isIn, isInvited: !isIn && invitation?.state === 'pending' },
          person: stage.state.typed as DesignateInput,
        },
        stage.button,
        stage.reader,
      ),
    );
  }

  async #correct(stage: Stage<State>): Promise<void> {
    stage.goTo('designate');
    await this.#showForm(stage);
  }

  async #designate(stage: Stage<State>): Promise<void> {
    const words = stage.texts.partner;
    const { designating = '', typed } = stage.state;
    const customer = await this.#customer(stage, designating);
    if (!customer) return;
    const result = stage.noted(
      await designateAdministrator(stage.house, stage.actor, {
        purchasingAccountId: designating,
        ...(typed as DesignateInput),
      }),
      ({ outcome }) => outcome,
    );
    if (result.outcome === 'refused') return this.#notDesignated(stage, result.refusal);
    const { administrator, old } = result;
    const { organization } = customer.account;
    const designated = words.designated({ who: administrator.name, email: administrator.email, organization });
    const next = words.designatedNext({ who: administrator.name, old: old.name });
    this.#finish(stage, designated, { title: words.designatedTitle, more: [next] });
  }

  async #notDesignated(stage: Stage<State>, refusal: Refusal): Promise<void> {
    const line = refusalInWords(refusal, stage.reader);
    stage.goTo('designate');
    switch (refusal.reason) {
      case 'invalid':
        return this.#showForm(stage, fieldProblems(refusal, stage.reader));
      case 'personalAddress':
      case 'sameAdministrator':
        return this.#showForm(stage, { email: line });
      case 'notFound':
      case 'notPartner':
        return this.#finish(stage, line);
      default:
        return this.#showForm(stage, {}, line);
    }
  }

  /** Says what happened, under a title, or why nothing did; offers the list again, and ends. */
  #finish(stage: Stage<State>, happened: string, { title, more = [] }: { title?: string; more?: string[] } = {}): void {
    const { filter } = stage.state;
    stage.show(
      notice(stage.texts, {
        ...(title !== undefined && { title }),
        lines: [happened, ...more],
        more: [beginButton(stage.texts.partner.backToList, 'partner', filter ? { filter } : undefined)],
        next: ['help'],
      }),
    );
    if (title === undefined) stage.refuse(happened);
    else stage.end(happened);
  }

  /** @returns the customer with that account, or undefined after having said that it is not theirs (any more). */
  async #customer(stage: Stage<State>, accountId: string): Promise<PartnerCustomer | undefined> {
    const customers = await this.#customers(stage);
    const customer = customers?.find(({ account }) => account.id === accountId);
    if (customers && !customer) await this.#showList(stage, stage.texts.partner.gone);
    return customer;
  }
}

/** What a sentence says is to be done for a customer. */
function wantedIn(text: string): Wanted | undefined {
  const typed = straightApostrophes(text);
  if (says.designate.test(typed)) return 'designate';
  return says.resend.test(typed) ? 'resend' : undefined;
}

/** Whether somebody wants the next page, in whatever language. */
function asksForMore(text: string): boolean {
  return languages.some((language) => textsFor(language).partner.moreWords.includes(foldText(text).trim()));
}

/** Who an address belongs to, as far as a sentence says; a name read off the address is a proposal like any other. */
function personIn({ emails, names, suggestedNames, languages: said }: Understood['data']): Partial<DesignateInput> {
  const [email] = emails;
  const person = names[0] ?? suggestedNames.find((suggested) => suggested.email === email);
  const name = person && namesOf(person);
  const language = spokenLanguage(said[0]);
  return {
    ...(email && { email }),
    ...(name?.firstName && { firstName: name.firstName }),
    ...(name?.lastName && { lastName: name.lastName }),
    ...(language && { language }),
  };
}

/** @returns the domain of an address as a filter, when administrators of customers have theirs there too. */
function filterByAddress(customers: readonly PartnerCustomer[], email: string): string | undefined {
  const domain = `@${addressDomain(email)}`;
  return customers.some(({ administrator }) => administrator.email.endsWith(domain)) ? domain : undefined;
}

/** @returns what is spoken in a country as far as Usher speaks it: a proposal, to be looked at by a person. */
function languageOf(country: string): string {
  const spoken = spokenLanguage(new Intl.Locale('und', { region: country }).maximize().language);
  return spoken ?? 'en';
}
