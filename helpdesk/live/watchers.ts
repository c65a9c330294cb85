import { HelpdeskWatch } from '../../models/helpdeskWatch.ts';
import { now } from '../../onboarding/now.ts';

type Watch = Pick<HelpdeskWatch, 'conversation' | 'email' | 'name'>;

/** @returns who looks at any conversation at this moment. */
export async function currentWatches(): Promise<Map<string, Watch[]>> {
  const byConversation = new Map<string, Watch[]>();
  for (const watch of await find({})) {
    byConversation.set(watch.conversation, [...(byConversation.get(watch.conversation) ?? []), watch]);
  }
  return byConversation;
}

/** @returns the names of those who look at a conversation, beside one. */
export function namesOfOthers(watches: ReadonlyMap<string, Watch[]>, conversation: string, self: string): string[] {
  const others = (watches.get(conversation) ?? []).filter(({ email }) => email !== self);
  return [...new Map(others.map(({ email, name }) => [email, name])).values()].sort((one, other) =>
    one.localeCompare(other),
  );
}

/** @returns the names of those who look at a conversation at this moment, beside one. */
export async function watchersOf(conversation: string, self: string): Promise<string[]> {
  return namesOfOthers(new Map([[conversation, await find({ conversation })]]), conversation, self);
}

function find(which: { conversation?: string }): Promise<Watch[]> {
  return HelpdeskWatch.find({ ...which, until: { $gt: now() } }, { conversation: 1, email: 1, name: 1 })
    .lean<Watch[]>()
    .exec();
}
