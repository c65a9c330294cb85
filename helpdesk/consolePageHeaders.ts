/**
 * In whose frames the console may stand: our own pages' and those of the Microsoft 365 clients that show tabs. Source:
 * learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements.
 */
const frames = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/**
 * @param nonce with which the page's renderer (Griffel) marks the style elements that it makes at run time; nothing else
 *   inline counts. It writes rules through the CSSOM, which no policy minds.
 * @returns the headers of the console's page.
 */
export function consolePageHeaders(nonce: string, secure: boolean): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // The frame of a mail inherits this policy, and mails have their styles in their elements, already made harmless. What
    // such a style could fetch is held off by the other lines.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Mails, sanitised, in a sandboxed frame.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames.join(' ')}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    // Links into the console carry no secret, but tell others nothing of whom one looks at.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Cookie',
    ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
