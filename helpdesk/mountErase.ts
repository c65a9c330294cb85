import * as z from 'zod';
import { erasePerson } from '../onboarding/erasePerson.ts';
import type { House } from '../onboarding/house.ts';
import type { Erased } from './api.ts';
import type { ConsoleDoor } from './door.ts';

const input = z.strictObject({ email: z.string().min(1).max(320) });

/** Mounts the erasing of what somebody has said. */
export function mountErase(door: ConsoleDoor, house: House): void {
  door.post(
    '/people/:email/erase',
    { act: true, audit: 'inUseCase', input },
    async ({ operator, input: { email } }) => {
      const done = await erasePerson(house, operator, email);
      if (done.outcome === 'wrongInput') return { refused: 'wrongInput', fields: ['email'] };
      if (done.outcome === 'busy') return { refused: 'tooOften' };
      const body: Erased = { messages: done.messages, conversations: done.conversations };
      return { body };
    },
  );
}
