import type { WalkName } from '../cards/buttons.ts';
import { refusalInWords } from '../cards/inWords.ts';
import { notice } from '../cards/notice.ts';
import { withdrawButton } from '../cards/withdrawButton.ts';
import { listInWords } from '../language/wording.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import type { PersonView } from '../onboarding/views.ts';
import type { Stage } from './stage.ts';

/** Tells whom the request went to, and ends the walk. */
export function tellAsked(
  stage: Stage,
  { asked, requestId }: { asked: readonly PersonView[]; requestId: string },
  words: { askedTitle: string; asked(people: { who: string }): string; askedNext: string },
): void {
  const who = listInWords(
    asked.map(({ name }) => name),
    stage.language,
  );
  const happened = words.asked({ who });
  stage.show(
    notice(stage.texts, {
      title: words.askedTitle,
      lines: [happened, words.askedNext],
      more: [withdrawButton(stage.texts, requestId)],
      next: ['help'],
    }),
  );
  stage.end(happened);
}

/**
 * Tells why nobody was asked, and ends the walk. A request that is open already can be taken back.
 *
 * @param next walks to go on with.
 */
export function tellNotAsked(stage: Stage, refusal: Refusal, next: WalkName[]): void {
  const line = refusalInWords(refusal, stage.reader);
  const more = refusal.reason === 'alreadyAsked' ? [withdrawButton(stage.texts, refusal.requestId)] : [];
  stage.show(notice(stage.texts, { lines: [line], more, next }));
  stage.refuse(line);
}
