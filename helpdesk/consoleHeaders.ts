/** @returns the headers that every answer of the console's API carries. @param secure people come by https. */
export function consoleHeaders(secure: boolean): Record<string, string> {
  return {
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    Vary: 'Cookie',
    ...(secure && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
