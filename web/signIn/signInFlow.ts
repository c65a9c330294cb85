/** What a browser keeps while it is at Microsoft's. */
export interface SignInFlow {
  /** Where to go on afterwards. */
  to: string;
  remembered: string;
}

/** @returns the cookie's value for it. */
export function writeFlow({ to, remembered }: SignInFlow): string {
  return Buffer.from(JSON.stringify([to, remembered])).toString('base64url');
}

/**
 * @param cookie as the browser holds it.
 * @param wayOn where to go on for a path that it names, which may be anybody's.
 * @returns undefined for what is none of ours.
 */
export function readFlow(cookie: string | undefined, wayOn: (to: string) => string): SignInFlow | undefined {
  try {
    const [to, remembered] = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()) as unknown[];
    return typeof to === 'string' && typeof remembered === 'string' ? { to: wayOn(to), remembered } : undefined;
  } catch {
    return undefined;
  }
}
