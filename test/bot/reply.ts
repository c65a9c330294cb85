import type { Call } from './fakeConnector.ts';

/** A message as the person sees it. */
export interface Reply {
  id: string;
  text: string;
  /** The plain-text summary, as a notification shows it. */
  summary: string;
  // biome-ignore lint/suspicious/noExplicitAny: a card is looked at freely in tests
  card?: any;
  /** It took the place of an earlier message. */
  replaced: boolean;
  /** Titles of all buttons, those of sub-cards included. */
  buttons: string[];
}

/** @returns what a call to the connector shows the person. */
export function replyOf({ id, method, activity }: Call): Reply {
  const card = activity.attachments?.[0]?.content;
  return {
    id,
    text: activity.text ?? '',
    summary: activity.summary ?? '',
    card,
    replaced: method === 'PUT',
    buttons: submits(card).map(({ title }) => title ?? ''),
  };
}

/** @returns all Action.Submit and Action.Execute in a card, wherever they stand. */
export function submits(part: unknown): { title?: string; data?: Record<string, unknown> }[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = ['Action.Submit', 'Action.Execute'].includes((part as { type?: string }).type ?? '') ? [part] : [];
  return [...own, ...Object.values(part).flatMap(submits)];
}
