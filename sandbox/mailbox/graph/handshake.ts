import { randomUUID } from 'node:crypto';
import { callBack } from './callBack.ts';
import { GraphRefusal } from './graphRefusal.ts';

/** Asks an address whether it wants notifications, as Graph does. Throws ValidationError when it does not say so. */
export async function handshake(address: string): Promise<void> {
  const url = new URL(address);
  // Graph's own has blanks and a colon, and says so as a form would: whoever does not decode it fails.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  url.searchParams.set('validationToken', token);
  let answer: Awaited<ReturnType<typeof callBack>>;
  try {
    answer = await callBack(url, '', 'text/plain');
  } catch (error) {
    if (error instanceof GraphRefusal) throw error;
    throw failed('The request could not be sent or was not answered in time.');
  }
  if (answer.status !== 200) throw failed(`Notification endpoint must respond with 200 OK, not ${answer.status}.`);
  if (!/^text\/plain\b/i.test(answer.type)) throw failed('The response must be text/plain.');
  if (answer.text !== token) throw failed('Response must exactly match validationToken query parameter.');
}

function failed(why: string): GraphRefusal {
  return new GraphRefusal(400, 'ValidationError', `Subscription validation request failed. ${why}`);
}
