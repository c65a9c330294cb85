import type { Role } from '../models/role.ts';
import type { AccountView } from '../onboarding/views.ts';
import { cancelButton, stepButton, type WalkName } from './buttons.ts';
import { type Action, card, type Element, type SpokenCard } from './card.ts';
import { heading, paragraph, subheading } from './elements.ts';
import { type Reader, rolesInWords } from './inWords.ts';
import { shortened } from './shortened.ts';

/** How many lines stand on the card itself, and on each page of all of them. */
const mostLines = 12;
const linesOnPage = 30;
/** So many people are looked through one by one. */
const mostPeopleShown = 10;

/** A list as it was checked, before anybody is invited. */
export interface CheckedList {
  account: AccountView;
  total: number;
  /** How many *Invite* invites. */
  invitable: number;
  /** How many stand outside the verified domains and are fine otherwise, and whether they are to be invited. */
  outside: { count: number; included: boolean };
  /** The lines that are left out, and why. */
  left: readonly { line: number; text: string; problem: string }[];
  /** Whom *Invite* invites; shown where they are few. */
  people: readonly { email: string; firstName: string; lastName: string; roles: readonly Role[] }[];
  /** What has happened since the list was shown before. */
  said?: string;
  /** Shows one page of the lines that are left out instead of the first few: from the how-manieth on, 0-based. */
  from?: number;
}

/** What the check of a list has found; nothing is sent before *Invite* is pressed here. */
export function peopleChecked(list: CheckedList, button: { walk: WalkName; card: string }, reader: Reader): SpokenCard {
  return list.from === undefined ? overview(list, button, reader) : page(list, list.from, button, reader);
}

function overview(list: CheckedList, button: { walk: WalkName; card: string }, reader: Reader): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteMany;
  const { invitable, total, outside, left } = list;
  const result = words.invitable({ count: invitable, total });
  const shown = left.slice(0, mostLines);
  const step = (title: string, action: string) => stepButton(title, { ...button, action });
  return card(
    `${result} ${words.nothingSent}`,
    [
      heading(words.checkedTitle),
      paragraph(texts.inviteUser.accountLine(list.account), { isSubtle: true, spacing: 'Small' }),
      list.said !== undefined && paragraph(list.said, { color: 'Warning' }),
      paragraph(result, { color: invitable > 0 ? 'Good' : 'Attention' }),
      ...(list.people.length <= mostPeopleShown
        ? list.people.map(({ email, firstName, lastName, roles }) =>
            paragraph(`• ${firstName} ${lastName}, ${email}: ${rolesInWords(roles, reader)}`, { spacing: 'Small' }),
          )
        : []),
      outside.count > 0 && paragraph(words.outside(outside)),
      paragraph(words.nothingSent, { isSubtle: true }),
      left.length > 0 && subheading(words.problems),
      ...shown.map((line) => problemElement(line, reader)),
      left.length > shown.length && paragraph(words.moreProblems({ count: left.length - shown.length })),
    ],
    [
      invitable > 0 && stepButton(words.invite({ count: invitable }), { ...button, action: 'inviteAll' }, 'positive'),
      outside.count > 0 &&
        (outside.included
          ? step(words.leaveOutside(outside), 'leaveOutside')
          : step(words.includeOutside(outside), 'includeOutside')),
      left.length > shown.length && step(words.showProblems, 'problems'),
      step(words.correct, 'correctList'),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}

function page(list: CheckedList, from: number, button: { walk: WalkName; card: string }, reader: Reader): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteMany;
  const shown = list.left.slice(from, from + linesOnPage);
  const range = words.range({ from: from + 1, to: from + shown.length, total: list.left.length });
  const turn = (title: string, to: number): Action =>
    stepButton(title, { ...button, action: 'problems', data: { from: String(to) } });
  return card(
    `${words.problems}: ${range}`,
    [
      heading(words.problems),
      paragraph(range, { isSubtle: true, spacing: 'Small' }),
      ...shown.map((line) => problemElement(line, reader)),
    ],
    [
      from > 0 && turn(words.previous, Math.max(0, from - linesOnPage)),
      from + shown.length < list.left.length && turn(words.next, from + linesOnPage),
      stepButton(texts.buttons.back, { ...button, action: 'overview' }),
      stepButton(words.correct, { ...button, action: 'correctList' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}

/** A line of the list and what is wrong with it. A RichTextBlock, as somebody else may have written the list. */
function problemElement(
  { line, text, problem }: { line: number; text: string; problem: string },
  { texts }: Reader,
): Element {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      { type: 'TextRun', text: `${texts.inviteMany.line({ line })}: `, weight: 'Bolder' },
      { type: 'TextRun', text: `${shortened(text, 60)} – ` },
      { type: 'TextRun', text: shortened(problem, 220), color: 'Attention' },
    ],
  };
}
