import type { Role } from '../models/role.ts';
import type { Invitee } from './newInvitation.ts';
import { readAddress } from './readAddress.ts';
import { readCountry } from './readCountry.ts';
import { readLanguage } from './readLanguage.ts';
import { readName } from './readName.ts';
import { readRoles } from './readRoles.ts';
import type { FieldFault } from './refusal.ts';

const blank = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && !value.trim());

/** @returns the person to invite and the roles, as they are kept, or what is wrong beside each field. */
export function readInvitee(input: {
  email: unknown;
  firstName: unknown;
  lastName: unknown;
  language: unknown;
  country: unknown;
  roles: unknown;
}): { invitee: Invitee; roles: Role[] } | { fields: FieldFault[] } {
  const fields: FieldFault[] = [];
  const email = readAddress(input.email);
  if (!email) fields.push({ field: 'email', problem: blank(input.email) ? 'missing' : 'badAddress' });
  const firstName = readName(input.firstName);
  if ('problem' in firstName) fields.push({ field: 'firstName', problem: firstName.problem });
  const lastName = readName(input.lastName);
  if ('problem' in lastName) fields.push({ field: 'lastName', problem: lastName.problem });
  const language = readLanguage(input.language);
  if (!language) fields.push({ field: 'language', problem: blank(input.language) ? 'missing' : 'unknownLanguage' });
  const country = readCountry(input.country);
  if (!country) fields.push({ field: 'country', problem: blank(input.country) ? 'missing' : 'unknownCountry' });
  const roles = readRoles(input.roles);
  if ('problem' in roles) fields.push({ field: 'roles', problem: roles.problem });
  if (!email || 'problem' in firstName || 'problem' in lastName || !language || !country || 'problem' in roles) {
    return { fields };
  }
  return {
    invitee: { email, firstName: firstName.name, lastName: lastName.name, language, country },
    roles: roles.roles,
  };
}
