import type { Actor } from './actor.ts';
import type { AgreementFile } from './agreementFile.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView } from './views.ts';

export type LoadAgreementResult = { outcome: 'loaded'; accounts: AccountView[] } | Refused;

/** Operator: loads agreements. */
export async function loadAgreement(_house: House, _actor: Actor, _input: AgreementFile): Promise<LoadAgreementResult> {
  throw new Error('not built yet');
}
