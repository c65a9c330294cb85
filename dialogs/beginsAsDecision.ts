import { namedWalk } from './namedWalk.ts';

/** @returns whether a text begins as a decision does, whoever it is on: “approve Giulia”, “deny all”. */
export function beginsAsDecision(text: string): boolean {
  const [first = ''] = text.trim().split(/\s+/);
  return namedWalk(first) === 'decideRequest';
}
