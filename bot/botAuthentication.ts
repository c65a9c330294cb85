import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { TeamsCredentials } from './teamsCredentials.ts';

type Base = ConfigurationBotFrameworkAuthentication;
type Claims = Parameters<Base['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<Base['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>;
type CredentialsFactory = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/** More services than Bot Connector has regions; a local client more just makes the oldest be made again. */
const mostClients = 50;

/**
 * botbuilder's authentication, with one connector client per service instead of a new one, with a new pipeline of
 * policies, in each turn. With credentials it takes tokens of Bot Connector only: botbuilder would also take tokens of
 * the Emulator and of other bots ("skills"), which have other rules and which nobody sends to Usher.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, Promise<ConnectorClient>>();
  #userTokens: ReturnType<Base['createUserTokenClient']> | undefined;
  readonly #isLocal: boolean;
  #anybody: Promise<Authenticated> | undefined;

  /**
   * @param credentials of the bot; absent in local mode, where every client on this machine may talk to Usher.
   * @param credentialsFactory where outgoing tokens come from, if not from Microsoft Entra.
   */
  constructor(credentials?: TeamsCredentials, credentialsFactory?: CredentialsFactory) {
    super(credentials === undefined ? {} : configuration(credentials), credentialsFactory, {
      requiredEndorsements: [],
      async validateClaims(claims: { type: string; value: string }[]) {
        const issuer = claims.find(({ type }) => type === 'iss')?.value;
        if (credentials === undefined || issuer === (credentials.channel?.tokenIssuer ?? botConnectorIssuer)) return;
        throw new NotBotConnectorError();
      },
    } as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[2]);
    this.#isLocal = credentials === undefined;
  }

  override async authenticateRequest(...request: Parameters<Base['authenticateRequest']>): Promise<Authenticated> {
    if (!this.#isLocal) return await this.#authenticate(...request);
    // Whoever it is, the answer is the same: a local client has no token, and is nobody in particular.
    this.#anybody ??= this.#authenticate({} as Activity, '');
    return await this.#anybody;
  }

  async #authenticate(...request: Parameters<Base['authenticateRequest']>): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(...request);
    return { ...authenticated, connectorFactory: this.createConnectorFactory(authenticated.claimsIdentity) };
  }

  override createConnectorFactory(claims: Claims): ConnectorFactory {
    const factory = super.createConnectorFactory(claims);
    return {
      create: (serviceUrl: string, audience?: string) => {
        const key = `${audience ?? ''} ${serviceUrl}`;
        let client = this.#clients.get(key);
        if (client === undefined) {
          client = factory.create(serviceUrl, audience).then(withoutRetries);
          // What failed to be made is made again the next time.
          client.catch(() => this.#clients.delete(key));
          this.#clients.set(key, client);
          if (this.#clients.size > mostClients) this.#clients.delete(this.#clients.keys().next().value as string);
        }
        return client;
      },
    } as ConnectorFactory;
  }

  /** @returns the bearer token for what Usher says to a service; undefined in local mode, where none is asked for. */
  async outgoingToken(appId: string, serviceUrl: string, refresh: boolean): Promise<string | undefined> {
    if (appId === '') return undefined;
    const claims = { claims: [], isAuthenticated: true, getClaimValue: () => appId } as unknown as Claims;
    const { credentials } = await this.createConnectorFactory(claims).create(serviceUrl);
    return await (credentials as unknown as { getToken(refresh?: boolean): Promise<string> }).getToken(refresh);
  }

  override createUserTokenClient(claims: Claims): ReturnType<Base['createUserTokenClient']> {
    this.#userTokens ??= super.createUserTokenClient(claims);
    return this.#userTokens;
  }
}

/** The issuer of Bot Connector's tokens in the public cloud. */
const botConnectorIssuer = 'https://api.botframework.com';

class NotBotConnectorError extends Error {
  readonly statusCode = 401;

  constructor() {
    super('The token was not issued by Bot Connector.');
  }
}

function configuration(
  credentials: TeamsCredentials,
): ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0] {
  const { channel, certificate } = credentials;
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppTenantId: credentials.tenantId,
    MicrosoftAppType: credentials.type,
    ...(credentials.secret !== undefined && { MicrosoftAppPassword: credentials.secret }),
    ...(certificate !== undefined && {
      CertificateThumbprint: certificate.thumbprint,
      CertificatePrivateKey: certificate.privateKey,
    }),
    // botbuilder takes either none of these or all of them.
    ...(channel !== undefined && {
      ToBotFromChannelTokenIssuer: channel.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: channel.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: channel.openIdMetadataUrl,
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${credentials.tenantId}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      CallerId: 'urn:botframework:azure',
    }),
  } as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];
}

/** The client would try for seconds what Usher tries again by its own rules (connector.ts, roster.ts). */
function withoutRetries(client: ConnectorClient): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: { removePolicy(which: { name: string }): void } } })
    .client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}
