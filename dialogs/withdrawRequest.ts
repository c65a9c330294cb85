import * as z from 'zod';
import { momentInWords, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { ownRequests as ownRequestsCard } from '../cards/ownRequests.ts';
import { requestWithdrawal } from '../cards/requestWithdrawal.ts';
import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';
import { alreadyDecided } from '../onboarding/alreadyDecided.ts';
import { ownRequests } from '../onboarding/ownRequests.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import { viewRequest } from '../onboarding/viewRequest.ts';
import type { RequestView } from '../onboarding/views.ts';
import { withdrawRequest } from '../onboarding/withdrawRequest.ts';
import { accountInSentence } from './accountInSentence.ts';
import { readAnswer } from './readAnswer.ts';
import type { Stage, WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import { withdrawsRequest } from './withdrawsRequest.ts';

interface State {
  /** The request whose second yes is asked for. */
  requestId?: string;
}

const nothing = z.strictObject({});

/** What the buttons of the question are called, as set phrases, in all languages. */
const titles = languages.map((language) => textsFor(language).withdrawRequest);
const yes = new Set(titles.map((words) => setPhrase(words.yes)));
const no = new Set(titles.map((words) => setPhrase(words.no)));

/** Somebody takes back what they have asked the administrators for: after a second yes, as long as nobody has answered. */
export class WithdrawRequestWalk extends Walk<State> {
  readonly walk = 'withdrawRequest';
  readonly inputs: Inputs = { withdraw: nothing, keep: nothing };

  constructor() {
    super('withdrawRequest');
  }

  /** Where it only asked which one is meant, nothing would be lost. */
  override isUnfinished({ requestId }: State & WalkState): boolean {
    return requestId !== undefined;
  }

  /** “Cancel” is an answer here: to this question it may mean either, and so withdraws nothing. */
  override expects({ requestId }: State & WalkState, { text, intent, data }: Understood): boolean {
    if (!requestId) return false;
    return answerIn(text) !== undefined || withdrawsRequest(text) || (intent === 'cancel' && !data.startOver);
  }

  protected async begin(stage: Stage<State>, { button, sentence }: Opening): Promise<void> {
    const open = await ownRequests(stage.house, stage.actor);
    if (button?.request) return this.#askAbout(stage, open, button.request);
    this.#choose(stage, sentence ? meant(open, sentence) : open);
  }

  protected async showAgain(stage: Stage<State>): Promise<void> {
    const open = await ownRequests(stage.house, stage.actor);
    const { requestId } = stage.state;
    if (requestId) await this.#askAbout(stage, open, requestId);
    else this.#choose(stage, open);
  }

  protected override async said(stage: Stage<State>, understood: Understood): Promise<boolean> {
    const { text, intent } = understood;
    const { requestId } = stage.state;
    const answer = requestId && answerIn(text);
    const isSaidAgain = withdrawsRequest(text);
    if (requestId && answer === 'yes') await this.#withdraw(stage, requestId);
    else if (requestId && (answer === 'no' || (intent === 'cancel' && !isSaidAgain))) this.#keep(stage);
    else {
      const open = await ownRequests(stage.house, stage.actor);
      const wanted = meant(open, understood);
      if (wanted.length < open.length) this.#choose(stage, wanted);
      else if (isSaidAgain) await this.showAgain(stage);
      else return false;
    }
    return true;
  }

  protected async pressed(stage: Stage<State>, { action }: { action: string }): Promise<void> {
    if (action === 'keep') this.#keep(stage);
    else await this.#withdraw(stage, stage.state.requestId ?? '');
  }

  #choose(stage: Stage<State>, requests: readonly RequestView[]): void {
    const [only, ...others] = requests;
    if (!only) {
      const line = stage.texts.withdrawRequest.noneOpen;
      stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'checkRole', 'help'] }));
      stage.refuse(line);
    } else if (others.length > 0) {
      stage.goTo('waiting');
      stage.show(ownRequestsCard(requests, stage.reader));
    } else this.#ask(stage, only);
  }

  /** @param requestId untrusted: which one, and it may be answered meanwhile. */
  async #askAbout(stage: Stage<State>, open: readonly RequestView[], requestId: string): Promise<void> {
    const request = open.find(({ id }) => id === requestId);
    if (request) {
      this.#ask(stage, request);
      return;
    }
    const found = await viewRequest(stage.house, stage.actor, { requestId });
    if (found.outcome === 'refused') this.#tellRefused(stage, found.refusal);
    // Open, and yet none of theirs: somebody has changed the button.
    else if (found.request.state === 'open') this.#tellRefused(stage, { reason: 'notFound' });
    else this.#tellRefused(stage, alreadyDecided(found.request).refusal);
  }

  #ask(stage: Stage<State>, request: RequestView): void {
    if (stage.state.requestId !== request.id) {
      stage.state.requestId = request.id;
      stage.goTo('confirm');
    }
    stage.show(requestWithdrawal(request, stage.button, stage.reader));
  }

  async #withdraw(stage: Stage<State>, requestId: string): Promise<void> {
    const result = stage.noted(
      await withdrawRequest(stage.house, stage.actor, { requestId }),
      () => 'requestWithdrawn',
    );
    if (result.outcome === 'refused') return this.#tellRefused(stage, result.refusal);
    const words = stage.texts.withdrawRequest;
    const { kind, organization } = result;
    const done = words.done[kind]({ organization });
    stage.show(
      notice(stage.texts, {
        title: words.doneTitle,
        lines: [done, words.doneNext],
        next: [kind === 'role' ? 'checkRole' : 'findAdministrator', 'help'],
      }),
    );
    stage.end(done);
  }

  #keep(stage: Stage<State>): void {
    const { kept } = stage.texts.withdrawRequest;
    stage.show(notice(stage.texts, { lines: [kept], next: ['help'] }));
    stage.refuse(kept);
  }

  /** Says how the request stands that cannot be withdrawn: somebody was faster, or it was withdrawn before. */
  #tellRefused(stage: Stage<State>, refusal: Refusal): void {
    const words = stage.texts.withdrawRequest;
    const lines = [refusalInWords(refusal, stage.reader)];
    if (refusal.reason === 'alreadyDecided') {
      // Nobody withdraws another's request.
      if (refusal.decision === 'withdrawn') {
        lines.splice(0, 1, words.doneBefore({ when: momentInWords(refusal.at, stage.reader) }));
      } else lines.push(words.tooLate);
    }
    stage.show(notice(stage.texts, { lines, next: ['findAdministrator', 'checkRole', 'help'] }));
    stage.refuse(lines.join(' '));
  }
}

/** @returns those of several requests that a sentence names by the account or by a role; all where it names none. */
function meant(open: readonly RequestView[], sentence: Pick<Understood, 'text' | 'data'>): readonly RequestView[] {
  const accounts = [...new Map(open.map(({ account }) => [account.id, account])).values()];
  const place = accountInSentence(accounts, sentence);
  const there = place ? open.filter(({ account }) => account.id === place.id) : open;
  const withRole = there.filter(({ roles }) => roles.some((role) => sentence.data.roles.includes(role)));
  return withRole.length > 0 ? withRole : there;
}

/** @returns what is said to the question: a yes, a no, or what one of its buttons is called; each part of it says the same. */
function answerIn(text: string): ReturnType<typeof readAnswer> {
  const whole = readAnswer(text);
  if (whole) return whole;
  const answers = new Set(
    text
      .split(/[,;.!]+/)
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const said = setPhrase(part);
        return yes.has(said) ? 'yes' : no.has(said) ? 'no' : readAnswer(part);
      }),
  );
  return answers.size === 1 ? [...answers][0] : undefined;
}
