/** The bot's registration, as checked by the settings. */
export interface TeamsCredentials {
  appId: string;
  /** The tenant in which the bot is registered. */
  tenantId: string;
  type: 'SingleTenant' | 'UserAssignedMsi';
  /** One of the two with `SingleTenant`, neither with a managed identity. */
  secret?: string;
  certificate?: { thumbprint: string /** PEM */; privateKey: string };
  /** Ids of the tenants whose people may talk to Usher, lower case. */
  allowedTenants: readonly string[];
  /** Who signs the tokens of what arrives, where it is not the public cloud's Bot Connector. */
  channel?: { tokenIssuer: string; openIdMetadataUrl: string };
}
