// Verbs with which mail programs introduce what they quote: “On …, … wrote:”, “Il giorno … ha scritto:”.
const verbs =
  'wrote|writes|said|ha scritto|hai scritto|scrive|scriveva|a écrit|écrit|escribió|escribio|escreveu|schrieb|schreef|skrev|kirjoitti|napisał\\(a\\)|napisał|napisała|pisze|napsal\\(a\\)|написал\\(а\\)|написал|написала|пише|пишет|写道|のメッセージ|작성';

/** Ends with the verb, or with the verb and who it was (German, Dutch), then a colon or dashes. */
const endsWithVerb = new RegExp(`(?:^|[\\s>,"])(?:${verbs})(?:\\s[^\\n]{0,160})?\\s?(?:[:：]|-{2,})[\\s*_>]*$`, 'iu');
/** As some programs write: without any verb, a date in front and an address and a colon at the end; old ones only digits. */
const endsWithAddress = /[<([]\s*(?:mailto:)?[^\s<>()[\]]{1,120}@[^\s<>()[\]]{1,120}[>)\]]+\s?[:：]\s*$/u;
const digitsToAddress = /^(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}\s[^<>\n]{1,100}<[^<>\s]{1,120}@[^<>\s]{1,120}>$/u;
const date = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d\d\b/u;
const dateFirst = /^\W{0,4}(?:\d|\p{L}{2,12}\.?,?\s+\d{1,2}[\s.])/u;
const opening =
  /^[\s>*_-]{0,8}(?:on|at|il|in data|le|el|em|am|op|den|dne|w dniu|dnia|pe|ons|v|в|вт|ср|чт|пт|сб|вс|пн|在)\s?\b/iu;
const nameAndAddress = /^(?!mailto:)[^<>\n]{1,80}<[^<>\s]{1,120}@[^<>\s]{1,120}>/u;

/** As old Gmail writes it: nothing but a time and a name. */
const timeAndName = /^(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d GMT[+-]\d\d:\d\d \S/;

/** More does not fit on the lines that programs break it into. */
const longest = 420;
const mostLines = 5;

/**
 * @param end where the introduction may end.
 * @returns the line where the introduction of a quote begins that ends at `end`, or undefined if there is none.
 */
export function attributionStart(lines: readonly string[], end: number): number | undefined {
  const last = (lines[end] as string).trimEnd();
  if (last.length > longest || !mayEnd(last)) return undefined;
  let joined = '';
  for (let start = end; start >= 0 && start > end - 2 * mostLines; start -= 1) {
    const line = (lines[start] as string).trim();
    joined = `${line} ${joined}`;
    if (joined.length > longest) return undefined;
    if (line === '') continue;
    if (isAttribution(joined.trim())) return start;
    // Never across the end of a sentence.
    if (start < end && /[.!?]$/.test(line)) return undefined;
  }
  return undefined;
}

function mayEnd(line: string): boolean {
  return /[:：>\])-]\s*$/u.test(line) || timeAndName.test(line) || /(?:a écrit|wrote|ha scritto)\s*$/u.test(line);
}

function isAttribution(text: string): boolean {
  if (endsWithVerb.test(text)) {
    return (
      (opening.test(text) && /\d/.test(text)) ||
      dateFirst.test(text) ||
      nameAndAddress.test(text) ||
      /^\W{0,4}\p{L}+, .*\d{4}/u.test(text)
    );
  }
  if (timeAndName.test(text) || digitsToAddress.test(text)) return true;
  return endsWithAddress.test(text) && dateFirst.test(text) && date.test(text.slice(0, 40));
}
