import type { ExportedMessage } from './exportedMessage.ts';

/** Writes messages as one JSON array, an object a line. */
export async function* asJson(messages: AsyncIterable<ExportedMessage>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const message of messages) {
    yield before + JSON.stringify(message);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
