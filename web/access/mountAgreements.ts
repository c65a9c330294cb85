import { html } from '@remix-run/html-template';
import { rolesInWords } from '../../cards/inWords.ts';
import { countryName } from '../../language/wording.ts';
import { myRoles } from '../../onboarding/myRoles.ts';
import { maySeeAgreements } from '../../onboarding/rolePolicy.ts';
import type { Door } from '../door.ts';
import type { PageSettings } from '../pageSettings.ts';
import { nothingHere } from './nothingHere.ts';
import { readerOf } from './readerOf.ts';
import { table } from './table.ts';

/** Mounts the agreements and purchasing accounts that somebody's roles let them see. */
export function mountAgreements(door: Door, { house }: PageSettings): void {
  door.inside.get('/access/agreements', async (visit) => {
    const { texts, language } = visit;
    const words = texts.pages.access;
    const { accounts } = await myRoles(house, visit.session.actor);
    const seen = accounts.filter(({ roles }) => maySeeAgreements(roles.map(({ role }) => role)));
    if (seen.length === 0) return { page: nothingHere(visit) };
    const reader = readerOf(visit);
    return {
      page: {
        title: words.agreementsTitle,
        section: 'agreements',
        wide: true,
        content: html`${table(
          words.agreementsTitle,
          [
            texts.fields.organization,
            texts.fields.agreementNumber,
            texts.fields.accountNumber,
            texts.fields.country,
            words.yourRoles,
          ],
          seen.map(({ account, roles }) => [
            account.organization,
            account.agreementNumber,
            account.number,
            countryName(account.country, language),
            rolesInWords(
              roles.map(({ role }) => role),
              reader,
            ),
          ]),
          { captionSaid: true },
        )}`,
      },
    };
  });
}
