import type { DialogState } from 'botbuilder-dialogs';
import type { WalkName } from '../cards/buttons.ts';

/** What the walks remember of one conversation between turns; JSON, saved with the turn. */
export interface Memory {
  /** botbuilder-dialogs' stack: the walk that is going on, and under it those that it interrupted. */
  dialogs: DialogState;
  /** The language the person last wrote in. */
  language?: string;
  /**
   * How the last walks ended, newest last: what to answer when one of their cards is used again. `cancelled`: with nothing
   * done.
   */
  ended: { card: string; walk: WalkName; closing?: string; cancelled?: boolean }[];
  /** How many sentences in a row were not understood. */
  notUnderstood: number;
  /** The button that began a walk, or showed something, with the very last message; `at` in epoch milliseconds. */
  pressed?: { button: string; at: number };
}

/** How many ended walks are remembered for late presses of their buttons. */
const mostEnded = 20;

/**
 * @param stored the conversation's memory as it was saved; anything may be missing from it.
 * @returns the same object, with everything in its place.
 */
export function openMemory(stored: Record<string, unknown>): Memory {
  const memory = stored as Partial<Memory>;
  memory.dialogs ??= { dialogStack: [] };
  memory.ended ??= [];
  memory.notUnderstood ??= 0;
  return memory as Memory;
}

/** Notes how a walk ended, and forgets the oldest. */
export function rememberEnd(memory: Memory, end: Memory['ended'][number]): void {
  memory.ended = [...memory.ended, end].slice(-mostEnded);
}
