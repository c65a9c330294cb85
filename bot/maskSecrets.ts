const mask = '•••';

const rules: [RegExp, string][] = [
  // The link of an invitation.
  [/(\/invitation\/)[\w~.-]+/gi, `$1${mask}`],
  [/\b(Bearer\s+)[\w.~+/=-]+/gi, `$1${mask}`],
  // A field of a submitted form or of a query whose name says that its value is secret, as JSON and as a query.
  [/("[^"]*(?:passw|pwd|secret|token|tempauth)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, `$1"${mask}"`],
  [/([?&;](?:sig|code|[\w-]*(?:passw|pwd|secret|token|auth)[\w-]*)=)[^&#\s"']+/gi, `$1${mask}`],
  // Whatever is long enough to be 240 random bits and mixes digits, capitals and small letters, as links' tokens and
  // reply references do; ids (hexadecimal, GUIDs) do not.
  [/(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{40,}/g, mask],
];

/**
 * @param text plain text, or JSON as text.
 * @returns the same with links of invitations, passwords, tokens and reply references masked; JSON stays JSON.
 */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const [pattern, replacement] of rules) masked = masked.replace(pattern, replacement);
  return masked;
}
