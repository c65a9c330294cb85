import { Credential } from '../models/credential.ts';

/** @returns whether there is a work account with this address; to be told only to whoever has shown that it is theirs. */
export async function hasWorkAccount(email: string): Promise<boolean> {
  return (await Credential.exists({ _id: email })) !== null;
}
