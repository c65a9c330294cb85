import * as z from 'zod';
import { languages } from '../../language/texts.ts';
import type { Figures } from '../api.ts';
import type { ConsoleDoor } from '../door.ts';
import { decisionFigures } from './decisionFigures.ts';
import { invitationFigures } from './invitationFigures.ts';
import { mailFigures } from './mailFigures.ts';
import { notUnderstood, shownNotUnderstood } from './notUnderstood.ts';
import { type PeriodInput, readPeriod } from './period.ts';
import { talkFigures } from './talkFigures.ts';
import { utteranceLines } from './utteranceLines.ts';
import { waitingFigures } from './waitingFigures.ts';

/** So many sentences are shown; the file has more. */
const mostShown = 200;
const mostInFile = 5_000;

const text = z.string().max(100).optional();
const input: z.ZodType<PeriodInput> = z.strictObject({ from: text, to: text, zone: text });

/** Mounts the page of figures' data: `GET /figures` and `GET /figures/not-understood.txt`. */
export function mountFigures(door: ConsoleDoor): void {
  door.get('/figures', { audit: 'sentencesRead', input }, async ({ input, audit }) => {
    const period = readPeriod(input);
    if ('refused' in period) return period;
    const [talk, invitations, decisions, sentences, mails, waiting] = await Promise.all([
      talkFigures(period),
      invitationFigures(period),
      decisionFigures(period),
      notUnderstood(period, mostShown),
      mailFigures(period),
      waitingFigures(period),
    ]);
    const body: Figures = {
      ...talk,
      invitations,
      decisions,
      notUnderstood: shownNotUnderstood(sentences),
      mails,
      waiting,
    };
    // Sums are nobody's; sentences are somebody's words.
    const audited = await audit({
      details: { sentences: body.notUnderstood.length },
      sameLook: JSON.stringify([period.zone, period.from, period.to]),
    });
    return { body, audited };
  });

  door.stream('/figures/not-understood.txt', { audit: 'exported', input }, async ({ input, audit }) => {
    const period = readPeriod(input);
    if ('refused' in period) return period;
    const sentences = await notUnderstood(period, mostInFile);
    return {
      contentType: 'text/plain; charset=utf-8',
      fileName: 'not-understood.txt',
      audited: await audit({ details: { what: 'notUnderstood', sentences: sentences.length } }),
      async write({ write }) {
        await write(utteranceLines(sentences, period, languages));
      },
    };
  });
}
