import { asksForNews } from './asksForNews.ts';
import { asksForPassword } from './asksForPassword.ts';
import { namedWalk } from './namedWalk.ts';
import { takesAccessAway } from './takesAccessAway.ts';
import type { Understood } from './understood.ts';

/** @returns whether the walks may have an answer to what begins a conversation; otherwise it is for a person. */
export function isForWalks(understood: Understood): boolean {
  const { text, sure, intent } = understood;
  if (namedWalk(text) !== undefined || asksForPassword(text) || asksForNews(text)) return true;
  if (takesAccessAway(understood)) return true;
  return sure && intent !== 'none' && intent !== 'cancel';
}
