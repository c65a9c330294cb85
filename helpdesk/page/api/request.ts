import type { Refusal } from '../../api.ts';
import { queryClient } from './queryClient.ts';
import { Refused } from './Refused.ts';
import { session } from './session.ts';

/**
 * Asks the console's server.
 *
 * @param path below `/helpdesk/api`, e.g. `/me`; with its query.
 * @param body makes it a POST, with the session's token.
 * @throws Refused with what the server refused; TypeError where it cannot be reached.
 */
export async function request<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/helpdesk/api${path}`, {
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json', 'X-Form-Token': session.formToken() }),
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer as T;
  if (response.status === 401) session.end();
  const refusal = asRefusal(answer);
  // Whoever it is now is shown, and what is pressed once more counts as theirs.
  if (refusal.refused === 'signedInAnew') queryClient.refetchQueries({ queryKey: ['me'] });
  throw new Refused(refusal, response.status);
}

/** What stands between may answer in words of its own. */
function asRefusal(answer: unknown): Refusal {
  const isRefusal = typeof answer === 'object' && answer !== null && 'refused' in answer;
  return isRefusal ? (answer as Refusal) : { refused: 'failed' };
}
