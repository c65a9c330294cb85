import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { now } from '../../onboarding/now.ts';
import { type OpenIdSettings, openIdSignIn } from '../../web/signIn/openIdSignIn.ts';
import { type FromClaims, operatorFromClaims } from './operatorFromClaims.ts';

export interface HelpdeskSignInSettings extends OpenIdSettings {
  tenantId: string;
  /** The host of Usher's pages, which is part of the app's name in Teams. */
  publicHost: string;
}

/** How somebody of the helpdesk proves who they are, by Microsoft Entra. */
export interface HelpdeskSignIn {
  /** As of the pages' sign-in; see web/signIn/microsoftSignIn.ts. */
  begin(): Promise<{ url: URL; remember: string }>;
  finish(address: URL, remembered: string): Promise<FromClaims | { outcome: 'failed' }>;
  /** @param token what a Teams tab got by Teams' single sign-on. */
  fromTeams(token: string): Promise<FromClaims | { outcome: 'failed' }>;
}

/**
 * Signing in to the console: in a browser by OpenID Connect's code flow with PKCE, in Teams by the access token that a tab
 * is given for this app.
 *
 * Of such a token counts that the tenant has signed it (RS256, keys from its metadata), for this app, not long ago, for a
 * person (`scp`: an app by itself has none, nor has an id token). Source: Microsoft identity platform, "Access tokens",
 * "Validate tokens"; the app’s manifest must say `requestedAccessTokenVersion: 2`.
 */
export function helpdeskSignIn(settings: HelpdeskSignInSettings): HelpdeskSignIn {
  const { tenantId, clientId, publicHost, issuer, log } = settings;
  const { begin, finish, keys } = openIdSignIn(settings);
  let keySet: JWTVerifyGetKey | undefined;

  return {
    begin,
    async finish(address, remembered) {
      const claims = await finish(address, remembered);
      return claims === 'failed' ? { outcome: 'failed' } : operatorFromClaims(claims, tenantId);
    },
    async fromTeams(token) {
      keySet ??= createRemoteJWKSet(await keys());
      try {
        const { payload } = await jwtVerify(token, keySet, {
          algorithms: ['RS256'],
          issuer,
          audience: [clientId, `api://${publicHost}/${clientId}`],
          requiredClaims: ['exp', 'iat', 'tid', 'oid', 'scp'],
          clockTolerance: 60,
          currentDate: now(),
        });
        const scopes = typeof payload.scp === 'string' ? payload.scp.split(' ') : [];
        if (!scopes.includes('access_as_user') || payload.idtyp === 'app') return { outcome: 'failed' };
        return operatorFromClaims(payload, tenantId);
      } catch (fault) {
        // The keys cannot be had: a fault. Anything else is about the token, of which only the kind of refusal is told.
        const isRefusal = fault instanceof errors.JOSEError && !(fault instanceof errors.JWKSTimeout);
        if (!isRefusal || fault.code === 'ERR_JOSE_GENERIC') throw fault;
        log.warn({ code: fault.code }, 'a sign-in from Teams was refused');
        return { outcome: 'failed' };
      }
    },
  };
}
