import type { Channel } from '../../models/auditEntry.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { Actor } from '../../onboarding/actor.ts';
import type { House } from '../../onboarding/house.ts';
import { fillSampleOrganizations } from '../../sandbox/sampleOrganizations.ts';

function person(email: string, firstName: string, lastName: string, language = 'en'): Actor {
  return { email, firstName, lastName, language, channel: 'teams' };
}

/** The people of the sample organizations, and some who belong to none. */
export const people = {
  giulia: person('giulia.romano@contoso.com', 'Giulia', 'Romano', 'it'),
  marco: person('marco.ferri@contoso.com', 'Marco', 'Ferri', 'it'),
  lena: person('lena.vogel@contoso.com', 'Lena', 'Vogel'),
  omar: person('omar.haddad@contoso.com', 'Omar', 'Haddad'),
  anna: person('anna.keller@fabrikam.com', 'Anna', 'Keller'),
  bernd: person('bernd.maier@fabrikam.com', 'Bernd', 'Maier'),
  ruth: person('ruth.ellis@tailspintoys.com', 'Ruth', 'Ellis'),
  nina: person('nina.west@northwindtraders.com', 'Nina', 'West'),
  stranger: person('eve@stranger.example', 'Eve', 'Stranger'),
  personal: person('giulia.romano@gmail.com', 'Giulia', 'Romano'),
} as const;

/** @returns the same person through another channel. */
export function by(actor: Actor, channel: Channel): Actor {
  return { ...actor, channel };
}

/** Fills the store with the sample organizations. @returns the accounts' ids, by organization. */
export async function loadSample(
  house: House,
): Promise<{ contoso: string; fabrikam: string; tailspin: string; tailspinSecond: string }> {
  await fillSampleOrganizations(house);
  const ids = new Map((await PurchasingAccount.find().lean()).map((one) => [one.number, one._id.toHexString()]));
  const id = (number: string) => ids.get(number) as string;
  return {
    contoso: id('0005012345'),
    fabrikam: id('0005054321'),
    tailspin: id('0005067890'),
    tailspinSecond: id('0005067891'),
  };
}
