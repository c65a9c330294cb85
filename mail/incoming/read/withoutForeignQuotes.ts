/** The library's expressions take more than linear time, so that it gets nothing in which they could lose themselves. */
const mostCharacters = 4_000;
const mostLineLength = 200;
const mostTurningPoints = 4;

let library: Promise<typeof import('email-reply-parser')> | undefined;

/** Words that those expressions look for from each of their beginnings. */
const turningPoint =
  /wrote|écrit|escribió|scritto|escreveu|schrieb|schreef|pisze|napisał|skrev|kirjoitti|写道|작성|メッセージ|from|Dnia|dniu/g;

/** Each of its introductions has a colon, or stands between dashes. */
const introduces = /[:：]|--/;

/**
 * A second opinion on what our own rules left: email-reply-parser knows how mail programs of some more languages
 * introduce a quote. Its view of signatures is not asked for; it takes “Best regards” and all below for one.
 *
 * @returns the text without what the library takes for quoted.
 */
export async function withoutForeignQuotes(text: string): Promise<string> {
  if (
    !introduces.test(text) ||
    text.length > mostCharacters ||
    (text.match(turningPoint)?.length ?? 0) > mostTurningPoints
  )
    return text;
  const lines = text.split('\n');
  // A line that is longer introduces nothing.
  const long = lines.filter((line) => line.length > mostLineLength);
  const short = lines.map((line) => (line.length > mostLineLength ? placeholder(long.indexOf(line)) : line)).join('\n');
  library ??= import('email-reply-parser');
  const { default: EmailReplyParser } = await library;
  const fragments = new EmailReplyParser().read(short).getFragments();
  if (!fragments.some((fragment) => fragment.isQuoted())) return text;
  return fragments
    .filter((fragment) => !fragment.isQuoted())
    .map(String)
    .join('\n')
    .replace(/\uE0F6(\d+)\uE0F6/g, (_, index: string) => long[Number(index)] ?? '');
}

function placeholder(index: number): string {
  return `\uE0F6${index}\uE0F6`;
}
