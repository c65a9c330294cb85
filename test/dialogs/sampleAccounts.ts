import { Types } from 'mongoose';
import { Domain } from '../../models/domain.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { Role } from '../../models/role.ts';
import type { TestPerson } from './walkTest.ts';

export const marco: TestPerson = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri' };
export const lena: TestPerson = { email: 'lena.vogel@contoso.com', firstName: 'Lena', lastName: 'Vogel' };
export const omar: TestPerson = { email: 'omar.haddad@contoso.com', firstName: 'Omar', lastName: 'Haddad' };
export const ruth: TestPerson = { email: 'ruth.ellis@tailspintoys.com', firstName: 'Ruth', lastName: 'Ellis' };

/**
 * Writes Contoso (Marco: Account Administrator, Lena: User Administrator, Omar: Report Viewer; contoso.com verified)
 * and the two accounts of Tailspin Toys (Ruth may give everything in the first, little in the second; no domain).
 */
export async function writeSampleAccounts(): Promise<void> {
  const contoso = await account('0005012345', '4100012345', 'Contoso S.p.A.', 'IT', marco);
  await member(contoso, marco, ['accountAdministrator']);
  await member(contoso, lena, ['userAdministrator']);
  await member(contoso, omar, ['reportViewer']);
  await Domain.create({
    name: 'contoso.com',
    purchasingAccount: contoso,
    state: 'verified',
    associated: true,
    txtRecord: 'usher-verification=sample',
    addedBy: marco.email,
    addedAt: new Date('2026-01-10T09:00:00Z'),
    checksEndAt: new Date('2026-01-13T09:00:00Z'),
  });
  await member(await account('0005067890', '4100067890', 'Tailspin Toys Ltd', 'GB', ruth), ruth, [
    'accountAdministrator',
  ]);
  await member(await account('0005067891', '4100067890', 'Tailspin Toys Ltd', 'GB', ruth), ruth, [
    'agreementAdministrator',
  ]);
}

async function account(
  number: string,
  agreementNumber: string,
  organization: string,
  country: string,
  administrator: TestPerson,
): Promise<Types.ObjectId> {
  const { _id } = await PurchasingAccount.create({
    number,
    agreement: new Types.ObjectId(),
    agreementNumber,
    organization,
    country,
    timeZone: 'Europe/Rome',
    administrator: { ...administrator, language: 'en' },
    administratorDomain: administrator.email.split('@')[1],
  });
  return _id;
}

async function member(purchasingAccount: Types.ObjectId, person: TestPerson, roles: Role[]): Promise<void> {
  await Membership.create({
    ...person,
    language: 'en',
    purchasingAccount,
    roles: roles.map((role) => ({ role, since: new Date('2026-01-10T09:00:00Z'), givenBy: 'agreement' })),
  });
}
