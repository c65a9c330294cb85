import { DateTime } from 'luxon';
import { Types } from 'mongoose';
import { Agreement } from '../models/agreement.ts';
import { Domain } from '../models/domain.ts';
import { Invitation } from '../models/invitation.ts';
import { givenByAgreement, Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import type { Recipient } from '../models/pendingWork.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { addressDomain } from '../onboarding/addressDomain.ts';
import { firstWork } from '../onboarding/firstWork.ts';
import type { House } from '../onboarding/house.ts';
import { invitationExpiry } from '../onboarding/invitationExpiry.ts';
import { invitationLifecycle } from '../onboarding/invitationLifecycle.ts';
import { invitationToken, tokenHash } from '../onboarding/invitationLink.ts';

/** Ids that stay the same, so that filling can be taken up again where it was cut off. */
const id = (number: number) => new Types.ObjectId(`5a11e000000000000000${number.toString().padStart(4, '0')}`);

const lastAgreement = id(13);

const marco: Recipient = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri', language: 'it' };
const anna: Recipient = { email: 'anna.keller@fabrikam.com', firstName: 'Anna', lastName: 'Keller', language: 'en' };
const ruth: Recipient = { email: 'ruth.ellis@tailspintoys.com', firstName: 'Ruth', lastName: 'Ellis', language: 'en' };
const tom: Recipient = { email: 'tom.hale@tailspintoys.com', firstName: 'Tom', lastName: 'Hale', language: 'en' };

/**
 * Fills an empty store with the sample organizations; does nothing on any other. Cut off in the middle, it goes on the
 * next time. Nothing of it is sent: the invitations are those of earlier days.
 */
export async function fillSampleOrganizations(house: House): Promise<void> {
  const [complete, foreign] = await Promise.all([
    Agreement.exists({ _id: lastAgreement }),
    Agreement.exists({ _id: { $nin: [id(11), id(12), lastAgreement] } }),
  ]);
  if (complete || foreign) return;

  await put(Partner, {
    _id: id(1),
    name: 'Northwind Traders',
    people: [{ email: 'nina.west@northwindtraders.com', firstName: 'Nina', lastName: 'West' }],
  });

  const contoso = { organization: 'Contoso S.p.A.', country: 'IT', timeZone: 'Europe/Rome', partner: id(1) };
  await account(21, '0005012345', id(11), '4100012345', contoso, marco);
  await member(31, id(21), marco, 'accountAdministrator', givenByAgreement, { days: 90 });
  await member(
    32,
    id(21),
    { email: 'lena.vogel@contoso.com', firstName: 'Lena', lastName: 'Vogel', language: 'en' },
    'userAdministrator',
    marco.email,
    { days: 80 },
  );
  await member(
    33,
    id(21),
    { email: 'omar.haddad@contoso.com', firstName: 'Omar', lastName: 'Haddad', language: 'en' },
    'reportViewer',
    marco.email,
    { days: 70 },
  );
  const verifiedAt = DateTime.now().minus({ days: 85 });
  await put(Domain, {
    _id: id(41),
    name: 'contoso.com',
    purchasingAccount: id(21),
    state: 'verified',
    associated: true,
    txtRecord: 'usher-verification=sample-of-contoso',
    addedBy: marco.email,
    addedAt: verifiedAt.minus({ hours: 1 }).toJSDate(),
    verifiedAt: verifiedAt.toJSDate(),
    checks: 1,
    lastCheckedAt: verifiedAt.toJSDate(),
    found: ['usher-verification=sample-of-contoso'],
    checksEndAt: verifiedAt.plus({ hours: 71 }).toJSDate(),
  });

  const fabrikam = { organization: 'Fabrikam GmbH', country: 'DE', timeZone: 'Europe/Berlin', partner: id(1) };
  await account(22, '0005054321', id(12), '4100054321', fabrikam, anna);
  await invitation(house, 51, id(22), fabrikam, anna, { days: 10 }, 'pending');

  const tailspin = { organization: 'Tailspin Toys Ltd', country: 'GB', timeZone: 'Europe/London' };
  await account(23, '0005067890', lastAgreement, '4100067890', tailspin, ruth);
  await account(24, '0005067891', lastAgreement, '4100067890', tailspin, tom);
  await invitation(house, 52, id(23), tailspin, ruth, { days: 75 }, 'expired');
  await invitation(house, 53, id(24), tailspin, tom, { days: 75 }, 'expired');

  const loadedAt = DateTime.now().minus({ days: 92 }).toJSDate();
  const paola = { firstName: 'Paola', lastName: 'Conti' };
  await put(Agreement, { _id: id(11), number: '4100012345', ...contoso, signedBy: paola, loadedAt });
  // Who signed the other two is not told: here it was the administrator.
  await put(Agreement, { _id: id(12), number: '4100054321', ...fabrikam, signedBy: signer(anna), loadedAt });
  // The last to be written: with it the store is complete.
  await put(Agreement, { _id: lastAgreement, number: '4100067890', ...tailspin, signedBy: signer(ruth), loadedAt });
}

interface Organization {
  organization: string;
  country: string;
  timeZone: string;
  partner?: Types.ObjectId;
}

function signer({ firstName, lastName, email }: Recipient) {
  return { firstName, lastName, email };
}

/** Writes a document unless it is there. */
async function put<T extends { _id: Types.ObjectId }>(
  model: { updateOne(filter: object, update: object, options: object): PromiseLike<unknown> },
  { _id, ...fields }: T,
): Promise<void> {
  await model.updateOne({ _id }, { $setOnInsert: fields }, { upsert: true });
}

async function account(
  at: number,
  number: string,
  agreement: Types.ObjectId,
  agreementNumber: string,
  organization: Organization,
  administrator: Recipient,
): Promise<void> {
  await put(PurchasingAccount, {
    _id: id(at),
    number,
    agreement,
    agreementNumber,
    ...organization,
    administrator,
    administratorDomain: addressDomain(administrator.email),
    pendingWork: [],
  });
}

async function member(
  at: number,
  purchasingAccount: Types.ObjectId,
  person: Recipient,
  role: Role,
  givenBy: string,
  ago: { days: number },
): Promise<void> {
  const since = DateTime.now().minus(ago).toJSDate();
  await put(Membership, {
    _id: id(at),
    ...person,
    purchasingAccount,
    roles: [{ role, since, givenBy }],
    pendingWork: [],
  });
}

async function invitation(
  house: House,
  at: number,
  purchasingAccount: Types.ObjectId,
  { country, timeZone }: Organization,
  person: Recipient,
  ago: { days: number },
  state: 'pending' | 'expired',
): Promise<void> {
  const sentAt = DateTime.now().minus(ago).toJSDate();
  const expiresAt = invitationExpiry(sentAt, timeZone);
  await put(Invitation, {
    _id: id(at),
    ...person,
    country,
    purchasingAccount,
    roles: ['accountAdministrator'],
    state,
    tokenHash: tokenHash(invitationToken(house.linkSecret, id(at).toHexString(), 1)),
    sendings: 1,
    sentAt,
    expiresAt,
    sentFor: [],
    createdAt: sentAt,
    ...(state === 'expired'
      ? { endedAt: expiresAt, pendingWork: [] }
      : firstWork(invitationLifecycle({ sendings: 1, expiresAt }, { timeZone }))),
  });
}
