import { DateTime } from 'luxon';
import * as openid from 'openid-client';
import type { House } from '../../onboarding/house.ts';
import { readAddress } from '../../onboarding/readAddress.ts';
import type { MicrosoftIdentity, MicrosoftSignIn } from './microsoftSignIn.ts';

export interface EntraSettings {
  /** Of one tenant, e.g. `https://login.microsoftonline.com/<tenant>/v2.0`; no other's tokens are taken. */
  issuer: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** Domains that the tenant has verified as its own. */
  domains: readonly string[];
  /** Where the browser comes back to. */
  redirectUri: string;
  log: House['log'];
  /** In local mode, where the stand-in speaks plain http on this machine. */
  overHttp?: boolean;
}

/** How long somebody may take at Microsoft, in minutes. */
const patience = 15;

/**
 * Signing in with Microsoft Entra: OpenID Connect's code flow with PKCE, state and nonce.
 *
 * Whose address it is: `email` can be set to anything by whoever administers a tenant and is not looked at. What counts
 * is `preferred_username`, in a token of the configured tenant, and only if its domain is one that this tenant owns: Entra
 * gives such a user name to the tenant's own members only. Guests carry the address of their home there, which this
 * tenant cannot vouch for.
 */
export function entraSignIn(settings: EntraSettings): MicrosoftSignIn {
  const { tenantId, domains, redirectUri, log } = settings;
  let configuration: Promise<openid.Configuration> | undefined;

  /** Asked for once; after a failure again. */
  function configured(): Promise<openid.Configuration> {
    configuration ??= openid
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        execute: [openid.enableNonRepudiationChecks, ...(settings.overHttp ? [openid.allowInsecureRequests] : [])],
        timeout: 10,
      })
      .catch((fault) => {
        configuration = undefined;
        throw fault;
      });
    return configuration;
  }

  function identityOf(claims: openid.IDToken): MicrosoftIdentity | 'foreign' {
    const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string) : '');
    const email = readAddress(text('preferred_username'));
    const isGuest = claims.acct === 1 || (text('idp') !== '' && text('idp') !== claims.iss);
    if (!email || !text('oid') || text('tid') !== tenantId || isGuest || !vouchesFor(email)) return 'foreign';
    const [first = '', ...rest] = text('name').trim().split(/\s+/);
    return {
      tenantId,
      objectId: text('oid'),
      email,
      firstName: text('given_name') || first,
      lastName: text('family_name') || rest.join(' '),
    };
  }

  function vouchesFor(email: string): boolean {
    return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
  }

  return {
    vouchesFor,
    async begin() {
      const verifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const url = openid.buildAuthorizationUrl(await configured(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { url, remember: [verifier, state, nonce, DateTime.now().toMillis()].join(' ') };
    },
    async finish(address, remembered) {
      const [verifier = '', state = '', nonce = '', begun] = remembered.split(' ');
      const late = DateTime.now().minus({ minutes: patience }).toMillis() > Number(begun);
      if (!verifier || !state || !nonce || late) return 'failed';
      // Behind a proxy the request's own idea of where it arrived would not do.
      const arrived = new URL(redirectUri);
      arrived.search = address.search;
      let claims: openid.IDToken | undefined;
      try {
        const tokens = await openid.authorizationCodeGrant(await configured(), arrived, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        claims = tokens.claims();
      } catch (fault) {
        // Only what kind it is: the fault itself carries the answer with its code.
        const { name, code, error } = fault as { name?: string; code?: string; error?: string };
        log.warn({ name, code, error }, 'a sign-in with Microsoft failed');
        return 'failed';
      }
      return claims ? identityOf(claims) : 'failed';
    },
  };
}
