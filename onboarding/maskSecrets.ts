const mask = '•••';

/** Something of each rule below: a text without any of them is not searched further. */
const sign = /\/invitation\/|\/new-password\/|bearer|passw|pwd|secret|token|auth|sig=|code=|ref-/i;

const rules: [RegExp, string][] = [
  // The link of an invitation, and that for a new password; its token has 43 characters, and goes on where a line was
  // broken within them.
  [/(\/(?:invitation|new-password)\/)(?:[\w~.-]{43,}|[\w~.-]+(?:=?\r?\n[\t >]{0,9}[\w-]+)?)/gi, `$1${mask}`],
  // What proves that a mail answers one of ours; see replyReference.ts.
  [/\b(ref-)[0-9a-f]{40}/gi, `$1${mask}`],
  [/\b(Bearer\s+)[\w.~+/=-]+/gi, `$1${mask}`],
  // A field of a submitted form or of a query whose name says that its value is secret, as JSON and as a query. Names
  // have a bound: without one, a long text made for it would be searched for minutes.
  [/("[^"]{0,60}(?:passw|pwd|secret|token|tempauth)[^"]{0,60}"\s{0,9}:\s{0,9})"(?:[^"\\]|\\.)*"/gi, `$1"${mask}"`],
  [/([?&;](?:sig|code|[\w-]{0,40}(?:passw|pwd|secret|token|auth)[\w-]{0,40})=)[^&#\s"']+/gi, `$1${mask}`],
  // “My password is …”, with a digit: what follows is otherwise a word, as in “my password is expired”.
  [/(\bpassword[^\S\n]{0,3}(?:is|è|é|e'|e’|:|=)[^\S\n]{0,3})(?=[^\s"\\]{0,64}\d)[^\s"\\]{6,64}/gi, `$1${mask}`],
];

/** 240 random bits as base64url: what links' tokens and reply references have at least. */
const shortestToken = 40;

/**
 * @param text plain text, or JSON as text.
 * @returns the same with links of invitations, passwords, tokens and reply references masked; JSON stays JSON.
 */
export function maskSecrets(text: string): string {
  let masked = text;
  if (sign.test(text)) {
    for (const [pattern, replacement] of rules) masked = masked.replace(pattern, replacement);
  }
  return maskTokens(masked);
}

/** Character codes of base64url. */
const inToken = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
  inToken[letter.charCodeAt(0)] = 1;
}

/**
 * Masks what is as long as a token and mixes capitals and small letters as only chance does; ids (hexadecimal,
 * GUIDs) do not. Every card of every turn goes through here, so it looks only at as many characters as it must: where a
 * window of the shortest token ends in, or holds, another character, the next window begins behind that.
 */
function maskTokens(text: string): string {
  let masked = '';
  let kept = 0;
  let begin = 0;
  while (begin + shortestToken <= text.length) {
    let index = begin + shortestToken - 1;
    while (index >= begin && isOfToken(text.charCodeAt(index))) index -= 1;
    if (index >= begin) {
      begin = index + 1;
      continue;
    }
    let end = begin + shortestToken;
    while (end < text.length && isOfToken(text.charCodeAt(end))) end += 1;
    if (looksRandom(text.slice(begin, end))) {
      masked += text.slice(kept, begin) + mask;
      kept = end;
    }
    begin = end + 1;
  }
  return kept === 0 ? text : masked + text.slice(kept);
}

function isOfToken(code: number): boolean {
  return code < 128 && inToken[code] === 1;
}

function looksRandom(run: string): boolean {
  // One token in a thousand has no digit; one without both kinds of letters will not come up.
  return /[a-z]/.test(run) && /[A-Z]/.test(run);
}
