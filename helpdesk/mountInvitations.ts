import * as z from 'zod';
import { resendAsOperator } from '../onboarding/helpdesk/resendAsOperator.ts';
import type { House } from '../onboarding/house.ts';
import type { ConsoleDoor } from './door.ts';

const input = z.strictObject({ id: z.string().min(1).max(100) });

/** Mounts what the helpdesk may do about an invitation: `POST /invitations/:id/resend`. */
export function mountInvitations(door: ConsoleDoor, house: House): void {
  door.post(
    '/invitations/:id/resend',
    { act: true, audit: 'inUseCase', input },
    async ({ operator, input: { id } }) => {
      const done = await resendAsOperator(house, operator, id);
      if (done.outcome === 'sentAgain') return { body: {} };
      switch (done.refusal.reason) {
        case 'notFound':
          return { refused: 'notFound' };
        case 'limited':
          return { refused: 'tooOften' };
        default:
          // Accepted, ended or followed by another one since the page showed it.
          return { refused: 'outOfDate' };
      }
    },
  );
}
