import { Types } from 'mongoose';
import { type WrittenLanguage, writtenLanguages } from './zipfWords.ts';

const firstNames =
  'Ada Alessia Andrea Anna Beatrice Carlo Chiara Daniele Elena Emma Federico Francesca Giorgio Giulia Grace Hannah Ilaria Jack James José Laura Lena Luca Lucía Marco Maria Martina Matteo Nicolò Nina Noè Oliver Omar Paola Peter Renée Roberto Ruth Sara Simone Sofia Stefano Thomas Tom Valentina Zoë'.split(
    ' ',
  );
const lastNames =
  'Barbieri Bianchi Brown Bruno Caruso Clark Colombo Conti Costa D’Angelo De Luca Ellis Esposito Evans Ferrari Ferri Fontana Gallo Giordano Greco Green Haddad Hale Hall Harris Hughes Keller Leone Lewis Lombardi Longo Mancini Marino Martin Martini Moretti Müller Núñez Parker Ricci Rinaldi Rizzo Romano Rossi Russo Santoro Serra Smith Taylor Turner Villa Vitale Vogel Walker West White Wood Wright'.split(
    / (?!Luca|Angelo)/,
  );
const branches =
  'Trasporti Logistica Foods Alimentari Energia Software Design Costruzioni Health Farmaceutici Tools Ceramiche Textiles Viaggi Media'.split(
    ' ',
  );

export interface Organization {
  id: Types.ObjectId;
  name: string;
  domain: string;
  agreement: string;
  account: string;
}

export interface Writer {
  name: string;
  email: string;
  language: WrittenLanguage;
  organization: Organization;
}

/** @returns organizations, the first ones with the well-known names. */
export function makeOrganizations(count: number, random: () => number): Organization[] {
  const known = ['Contoso S.p.A.', 'Fabrikam GmbH', 'Tailspin Toys Ltd', 'Northwind Traders'];
  const domains = ['contoso.com', 'fabrikam.com', 'tailspintoys.com', 'northwindtraders.com'];
  return Array.from({ length: count }, (_, index) => {
    const name = known[index] ?? `${one(lastNames, random)} ${one(branches, random)}`;
    return {
      id: new Types.ObjectId(),
      name,
      domain: domains[index] ?? `${plain(name)}${index}.example`,
      agreement: String(4_100_000_000 + Math.floor(random() * 90_000) * 1_000 + index),
      account: String(5_000_000 + index).padStart(10, '0'),
    };
  });
}

/** @param index makes the address one of its own. */
export function makeWriter(index: number, organizations: readonly Organization[], random: () => number): Writer {
  const [first, last] = [one(firstNames, random), one(lastNames, random)];
  // Some organizations are much larger than others.
  const organization = organizations[Math.floor(random() ** 2 * organizations.length)] as Organization;
  return {
    name: `${first} ${last}`,
    email: `${plain(first)}.${plain(last)}${index}@${organization.domain}`,
    language: one(writtenLanguages, random),
    organization,
  };
}

export function one<T>(of: readonly T[], random: () => number): T {
  return of[Math.floor(random() * of.length)] as T;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
