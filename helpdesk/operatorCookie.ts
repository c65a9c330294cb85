import type { OperatorSession } from '../models/operatorSession.ts';
import { cookiesFor } from '../web/cookies.ts';

/**
 * The cookie of a session in the console. There are two: in a browser `SameSite=Lax`; in a Teams tab, which is a frame of
 * another site's, `SameSite=None; Secure; Partitioned`, so that it is sent there, kept apart from everywhere else, and
 * not to be used by a page that frames us without being Teams (which `frame-ancestors` forbids) or that sends a form
 * (which needs its token, our Origin and JSON).
 */
export function operatorCookie(publicUrl: string) {
  const cookies = cookiesFor(publicUrl);
  return {
    /** @returns the session ids that stand in a Cookie header; there is hardly ever more than one. */
    read: (header: string | undefined): string[] =>
      ['helpdesk', 'helpdesk-teams'].flatMap((name) => cookies.read(header, name) || []),
    /** @returns the Set-Cookie header that begins a session. */
    begin: (sessionId: string, provenBy: OperatorSession['provenBy']): string =>
      provenBy === 'teams'
        ? cookies.write('helpdesk-teams', sessionId, { inFrames: true })
        : cookies.write('helpdesk', sessionId),
    /** @returns the Set-Cookie headers that end it. */
    end: (): string[] => [cookies.write('helpdesk', ''), cookies.write('helpdesk-teams', '', { inFrames: true })],
  };
}
