import type { Texts } from '../language/texts.ts';

/** One of the people whose chats run in local mode (sample organizations). */
export interface ChatPerson {
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47. */
  language: string;
  organization: string;
  /** What they are, as the start page says it in each language. */
  title: keyof Texts['pages']['sampleTitles'];
  /** Stable, so that a store outlives a restart of the stand-ins. */
  aadObjectId: string;
  /** Teams' user id. */
  userId: string;
}

/** The five chat people, in the order in which they are shown. */
export const chatPeople: readonly ChatPerson[] = [
  {
    email: 'giulia.romano@contoso.com',
    firstName: 'Giulia',
    lastName: 'Romano',
    language: 'it',
    organization: 'Contoso S.p.A.',
    title: 'employee',
    aadObjectId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001',
    userId: '29:giulia-romano',
  },
  {
    email: 'marco.ferri@contoso.com',
    firstName: 'Marco',
    lastName: 'Ferri',
    language: 'it',
    organization: 'Contoso S.p.A.',
    title: 'accountAdministrator',
    aadObjectId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0002',
    userId: '29:marco-ferri',
  },
  {
    email: 'anna.keller@fabrikam.com',
    firstName: 'Anna',
    lastName: 'Keller',
    language: 'en',
    organization: 'Fabrikam GmbH',
    title: 'invitedAdministrator',
    aadObjectId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0003',
    userId: '29:anna-keller',
  },
  {
    email: 'nina.west@northwindtraders.com',
    firstName: 'Nina',
    lastName: 'West',
    language: 'en',
    organization: 'Northwind Traders',
    title: 'partner',
    aadObjectId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0004',
    userId: '29:nina-west',
  },
  {
    email: 'omar.haddad@contoso.com',
    firstName: 'Omar',
    lastName: 'Haddad',
    language: 'en',
    organization: 'Contoso S.p.A.',
    title: 'reportViewer',
    aadObjectId: '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0005',
    userId: '29:omar-haddad',
  },
];
