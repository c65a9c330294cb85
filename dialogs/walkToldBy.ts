import type { WalkName } from '../cards/buttons.ts';
import { speaksAgainst } from '../language/speaksAgainst.ts';
import { inviterAccounts } from '../onboarding/inviterAccounts.ts';
import { openRequests } from '../onboarding/openRequests.ts';
import { ownRequests } from '../onboarding/ownRequests.ts';
import { isDomainToAdd } from './isDomainToAdd.ts';
import { isForOwnCustomer } from './isForOwnCustomer.ts';
import type { Scene } from './stage.ts';
import { takesAccessAway } from './takesAccessAway.ts';
import type { Understood } from './understood.ts';
import { asksForInvitation, wishInSentence } from './wishInSentence.ts';
import { withdrawsRequest } from './withdrawsRequest.ts';

/** @returns the walk that what stands in a sentence is for, where the sentence as a whole was not surely for any. */
export async function walkToldBy(scene: Scene, understood: Understood): Promise<WalkName | undefined> {
  const { house, turn } = scene;
  const { actor } = turn;
  if (takesAccessAway(understood)) return 'person';
  if (await isDomainToAdd(house, actor, understood)) return 'addDomain';
  // A partner proves nothing by facts of the agreement: these are its customers.
  const isOfPartner = understood.alternatives.some(({ intent }) => intent === 'partner');
  if (isOfPartner && (await isForOwnCustomer(house, actor, understood))) return 'partner';
  if (hasThreeFacts(understood)) return 'resendInvitation';
  if (isNumberAlone(understood)) return 'findAdministrator';
  if (withdrawsRequest(understood.text) && (await ownRequests(house, actor)).length > 0) return 'withdrawRequest';
  if (givesGround(understood) && (await openRequests(house, actor)).length > 0) return 'decideRequest';
  // Whoever may invite hardly means an invitation of their own.
  const isOwn = isLikelyWish(scene, understood) && (await inviterAccounts(house, actor)).length === 0;
  return isOwn ? 'findAdministrator' : undefined;
}

/** In words. So few say what a number is, and not what it is for. */
const mostWords = 4;

/** Nothing but the numbers of an agreement, and what they are called: what they are for is said nowhere else. */
function isNumberAlone({ text, data }: Understood): boolean {
  if (data.emails.length > 0 || (data.agreementNumber ?? data.accountNumber) === null) return false;
  return !text.includes('?') && (text.match(/\p{L}+/gu) ?? []).length <= mostWords;
}

/** An address and both numbers are what it takes to have an invitation resent. */
function hasThreeFacts({ data }: Understood): boolean {
  return data.emails.length === 1 && data.agreementNumber !== null && data.accountNumber !== null;
}

/** Whether a sentence gives a ground for turning down a request; which it may be about is shown. */
function givesGround({ text, intent, data }: Understood): boolean {
  const isOfAnother = intent !== 'none' || data.emails.length > 0 || data.names.length > 0;
  return !isOfAnother && speaksAgainst(text);
}

/** Whether a sentence of which it is only likely what it wants has all that asking for an invitation is made of. */
function isLikelyWish({ understand }: Scene, { text, data, alternatives }: Understood): boolean {
  const isLikely = alternatives.some(({ intent }) => intent === 'findAdministrator');
  return (
    isLikely && (asksForInvitation({ text, data }) || wishInSentence({ text, data }, 'invitation', understand).isSure)
  );
}
