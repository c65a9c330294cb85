import { randomUUID } from 'node:crypto';
import { CannedAnswer } from '../../models/cannedAnswer.ts';

/** What may stand between braces in a canned answer; filled in when it is put into an answer. */
export const placeholders = ['name', 'firstName', 'organization', 'operator'] as const;

export interface CannedAnswerInput {
  title: string;
  language: string;
  text: string;
}

export type SaveCannedAnswerResult =
  | { outcome: 'saved'; answer: CannedAnswer }
  | { outcome: 'wrongInput'; fields: string[] }
  | { outcome: 'notFound' };

/** More would not be found again in a list. */
const mostAnswers = 500;

/** @returns all canned answers, by title. */
export async function listCannedAnswers(): Promise<CannedAnswer[]> {
  return CannedAnswer.find().sort({ title: 1, _id: 1 }).limit(mostAnswers).lean();
}

/**
 * Adds a canned answer, or changes the one of an id.
 *
 * @returns `wrongInput` with the fields: a title of 1 to 100 characters, a language of two or three letters, a text of 1
 *   to 4,000 characters that has no other placeholders than {@link placeholders}.
 */
export async function saveCannedAnswer(input: CannedAnswerInput, id?: string): Promise<SaveCannedAnswerResult> {
  const title = input.title.trim();
  const language = input.language.trim().toLowerCase();
  const text = input.text.replace(/\r\n?/g, '\n').trim();
  const named = [...text.matchAll(/\{([^{}\n]{0,40})\}/g)].map(([, name]) => name as string);
  const fields = [
    ...(title !== '' && title.length <= 100 ? [] : ['title']),
    ...(/^[a-z]{2,3}$/.test(language) ? [] : ['language']),
    ...(text !== '' && text.length <= 4_000 && named.every((name) => placeholders.some((known) => known === name))
      ? []
      : ['text']),
  ];
  if (fields.length > 0) return { outcome: 'wrongInput', fields };
  const values = { title, language, text };
  if (id === undefined) {
    const answer = { _id: randomUUID(), ...values };
    await CannedAnswer.create(answer);
    return { outcome: 'saved', answer };
  }
  const changed = await CannedAnswer.updateOne({ _id: id }, { $set: values });
  return changed.matchedCount > 0 ? { outcome: 'saved', answer: { _id: id, ...values } } : { outcome: 'notFound' };
}

/** Removes a canned answer; one that is gone already stays gone. */
export async function removeCannedAnswer(id: string): Promise<void> {
  await CannedAnswer.deleteOne({ _id: id });
}
