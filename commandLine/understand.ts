import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { readDecision } from '../language/readDecision.ts';
import { readInvitationAnswer } from '../language/readInvitationAnswer.ts';
import { createUnderstanding } from '../language/understand.ts';

/** A line longer than this is cut: a message in a chat or a mail never is. Counted in bytes, so that memory is bounded. */
const longestLine = 64 * 1024;

/** What lines are read as, and what is then printed of each. */
const readers = {
  request: () => {
    const { understand } = createUnderstanding();
    return (line: string) => {
      const { text, language, intent, confidence, sure, alternatives, data } = understand(line);
      return { text, language, intent, confidence, sure, alternatives, data };
    };
  },
  decision: () => (text: string) => {
    const { language, decision, roles, reason, confidence } = readDecision(text);
    return { text, language, decision, roles, reason, confidence };
  },
  invitationAnswer: () => (text: string) => {
    const { language, answer, person, reason, confidence } = readInvitationAnswer(text);
    return { text, language, answer, person: person ?? null, reason, confidence };
  },
};

/**
 * Understands each line of the input and writes one JSON object per line to the output, in order. An empty line is a
 * message that says nothing (`none`, `unclear`); a line over 64 KiB is understood by its beginning, and says so with
 * `"cut": true`; bytes that are not UTF-8 become U+FFFD.
 *
 * @param as what the lines are: requests, answers to a request, answers to an invitation.
 * @returns when the input has ended, or nobody reads the output any more.
 */
export async function understandLines(
  input: Readable,
  output: Writable,
  as: keyof typeof readers = 'request',
): Promise<void> {
  const read = readers[as]();
  const stopped = new AbortController();
  const stop = (error: NodeJS.ErrnoException) => {
    stopped.abort(error);
    // The reader went away ("… | head -1"): no fault, and nothing left to do.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') failure = error;
    input.destroy();
  };
  let failure: Error | undefined;
  output.on('error', stop);
  try {
    for await (const { line, cut } of linesOf(input)) {
      if (stopped.signal.aborted) break;
      const answer = { ...read(line), ...(cut ? { cut } : {}) };
      if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain', { signal: stopped.signal });
    }
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    output.off('error', stop);
  }
  if (failure) throw failure;
}

async function* linesOf(input: Readable): AsyncGenerator<{ line: string; cut: boolean }> {
  let kept: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer) => {
    if (length < longestLine) kept.push(piece.subarray(0, longestLine - length));
    length += piece.length;
  };
  const finish = () => {
    const line = new TextDecoder().decode(Buffer.concat(kept)).replace(/\r$/, '');
    const finished = { line, cut: length > longestLine };
    kept = [];
    length = 0;
    return finished;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      take(bytes.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    take(bytes.subarray(from));
  }
  if (length > 0) yield finish();
}
