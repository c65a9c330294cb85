import type { TokenCredential } from '@azure/identity';

/** How Usher signs in to Microsoft Graph, with application permissions on its own mailbox. */
export interface GraphCredentials {
  tenantId: string;
  clientId: string;
  clientSecret: string;
}

/**
 * @param graphUrl the base address of Graph; the token is for it, e.g. `https://graph.microsoft.com` or that of a
 * national cloud.
 * @returns what gets a bearer token, kept by the library until shortly before it expires. It rejects when there is none.
 */
export function graphToken(credentials: GraphCredentials, graphUrl: string): () => Promise<string> {
  let credential: Promise<TokenCredential> | undefined;
  return async () => {
    // Loaded with the first mail: it takes a quarter of a second that the start need not wait for.
    credential ??= import('@azure/identity').then(
      ({ ClientSecretCredential }) =>
        new ClientSecretCredential(credentials.tenantId, credentials.clientId, credentials.clientSecret),
    );
    const token = await (await credential).getToken(`${new URL(graphUrl).origin}/.default`);
    if (token === null) throw new Error('Microsoft Entra gave no token');
    return token.token;
  };
}
