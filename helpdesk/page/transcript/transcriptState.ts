import type { Transcript, TranscriptMessage } from '../../api.ts';

/** The part of a transcript that was fetched. */
export interface TranscriptState {
  messages: readonly TranscriptMessage[];
  /** A number for the first message that stays right while earlier ones are put before it. */
  firstIndex: number;
  /** Cursor for what is earlier; absent where the conversation begins. */
  earlier?: string;
  /** Cursor for what is later. */
  later?: string;
  /** Nothing is later than what was fetched, as far as is known: what happens now goes behind it. */
  atEnd: boolean;
  /** Messages that were told of while later ones were not fetched yet. */
  unseen: number;
}

export type TranscriptChange =
  | { kind: 'began'; transcript: Transcript; atEnd: boolean }
  | { kind: 'earlier'; transcript: Transcript }
  | { kind: 'later'; transcript: Transcript }
  | { kind: 'message'; message: TranscriptMessage };

/** More messages than a conversation has. */
const highest = 1_000_000_000;

/** @returns the transcript with what came. Whatever comes twice is there once, in its newest form. */
export function changeTranscript(
  state: TranscriptState | undefined,
  change: TranscriptChange,
): TranscriptState | undefined {
  if (change.kind === 'began') {
    const { messages, earlier, later } = change.transcript;
    return { messages, firstIndex: highest, earlier, later, atEnd: change.atEnd, unseen: 0 };
  }
  if (!state) return state;
  if (change.kind === 'earlier') {
    const known = new Set(state.messages.map(({ id }) => id));
    const added = change.transcript.messages.filter(({ id }) => !known.has(id));
    return {
      ...state,
      messages: [...added, ...state.messages],
      firstIndex: state.firstIndex - added.length,
      earlier: change.transcript.earlier,
    };
  }
  if (change.kind === 'later') {
    const { messages, later } = change.transcript;
    const atEnd = messages.length === 0;
    return {
      ...state,
      messages: messages.reduce(put, state.messages),
      later: later ?? state.later,
      atEnd: state.atEnd || atEnd,
      unseen: atEnd ? 0 : state.unseen,
    };
  }
  const { message } = change;
  if (state.atEnd || state.messages.some(({ id }) => id === message.id)) {
    return { ...state, messages: put(state.messages, message) };
  }
  return { ...state, unseen: state.unseen + 1 };
}

/** Puts a message in the place of its older form, or where its time says. */
function put(messages: readonly TranscriptMessage[], message: TranscriptMessage): readonly TranscriptMessage[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) return messages.with(at, message);
  const before = messages.findLastIndex((other) => other.at <= message.at);
  return messages.toSpliced(before + 1, 0, message);
}
