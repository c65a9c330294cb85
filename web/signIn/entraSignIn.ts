import type { IDToken } from 'openid-client';
import { readAddress } from '../../onboarding/readAddress.ts';
import type { MicrosoftIdentity, MicrosoftSignIn } from './microsoftSignIn.ts';
import { type OpenIdSettings, openIdSignIn } from './openIdSignIn.ts';

export interface EntraSettings extends OpenIdSettings {
  tenantId: string;
  /** Domains that the tenant has verified as its own. */
  domains: readonly string[];
}

/**
 * Signing in with Microsoft Entra: OpenID Connect's code flow with PKCE, state and nonce.
 *
 * Whose address it is: `email` can be set to anything by whoever administers a tenant and is not looked at. What counts
 * is `preferred_username`, in a token of the configured tenant, and only if its domain is one that this tenant owns: Entra
 * gives such a user name to the tenant's own members only. Guests carry the address of their home there, which this
 * tenant cannot vouch for.
 */
export function entraSignIn(settings: EntraSettings): MicrosoftSignIn {
  const { tenantId, domains } = settings;
  const { begin, finish } = openIdSignIn(settings);

  function identityOf(claims: IDToken): MicrosoftIdentity | 'foreign' {
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
    begin,
    async finish(address, remembered) {
      const claims = await finish(address, remembered);
      return claims === 'failed' ? 'failed' : identityOf(claims);
    },
  };
}
