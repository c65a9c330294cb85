import type { Actor } from './actor.ts';
import { actorInAccount } from './actorInAccount.ts';
import type { House } from './house.ts';
import { inviterMembers } from './inviterMembers.ts';
import { makeRequest } from './makeRequest.ts';
import { readFreeText } from './readFreeText.ts';
import { readId } from './readId.ts';
import { readRoles } from './readRoles.ts';
import { type FieldFault, type Refused, refused } from './refusal.ts';
import { mayDo } from './rolePolicy.ts';
import type { AccountView, PersonView } from './views.ts';

export interface AskForRoleInput {
  purchasingAccountId: string;
  roles: string[];
  message?: string;
}

export type AskForRoleResult =
  | { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView }
  | Refused;

/**
 * Asks those who may invite in an account for other roles (product.md, walk 4). Only those that the actor lacks are
 * asked for; whoever may do everything has nothing to ask for.
 *
 * @returns refused: `notFound` (also: not in), `invalid`, `alreadyHasRoles`, `nobodyCanDecide`, `alreadyAsked`,
 *   `limited`.
 */
export async function askForRole(house: House, actor: Actor, input: AskForRoleInput): Promise<AskForRoleResult> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  const [place, deciders] = await Promise.all([
    actorInAccount(actor, purchasingAccount),
    inviterMembers([purchasingAccount]),
  ]);
  if (!place) return refused({ reason: 'notFound' });
  const { account, membership, held } = place;
  const read = readRoles(input.roles);
  const message = readFreeText(input.message);
  if ('problem' in read || 'problem' in message) {
    const fields: FieldFault[] = [];
    if ('problem' in read) fields.push({ field: 'roles', problem: read.problem });
    if ('problem' in message) fields.push({ field: 'message', problem: message.problem });
    return refused({ reason: 'invalid', fields });
  }
  const missing = mayDo(held, 'everything') ? [] : read.roles.filter((role) => !held.includes(role));
  if (missing.length === 0) return refused({ reason: 'alreadyHasRoles', roles: held });
  const { email, firstName, lastName } = membership;
  return makeRequest(house, account, deciders, {
    kind: 'role',
    requester: { email, firstName, lastName, language: actor.language },
    channel: actor.channel,
    roles: missing,
    message: message.text,
  });
}
