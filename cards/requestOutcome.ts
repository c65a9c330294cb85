import type { RequestView } from '../onboarding/views.ts';
import { momentInWords, type Reader, rolesInWords } from './inWords.ts';

/** @returns what became of a request: who decided it, how, when and where, or that it was withdrawn; empty while it is open. */
export function requestOutcome({ state, decision }: RequestView, reader: Reader): string {
  const words = reader.texts.accessRequest;
  if (state === 'open') return '';
  if (state === 'withdrawn' || !decision) return words.withdrawn;
  const facts = {
    by: decision.byName || decision.by,
    when: momentInWords(decision.at, reader),
    where: words.where[decision.channel],
  };
  if (state === 'denied') return words.denied({ ...facts, reason: decision.reason });
  return words.approved({ ...facts, roles: rolesInWords(decision.roles, reader) });
}
