import { listInWords } from '../language/wording.ts';
import type { MyRolesResult } from '../onboarding/myRoles.ts';
import { beginButton } from './buttons.ts';
import { card, type Element, type SpokenCard } from './card.ts';
import { facts, heading, paragraph, subheading } from './elements.ts';
import { giverInWords } from './giverInWords.ts';
import { dayInWords, type Reader, rolesInWords } from './inWords.ts';
import { withdrawButton } from './withdrawButton.ts';

type AccountRoles = MyRolesResult['accounts'][number];

/** How many accounts one card shows in full. */
const mostAccounts = 5;

/** Each role in each account: what it permits, since when, given by whom, and whom to ask for more. */
export function roleCard(
  accounts: readonly AccountRoles[],
  reader: Reader,
  /** What was said of a role that is wanted, for the button that asks for it. */
  wish: Record<string, string> = {},
  /** What is to be said first, of roles that they do not hold. */
  others: readonly string[] = [],
): SpokenCard {
  const { texts } = reader;
  const words = texts.checkRole;
  const shown = accounts.slice(0, mostAccounts);
  const first = shown[0] as AccountRoles;
  return card(
    words.summary({
      roles: rolesInWords(
        first.roles.map(({ role }) => role),
        reader,
      ),
      organization: first.account.organization,
    }),
    [
      ...others.map((line) => paragraph(line)),
      heading(words.title),
      ...shown.flatMap((account) => accountElements(account, reader)),
      accounts.length > shown.length && paragraph(words.moreAccounts({ count: accounts.length - shown.length })),
    ],
    [
      accounts.some(({ mayAskFor }) => mayAskFor.length > 0) &&
        beginButton(words.askForAnother, 'checkRole', { ask: 'yes', ...wish }),
      ...shown.flatMap(({ openRequest, account: { number } }) =>
        openRequest
          ? [withdrawButton(texts, openRequest.id, shown.length > 1 ? { kind: 'role', number } : undefined)]
          : [],
      ),
      beginButton(texts.walks.findAdministrator, 'findAdministrator'),
    ],
  );
}

function accountElements({ account, roles, askWhom, mayAskFor, openRequest }: AccountRoles, reader: Reader): Element[] {
  const { texts, language } = reader;
  const words = texts.checkRole;
  return [
    subheading(texts.findAdministrator.accountTitle({ organization: account.organization, number: account.number })),
    // A line between the roles: each has its own facts.
    ...roles.map(({ role, since, permits, ...given }, place) => ({
      ...facts([
        [words.role, texts.roles[role]],
        [
          words.permits,
          listInWords(
            permits.map((permission) => texts.permissions[permission]),
            language,
          ),
        ],
        [words.since, dayInWords(since, reader)],
        [words.givenBy, giverInWords(given, account, reader)],
      ]),
      ...(place > 0 && { separator: true, spacing: 'Medium' }),
    })),
    ...(mayAskFor.length > 0 || openRequest
      ? [facts([[words.askWhom, askWhom.map(({ name, email }) => `${name}, ${email}`).join('; ')]])]
      : []),
    ...(openRequest ? [paragraph(words.requestWaiting({ when: dayInWords(openRequest.at, reader) }))] : []),
  ];
}
