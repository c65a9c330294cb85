import * as z from 'zod';
import { accessRequest } from '../cards/accessRequest.ts';
import { fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import type { Decision } from '../language/decision.ts';
import { readDecision } from '../language/readDecision.ts';
import { speaksAgainst } from '../language/speaksAgainst.ts';
import { decideRequest } from '../onboarding/decideRequest.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { viewRequest } from '../onboarding/viewRequest.ts';
import type { RequestView } from '../onboarding/views.ts';
import { beginsAsDecision } from './beginsAsDecision.ts';
import { decisionOn } from './decisionOn.ts';
import { isNamed } from './isNamed.ts';
import type { Stage, WalkState } from './stage.ts';
import type { Understood } from './understood.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';
import { isForForm } from './wishInSentence.ts';
import { wordCount } from './wordCount.ts';

/** What the buttons of a request's card send. They start the walk each time: the card came by itself. */
const decisionSchema = z.strictObject({
  request: z.string().regex(/^[0-9a-f]{24}$/),
  decision: z.enum(['approve', 'deny']),
  roles: z.string().max(400).default(''),
  reason: z.string().max(4000).default(''),
});

/** In words. A longer sentence with a role in it asks for something else. */
const mostWords = 5;

/** How many waiting requests are shown at once. */
const mostRequests = 3;

/** Administrators answer requests: in the card that came by itself, or in the list of those that wait. */
export class DecideRequestWalk extends Walk {
  readonly walk = 'decideRequest';
  readonly inputs: Inputs = {};

  constructor() {
    super('decideRequest');
  }

  /** The same decision twice is answered by what has become of the request. */
  override asksAnew(button: Record<string, string>): boolean {
    return Object.keys(button).length > 0;
  }

  /** A decision interrupts nothing: it is made, and the card shows it. */
  override async look(stage: Stage, { button }: Opening): Promise<boolean> {
    if (!button || Object.keys(button).length === 0) return false;
    const decision = decisionSchema.safeParse(button);
    if (decision.success) await this.#decide(stage, decision.data);
    else stage.say(stage.texts.conversation.strangeCard);
    return true;
  }

  /** Looked at, they are waiting still: there is nothing to go on with. */
  override isUnfinished(): boolean {
    return false;
  }

  /** A role beside a request that is shown is for that request, not for somebody to be invited. */
  override expects(_state: WalkState, { text, language, data }: Understood): boolean {
    const isRole = isForForm({ text, data }) && data.names.length === 0 && wordCount(text) <= mostWords;
    return isRole || readDecision(text, { language, missing: 'role' }).decision !== 'unclear';
  }

  protected async begin(stage: Stage, { sentence }: Opening): Promise<void> {
    const requests = await openRequests(stage.house, stage.actor);
    stage.goTo('waiting');
    if (sentence && this.#showDecided(stage, requests, sentence.text, false)) return;
    if (sentence && this.#showMeant(stage, requests, sentence)) return;
    if (sentence && speaksAgainst(sentence.text)) stage.say(stage.texts.accessRequest.pressToDecide);
    this.#show(stage, requests);
  }

  protected async showAgain(stage: Stage): Promise<void> {
    this.#show(stage, await openRequests(stage.house, stage.actor));
  }

  protected async pressed(stage: Stage): Promise<void> {
    await this.showAgain(stage);
  }

  protected override async said(stage: Stage, { text, data }: Understood): Promise<boolean> {
    const requests = await openRequests(stage.house, stage.actor);
    if (this.#showDecided(stage, requests, text, true)) return true;
    if (isForForm({ text, data }) && this.#showMeant(stage, requests, { text, data })) return true;
    if (!beginsAsDecision(text)) return false;
    this.#show(stage, requests);
    return true;
  }

  #show(stage: Stage, requests: readonly RequestView[]): void {
    const words = stage.texts.accessRequest;
    if (requests.length === 0) {
      stage.show(notice(stage.texts, { lines: [words.noneWaiting], next: ['inviteUser', 'help'] }));
      return;
    }
    // A reply names a button, not whose: a mail shows one request.
    const most = stage.actor.channel === 'mail' ? 1 : mostRequests;
    for (const request of requests.slice(0, most)) stage.show(accessRequest(request, stage.reader));
    if (requests.length > most) stage.say(words.moreWaiting({ count: requests.length - most }));
  }

  /**
   * Shows the requests that a typed decision may be about; where it can be but one, with what the sentence says filled
   * in. A sentence decides nothing: the card is pressed.
   *
   * @returns false where the sentence is no decision on any of them.
   */
  #showDecided(stage: Stage, requests: readonly RequestView[], text: string, missingRole: boolean): boolean {
    const meant = requests.flatMap((request) => {
      const decision = decisionOn(text, request, { language: stage.language, missingRole });
      return decision ? [{ request, decision }] : [];
    });
    const [first, ...others] = meant;
    if (!first) return false;
    stage.say(stage.texts.accessRequest.pressToDecide);
    if (others.length > 0) {
      this.#show(
        stage,
        meant.map(({ request }) => request),
      );
      return true;
    }
    this.#showFilled(stage, first.request, first.decision);
    return true;
  }

  /**
   * Shows the one request that a sentence is about, which is no decision: that of who is named, or the only one, with the
   * roles that were said.
   *
   * @returns false where it may be about several, or none.
   */
  #showMeant(
    stage: Stage,
    requests: readonly RequestView[],
    { text, data }: NonNullable<Opening['sentence']>,
  ): boolean {
    const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
    const named = requests.filter(({ requester }) => isNamed(requester, words));
    const [only, ...others] = named.length > 0 ? named : requests;
    if (!only || others.length > 0) return false;
    if (data.roles.length > 0 || speaksAgainst(text)) stage.say(stage.texts.accessRequest.pressToDecide);
    this.#showFilled(stage, only, { roles: data.roles, reason: '' });
    return true;
  }

  #showFilled(stage: Stage, request: RequestView, said: Pick<Decision, 'roles' | 'reason'>): void {
    const { assignable } = request;
    const roles = said.roles.filter((role) => assignable.includes(role));
    const tooMuch = said.roles.filter((role) => !roles.includes(role));
    const typed = {
      ...(roles.length > 0 && { roles: roles.join(',') }),
      ...(said.reason && { reason: said.reason }),
    };
    const refusal = { reason: 'rolesNotAssignable', roles: tooMuch, assignable } as const;
    const problems: Record<string, string> = tooMuch.length > 0 ? { roles: refusalInWords(refusal, stage.reader) } : {};
    stage.show(accessRequest(request, stage.reader, typed, problems));
  }

  async #decide(
    stage: Stage,
    { request: requestId, decision, roles, reason }: z.infer<typeof decisionSchema>,
  ): Promise<void> {
    const before = await viewRequest(stage.house, stage.actor, { requestId });
    if (before.outcome === 'refused') {
      const line = refusalInWords(before.refusal, stage.reader);
      return stage.show(notice(stage.texts, { lines: [line], next: ['help'] }));
    }
    const typed = { roles, reason };
    // Whoever unticks every box has not chosen a role, and does not mean those that were asked for.
    if (decision === 'approve' && !roles && before.request.state === 'open') {
      const problems = { roles: stage.texts.accessRequest.chooseRole };
      return stage.show(accessRequest(before.request, stage.reader, typed, problems));
    }
    const result = stage.noted(
      await decideRequest(stage.house, stage.actor, {
        requestId,
        decision,
        roles: roles.split(',').filter(Boolean),
        ...(reason.trim() && { reason: reason.trim() }),
      }),
      () => (decision === 'approve' ? 'approved' : 'denied'),
    );
    if (result.outcome === 'decided') return stage.show(accessRequest(result.request, stage.reader));
    const line = refusalInWords(result.refusal, stage.reader);
    const problems =
      result.refusal.reason === 'rolesNotAssignable' ? { roles: line } : fieldProblems(result.refusal, stage.reader);
    if (Object.keys(problems).length > 0) {
      return stage.show(accessRequest(before.request, stage.reader, typed, problems));
    }
    if (result.refusal.reason === 'alreadyDecided') {
      const now = await viewRequest(stage.house, stage.actor, { requestId });
      if (now.outcome === 'found') stage.show(accessRequest(now.request, stage.reader));
      return stage.say(line);
    }
    stage.show(notice(stage.texts, { lines: [line], next: ['help'] }));
  }
}
