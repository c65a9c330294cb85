import { DateTime } from 'luxon';
import * as openid from 'openid-client';
import type { House } from '../../onboarding/house.ts';

export interface OpenIdSettings {
  /** Of one tenant, e.g. `https://login.microsoftonline.com/<tenant>/v2.0`; no other's tokens are taken. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the browser comes back to. */
  redirectUri: string;
  log: House['log'];
  /** In local mode, where the stand-in speaks plain http on this machine. */
  overHttp?: boolean;
}

/** Signing in at one issuer. */
export interface OpenIdSignIn {
  /** @returns where the browser goes, and what it must bring back in a cookie of its own. */
  begin(): Promise<{ url: URL; remember: string }>;
  /**
   * @param address where the browser came back to, with what stands in the query.
   * @param remembered what {@link begin} gave it to remember.
   * @returns what the issuer says of who it is; `failed`: broken off, too late, or not what was begun here.
   */
  finish(address: URL, remembered: string): Promise<openid.IDToken | 'failed'>;
  /** @returns where the issuer publishes the keys that it signs with. */
  keys(): Promise<URL>;
}

/** How long somebody may take at the issuer, in minutes. */
const patience = 15;

/** OpenID Connect's code flow with PKCE, state and nonce, by openid-client. */
export function openIdSignIn(settings: OpenIdSettings): OpenIdSignIn {
  const { redirectUri, log } = settings;
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

  return {
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
      // Also when there is no time in it at all.
      const inTime = DateTime.now().minus({ minutes: patience }).toMillis() <= Number(begun ?? Number.NaN);
      if (!verifier || !state || !nonce || !inTime) return 'failed';
      // Behind a proxy the request's own idea of where it arrived would not do.
      const arrived = new URL(redirectUri);
      arrived.search = address.search;
      try {
        const tokens = await openid.authorizationCodeGrant(await configured(), arrived, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return tokens.claims() ?? 'failed';
      } catch (fault) {
        // Only what kind it is: the fault itself carries the answer with its code.
        const { name, code, error } = fault as { name?: string; code?: string; error?: string };
        log.warn({ name, code, error }, 'a sign-in with Microsoft failed');
        return 'failed';
      }
    },
    async keys() {
      const { jwks_uri: keys } = (await configured()).serverMetadata();
      if (keys === undefined) throw new Error('The issuer does not tell where its keys are.');
      return new URL(keys);
    },
  };
}
