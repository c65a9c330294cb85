import { asksForNews } from './asksForNews.ts';
import { asksForPassword } from './asksForPassword.ts';
import { namedWalk } from './namedWalk.ts';
import type { Understood } from './understood.ts';

/** @returns whether the walks may have an answer to what begins a conversation; otherwise it is for a person. */
export function isForWalks({ text, sure, intent }: Understood): boolean {
  if (namedWalk(text) !== undefined || asksForPassword(text) || asksForNews(text)) return true;
  return sure && intent !== 'none' && intent !== 'cancel';
}
