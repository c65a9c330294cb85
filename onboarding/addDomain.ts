import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { Domain } from '../models/domain.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { actorInAccount } from './actorInAccount.ts';
import { auditWork } from './auditWork.ts';
import { domainChecksEnd, nextDomainCheck } from './domainCheckTimes.ts';
import { domainView } from './domainView.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';
import { readDomainName } from './readDomainName.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import { mayDo } from './rolePolicy.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { DomainView } from './views.ts';

export interface AddDomainInput {
  purchasingAccountId: string;
  name: string;
}

export type AddDomainResult = { outcome: 'added'; domain: DomainView } | Refused;

/**
 * Adds a domain to an account (product.md, walk 5) and gives the TXT record to publish at the domain itself. Usher looks
 * for it with growing pauses for 72 hours.
 *
 * @returns refused: `notFound`, `mayNotAddDomain`, `invalid`, `publicSuffix`, `personalMailProvider`, `takenByAnother`,
 *   `alreadyAdded`, `limited`.
 */
export async function addDomain(house: House, actor: Actor, input: AddDomainInput): Promise<AddDomainResult> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  const read = readDomainName(input.name);
  const name = 'name' in read ? read.name : '';
  const [place, others] = await Promise.all([
    actorInAccount(actor, purchasingAccount),
    Domain.find({ name, $or: [{ purchasingAccount, associated: true }, { state: 'verified' }] }).lean(),
  ]);
  if (!place) return refused({ reason: 'notFound' });
  if (!mayDo(place.held, 'addDomains')) return refused({ reason: 'mayNotAddDomain' });
  if ('refusal' in read) return refused(read.refusal);
  const own = others.find((one) => one.purchasingAccount.equals(purchasingAccount));
  if (own) return alreadyAdded(own);
  if (others.length > 0) return refused({ reason: 'takenByAnother' });
  const email = actorAddress(actor);
  const retryAt = await takeFromLimit(house, 'domainsPerPerson', email);
  if (retryAt) return refused({ reason: 'limited', retryAt });

  const addedAt = now();
  const checksEndAt = domainChecksEnd(addedAt);
  const domain: Domain = {
    _id: new Types.ObjectId(),
    name,
    purchasingAccount,
    state: 'pending',
    associated: true,
    // 160 bits: nobody can publish it who was not told.
    txtRecord: `usher-verification=${randomBytes(20).toString('base64url')}`,
    addedBy: email,
    addedAt,
    checks: 0,
    found: [],
    checksEndAt,
    ...firstWork([
      auditWork('domainAdded', { email, channel: actor.channel }, purchasingAccount, undefined, { domain: name }),
      { work: { kind: 'checkDomain' }, dueAt: nextDomainCheck(addedAt, 0, checksEndAt) },
    ]),
  };
  try {
    await Domain.create(domain);
  } catch (fault) {
    const first = isDuplicateKey(fault) && (await Domain.findOne({ name, purchasingAccount, associated: true }).lean());
    if (!first) throw fault;
    return alreadyAdded(first);
  }
  house.wake();
  return { outcome: 'added', domain: domainView(domain, place.account) };
}

function alreadyAdded(domain: Domain): Refused {
  const state = domain.state === 'removed' ? 'failed' : domain.state;
  return refused({ reason: 'alreadyAdded', domainId: domain._id.toHexString(), state });
}
