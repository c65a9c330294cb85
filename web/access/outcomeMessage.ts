import type { SafeHtml } from '@remix-run/html-template';
import { requestOutcome } from '../../cards/requestOutcome.ts';
import type { RequestView } from '../../onboarding/views.ts';
import { message } from '../fields/message.ts';
import type { Visit } from '../visit.ts';
import { readerOf } from './readerOf.ts';

/** What became of a request; nothing while it is open. */
export function outcomeMessage(request: RequestView, visit: Visit): SafeHtml | null {
  if (request.state === 'open') return null;
  return message(request.state === 'approved' ? 'success' : 'info', requestOutcome(request, readerOf(visit)));
}
