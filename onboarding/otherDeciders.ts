import { AccessRequest } from '../models/accessRequest.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { inviterMembers } from './inviterMembers.ts';
import { personView } from './personView.ts';
import { readId } from './readId.ts';
import type { PersonView } from './views.ts';

/** @returns who may decide a request beside the actor, if the actor may; its requester never does. */
export async function otherDeciders(actor: Actor, input: { requestId: string }): Promise<PersonView[]> {
  const _id = readId(input.requestId);
  const request = _id && (await AccessRequest.findById(_id, { purchasingAccount: 1, requester: 1 }).lean());
  if (!request) return [];
  const email = actorAddress(actor);
  const deciders = (await inviterMembers([request.purchasingAccount])).filter(
    (one) => one.email !== request.requester.email,
  );
  if (!deciders.some((one) => one.email === email)) return [];
  return deciders.filter((one) => one.email !== email).map(personView);
}
