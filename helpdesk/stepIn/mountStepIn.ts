import * as z from 'zod';
import { listCannedAnswers, removeCannedAnswer, saveCannedAnswer } from '../../onboarding/helpdesk/cannedAnswers.ts';
import { joinConversation } from '../../onboarding/helpdesk/joinConversation.ts';
import { leaveConversation } from '../../onboarding/helpdesk/leaveConversation.ts';
import { noteInConversation } from '../../onboarding/helpdesk/noteInConversation.ts';
import { sayAsOperator } from '../../onboarding/helpdesk/sayAsOperator.ts';
import type { House } from '../../onboarding/house.ts';
import type { CannedAnswer as CannedAnswerView, Refusal } from '../api.ts';
import type { Answer } from '../call.ts';
import type { ConsoleDoor } from '../door.ts';

const conversation = z.strictObject({ id: z.string().min(1).max(500) });
const words = z.strictObject({
  id: z.string().min(1).max(500),
  wordsId: z.string().max(100),
  // Longer ones are refused by name by the use case.
  text: z.string().max(50_000),
});
const canned = z.strictObject({
  title: z.string().max(1_000),
  language: z.string().max(20),
  text: z.string().max(20_000),
});
const oneCanned = z.strictObject({ id: z.string().min(1).max(100) });

/** Mounts what the helpdesk does in a conversation, and the answers that it keeps for that. */
export function mountStepIn(door: ConsoleDoor, house: House): void {
  door.post('/conversations/:id/join', { act: true, audit: 'inUseCase', input: conversation }, async (call) =>
    answerTo(await joinConversation(house, call.operator, call.input.id)),
  );
  for (const [path, how] of [
    ['hand-back', 'handedBack'],
    ['done', 'done'],
  ] as const) {
    door.post(`/conversations/:id/${path}`, { act: true, audit: false, input: conversation }, async (call) =>
      answerTo(await leaveConversation(house, call.operator, call.input.id, how)),
    );
  }
  door.post('/conversations/:id/answer', { act: true, audit: false, input: words }, async ({ operator, input }) =>
    answerTo(await sayAsOperator(house, operator, input.id, { id: input.wordsId, text: input.text })),
  );
  door.post('/conversations/:id/note', { act: true, audit: false, input: words }, async ({ operator, input }) =>
    answerTo(await noteInConversation(operator, input.id, { id: input.wordsId, text: input.text })),
  );

  door.get('/canned-answers', { audit: false }, async () => ({
    body: { rows: (await listCannedAnswers()).map(({ _id, ...rest }): CannedAnswerView => ({ id: _id, ...rest })) },
  }));
  door.post('/canned-answers', { act: true, audit: false, input: canned }, async ({ input }) =>
    cannedAnswer(await saveCannedAnswer(input)),
  );
  door.post(
    '/canned-answers/:id',
    { act: true, audit: false, input: canned.extend(oneCanned.shape) },
    async ({ input: { id, ...rest } }) => cannedAnswer(await saveCannedAnswer(rest, id)),
  );
  door.post('/canned-answers/:id/delete', { act: true, audit: false, input: oneCanned }, async ({ input }) => {
    await removeCannedAnswer(input.id);
    return { body: {} };
  });
}

type Result = { outcome: string; by?: string; fields?: string[] };

/** What a use case refuses is called the same by the API. */
function refusalOf({ outcome, by, fields }: Result): Refusal {
  return {
    refused: outcome as Refusal['refused'],
    ...(by !== undefined && { by }),
    // The page knows the words' id as `wordsId`: the path has the conversation's.
    ...(fields && { fields: fields.map((field) => (field === 'id' ? 'wordsId' : field)) }),
  };
}

function answerTo(result: Result): Answer {
  return ['joined', 'left', 'said', 'noted'].includes(result.outcome) ? { body: {} } : refusalOf(result);
}

function cannedAnswer(result: Awaited<ReturnType<typeof saveCannedAnswer>>): Answer {
  if (result.outcome !== 'saved') return refusalOf(result);
  const { _id, ...rest } = result.answer;
  return { body: { id: _id, ...rest } satisfies CannedAnswerView };
}
