import * as z from 'zod';
import { accessRequest } from '../cards/accessRequest.ts';
import { fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { decideRequest } from '../onboarding/decideRequest.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { viewRequest } from '../onboarding/viewRequest.ts';
import type { Stage } from './stage.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

/** What the buttons of a request's card send. They start the walk each time: the card came by itself. */
const decisionSchema = z.strictObject({
  request: z.string().regex(/^[0-9a-f]{24}$/),
  decision: z.enum(['approve', 'deny']),
  roles: z.string().max(400).default(''),
  reason: z.string().max(4000).default(''),
});

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

  protected async begin(stage: Stage): Promise<void> {
    await this.showAgain(stage);
  }

  protected async showAgain(stage: Stage): Promise<void> {
    await this.#showWaiting(stage);
    stage.end();
  }

  protected async pressed(stage: Stage): Promise<void> {
    await this.showAgain(stage);
  }

  async #showWaiting(stage: Stage): Promise<void> {
    const requests = await openRequests(stage.house, stage.actor);
    const words = stage.texts.accessRequest;
    if (requests.length === 0) {
      return stage.show(notice(stage.texts, { lines: [words.noneWaiting], next: ['inviteUser', 'help'] }));
    }
    for (const request of requests.slice(0, mostRequests)) stage.show(accessRequest(request, stage.reader));
    if (requests.length > mostRequests) stage.say(words.moreWaiting({ count: requests.length - mostRequests }));
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
