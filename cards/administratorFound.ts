import type { AccountFinding } from '../onboarding/findAdministrator.ts';
import { askButtons } from './askButtons.ts';
import { beginButton } from './buttons.ts';
import { type Action, card, type Element, type SpokenCard } from './card.ts';
import { facts, heading, paragraph, subheading } from './elements.ts';
import { type Reader, rolesInWords } from './inWords.ts';
import { renewButtons } from './renewButtons.ts';
import { standingInWords } from './standingInWords.ts';
import { withdrawButton } from './withdrawButton.ts';

/** How many accounts one card shows; the others are found by their numbers. */
const mostAccounts = 3;

/**
 * Who can invite, account by account, after what the person has already: access, a waiting invitation, an open request.
 * @param findings what the use case found; at least one.
 * @param wish what was said of an invitation that is wanted, for the buttons that ask for it.
 */
export function administratorFound(
  findings: readonly AccountFinding[],
  reader: Reader,
  wish: Record<string, string> = {},
): SpokenCard {
  const words = reader.texts.findAdministrator;
  const shown = findings.slice(0, mostAccounts);
  const first = shown[0] as AccountFinding;
  const summary =
    first.yourRoles.length > 0
      ? words.youAreIn({ organization: first.account.organization, roles: rolesInWords(first.yourRoles, reader) })
      : first.contacts
        ? words.administratorIs({ ...first.contacts.administrator, organization: first.account.organization })
        : words.invitationWaiting({ email: first.yourInvitation?.email ?? '' });
  return card(
    summary,
    [
      heading(words.title),
      ...shown.flatMap((finding) => accountElements(finding, reader)),
      findings.length > shown.length && paragraph(words.moreAccounts({ count: findings.length - shown.length })),
    ],
    [...askButtons(shown, reader, wish), ...withdrawButtons(shown, reader), ...furtherButtons(shown, reader)],
  );
}

function accountElements(finding: AccountFinding, reader: Reader): Element[] {
  const { account, contacts } = finding;
  return [
    subheading(
      reader.texts.findAdministrator.accountTitle({ organization: account.organization, number: account.number }),
    ),
    ...standingInWords(finding, reader).map((line) => paragraph(line)),
    ...(contacts ? [contactFacts(contacts, reader)] : []),
  ];
}

function contactFacts(contacts: NonNullable<AccountFinding['contacts']>, reader: Reader): Element {
  const words = reader.texts.findAdministrator;
  const { administrator, inviters, partner, signedBy } = contacts;
  const others = inviters.filter(({ email }) => email !== administrator.email);
  return facts([
    [words.administrator, `${administrator.name}, ${administrator.email}`],
    [words.administratorState, words.administratorStates[administrator.state]],
    [
      words.otherInviters,
      others.map(({ name, email, roles }) => `${name}, ${email} (${rolesInWords(roles, reader)})`).join('; '),
    ],
    [
      words.partner,
      partner && [partner.name, ...partner.people.map(({ name, email }) => `${name}, ${email}`)].join('; '),
    ],
    [words.signedBy, 'email' in signedBy ? `${signedBy.name}, ${signedBy.email}` : signedBy.name],
  ]);
}

/** A button for each request that waits. */
function withdrawButtons(findings: readonly AccountFinding[], { texts }: Reader): Action[] {
  const isOneOfSeveral = findings.length > 1;
  return findings.flatMap(({ yourRequest, yourRoles, account: { number } }) =>
    yourRequest && yourRoles.length === 0
      ? [withdrawButton(texts, yourRequest.id, isOneOfSeveral ? { kind: 'invitation', number } : undefined)]
      : [],
  );
}

function furtherButtons(findings: readonly AccountFinding[], reader: Reader): Action[] {
  const { walks } = reader.texts;
  if (findings.some(({ yourRoles }) => yourRoles.length > 0)) return [beginButton(walks.checkRole, 'checkRole')];
  const renew = renewButtons(findings, reader);
  return [
    ...(renew.length > 0 ? renew : [beginButton(walks.resendInvitation, 'resendInvitation')]),
    beginButton(walks.person, 'person'),
  ];
}
