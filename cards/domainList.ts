import type { AccountView, DomainView } from '../onboarding/views.ts';
import { beginButton, cancelButton, sendButton, stepButton, type WalkName } from './buttons.ts';
import { type Action, card, type Element, type SpokenCard } from './card.ts';
import { clip } from './clip.ts';
import { domainInWords } from './domainInWords.ts';
import { heading, paragraph } from './elements.ts';
import { type Field, form } from './form.ts';
import { dayInWords, momentInWords, type Reader } from './inWords.ts';
import { pageOf } from './pageOf.ts';

/** How many domains stand on one page of the card. */
const pageSize = 5;
/** How many accounts there are to choose from, and how much of their names, so that the card stays small. */
const mostAccounts = 60;
const longestName = 80;

export interface DomainListInput {
  name: string;
  purchasingAccountId: string;
}

/**
 * The domains of somebody's accounts, each with its state, and a field to add one.
 *
 * @param accounts where the person may add domains; asked for when there are several.
 * @param page counted from 0; another one is taken when there is no such page.
 * @param lead said first, where there is something to say about what was asked for.
 */
export function domainList(
  {
    domains,
    accounts,
    page,
    typed,
    problems,
    lead,
  }: {
    domains: readonly DomainView[];
    accounts: readonly AccountView[];
    page: number;
    typed: Partial<DomainListInput>;
    problems: Record<string, string>;
    lead?: string | undefined;
  },
  button: { walk: WalkName; card: string },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.addDomain;
  const shown = pageOf(domains, page, pageSize);
  return card(
    lead ?? problems.name ?? problems.purchasingAccountId ?? (domains.length === 0 ? words.noneYet : words.title),
    [
      heading(words.title),
      lead !== undefined && paragraph(lead),
      paragraph(domains.length === 0 ? words.noneYet : words.lead),
      ...shown.items.flatMap((domain) => row(domain, accounts.length > 1, reader)),
      shown.pages > 1 && paragraph(words.page({ ...shown, of: domains.length }), { isSubtle: true }),
      { ...paragraph(domains.length === 0 ? words.addFirst : words.addLead), separator: true, spacing: 'Medium' },
      ...form(fields(accounts, typed, problems, reader)),
    ],
    [
      sendButton(words.add, { ...button, action: 'add' }),
      ...pageButtons(shown, button, reader),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}

function row(domain: DomainView, severalAccounts: boolean, reader: Reader): Element[] {
  const words = reader.texts.addDomain;
  const name = domainInWords(domain, reader);
  const { organization, number } = domain.account;
  const state =
    domain.state === 'verified' && domain.verifiedAt
      ? words.verifiedSince({ when: dayInWords(domain.verifiedAt, reader) })
      : words.states[domain.state];
  return [
    {
      type: 'RichTextBlock',
      spacing: 'Medium',
      separator: true,
      inlines: [
        { type: 'TextRun', text: name, weight: 'Bolder' },
        { type: 'TextRun', text: `: ${state}`, ...(domain.state === 'verified' && { color: 'Good' }) },
      ],
    },
    ...(severalAccounts
      ? [paragraph(words.accountChoice({ organization, number }), { isSubtle: true, spacing: 'None' })]
      : []),
    ...(domain.state === 'verified' || domain.state === 'takenByAnother'
      ? []
      : [paragraph(lastLook(domain, reader), { isSubtle: true, spacing: 'None' })]),
    {
      type: 'ActionSet',
      spacing: 'Small',
      actions: [beginButton(words.show({ name }), 'addDomain', { show: domain.id })],
    },
  ];
}

function lastLook({ lastCheckedAt, found, fault }: DomainView, reader: Reader): string {
  const words = reader.texts.addDomain;
  if (!lastCheckedAt) return words.notLookedYet;
  const when = momentInWords(lastCheckedAt, reader);
  if (fault) return words.lookFailed({ when });
  if (found.length === 0) return words.foundNothing({ when });
  const more = found.length > 1 ? ` (${words.moreFound({ count: found.length - 1 })})` : '';
  return `${words.foundInstead({ when, count: 1 })} ${clip(found[0] as string, 80)}${more}`;
}

function fields(
  accounts: readonly AccountView[],
  typed: Partial<DomainListInput>,
  problems: Record<string, string>,
  { texts }: Reader,
): Field[] {
  const words = texts.addDomain;
  const domain: Field = {
    kind: 'text',
    id: 'name',
    label: texts.fields.domain,
    placeholder: 'contoso.com',
    maxLength: 300,
    value: typed.name,
    required: true,
    errorMessage: texts.fields.required({ label: texts.fields.domain }),
    problem: problems.name,
  };
  if (accounts.length <= 1) return [domain];
  return [
    domain,
    {
      kind: 'choice',
      id: 'purchasingAccountId',
      label: texts.fields.account,
      choices: accounts.slice(0, mostAccounts).map(({ id, organization, number }) => ({
        title: words.accountChoice({ organization: clip(organization, longestName), number }),
        value: id,
      })),
      value: typed.purchasingAccountId,
      required: true,
      errorMessage: texts.fields.required({ label: texts.fields.account }),
      problem: problems.purchasingAccountId,
    },
  ];
}

function pageButtons(
  { page, pages }: { page: number; pages: number },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): Action[] {
  const turn = (title: string, to: number) =>
    stepButton(title, { ...button, action: 'page', data: { page: String(to) } });
  return [
    ...(page > 0 ? [turn(texts.addDomain.previous, page - 1)] : []),
    ...(page + 1 < pages ? [turn(texts.addDomain.next, page + 1)] : []),
  ];
}
