import { parseCookie, stringifySetCookie } from 'cookie';

/** The cookies of the pages: for this site only, out of reach for scripts, and not sent along when another site sends a form. */
export interface Cookies {
  /** @returns the value of a cookie in a request's Cookie header. */
  read(header: string | undefined, name: string): string | undefined;
  /**
   * @returns a Set-Cookie header for as long as the browser is open, or for `how.days`; an empty value has it forgotten.
   * @param how.inFrames it is also sent when our page stands in a frame of another site's, and then only there: kept
   *   apart for each site that frames us (CHIPS, `Partitioned`). With plain http there is no such thing.
   */
  write(name: string, value: string, how?: { inFrames?: boolean; days?: number }): string;
}

/**
 * @param publicUrl where people reach the pages. With https the cookies are `Secure` and carry the prefix `__Host-`, so
 *   that neither plain http nor a neighbouring host name can plant one. Plain http is for local mode on this machine
 *   only, where not every browser takes such cookies.
 */
export function cookiesFor(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const full = (name: string) => `${secure ? '__Host-' : ''}usher-${name}`;
  return {
    read: (header, name) => (header ? parseCookie(header)[full(name)] : undefined),
    write: (name, value, { inFrames = false, days } = {}) =>
      stringifySetCookie({
        name: full(name),
        value,
        path: '/',
        httpOnly: true,
        secure,
        ...(inFrames && secure ? { sameSite: 'none', partitioned: true } : { sameSite: 'lax' }),
        ...(days !== undefined && { maxAge: days * 24 * 60 * 60 }),
        ...(value === '' && { maxAge: 0 }),
      }),
  };
}
