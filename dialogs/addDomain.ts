import * as z from 'zod';
import { beginButton } from '../cards/buttons.ts';
import { domainCard } from '../cards/domainCard.ts';
import { domainInWords } from '../cards/domainInWords.ts';
import { type DomainListInput, domainList } from '../cards/domainList.ts';
import { domainRemoval } from '../cards/domainRemoval.ts';
import { fieldProblems, momentFromInWords, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { addDomain } from '../onboarding/addDomain.ts';
import { addressDomain } from '../onboarding/addressDomain.ts';
import { checkDomain } from '../onboarding/checkDomain.ts';
import { domainAccounts } from '../onboarding/domainAccounts.ts';
import { listDomains } from '../onboarding/listDomains.ts';
import { readAddress } from '../onboarding/readAddress.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import { removeDomain } from '../onboarding/removeDomain.ts';
import type { AccountView, DomainView } from '../onboarding/views.ts';
import { accountInSentence, numberIn } from './accountInSentence.ts';
import { type DomainWish, domainInSentence, type MeantDomain, wishForDomain } from './domainInSentence.ts';
import { knownAccounts } from './knownAccounts.ts';
import { readAnswer } from './readAnswer.ts';
import type { Stage, WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import { wordCount } from './wordCount.ts';

interface State {
  /** What was typed into the field, or is proposed. */
  typed?: Partial<DomainListInput>;
  /** Which page of the list is shown, counted from 0. */
  page?: number;
  /** The domain for whose removal a second yes is awaited. */
  removing?: string;
}

/** "Contoso.it, please": a few words around a domain are an answer to the list; more are a sentence about something else. */
const mostWords = 4;

const listInputs = z.strictObject({
  name: z.string().max(1000).default(''),
  purchasingAccountId: z.string().max(40).default(''),
});

/**
 * Walk 5, *Add a domain*: adds the one a sentence names at once, otherwise lists what is there beside a field for
 * another. A domain lives for days, so the buttons of its card (check now, remove) work when the walk is long over.
 */
export class AddDomainWalk extends Walk<State> {
  readonly walk = 'addDomain';
  readonly inputs: Inputs = {
    add: listInputs,
    page: listInputs,
    remove: z.strictObject({}),
    keep: z.strictObject({}),
  };

  constructor() {
    super('addDomain');
  }

  /** *Check now* and *Show* stand on cards that live for days: they leave alone what is going on meanwhile. */
  override async look(stage: Stage<State>, { button }: Opening): Promise<boolean> {
    if (button?.check) return this.#check(stage, button.check);
    const domain = button?.show ? await this.#find(stage, button.show) : undefined;
    if (!domain) return false;
    // The list stays above it: it is a form that is still to be used.
    stage.scene.overtaken = undefined;
    this.#show(stage, domain);
    return true;
  }

  override asksAnew(button: Record<string, string>): boolean {
    return button.check !== undefined;
  }

  override isUnfinished({ step, typed }: State & WalkState): boolean {
    return step !== 'list' || Boolean(typed?.name);
  }

  /** A bare name with a dot is what the list asks for, or a number, and a yes the question, whatever they sound like. */
  override expects({ step, typed }: State & WalkState, { intent, text, data }: Understood): boolean {
    if (step === 'remove') return readAnswer(text) !== undefined;
    if (step === 'list' && typed?.name && wordCount(text) === 1 && data.accountNumber !== null) return true;
    // "Contoso.it, please" sounds like a call for help.
    const most = intent === 'help' ? mostWords : 1;
    return step === 'list' && wordCount(text) <= most && domainInSentence({ text, data }) !== undefined;
  }

  protected async begin(stage: Stage<State>, { sentence, button = {} }: Opening): Promise<void> {
    const accounts = await domainAccounts(stage.house, stage.actor);
    if (accounts.length === 0) return this.#mayNot(stage);
    if (button.check || button.show) return this.#showList(stage, {}, stage.texts.refusals.notFound);
    if (button.remove) return this.#startRemoving(stage, button.remove);
    if (button.name) {
      stage.state.typed = { name: button.name };
      return this.#showList(stage, {}, stage.texts.addDomain.lookAtIt);
    }
    const meant = sentence && domainInSentence(sentence);
    if (meant) return this.#hear(stage, meant, choose(accounts, sentence), meant.from === 'domain');
    const wish = sentence && wishForDomain(sentence.text);
    const spokenOf = wish === 'check' || wish === 'show' ? await this.#onlyOpen(stage) : undefined;
    if (spokenOf) return this.#do(stage, spokenOf, wish);
    await this.showAgain(stage);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    if (stage.state.removing) return this.#startRemoving(stage, stage.state.removing);
    await this.#showList(stage);
  }

  protected override async said(stage: Stage<State>, understood: Understood): Promise<boolean> {
    if (stage.state.removing) {
      const answer = readAnswer(understood.text);
      if (answer) await this.#endRemoving(stage, answer === 'yes');
      return answer !== undefined;
    }
    const accounts = await domainAccounts(stage.house, stage.actor);
    const meant = domainInSentence(understood);
    const words = wordCount(understood.text);
    const account = accountInSentence(accounts, understood);
    if (!meant && account && stage.state.typed?.name && words <= mostWords) {
      stage.state.typed = { ...stage.state.typed, purchasingAccountId: account.id };
      await this.#showList(stage, {}, stage.texts.addDomain.lookAtIt);
      return true;
    }
    // A sentence in which an address or a domain occurs is not about adding it only because the list is open still.
    if (!meant || words > (meant.from === 'address' ? 1 : mostWords)) return false;
    // Here a domain is what was asked for: a bare name that only looks like one is tried as well.
    const isToAdd = words === 1 || (understood.intent === this.walk && understood.sure && meant.from === 'domain');
    const atOnce = isToAdd && meant.from !== 'address';
    await this.#hear(stage, meant, choose(accounts, understood), atOnce);
    return true;
  }

  protected async pressed(
    stage: Stage<State>,
    { action, data, inputs }: { action: string; data: Record<string, string>; inputs: Record<string, string> },
  ): Promise<void> {
    switch (action) {
      case 'page':
        stage.state.page = Number(data.page);
        return this.#showList(stage);
      case 'add':
        return this.#add(stage, { name: inputs.name ?? '', purchasingAccountId: inputs.purchasingAccountId ?? '' });
      default:
        return this.#endRemoving(stage, action === 'remove');
    }
  }

  /**
   * A domain was named: with one that is there is done what is wished, another is added, or proposed where that is not
   * sure.
   *
   * @param account to which it is to belong, where that is known.
   */
  async #hear(
    stage: Stage<State>,
    { name, from, wish }: MeantDomain,
    account: AccountView | undefined,
    atOnce: boolean,
  ): Promise<void> {
    const words = stage.texts.addDomain;
    const known = (await listDomains(stage.house, stage.actor)).find(
      (domain) => domain.name === name || domain.unicodeName === name.normalize('NFC').toLowerCase(),
    );
    if (known) return this.#do(stage, known, wish);
    if (wish && wish !== 'add') return this.#showList(stage, {}, words.notAmongYours({ name }));
    if (atOnce && account) return this.#add(stage, { name, purchasingAccountId: account.id });
    stage.state.typed = { name, ...(account && { purchasingAccountId: account.id }) };
    if (from === 'address') return this.#showList(stage, { name: words.addressTyped({ domain: name }) });
    await this.#showList(stage, {}, account ? words.lookAtIt : words.chooseAccount);
  }

  /** “Check now”, “show me the record again”: the one domain that waits to be verified, where none is named. */
  async #onlyOpen(stage: Stage<State>): Promise<DomainView | undefined> {
    const domains = await listDomains(stage.house, stage.actor);
    const [only, ...more] = domains.filter(({ state }) => state === 'pending' || state === 'failed');
    return more.length > 0 ? undefined : only;
  }

  /** A domain is looked at where nothing else is wished; it is removed after a second yes only. */
  async #do(stage: Stage<State>, { id }: DomainView, wish: DomainWish | undefined): Promise<void> {
    if (wish === 'remove') return this.#startRemoving(stage, id);
    if (wish === 'check' && (await this.#check(stage, id))) return stage.end();
    await this.#showDomain(stage, id);
  }

  async #add(stage: Stage<State>, typed: DomainListInput): Promise<void> {
    const words = stage.texts.addDomain;
    stage.state.typed = typed;
    const accounts = await domainAccounts(stage.house, stage.actor);
    const [only, ...more] = accounts;
    if (!only) return this.#mayNot(stage);
    const address = typed.name.includes('@') ? readAddress(typed.name) : undefined;
    if (address) {
      const domain = addressDomain(address);
      stage.state.typed = { ...typed, name: domain };
      return this.#showList(stage, { name: words.addressTyped({ domain }) });
    }
    const purchasingAccountId = more.length > 0 ? typed.purchasingAccountId : only.id;
    if (!purchasingAccountId) return this.#showList(stage, { purchasingAccountId: stage.texts.problems.missing });

    const result = stage.noted(
      await addDomain(stage.house, stage.actor, { purchasingAccountId, name: typed.name }),
      () => 'domainAdded',
    );
    if (result.outcome === 'refused') return this.#notAdded(stage, result.refusal);
    const { organization, number } = result.domain.account;
    const line = words.added({ name: domainInWords(result.domain, stage.reader), organization, number });
    this.#show(stage, result.domain, { title: words.addedTitle, line });
    stage.end(line);
  }

  async #notAdded(stage: Stage<State>, refusal: Refusal): Promise<void> {
    const line = refusalInWords(refusal, stage.reader);
    switch (refusal.reason) {
      case 'alreadyAdded':
        return this.#showDomain(stage, refusal.domainId, line);
      case 'mayNotAddDomain':
        return this.#mayNot(stage);
      case 'invalid':
        return this.#showList(stage, fieldProblems(refusal, stage.reader));
      case 'notFound':
        return this.#showList(stage, { purchasingAccountId: line });
      default:
        return this.#showList(stage, { name: line });
    }
  }

  /** @returns false when there is no such domain, or it is none of theirs. */
  async #check(stage: Stage<State>, domainId: string): Promise<boolean> {
    const result = stage.noted(await checkDomain(stage.house, stage.actor, { domainId }), ({ domain }) =>
      domain.state === 'verified' ? 'domainVerified' : 'domainNotVerified',
    );
    if (result.outcome === 'checked') {
      this.#show(stage, result.domain);
      return true;
    }
    const { refusal } = result;
    const domain = await this.#find(stage, domainId);
    if (!domain) return false;
    if (domain.state === 'takenByAnother') {
      this.#show(stage, domain);
      return true;
    }
    const line =
      refusal.reason === 'limited'
        ? stage.texts.addDomain.limited({ when: momentFromInWords(refusal.retryAt, stage.reader) })
        : refusalInWords(refusal, stage.reader);
    this.#show(stage, domain, { line });
    return true;
  }

  /** Shows a domain as it stands, and ends; lists what is there when it is gone or was never theirs. */
  async #showDomain(stage: Stage<State>, domainId: string, line?: string): Promise<void> {
    const domain = await this.#find(stage, domainId);
    if (!domain) return this.#showList(stage, {}, stage.texts.refusals.notFound);
    this.#show(stage, domain, line === undefined ? {} : { line });
    stage.end(line);
  }

  async #startRemoving(stage: Stage<State>, domainId: string): Promise<void> {
    const domain = await this.#find(stage, domainId);
    if (!domain) {
      delete stage.state.removing;
      return this.#showList(stage, {}, stage.texts.refusals.notFound);
    }
    if (stage.state.removing !== domainId) {
      stage.state.removing = domainId;
      stage.goTo('remove');
    }
    stage.show(domainRemoval(domain, stage.button, stage.reader));
  }

  async #endRemoving(stage: Stage<State>, yes: boolean): Promise<void> {
    const words = stage.texts.addDomain;
    const domainId = stage.state.removing;
    delete stage.state.removing;
    const domain = domainId ? await this.#find(stage, domainId) : undefined;
    if (!domain) return this.#showList(stage, {}, stage.texts.refusals.notFound);
    const name = domainInWords(domain, stage.reader);
    if (!yes) {
      const kept = words.kept({ name });
      this.#show(stage, domain, { line: kept });
      return stage.end(kept);
    }
    const result = stage.noted(
      await removeDomain(stage.house, stage.actor, { domainId: domain.id }),
      () => 'domainRemoved',
    );
    if (result.outcome === 'refused') {
      return this.#showList(stage, {}, refusalInWords(result.refusal, stage.reader));
    }
    const removed = words.removed({ name, organization: domain.account.organization });
    stage.show(
      notice(stage.texts, {
        title: words.removedTitle,
        lines: [removed, words.removedNext],
        more: [beginButton(words.all, 'addDomain')],
        next: ['help'],
      }),
    );
    stage.end(removed);
  }

  async #showList(stage: Stage<State>, problems: Record<string, string> = {}, lead?: string): Promise<void> {
    const [accounts, domains] = await Promise.all([
      domainAccounts(stage.house, stage.actor),
      listDomains(stage.house, stage.actor),
    ]);
    if (accounts.length === 0) return this.#mayNot(stage);
    if (stage.state.step !== 'list') stage.goTo('list');
    const { page = 0, typed = {} } = stage.state;
    stage.show(domainList({ domains, accounts, page, typed, problems, lead }, stage.button, stage.reader));
  }

  #show(stage: Stage<State>, domain: DomainView, said: { title?: string; line?: string } = {}): void {
    stage.show(domainCard(domain, stage.scene.publicUrl, stage.reader, said));
  }

  async #find(stage: Stage<State>, domainId: string): Promise<DomainView | undefined> {
    return (await listDomains(stage.house, stage.actor)).find(({ id }) => id === domainId);
  }

  /** Whoever may not is told who may: in general, and by name where Usher may say so. */
  async #mayNot(stage: Stage<State>): Promise<void> {
    const words = stage.texts.addDomain;
    const whom = (await knownAccounts(stage)).flatMap(({ account: { organization }, contacts }) => {
      if (contacts?.administrator.state !== 'in') return [];
      const { name, email } = contacts.administrator;
      return [words.whoMay({ who: `${name} (${email})`, organization })];
    });
    const line = stage.texts.refusals.mayNotAddDomain;
    stage.show(
      notice(stage.texts, {
        lines: [line, ...[...new Set(whom)].slice(0, 3)],
        next: ['findAdministrator', 'onlineServices'],
      }),
    );
    stage.refuse(line);
  }
}

/** @returns the account that a sentence names, or the only one there is where it names none. */
function choose(
  accounts: readonly AccountView[],
  sentence: Pick<Understood, 'text' | 'data'>,
): AccountView | undefined {
  const [only, ...more] = accounts;
  const isOther = numberIn(sentence) !== undefined;
  return accountInSentence(accounts, sentence) ?? (more.length > 0 || isOther ? undefined : only);
}
