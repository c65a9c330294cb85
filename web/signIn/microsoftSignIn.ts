/** Where the browser comes back to from Microsoft; to be registered there. */
export const microsoftReturnPath = '/sign-in/microsoft/back';

/** Signing in by OpenID Connect with the organization's Microsoft Entra. */
export interface MicrosoftSignIn {
  /** @returns whether the tenant owns the domain of this address, so that its people can sign in this way. */
  vouchesFor(email: string): boolean;
  /** @returns where the browser goes, and what it must bring back in a cookie of its own. */
  begin(): Promise<{ url: URL; remember: string }>;
  /**
   * @param address where the browser came back to, with what stands in the query.
   * @param remembered what {@link begin} gave it to remember.
   * @returns who it is, proven; `foreign`: somebody whose address the tenant does not vouch for; `failed`: broken off,
   *   too late, or not what was begun here.
   */
  finish(address: URL, remembered: string): Promise<MicrosoftIdentity | 'foreign' | 'failed'>;
}

/** Somebody as the tenant knows them. */
export interface MicrosoftIdentity {
  tenantId: string;
  objectId: string;
  /** Lower-cased; in a domain that the tenant owns. */
  email: string;
  firstName: string;
  lastName: string;
}
