const messageId = /<[^<>\s]{1,990}>/g;
const most = 200;

/** @returns the message ids in the values of In-Reply-To, References or Message-ID, with angle brackets, in order. */
export function messageIds(values: readonly string[]): string[] {
  return values.flatMap((value) => value.match(messageId) ?? []).slice(-most);
}
