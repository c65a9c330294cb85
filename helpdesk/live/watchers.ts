import { HelpdeskWatch } from '../../models/helpdeskWatch.ts';
import { now } from '../../onboarding/now.ts';

/** @returns the names of those who look at a conversation at this moment, beside one. */
export async function watchersOf(conversation: string, self: string): Promise<string[]> {
  const watches = await HelpdeskWatch.find({ conversation, until: { $gt: now() } }).lean();
  const others = new Map(watches.filter(({ email }) => email !== self).map(({ email, name }) => [email, name]));
  return [...others.values()].sort((one, other) => one.localeCompare(other));
}
