import type { PartnerCustomer } from '../onboarding/partnerCustomers.ts';
import { cancelButton, sendButton, stepButton, type WalkName } from './buttons.ts';
import { type Action, card, type Element, type SpokenCard } from './card.ts';
import { clip } from './clip.ts';
import { facts, heading, paragraph, subheading } from './elements.ts';
import { form } from './form.ts';
import { dayInWords, type Reader } from './inWords.ts';
import { pageOf } from './pageOf.ts';

/** How many customers stand on one page of the card. */
export const customersPerPage = 5;
/** How much of the reason of a bounce is shown; another mail server wrote it. */
const longestReason = 160;

/**
 * A partner's customers, each with its administrator and the state of their invitation.
 *
 * @param customers those that match `filter`.
 * @param total how many there are without it.
 * @param page counted from 0; another one is taken when there is no such page.
 * @param isNamed each button says for whom it is: where it is not pressed but named, in a mail.
 * @param lead said first, where there is something to say about what was asked for.
 * @param resending the account whose invitation is to be sent again, where that was asked for.
 */
export function customerList(
  {
    partner,
    customers,
    total,
    filter,
    page,
    isNamed = false,
    lead,
    resending,
  }: {
    partner: string;
    customers: readonly PartnerCustomer[];
    total: number;
    filter: string;
    page: number;
    isNamed?: boolean;
    lead?: string | undefined;
    resending?: string | undefined;
  },
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.partner;
  const shown = pageOf(customers, page, customersPerPage);
  const summary = words.summary({ partner, count: total });
  const searchable = total > customersPerPage || filter !== '';
  return card(
    lead ?? summary,
    [
      heading(texts.walks.partner),
      paragraph(lead ?? summary),
      filter !== '' && paragraph(words.filtered({ filter: clip(filter, 80) }), { isSubtle: true }),
      ...shown.items.flatMap((customer) =>
        row(
          customer,
          {
            name: isNamed && shown.items.length > 1 ? nameOf(customer, customers) : undefined,
            isResending: customer.account.id === resending,
          },
          button,
          reader,
        ),
      ),
      shown.pages > 1 && paragraph(words.shown({ ...shown, of: customers.length }), { isSubtle: true }),
      ...(searchable
        ? form([
            {
              kind: 'text',
              id: 'filter',
              label: words.filterLabel,
              placeholder: words.filterPlaceholder,
              maxLength: 200,
              value: filter,
            },
          ])
        : []),
    ],
    [
      searchable && sendButton(words.search, { ...button, action: 'search' }, 'default'),
      filter !== '' && stepButton(words.showAll, { ...button, action: 'all' }),
      shown.page > 0 && turnPage(words.previous, shown.page - 1, button),
      shown.page + 1 < shown.pages && turnPage(words.more, shown.page + 1, button),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}

function turnPage(title: string, to: number, button: { walk: WalkName; card: string }): Action {
  return stepButton(title, { ...button, action: 'page', data: { page: String(to) } });
}

/** What tells a customer from the others: its organization, where that has several accounts their number too. */
function nameOf({ account }: PartnerCustomer, customers: readonly PartnerCustomer[]): string {
  const isOnly = customers.filter((one) => one.account.organization === account.organization).length === 1;
  return isOnly ? account.organization : `${account.organization}, ${account.number}`;
}

function row(
  customer: PartnerCustomer,
  { name, isResending }: { name: string | undefined; isResending: boolean },
  button: { walk: WalkName; card: string },
  reader: Reader,
): Element[] {
  const words = reader.texts.partner;
  const { account, administrator, administratorIsIn } = customer;
  const data = { account: account.id };
  const resend = name === undefined ? words.resend : words.resendFor({ customer: name });
  const designate = name === undefined ? words.designate : words.designateFor({ customer: name });
  const tooltip = clip(words.customer(account), 100);
  return [
    subheading(words.customer(account)),
    facts([
      [words.agreement, account.agreementNumber],
      [words.administrator, `${administrator.name}, ${administrator.email}`],
      [words.invitation, invitationState(customer, reader)],
    ]),
    {
      type: 'ActionSet',
      spacing: 'Small',
      actions: [
        ...(administratorIsIn
          ? []
          : [
              {
                ...stepButton(resend, { ...button, action: 'resend', data }, isResending ? 'positive' : 'default'),
                tooltip,
              },
            ]),
        { ...stepButton(designate, { ...button, action: 'designate', data }), tooltip },
      ],
    },
  ];
}

function invitationState({ administratorIsIn, invitation }: PartnerCustomer, reader: Reader): string {
  const words = reader.texts.partner.states;
  if (administratorIsIn) return words.in;
  if (!invitation) return words.none;
  const sent = dayInWords(invitation.sentAt, reader);
  const expires = dayInWords(invitation.expiresAt, reader);
  switch (invitation.state) {
    case 'pending':
      if (invitation.undeliverable) {
        return words.bounced({ sent, reason: clip(invitation.undeliverable.reason, longestReason) });
      }
      if (invitation.openedAt) {
        return words.opened({ sent, expires, opened: dayInWords(invitation.openedAt, reader) });
      }
      return words.sent({ sent, expires });
    case 'expired':
      return words.expired({ sent, expired: expires });
    case 'declined':
    case 'revoked':
      return words[invitation.state]({ sent });
    case 'accepted':
      return reader.texts.invitationStates.accepted;
  }
}
