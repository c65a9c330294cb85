import type { Texts } from '../language/texts.ts';
import type { BatchLine } from '../models/invitationBatch.ts';
import type { BatchProgressResult } from '../onboarding/batchProgress.ts';
import { beginButton } from './buttons.ts';
import { card, type Element, type SpokenCard } from './card.ts';
import { heading, paragraph, subheading } from './elements.ts';
import type { Reader } from './inWords.ts';
import { shortened } from './shortened.ts';

/** How many lines stand on one page. */
const linesOnPage = 30;

export type BatchProgress = Extract<BatchProgressResult, { outcome: 'found' }>;

/**
 * How a batch of invitations goes on and, at the end, each line's result: those that were not invited first.
 *
 * @param progress what onboarding/batchProgress found.
 * @param from the page of lines: from the how-manieth on, 0-based; absent on the card that comes by itself.
 */
export function batchProgress(
  progress: BatchProgress,
  { batchId, from }: { batchId: string; from?: number },
  reader: Reader,
): SpokenCard {
  const { texts } = reader;
  const words = texts.inviteMany;
  const { total, done, invited, failed, finished } = progress;
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const state = finished ? words.finished({ invited, total }) : words.progress({ done, total, percent });
  const title = words.progressTitle({ organization: progress.organization });
  const button = (label: string, to: number) =>
    beginButton(label, 'inviteUser', { batch: batchId, ...(to >= 0 && { from: String(to) }) });
  if (!finished) {
    return card(
      `${title}: ${state}`,
      [
        heading(words.startedTitle),
        paragraph(title),
        bar(percent),
        paragraph(state),
        failed > 0 && paragraph(words.failedSoFar({ count: failed }), { color: 'Attention' }),
      ],
      [button(words.refresh, -1)],
    );
  }
  const failures = progress.lines.filter(({ result }) => result !== 'invited');
  const ordered = [...failures, ...progress.lines.filter(({ result }) => result === 'invited')];
  // By itself the card tells what did not work; who was invited is a press away.
  const start = Math.min(Math.max(0, from ?? 0), Math.max(0, ordered.length - 1));
  const shown = from === undefined ? failures.slice(0, linesOnPage) : ordered.slice(start, start + linesOnPage);
  const end = start + shown.length;
  const shownFailures = shown.filter(({ result }) => result !== 'invited');
  const shownInvited = shown.slice(shownFailures.length);
  return card(
    `${title}: ${state}`,
    [
      heading(words.doneTitle),
      paragraph(title),
      paragraph(state, { color: failed > 0 ? 'Warning' : 'Good' }),
      from !== undefined &&
        paragraph(words.range({ from: start + 1, to: end, total: ordered.length }), { isSubtle: true }),
      shownFailures.length > 0 && subheading(words.failed({ count: failed })),
      ...shownFailures.map((line) => lineElement(line, texts)),
      shownInvited.length > 0 && subheading(words.invitedLines({ count: invited })),
      ...shownInvited.map((line) => lineElement(line, texts)),
    ],
    [
      from === undefined && shown.length < ordered.length && button(words.showLines, 0),
      from !== undefined && start > 0 && button(words.previous, Math.max(0, start - linesOnPage)),
      from !== undefined && end < ordered.length && button(words.next, end),
      beginButton(texts.walks.inviteUser, 'inviteUser'),
    ],
  );
}

/** A bar of two columns; Adaptive Cards 1.5 has none of its own. What it shows is also said in words beside it. */
function bar(percent: number): Element {
  const part = (width: number, style: string): Element => ({
    type: 'Column',
    width,
    style,
    minHeight: '8px',
    spacing: 'None',
    items: [],
  });
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      ...(percent > 0 ? [part(percent, 'good')] : []),
      ...(percent < 100 ? [part(100 - percent, 'emphasis')] : []),
    ],
  };
}

function lineElement({ line, email, firstName, lastName, result }: BatchLine, texts: Texts): Element {
  const words = texts.inviteMany;
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [
      { type: 'TextRun', text: `${words.line({ line })}: `, weight: 'Bolder' },
      { type: 'TextRun', text: shortened(`${firstName} ${lastName}, ${email}`, 100) },
      ...(result === 'invited'
        ? []
        : [{ type: 'TextRun', text: ` – ${resultInWords(result, texts)}`, color: 'Attention' }]),
    ],
  };
}

function resultInWords(result: string | undefined, texts: Texts): string {
  const words: Record<string, string> = texts.inviteMany.result;
  return (result === undefined ? words.waiting : words[result]) ?? texts.inviteMany.result.other;
}
